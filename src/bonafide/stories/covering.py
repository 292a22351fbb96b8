"""The question x story map: what no story answers, on which story too much leans, and the fewest that cover a guide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Reach = Mapping[str, Mapping[str, float]]
"""For each story, by id, the questions that it can answer and what it is worth to each."""

MOST_EXACT = 12
"""Questions. The fewest stories are found exactly for so many; beyond, the one that covers most is taken each time."""

LEANS = 3
"""A story that is the best one for so many questions carries too much."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question and the stories that can answer it, by id, the best first."""

    question: str
    stories: tuple[str, ...]


def story_map(questions: Sequence[str], reach: Reach) -> tuple[Answered, ...]:
    """Every question with its stories; those without any first, then in the given order."""
    found = [Answered(question, best_first(question, reach)) for question in questions]
    return tuple(sorted(found, key=lambda one: bool(one.stories)))


def best_first(question: str, reach: Reach) -> tuple[str, ...]:
    """The stories that can answer a question; of those worth the same, the first of the map."""
    able = [story for story in reach if question in reach[story]]
    return tuple(sorted(able, key=lambda story: -reach[story][question]))


def leaned_on(questions: Sequence[str], reach: Reach) -> Mapping[str, int]:
    """The stories that are the best one for too many questions, and for how many."""
    best = [one.stories[0] for one in story_map(questions, reach) if one.stories]
    return {story: best.count(story) for story in reach if best.count(story) >= LEANS}


def fewest(questions: Sequence[str], reach: Reach, strengths: Mapping[str, int]) -> tuple[str, ...]:
    """The fewest stories that answer every question that any of them answers; of as few, the strongest together."""
    coverable = [question for question in questions if any(question in reach[story] for story in reach)]
    covers = {
        story: frozenset(place for place, question in enumerate(coverable) if question in reach[story])
        for story in reach
    }
    able = {story: places for story, places in covers.items() if places}
    chosen = (
        _exactly(able, len(coverable), strengths)
        if len(coverable) <= MOST_EXACT
        else _greedily(able, strengths)
    )
    return tuple(story for story in reach if story in chosen)


def _exactly(
    covers: Mapping[str, frozenset[int]], count: int, strengths: Mapping[str, int]
) -> frozenset[str]:
    """Over all sets of questions: the best choice that covers each, built up story by story."""
    best: dict[int, tuple[int, int, tuple[str, ...]]] = {0: (0, 0, ())}
    for story, places in covers.items():
        mask = sum(1 << place for place in places)
        for covered, (number, strength, chosen) in list(best.items()):
            with_it = covered | mask
            option = (number + 1, strength - strengths.get(story, 0), (*chosen, story))
            if with_it != covered and (with_it not in best or option[:2] < best[with_it][:2]):
                best[with_it] = option
    return frozenset(best[(1 << count) - 1][2])


def _greedily(covers: Mapping[str, frozenset[int]], strengths: Mapping[str, int]) -> frozenset[str]:
    left = frozenset(place for places in covers.values() for place in places)
    chosen: list[str] = []
    while left:
        story = max(covers, key=lambda one: (len(covers[one] & left), strengths.get(one, 0)))
        chosen.append(story)
        left -= covers[story]
    return frozenset(chosen)
