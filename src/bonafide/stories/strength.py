"""How strong a story is, by a published rule, and what would make it stronger.

A point for each of situation, task, action, result and lesson that is told, one for a figure in the result, and one
for a figure that stands beside where it started: 0 to 7.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bonafide.language import quantities
from bonafide.language.quantities import Quantity, in_base
from bonafide.model.story import StarHole, StarPart, Story
from bonafide.stories.words import story_words

FULL = 7


def strength(story: Story) -> int:
    """From 0 to 7."""
    told = sum(bool(story.part(part)) for part in StarPart)
    figures = result_figures(story)
    return told + bool(figures) + _stands_beside(figures)


def holes(story: Story) -> Iterator[StarHole]:
    """What is missing, in the order of telling."""
    asks = story_words()["asks"]
    for part in StarPart:
        if not story.part(part):
            yield StarHole(part, asks[part])
        elif part is StarPart.RESULT:
            figures = result_figures(story)
            if not figures:
                yield StarHole(part, asks["figure"])
            elif not _stands_beside(figures):
                yield StarHole(part, asks["baseline"])


def figures(story: Story) -> tuple[str, ...]:
    """The figures to know by heart, as they are told: those of what was done and of what came of it."""
    told = (line.text for part in (StarPart.ACTION, StarPart.RESULT) for line in story.part(part))
    return tuple(dict.fromkeys(one.text for text in told for one in quantities.find(text)))


def result_figures(story: Story) -> tuple[Quantity, ...]:
    """The figures of the result."""
    return tuple(one for line in story.part(StarPart.RESULT) for one in quantities.find(line.text))


def _stands_beside(figures: tuple[Quantity, ...]) -> bool:
    """Whether two neighbouring figures are of one measure and differ: where it stood, where it stands."""
    return any(
        in_base(one.value, one.unit)[0] == in_base(other.value, other.unit)[0] and one.value != other.value
        for one, other in pairwise(figures)
    )
