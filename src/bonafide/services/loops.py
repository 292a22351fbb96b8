"""A loop for an application: its rounds one after the other, with a break between; it can be left and taken up again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from bonafide.model.faults import InputFault
from bonafide.model.guide import Question
from bonafide.model.loop import Loop, LoopForm, Round
from bonafide.practice.loop import Position, loop, position
from bonafide.services import applications, library
from bonafide.store.models import Attempt, Person, Rehearsal
from bonafide.store.nouns import decode, encode


@dataclass(frozen=True, slots=True)
class Turn:
    """A question of a round: its wording, the attempt at it if there is one, and whether it was passed over."""

    id: str
    wording: str
    attempt: Attempt | None
    skipped: bool


@dataclass(frozen=True, slots=True)
class RoundSeen:
    """A round with its questions: `state` is done, now, next or later; the questions of rounds to come are not told."""

    round: Round
    state: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class LoopPage:
    """A loop as its page shows it. `waiting` is an attempt whose probe has no reply yet.

    `absent` names, when the loop is over, the facets that were absent more than once and how often, the worst first.
    """

    row: Rehearsal
    plan: Loop
    at: Position
    rounds: tuple[RoundSeen, ...]
    waiting: Attempt | None
    absent: Mapping[str, int]

    @property
    def round(self) -> Round | None:
        """The round that is under way, or that comes next."""
        return None if self.at.round is None else self.plan.rounds[self.at.round]

    @property
    def levels(self) -> Sequence[int]:
        """The levels of what was answered, in the order of asking."""
        return [turn.attempt.level for seen in self.rounds for turn in seen.turns if turn.attempt]


def begin(owner: Person, application_id: UUID, form: str, now: datetime) -> Rehearsal:
    """A new loop for an application, its questions chosen by the interview plan; raises InputFault without one."""
    at = applications.opened(owner, application_id)
    plan = applications.plan_at(at)
    if plan is None:
        raise InputFault(
            _("There is no interview plan for this application yet."),
            mend=_("Prepare it first, then rehearse."),
        )
    likeliest = [one.question.id for one in plan.questions]
    made = loop(library.one(plan.guide), likeliest, _form(form), plan.rounds)
    rehearsal = Rehearsal(owner=owner, application=at.application, plan=encode(made), began=now)
    rehearsal.save(force_insert=True)
    return rehearsal


def of_application(owner: Person, application_id: UUID) -> list[Rehearsal]:
    """The loops of an application, newest first."""
    return list(Rehearsal.of(owner).filter(application_id=application_id))


def page(owner: Person, rehearsal_id: UUID) -> LoopPage:
    """Where a loop stands. Raises Rehearsal.DoesNotExist."""
    row = Rehearsal.of(owner).select_related("application").get(pk=rehearsal_id)
    made = plan_in(row)
    rows = Attempt.of(owner).filter(rehearsal=row).defer("answer", "replies", "rating", "notes")
    attempts = {attempt.question: attempt for attempt in rows}
    at = position(made, row.begun, _through(row, attempts))
    waiting = next((one for one in attempts.values() if one.finished is None), None)
    wordings = {question.id: question.wording for question in _questions(made)}
    rounds = tuple(
        RoundSeen(
            round, _state(place, at), _turns(row, round, attempts, wordings) if place < row.begun else ()
        )
        for place, round in enumerate(made.rounds)
    )
    return LoopPage(row, made, at, rounds, waiting, _absent(owner, row) if at.round is None else {})


def go_into(owner: Person, rehearsal_id: UUID, number: int) -> None:
    """Begin the round of this number (from 1); where it was begun already, or another is under way, nothing happens."""
    with transaction.atomic():
        row = Rehearsal.lock(owner).get(pk=rehearsal_id)
        at = _at(owner, row)
        if at.round is not None and at.question is None and number == row.begun + 1:
            row.begun = number
            row.save(update_fields=["begun"])


def skip(owner: Person, rehearsal_id: UUID, question: str, now: datetime) -> None:
    """Pass the question over that is asked now; another one is left as it is."""
    with transaction.atomic():
        row = Rehearsal.lock(owner).get(pk=rehearsal_id)
        if _at(owner, row).question == question:
            row.skipped = [*row.skipped, question]
            row.save(update_fields=["skipped"])
            go_on(owner, row, now)


def asking(owner: Person, rehearsal_id: UUID, question: str) -> Rehearsal:
    """The loop, locked by the caller's transaction, if it asks this question now; raises InputFault otherwise."""
    row = Rehearsal.lock(owner).get(pk=rehearsal_id)
    if (
        _at(owner, row).question != question
        or Attempt.of(owner).filter(rehearsal=row, question=question).exists()
    ):
        raise InputFault(
            _("The loop has gone on to another question."),
            mend=_("Open the loop again and go on from there."),
        )
    return row


def go_on(owner: Person, row: Rehearsal, now: datetime) -> None:
    """Close the loop when its last question is through."""
    if row.ended is None and _at(owner, row).round is None:
        row.ended = now
        row.save(update_fields=["ended"])


def delete(owner: Person, rehearsal_id: UUID) -> UUID:
    """Delete a loop; its attempts stay. The application that it was for."""
    row = Rehearsal.of(owner).get(pk=rehearsal_id)
    row.delete()
    application: UUID = row.application_id
    return application


def plan_in(row: Rehearsal) -> Loop:
    """The rounds of a kept loop."""
    return decode(Loop, row.plan)


def _at(owner: Person, row: Rehearsal) -> Position:
    attempts = {
        one.question: one for one in Attempt.of(owner).filter(rehearsal=row).only("question", "finished")
    }
    return position(plan_in(row), row.begun, _through(row, attempts))


def _through(row: Rehearsal, attempts: Mapping[str, Attempt]) -> set[str]:
    return {id for id, attempt in attempts.items() if attempt.finished} | set(row.skipped)


def _turns(
    row: Rehearsal, round: Round, attempts: Mapping[str, Attempt], wordings: Mapping[str, str]
) -> tuple[Turn, ...]:
    return tuple(
        Turn(id, wordings.get(id) or _asked(attempts.get(id), id), attempts.get(id), id in row.skipped)
        for id in round.questions
    )


def _absent(owner: Person, row: Rehearsal) -> Mapping[str, int]:
    said = Attempt.of(owner).filter(rehearsal=row).values_list("rating__facets", flat=True)
    counted = Counter(name for facets in said for name, value in facets.items() if value == 0)
    return {name: count for name, count in counted.most_common() if count > 1}


def _asked(attempt: Attempt | None, id: str) -> str:
    return attempt.asked if attempt else id


def _state(place: int, at: Position) -> str:
    if at.round is None or place < at.round:
        return "done"
    if place == at.round:
        return "now" if at.question else "next"
    return "later"


def _questions(made: Loop) -> tuple[Question, ...]:
    """The questions of the loop's guide; none where the guide has gone, so that what was said can still be read."""
    try:
        return library.one(made.guide).questions
    except InputFault:
        return ()


def _form(name: str) -> LoopForm:
    try:
        return LoopForm(name)
    except ValueError as error:
        raise InputFault(
            _("There is no such form of a loop."),
            where=_("Form"),
            mend=_("Choose the full or the short one."),
        ) from error
