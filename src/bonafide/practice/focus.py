"""Whether an answer is to the question that was asked, judged beside the guide's other questions."""

from __future__ import annotations

import math
from collections.abc import Mapping

from bonafide.model.guide import Guide, Question
from bonafide.practice.coverage import Heard
from bonafide.practice.speech import Hit, Speech
from bonafide.practice.topics import Subject, subjects

POINT_WARMS = 1.2
"""What a point that one cue hears adds to the warmth of its question; four cues add twice as much, nine thrice."""

FAR_WARMER, FAR_WARMER_COVERED = 1.5, 2.0
"""Another question that is warmer by so much is the one that was answered; by so much where most points are heard."""

MOST_POINTS = 3

REALLY_HEARD = 3.5
"""A question must be this warm to be taken for the one that was answered: two points, or its vocabulary."""

COLD = 0.8
"""An answer that is less warm has none of the points and hardly a word of the question."""


def focus(guide: Guide, question: Question, speech: Speech, heard: Heard) -> int:
    """2 the question asked, 0 another one, by how warm the answer is for each question of the guide.

    Warmth is the share of the question's own vocabulary, and how many cues of its points are heard: who
    answers a question brushes against the others, but hits it again and again.
    """
    about, stems = subjects(guide), speech.stems
    warmth = {one.id: _heat(about[one.id], stems) + _heard(heard[one.id]) for one in guide.questions}
    asked = warmth.pop(question.id)
    rival = max(warmth.values(), default=0.0)
    covered = sum(map(bool, heard[question.id].values())) >= MOST_POINTS
    far = FAR_WARMER_COVERED if covered else FAR_WARMER
    return 0 if asked < COLD or (rival >= REALLY_HEARD and rival - asked > far) else 2


def _heard(points: Mapping[str, tuple[Hit, ...]]) -> float:
    return POINT_WARMS * sum(math.sqrt(len(hits)) for hits in points.values())


def _heat(about: Subject, stems: tuple[str, ...]) -> float:
    """How much of what is said is the question's own vocabulary."""
    return sum(about.stems.get(one, 0.0) for one in stems) / max(40, len(stems)) * 5
