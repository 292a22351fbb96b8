"""Rehearsing: which questions are due, answering one, and the probes that follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from bonafide import guides
from bonafide.model.attempt import Sound, Told
from bonafide.model.faults import InputFault, MissingFault
from bonafide.model.guide import Guide, Question
from bonafide.model.rating import AskedProbe, Rating
from bonafide.practice.due import Due, Review, Standing, due
from bonafide.practice.probing import begun, next_probe, rate_told, replied
from bonafide.services import library, loops
from bonafide.store.models import Application, Attempt, Person
from bonafide.store.nouns import decode, encode

LONGEST_NOTES = 20_000
LONGEST_SECONDS = 4 * 60 * 60
LATEST = 8
USUAL = "cto"
"""The guide for somebody who has neither rehearsed nor applied."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with where it stands."""

    question: Question
    due: Due


@dataclass(frozen=True, slots=True)
class Desk:
    """What a person can rehearse: a guide's questions, those due first; the other guides; the newest attempts."""

    guide: Guide
    guides: Sequence[Guide]
    asked: tuple[Asked, ...]
    latest: Sequence[Attempt]

    @property
    def due(self) -> tuple[Asked, ...]:
        """The questions that have come back."""
        return tuple(one for one in self.asked if one.due.standing is Standing.DUE)

    @property
    def first(self) -> Asked | None:
        """The question to go on with: what is due, else what was never tried."""
        waiting = (one for one in self.asked if one.due.standing is not Standing.LATER)
        return next(waiting, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An answer as it was given: `seconds` of speaking (0: not taken), notes beside it, its loop, its sound."""

    guide: str
    question: str
    answer: str
    seconds: int = 0
    notes: str = ""
    rehearsal: UUID | None = None
    sound: Sound | None = None


def desk(owner: Person, now: datetime, name: str = "") -> Desk:
    """The questions of a guide; of the one rehearsed last, or the one for the newest application, where none is named."""
    guide = library.one(name or usual_guide(owner))
    standing = due([one.id for one in guide.questions], reviews(owner, guide.name), now.date())
    asked = tuple(Asked(_question(guide, one.question), one) for one in standing)
    return Desk(guide, library.usable(), asked, latest(owner))


def reviews(owner: Person, guide: str) -> list[Review]:
    """The finished attempts at a guide's questions, as the schedule needs them."""
    rows = Attempt.of(owner).filter(guide=guide, finished__isnull=False).order_by("began", "id")
    values = rows.values_list("question", "finished", "level", "rating__facets")
    return [Review(question, at, level, facets) for question, at, level, facets in values if at]


def latest(owner: Person) -> list[Attempt]:
    """The newest attempts, without what was said."""
    light = ("id", "guide", "question", "asked", "level", "began", "finished", "owner")
    return list(Attempt.of(owner).only(*light)[:LATEST])


def question(guide: str, id: str) -> tuple[Guide, Question]:
    """A guide and one of its questions. Raises MissingFault where there is no such one."""
    found = library.one(guide)
    return found, _question(found, id)


def begin(owner: Person, said: Said, now: datetime) -> Attempt:
    """Keep an answer with its rating and the first probe. Raises InputFault where there is nothing to rate."""
    guide, asked = question(said.guide, said.question)
    told, rating = begun(guide, asked.id, said.answer)
    probe = next_probe(rating, told)
    with transaction.atomic():
        rehearsal = loops.asking(owner, said.rehearsal, asked.id) if said.rehearsal else None
        attempt = Attempt(
            owner=owner,
            guide=guide.name,
            question=asked.id,
            asked=asked.wording,
            application=rehearsal.application if rehearsal else None,
            rehearsal=rehearsal,
            notes=said.notes.strip()[:LONGEST_NOTES],
            seconds=min(max(0, said.seconds), LONGEST_SECONDS),
            sound=encode(said.sound) if said.sound else None,
            began=now,
        )
        _write(attempt, told, rating, probe, now)
        attempt.save(force_insert=True)
        if rehearsal:
            loops.go_on(owner, rehearsal, now)
    return attempt


def reply(owner: Person, attempt_id: UUID, text: str, now: datetime, *, seconds: int = 0) -> Attempt:
    """Keep the reply to the probe that waits ("" passes it over), rate all again, and choose the next probe."""
    with transaction.atomic():
        attempt = Attempt.lock(owner).get(pk=attempt_id)
        if attempt.probe is None:
            raise InputFault(_("No follow-up waits for a reply."), mend=_("Load the page again."))
        guide, asked = question(attempt.guide, attempt.question)
        told = replied(told_in(attempt), decode(AskedProbe, attempt.probe), text)
        rating = rate_told(guide, asked.id, told)
        _write(attempt, told, rating, next_probe(rating, told), now)
        attempt.seconds = min(attempt.seconds + max(0, seconds), LONGEST_SECONDS)
        attempt.save()
        if attempt.rehearsal_id and attempt.rehearsal:
            loops.go_on(owner, attempt.rehearsal, now)
    return attempt


def forget(owner: Person, attempt_id: UUID) -> None:
    """Delete an attempt with what people thought of it."""
    Attempt.of(owner).get(pk=attempt_id).delete()


def told_in(attempt: Attempt) -> Told:
    """What was said in an attempt."""
    return decode(Told, {"answer": attempt.answer, "replies": attempt.replies})


def rated(attempt: Attempt) -> Rating:
    """Its rating as it was given."""
    return decode(Rating, attempt.rating)


def _write(attempt: Attempt, told: Told, rating: Rating, probe: AskedProbe | None, now: datetime) -> None:
    attempt.answer = told.answer
    attempt.replies = encode(told.replies)
    attempt.rating = encode(rating)
    attempt.level = rating.overall
    attempt.probe = encode(probe) if probe else None
    attempt.finished = None if probe else now


def _question(guide: Guide, id: str) -> Question:
    found = guide.question(id)
    if found is None:
        raise MissingFault(
            _("The guide has no such question."), where=guide.name, mend=_("Choose one from the list.")
        )
    return found


def usual_guide(owner: Person) -> str:
    """The guide to open with: the one rehearsed last, else the one for the newest application."""
    known = {guide.name for guide in library.usable()}
    last = Attempt.of(owner).values_list("guide", flat=True).first()
    if last in known:
        return str(last)
    titles = Application.of(owner).filter(archived=False).order_by("-created").values_list("title", flat=True)
    own = {name: content for name, content in library.own().items() if name in known}
    title = titles.first()
    return guides.choose(title, own)[0].name if title else USUAL
