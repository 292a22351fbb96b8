"""How well a text can serve as the story that answers a question."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from bonafide.model.guide import Guide, Question
from bonafide.practice.coverage import heard_points
from bonafide.practice.topics import Subject, nearness, subjects

ANSWERS = 4.0
"""A text worth so much to a question can answer it; below, the likeness may be chance."""

POINT = 1.5
"""What each coverage point that is heard in the text adds."""


def worth(question: Question, about: Subject, text: str) -> float:
    """How near the text is to the question, its points counted in."""
    return nearness(text, about) + POINT * len(heard_points(question, text))


@lru_cache(maxsize=1024)
def answered(guide: Guide, text: str) -> Mapping[str, float]:
    """The questions of the guide that the text can answer, by id, with what it is worth to each."""
    about = subjects(guide)
    values = ((question.id, worth(question, about[question.id], text)) for question in guide.questions)
    return {id: round(value, 3) for id, value in values if value >= ANSWERS}
