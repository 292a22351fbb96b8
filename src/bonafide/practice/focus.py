"""Whether an answer is to the question that was asked, judged beside the guide's other questions."""

from __future__ import annotations

from collections.abc import Mapping

from bonafide.model.guide import Guide, Question
from bonafide.practice.coverage import heard
from bonafide.practice.speech import Hit, Speech
from bonafide.practice.topics import Subject, subjects

ENOUGH = 3
"""Who covers so many of a question's points speaks about it, in whatever words."""

CLEARLY_WARMER = 0.7


def focus(guide: Guide, question: Question, speech: Speech, own: Mapping[str, Hit | None]) -> int:
    """2 throughout, 1 in part, 0 another question's answer.

    The answer is on the question where it covers enough of its points, or uses its words more than any
    other question's. It is off it where another question's words are clearly more its own.
    """
    points = sum(hit is not None for hit in own.values())
    heat, rival_heat = _heats(guide, question, speech)
    if points >= ENOUGH or heat >= rival_heat:
        return 2
    rival = max((_points(other, speech) for other in guide.questions if other.id != question.id), default=0)
    if points == ENOUGH - 1 and rival < points + 2:
        return 2
    return 1 if points and rival_heat - heat < CLEARLY_WARMER and rival < ENOUGH else 0


def _points(question: Question, speech: Speech) -> int:
    return sum(hit is not None for hit in heard(question, speech).values())


def _heats(guide: Guide, question: Question, speech: Speech) -> tuple[float, float]:
    """How warm the answer is for this question and for the warmest other: weight of its words per fifty words."""
    about = subjects(guide)
    heats = {one.id: _heat(about[one.id], speech) for one in guide.questions}
    return heats.pop(question.id), max(heats.values(), default=0.0)


def _heat(about: Subject, speech: Speech) -> float:
    told = sum(about.stems.get(one, 0.0) for one in speech.stems)
    return told / max(20, len(speech.stems)) * 5
