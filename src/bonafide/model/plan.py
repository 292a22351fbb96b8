"""The interview plan: a guide's questions ranked for one posting, with what the person has to answer them."""

from __future__ import annotations

from dataclasses import dataclass

from bonafide.model.guide import Question
from bonafide.model.match import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedQuestion:
    """A question, why it is likely here, the person's achievements that answer it, and the gaps to expect."""

    question: Question
    why: str
    weight: float
    achievements: tuple[Evidence, ...] = ()
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewPlan:
    """The guide that was chosen, whether it fits the posting's role, and its questions, likeliest first.

    `rounds` is how many rounds the posting itself speaks of, if it does.
    """

    guide: str
    role: str
    fits: bool
    note: str
    questions: tuple[PlannedQuestion, ...]
    gaps: tuple[str, ...] = ()
    rounds: int | None = None
