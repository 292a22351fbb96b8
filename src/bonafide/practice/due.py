"""Which questions are due: spaced by FSRS, sooner where the last answer lacked a facet that carries a level.

The rule, as the pages print it: the level of an answer is its grade (1 and 2 again, 3 hard, 4 good, 5 easy); FSRS
gives the days until the question should come back; each facet of `CARRYING` that was absent takes a quarter of them
away, and a day at least remains.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from fsrs import Card, Rating, Scheduler

GRADES = {1: Rating.Again, 2: Rating.Again, 3: Rating.Hard, 4: Rating.Good, 5: Rating.Easy}
CARRYING = ("ownership", "mechanism", "metric", "baseline")
SOONER = 0.25
"""The share of the wait that each weak facet takes away."""

LONGEST = 180
"""Days. Interviews are a matter of months: nothing needs to wait longer."""

# Interviews are days apart, so that the steps of minutes that FSRS knows for vocabulary are left out.
_SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False)


class Standing(StrEnum):
    """Whether a question should be rehearsed now, never was, or can wait."""

    DUE = "due"
    NEW = "new"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Review:
    """One rated attempt at a question: when (aware), the level and the facets."""

    question: str
    at: datetime
    level: int
    facets: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Where one question stands: the day it comes back (None: never tried), tries so far, last level, weak facets.

    `wait` is the days between the last attempt and `on`.
    """

    question: str
    standing: Standing
    on: date | None = None
    tries: int = 0
    level: int = 0
    weak: tuple[str, ...] = ()
    wait: int = 0


def due(questions: Sequence[str], reviews: Iterable[Review], today: date) -> tuple[Due, ...]:
    """Every question, those due first (longest overdue ahead), then the untried in the given order, then the rest."""
    tried: dict[str, list[Review]] = {}
    for review in sorted(reviews, key=lambda one: one.at):
        tried.setdefault(review.question, []).append(review)
    found = [_due(question, tried.get(question, []), today) for question in questions]
    return tuple(sorted(found, key=_order))


def _order(one: Due) -> tuple[int, date]:
    return list(Standing).index(one.standing), one.on or date.min


def _due(question: str, reviews: Sequence[Review], today: date) -> Due:
    if not reviews:
        return Due(question=question, standing=Standing.NEW)
    last, weak = reviews[-1], weak_facets(reviews[-1].facets)
    wait = shortened(_interval(reviews), len(weak))
    on = last.at.date() + timedelta(days=wait)
    return Due(
        question=question,
        standing=Standing.DUE if on <= today else Standing.LATER,
        on=on,
        tries=len(reviews),
        level=last.level,
        weak=weak,
        wait=wait,
    )


def weak_facets(facets: Mapping[str, int]) -> tuple[str, ...]:
    """The facets that carry a level and are absent."""
    return tuple(name for name in CARRYING if facets.get(name, 0) == 0)


def shortened(days: int, weak: int) -> int:
    """The wait in days after each weak facet took its share; a day at least."""
    return max(1, round(days * max(0.0, 1 - SOONER * weak)))


def _interval(reviews: Sequence[Review]) -> int:
    """The days that FSRS gives after these reviews, oldest first."""
    card = Card(card_id=0, due=reviews[0].at.astimezone(UTC))
    for review in reviews:
        card, _ = _SCHEDULER.review_card(card, GRADES[review.level], review.at.astimezone(UTC))
    return max(1, (card.due - reviews[-1].at.astimezone(UTC)).days)
