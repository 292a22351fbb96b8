"""A rehearsal of a whole interview process: rounds with their questions and times."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LoopForm(StrEnum):
    """As long as the real rounds, or a short form with one question in each."""

    FULL = "full"
    SHORT = "short"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One conversation: its name, who sits there, its length, and its questions by id.

    `minutes` is the whole round; of it `each` minutes belong to every question, probes included, and the rest is
    the opening and the person's own questions.
    """

    id: str
    name: str
    who: str
    minutes: int
    each: int
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """The rounds of one rehearsal in their order; no question stands in it twice."""

    guide: str
    form: LoopForm
    rounds: tuple[Round, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """All questions in the order in which they are asked."""
        return tuple(question for round in self.rounds for question in round.questions)

    @property
    def minutes(self) -> int:
        """The length of all rounds together, breaks left aside."""
        return sum(round.minutes for round in self.rounds)
