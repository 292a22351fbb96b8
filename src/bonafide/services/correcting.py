"""Putting right what was read: a person's values are kept by pointer, and hold for everything that is made afterwards.

A CV's corrections hold for every application that uses it; a posting's are its card's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from bonafide.model.edits import Edits
from bonafide.model.faults import InputFault, MissingFault
from bonafide.model.posting import Posting
from bonafide.model.reading import CvReading
from bonafide.services import blobs, hands, preparing
from bonafide.store.models import Application, Cv, Person
from bonafide.store.nouns import decode, encode
from bonafide.workflows.correcting import (
    UNPLACED,
    corrected_posting,
    corrected_reading,
    in_form,
    standing,
)
from bonafide.workflows.pointers import split, value_at
from bonafide.workflows.reading import read_cv, read_posting
from bonafide.workflows.rereading import carried, carried_posting

DOUBTFUL = 0.9
"""A value that the reader is less sure of than this is asked about."""

Wanted = Mapping[str, Any]
Refused = Mapping[str, tuple[Any, InputFault]]
"""Values that cannot stand, by pointer, each with the fault that says why."""


def correct_cv(owner: Person, cv_id: UUID, wanted: Wanted) -> Refused:
    """Keep these values (None: leave it out) as the person's; what cannot stand is given back and the rest is kept."""
    with transaction.atomic():
        cv = Cv.lock(owner).get(pk=cv_id)
        read = reading(cv)

        def accept(corrections: Wanted) -> dict[str, Any]:
            corrected_reading(read, corrections)
            return in_form(read.profile, corrections)

        corrections, refused = _tried(cv.corrections, wanted, accept, _stands(read))
        _keep(owner, cv, read, corrections)
    return refused


def add_line(owner: Person, cv_id: UUID, entry: str, text: str) -> None:
    """One more line of a position, such as `/work/0`. Raises MissingFault where the CV has none there, or InputFault."""
    with transaction.atomic():
        cv = Cv.lock(owner).get(pk=cv_id)
        profile = reading(cv).profile
        if not re.fullmatch(r"/work/\d+", entry) or value_at(profile, entry) is None:
            raise MissingFault(
                _("The CV has no such position."), where=entry, mend=_("The first is /work/0.")
            )
        at = f"{entry}/highlights"
        if text in (value_at(corrected_reading(reading(cv), cv.corrections).profile, at) or ()):
            what = _("This position says so already.")
            raise InputFault(what, where=text, mend=_("Choose another one, or leave it."))
        index = next_index(at, len(value_at(profile, at) or ()), cv.corrections)
        refused = correct_cv(owner, cv_id, {f"{at}/{index}": text})
    for _value, fault in refused.values():
        raise fault


def dates_of(owner: Person, cv_id: UUID, entry: str) -> tuple[str, str]:
    """ISO dates of a position's start and end, as corrected; "" where it has none. Raises Cv.DoesNotExist."""
    cv = Cv.of(owner).get(pk=cv_id)
    profile = corrected_reading(reading(cv), cv.corrections).profile
    start, end = (value_at(profile, f"{entry}/{name}") for name in ("startDate", "endDate"))
    return str(start or ""), str(end or "")


def take_back(owner: Person, cv_id: UUID, pointer: str) -> None:
    """Let the reader's own value stand again at a pointer; what the person added there is gone."""
    with transaction.atomic():
        cv = Cv.lock(owner).get(pk=cv_id)
        _keep(owner, cv, reading(cv), _without(cv.corrections, pointer))


def place(owner: Person, cv_id: UUID, index: int, pointer: str, text: str) -> Refused:
    """Say what a text is that the reader could not place; it is then no longer asked about."""
    refused = correct_cv(owner, cv_id, {pointer: text})
    return refused or correct_cv(owner, cv_id, {f"/{UNPLACED}/{index}": None})


def reread(owner: Person, cv_id: UUID) -> None:
    """Read the file anew; corrections are kept, those whose target vanished under `/gone`."""
    kept = Cv.of(owner).select_related("file").get(pk=cv_id)
    new = hands.guarded()(read_cv, blobs.content(kept.file), kept.name)
    with transaction.atomic():
        cv = Cv.lock(owner).get(pk=cv_id)
        if cv.reading is None:
            Cv.of(owner).filter(pk=cv_id).update(reading=encode(new))
            return
        old, corrections = reading(cv), cv.corrections
        fresh = carried(old, new, corrections)
        originals = {now: pointer for pointer, now in standing(old, corrections).items()}
        places = standing(new, fresh)

        def follow(pointer: str) -> str | None:
            original = originals.get(pointer)
            return places.get(next(iter(carried(old, new, {original: None})))) if original else None

        cv.reading, cv.corrections = encode(new), fresh
        cv.save(update_fields=["reading", "corrections"])
        _follow(owner, cv, follow)


def correct_posting(owner: Person, application_id: UUID, wanted: Wanted) -> Refused:
    """The same for a card's posting; the card is named by what then stands."""
    with transaction.atomic():
        application = Application.lock(owner).get(pk=application_id)
        posting = _posting(application)

        def accept(corrections: Wanted) -> dict[str, Any]:
            corrected_posting(posting, corrections)
            return in_form(posting, corrections)

        stands = _stands(posting)
        corrections, refused = _tried(application.corrections, wanted, accept, stands)
        _keep_posting(application, posting, corrections)
    return refused


def add_requirement(owner: Person, application_id: UUID, text: str, kind: str) -> None:
    """One more requirement that the posting makes. Raises InputFault where it has no text or no kind."""
    with transaction.atomic():
        application = Application.lock(owner).get(pk=application_id)
        posting = _posting(application)
        at = (
            f"/requirements/{next_index('/requirements', len(posting.requirements), application.corrections)}"
        )
        corrections = {**application.corrections, f"{at}/text": text, f"{at}/kind": kind}
        _keep_posting(application, posting, in_form(posting, corrections))


def take_back_posting(owner: Person, application_id: UUID, pointer: str) -> None:
    """Let the reader's own value stand again at a pointer into the posting."""
    with transaction.atomic():
        application = Application.lock(owner).get(pk=application_id)
        _keep_posting(application, _posting(application), _without(application.corrections, pointer))


def reread_posting(owner: Person, application_id: UUID) -> None:
    """Read the kept pages of the posting anew; corrections are kept."""
    card = Application.of(owner).get(pk=application_id)
    pages, since = preparing.pages_of(owner, card), preparing.posted_before(card)
    new = hands.guarded()(read_posting, pages, since)
    with transaction.atomic():
        application = Application.lock(owner).get(pk=application_id)
        corrections = carried_posting(_posting(application), new, application.corrections)
        application.posting = encode(new)
        _keep_posting(application, new, corrections)


def next_index(at: str, count: int, corrections: Wanted) -> int:
    """The index at which one more item of the list at a pointer is added."""
    depth = len(split(at))
    used = [int(tokens[depth]) for tokens in map(split, corrections) if _inside(tokens, at, depth)]
    return max([count, *(index + 1 for index in used)])


def doubtful(cv: Cv) -> int:
    """How many values the reader is not sure of and the person has not looked at."""
    sources = (cv.reading or {}).get("sources", {})
    return sum(
        is_doubtful(pointer, source.get("confidence", 1.0), cv.corrections)
        for pointer, source in sources.items()
    )


def is_doubtful(pointer: str, confidence: float, corrections: Wanted) -> bool:
    """Whether a value is to be asked about: read with doubt, not corrected, not left out."""
    return confidence < DOUBTFUL and not any(
        f"{pointer}/".startswith(f"{corrected}/") for corrected in corrections
    )


def reading(cv: Cv) -> CvReading:
    """What was read of a CV, before its corrections. Raises InputFault where it was not read yet."""
    if cv.reading is None:
        what = _("This CV was not read yet.")
        raise InputFault(what, where=cv.name, mend=_("Read it first."))
    return decode(CvReading, cv.reading)


def _posting(application: Application) -> Posting:
    if application.posting is None:
        raise InputFault(_("This posting was not read yet."), mend=_("Prepare the application first."))
    return decode(Posting, application.posting)


def _tried(
    kept: Wanted,
    wanted: Wanted,
    accept: Callable[[Wanted], dict[str, Any]],
    stands: Callable[[str], bool],
) -> tuple[dict[str, Any], Refused]:
    """The corrections with each of the wanted ones that can stand; leaving out what was added takes it back."""
    corrections, refused = dict(kept), {}
    for pointer, value in wanted.items():
        if value is None and not stands(pointer):
            corrections = _without(corrections, pointer)
            continue
        try:
            corrections = accept({**corrections, pointer: value})
        except InputFault as fault:
            refused[pointer] = (value, fault)
    return corrections, refused


def _stands(read: CvReading | Posting) -> Callable[[str], bool]:
    """Whether the reader has something at a pointer; what is no pointer is left to be refused."""

    def stands(pointer: str) -> bool:
        if isinstance(read, Posting):
            return value_at(read, pointer) is not None
        if split(pointer)[0] == UNPLACED:
            return True
        return value_at(read.profile, pointer) is not None

    return stands


def _without(corrections: Wanted, pointer: str) -> dict[str, Any]:
    """The corrections without the one at a pointer; where there is none, without those beneath it."""
    if pointer in corrections:
        return {at: value for at, value in corrections.items() if at != pointer}
    return {at: value for at, value in corrections.items() if not at.startswith(f"{pointer}/")}


def _inside(tokens: tuple[str, ...], at: str, depth: int) -> bool:
    return len(tokens) > depth and tokens[:depth] == split(at) and tokens[depth].isdecimal()


def _keep(owner: Person, cv: Cv, reading: CvReading, corrections: Wanted) -> None:
    """Save a CV's corrections; what was decided about its lines goes with them where they move."""
    if corrections == cv.corrections:
        return
    originals = {now: pointer for pointer, now in standing(reading, cv.corrections).items()}
    places = standing(reading, corrections)
    cv.corrections = corrections
    cv.save(update_fields=["corrections"])
    _follow(owner, cv, lambda pointer: places.get(originals.get(pointer, "")))


def _follow(owner: Person, cv: Cv, moved: Callable[[str], str | None]) -> None:
    """Let the switches of every application that uses the CV point to where their lines stand now."""
    for application in Application.lock(owner).filter(cv=cv):
        edits = decode(Edits, application.edits)
        kept, dropped = _followed(edits.kept, moved), _followed(edits.dropped, moved)
        if (kept, dropped) != (edits.kept, edits.dropped):
            application.edits = encode(replace(edits, kept=kept, dropped=dropped))
            application.save(update_fields=["edits"])


def _followed(pointers: frozenset[str], moved: Callable[[str], str | None]) -> frozenset[str]:
    return frozenset(now for pointer in pointers if (now := moved(pointer)) is not None)


def _keep_posting(application: Application, posting: Posting, corrections: Wanted) -> None:
    now = corrected_posting(posting, corrections)
    application.corrections = dict(corrections)
    application.title = (now.title or application.title)[:300]
    application.company = (now.company or application.company)[:300]
    application.save(update_fields=["posting", "corrections", "title", "company"])
