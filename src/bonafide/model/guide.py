"""A role guide: what a panel for a role asks, what it listens for, and how to prepare."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class QuestionKind(StrEnum):
    """Technical, or behavioural and told as STAR (situation, task, action, result)."""

    TECHNICAL = "technical"
    BEHAVIOURAL = "behavioural"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePoint:
    """Something a full answer to the question says; `cues` are the words by which it may be heard."""

    id: str
    present_when: str
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Probe:
    """A follow-up question a panel asks when the facet or point `target` (`facet:x`, `point:y`) is missing."""

    target: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `topics` are vocabulary terms by which a posting's requirement calls for it."""

    id: str
    kind: QuestionKind
    wording: str
    tests: str
    strong: tuple[str, ...]
    mistakes: tuple[str, ...]
    outline: tuple[str, ...]
    points: tuple[CoveragePoint, ...]
    probes: tuple[Probe, ...]
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Essay:
    """What a panel listens for: paragraphs of plain text, each optionally under a small heading."""

    id: str
    title: str
    sections: tuple[EssaySection, ...]


@dataclass(frozen=True, slots=True)
class EssaySection:
    """A small heading and its paragraphs; a paragraph that starts with `- ` is a list item."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Faq:
    """A question candidates ask, and its answer."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class SuccessEstimate:
    """A published share of candidates who succeed, in per cent, with who published it and how it was got."""

    percent: float
    source: str
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A whole guide. `minutes` and `rounds` are from-to; `titles` are job titles that it serves."""

    name: str
    role: str
    category: str
    titles: tuple[str, ...]
    summary: str
    published: str
    minutes: tuple[int, int]
    rounds: tuple[int, int]
    questions: tuple[Question, ...]
    essays: tuple[Essay, ...]
    faq: tuple[Faq, ...]
    related: tuple[str, ...] = ()
    success: SuccessEstimate | None = None

    def question(self, id: str) -> Question | None:
        """The question with this id, if the guide has it."""
        return next((question for question in self.questions if question.id == id), None)

    def to_json(self) -> dict[str, Any]:
        """The guide as plain values, keys as in a guide file; what it leaves out is absent."""
        return {name: value for name, value in asdict(self).items() if value not in (None, ())}
