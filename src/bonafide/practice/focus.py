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

POINT_WARMS = 0.5
"""What a covered point adds to an answer's warmth for a question."""

CLEARLY_WARMER, WARMER = 1.2, 1.0


def focus(guide: Guide, question: Question, speech: Speech) -> int:
    """2 the question asked, 0 another one: by the points that are covered and the words each question has to itself.

    The answer is off the question where another one is clearly warmer, points counted in; or where hardly
    any of its points are covered and it does not use the question's words either.
    """
    about, stems = subjects(guide), speech.stems
    covered = {one.id: _covered(one, speech) for one in guide.questions}
    heats = {one.id: _heat(about[one.id], stems) for one in guide.questions}
    warmth = {id: heat + POINT_WARMS * covered[id] for id, heat in heats.items()}
    points, heat, warm = covered.pop(question.id), heats.pop(question.id), warmth.pop(question.id)
    rivals = (value for id, value in warmth.items() if covered[id] > 1 or points < ENOUGH)
    if max(rivals, default=0.0) - warm > CLEARLY_WARMER:
        return 0
    ahead = heat - max(heats.values(), default=0.0)
    if points >= ENOUGH or (points == ENOUGH - 1 and ahead > -WARMER):
        return 2
    unrivalled = max(covered.values(), default=0) < ENOUGH
    if points and unrivalled and max(warmth.values(), default=0.0) - warm < WARMER:
        return 2
    known = heat >= COLD or (points > 0 and unrivalled)
    return 2 if ahead >= 0 and known else 0


def _covered(question: Question, speech: Speech) -> int:
    return sum(hit is not None for hit in heard(question, speech).values())


def _heat(about: Subject, stems: tuple[str, ...]) -> float:
    """How much of what is said is the question's own vocabulary."""
    return sum(about.stems.get(one, 0.0) for one in stems) / max(20, len(stems)) * 5
