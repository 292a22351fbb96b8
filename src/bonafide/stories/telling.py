"""Which story to tell to which question of a loop, so that no panel hears one twice."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from bonafide.stories.covering import Reach, best_first

Rounds = Mapping[str, Sequence[str]]
"""The questions of each round, by the round's id."""


def telling(rounds: Rounds, reach: Reach, told: Collection[str] = ()) -> Mapping[str, str]:
    """For each question the story to tell; a question is left out where none is left for it.

    As many questions as can be get a story of their own in the whole loop; only then is one told again, and never
    in the round that heard it. Stories in `told` were heard before and come last.
    """
    fresh = {story: reach[story] for story in reach if story not in told}
    questions = [question for asked in rounds.values() for question in asked]
    chosen = _matched(questions, {question: best_first(question, fresh) for question in questions})
    for asked in rounds.values():
        for question in asked:
            heard = {chosen[one] for one in asked if one in chosen}
            again = (story for story in best_first(question, reach) if story not in heard)
            if question not in chosen and (story := next(again, None)):
                chosen[question] = story
    return {question: chosen[question] for question in questions if question in chosen}


def _matched(questions: Sequence[str], options: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """As many questions as can be with a story of their own (augmenting paths), each as good a one as is left."""
    teller: dict[str, str] = {}

    def place(question: str, seen: set[str]) -> bool:
        for story in options[question]:
            if story in seen:
                continue
            seen.add(story)
            if story not in teller or place(teller[story], seen):
                teller[story] = question
                return True
        return False

    for question in sorted(questions, key=lambda one: len(options[one])):
        place(question, set())
    return {question: story for story, question in teller.items()}
