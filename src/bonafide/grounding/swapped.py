"""Two names that have changed places: `gRPC between A and B, REST towards C`, told the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from bonafide.grounding.focus import Focus
from bonafide.grounding.lexicon import concept
from bonafide.grounding.naming import find_names
from bonafide.grounding.verdicts import refused
from bonafide.language.sentences import stem, words
from bonafide.model.claim import Claim, ClaimKind

_NEAREST = 3
"""So many of the nearest facts are compared."""
_AHEAD = 5
"""So many words from a name is what it goes with looked for."""


def check_swapped(sentence: str, focus: Focus) -> Iterator[Claim]:
    """Refused where each of two names stands before the words that go with the other in the fact."""
    said = words(sentence)
    for known, _ in focus.ranked[:_NEAREST]:
        told = words(known.folded)
        both = [
            name
            for name in _names(known.fact.text) + _names(sentence)
            if name in told and name in said and f"{name}-" not in f"{known.folded} {sentence.lower()}"
        ]
        for one, other in combinations(dict.fromkeys(both), 2):
            if focus.allows(known) and _swapped(said, told, one, other):
                yield refused(
                    f"{one}, {other}", ClaimKind.TOOL, known, "the fact has them the other way round"
                )
                return


def _names(text: str) -> list[str]:
    """The names of one word in a text, in small letters."""
    return [name.text.lower() for name in find_names(text) if len(words(name.text)) == 1]


def _swapped(said: tuple[str, ...], told: tuple[str, ...], one: str, other: str) -> bool:
    mine = _beside(said, one), _beside(said, other)
    theirs = _beside(told, other), _beside(told, one)
    return None not in mine and mine[0] != mine[1] and mine == theirs


def _beside(text: tuple[str, ...], name: str) -> str | None:
    """The stem of the first telling word after a name."""
    at = text.index(name)
    near = text[at + 1 : at + 1 + _AHEAD]
    return next((stem(word) for word in near if concept(word) is not None), None)
