"""Whether an answer is to the question that was asked, judged beside the guide's other questions."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from bonafide.model.guide import Guide, Question
from bonafide.practice.coverage import Heard
from bonafide.practice.speech import Hit, Speech
from bonafide.practice.topics import Subject, subjects

POINT_WARMS = 1.2
"""What a point that one cue hears adds to the warmth of its question; four cues add twice as much, nine thrice."""

WARMER, WARMER_COVERED = 1.5, 2.0
"""Another question that is warmer by so much makes one doubt; by so much where most points are heard."""

MOST_POINTS = 3

FAR_WARMER, EACH_POINT = 2.0, 0.3
"""Another question that is warmer by so much, and by so much more for each point heard, was answered instead."""

HEARD, REALLY_HEARD = 3.5, 4.5
"""How warm another question must be to raise a doubt, and to be taken for the one that was answered."""

MORE_THAN_A_POINT = 2
"""... with so many of its points: one point is brushed against in any story."""

COOL, COLD = 0.8, 0.4
"""Less warm than this an answer has none of the points and few, or hardly any, of the question's own words."""


@dataclass(frozen=True, slots=True)
class Warmth:
    """How warm an answer is for a question, and how many of its points are heard."""

    degrees: float
    points: int


def focus(guide: Guide, question: Question, speech: Speech, heard: Heard) -> int:
    """2 the question asked, 1 where that is in doubt, 0 another one, by how warm the answer is for each question.

    Warmth is the share of the question's own vocabulary, and how many cues of its points are heard: who
    answers a question brushes against the others, but hits it again and again. A long story in plain words
    brushes against many, so only a question that stands far out counts as answered instead.
    """
    about, stems = subjects(guide), speech.stems
    warmth = {one.id: _warmth(about[one.id], stems, heard[one.id]) for one in guide.questions}
    asked = warmth.pop(question.id)
    rival = max(warmth.values(), key=lambda one: one.degrees, default=Warmth(0.0, 0))
    if asked.degrees < COLD or _answered_instead(asked, rival):
        return 0
    if asked.degrees < COOL:
        return 0 if rival.degrees - asked.degrees > WARMER else 1
    doubt = WARMER_COVERED if asked.points >= MOST_POINTS else WARMER
    return 1 if rival.degrees >= HEARD and rival.degrees - asked.degrees > doubt else 2


def _answered_instead(asked: Warmth, rival: Warmth) -> bool:
    far = FAR_WARMER + EACH_POINT * asked.points
    heard = rival.degrees >= REALLY_HEARD and rival.points >= MORE_THAN_A_POINT
    return heard and rival.degrees - asked.degrees > far


def _warmth(about: Subject, stems: tuple[str, ...], points: Mapping[str, tuple[Hit, ...]]) -> Warmth:
    return Warmth(_heat(about, stems) + _heard(points), sum(map(bool, points.values())))


def _heard(points: Mapping[str, tuple[Hit, ...]]) -> float:
    return POINT_WARMS * sum(math.sqrt(len(hits)) for hits in points.values())


def _heat(about: Subject, stems: tuple[str, ...]) -> float:
    """How much of what is said is the question's own vocabulary."""
    return sum(about.stems.get(one, 0.0) for one in stems) / max(40, len(stems)) * 5
