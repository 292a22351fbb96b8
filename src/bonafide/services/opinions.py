"""What people think of an attempt: the person of themself, colleagues blind; and how far they and the program agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from bonafide.model.faults import InputFault
from bonafide.model.guide import Question
from bonafide.model.judgement import Judgement
from bonafide.model.rating import FACETS, Rating
from bonafide.practice.agreement import Agreement, agreement, facet_values
from bonafide.practice.blind import checked, judgement, read_judgement
from bonafide.services.attempts import question_of
from bonafide.services.rehearsing import rated
from bonafide.store.models import Attempt, Opinion, Person
from bonafide.store.nouns import decode, encode

MOST_OPINIONS = 20


@dataclass(frozen=True, slots=True)
class Rater:
    """Who rated an attempt: `kind` is program, own or colleague; `id` is the opinion's, None for the program."""

    name: str
    kind: str
    id: UUID | None
    values: Rating | Judgement

    @property
    def comment(self) -> str:
        """What a person wrote beside it."""
        return self.values.comment if isinstance(self.values, Judgement) else ""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two raters over the facets of one attempt, and over all attempts that both kinds of rater rated."""

    one: str
    other: str
    here: Agreement
    everywhere: Agreement


@dataclass(frozen=True, slots=True)
class Panel:
    """The raters of an attempt side by side: for each facet its value by each of them, and each pair's agreement."""

    raters: tuple[Rater, ...]
    facets: Mapping[str, tuple[int, ...]]
    pairs: tuple[Compared, ...]


def panel(owner: Person, attempt: Attempt) -> Panel:
    """Everybody who rated this attempt, the program first."""
    raters = (Rater(_("Program"), "program", None, rated(attempt)), *_people(attempt.opinions.all()))
    facets = {name: tuple(rater.values.facets[name] for rater in raters) for name in FACETS}
    everywhere = _everywhere(owner) if len(raters) > 1 else {}
    pairs = (
        Compared(
            one.name,
            other.name,
            agreement(facet_values(one.values), facet_values(other.values)),
            agreement(*everywhere.get((one.kind, other.kind), ((), ()))),
        )
        for one, other in combinations(raters, 2)
    )
    return Panel(raters, facets, tuple(pairs))


def rate_oneself(owner: Person, attempt_id: UUID, given: Mapping[str, str], now: datetime) -> None:
    """Keep the person's own rating; a second one takes the place of the first. Raises Faults for what is missing."""
    with transaction.atomic():
        attempt = Attempt.lock(owner).get(pk=attempt_id)
        values = checked(given, _known(question_of(attempt)))
        whole = judgement(values, comment=given.get("comment", ""))
        attempt.opinions.filter(own=True).delete()
        Opinion.of(owner).create(owner=owner, attempt=attempt, own=True, judgement=encode(whole), made=now)


def take_in(owner: Person, attempt_id: UUID, text: str, now: datetime) -> Opinion:
    """Keep what a colleague sent back; the same lines twice are kept once. Raises faults that say what is wrong."""
    with transaction.atomic():
        attempt = Attempt.lock(owner).get(pk=attempt_id)
        whole = encode(read_judgement(text, _known(question_of(attempt)), str(attempt.pk)))
        kept = list(attempt.opinions.filter(own=False))
        for opinion in kept:
            if opinion.judgement == whole:
                return opinion
        if len(kept) >= MOST_OPINIONS:
            raise InputFault(
                _("This attempt has as many ratings as it can hold."), mend=_("Remove one of them first.")
            )
        return Opinion.of(owner).create(owner=owner, attempt=attempt, own=False, judgement=whole, made=now)


def drop(owner: Person, opinion_id: UUID) -> UUID:
    """Delete an opinion; the id of the attempt that it was about."""
    opinion = Opinion.of(owner).get(pk=opinion_id)
    attempt: UUID = opinion.attempt_id
    opinion.delete()
    return attempt


def _people(opinions: Iterable[Opinion]) -> Iterator[Rater]:
    strangers = 0
    for opinion in opinions:
        values = decode(Judgement, opinion.judgement)
        strangers += not opinion.own and not values.name
        unnamed = _("Colleague %(number)s") % {"number": strangers}
        name, kind = (_("You"), "own") if opinion.own else (values.name or unnamed, "colleague")
        yield Rater(name, kind, opinion.pk, values)


def _everywhere(owner: Person) -> Mapping[tuple[str, str], tuple[list[int], list[int]]]:
    """The facets of all attempts by kind of rater, in pairs as they stand beside each other on a page."""
    found: dict[tuple[str, str], tuple[list[int], list[int]]] = {}
    attempts = Attempt.of(owner).filter(opinions__isnull=False).distinct().prefetch_related("opinions")
    for attempt in attempts:
        raters = [("program", rated(attempt).facets)]
        for opinion in attempt.opinions.all():
            kind = "own" if opinion.own else "colleague"
            raters.append((kind, opinion.judgement["facets"]))
        for (one, ours), (other, theirs) in combinations(raters, 2):
            values = found.setdefault((one, other), ([], []))
            values[0].extend(ours[name] for name in FACETS)
            values[1].extend(theirs[name] for name in FACETS)
    return found


def _known(question: Question | None) -> Question:
    if question is None:
        raise InputFault(
            _("The guide of this question is no longer there."), mend=_("Put its file back, then rate again.")
        )
    return question
