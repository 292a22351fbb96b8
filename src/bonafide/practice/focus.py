"""Whether an answer is to the question that was asked, judged beside the guide's other questions."""

from __future__ import annotations

from bonafide.model.guide import Guide, Question
from bonafide.practice.coverage import heard
from bonafide.practice.speech import Speech
from bonafide.practice.topics import Subject, subjects

ENOUGH = 3
"""Who covers so many of a question's points speaks about it, in whatever words."""

COLD = 1.1
"""An answer that uses so little of the question's own words is not about it, unless its points are covered."""

CLEARLY_WARMER = 1.0


def focus(guide: Guide, question: Question, speech: Speech, covered: int) -> int:
    """2 throughout, 1 in part, 0 another question's answer; `covered` is how many of its points are heard.

    The answer is on the question where it covers enough of its points, or uses its words more than any other
    question's. It is off it where another question's words are clearly more its own, or it is about neither.
    """
    heat, rival = _heats(guide, question, speech)
    if covered >= ENOUGH:
        return 2
    if covered == ENOUGH - 1:
        return 2 if rival - heat < CLEARLY_WARMER else 0
    if heat < rival:
        return 0
    return 2 if heat >= COLD or (covered and _best_covered(guide, question, speech) < ENOUGH) else 0


def _best_covered(guide: Guide, question: Question, speech: Speech) -> int:
    """How many points of one other question are heard at most."""
    others = (heard(other, speech).values() for other in guide.questions if other.id != question.id)
    return max((sum(hit is not None for hit in hits) for hits in others), default=0)


def _heats(guide: Guide, question: Question, speech: Speech) -> tuple[float, float]:
    """How warm the answer is for this question and for the warmest other: weight of its words per fifty words."""
    about = subjects(guide)
    heats = {one.id: _heat(about[one.id], speech) for one in guide.questions}
    return heats.pop(question.id), max(heats.values(), default=0.0)


def _heat(about: Subject, speech: Speech) -> float:
    told = sum(about.stems.get(one, 0.0) for one in speech.stems)
    return told / max(20, len(speech.stems)) * 5
