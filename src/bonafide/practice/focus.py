"""Whether an answer is to the question that was asked, judged beside the guide's other questions."""

from __future__ import annotations

from collections.abc import Mapping

from bonafide.model.guide import Guide, Question
from bonafide.practice.coverage import heard
from bonafide.practice.speech import Hit, Speech
from bonafide.practice.topics import Subject, subjects


def focus(guide: Guide, question: Question, speech: Speech, own: Mapping[str, Hit | None]) -> int:
    """2 throughout, 1 in part, 0 another question's answer."""
    points = sum(hit is not None for hit in own.values())
    others = [_points(other, speech) for other in guide.questions if other.id != question.id]
    rival = max(others, default=0)
    own_heat, rival_heat = _heats(guide, question, speech)
    lead = (points - rival) + (own_heat - rival_heat)
    if points == 0 and lead < -1.5:
        return 0
    if points <= 1 and lead < -2:
        return 0
    return 2 if points or own_heat >= rival_heat else 1


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
