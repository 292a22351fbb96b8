"""In which of the languages that the house writes a text is written, told by its small words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from bonafide.language.sentences import SMALL, words

_FEWEST = 4
"""Small words of its own that a language must have in a text."""
_SURELY = 1.5
"""So many times as many as of any other."""


@lru_cache(maxsize=256)
def tongue_of(text: str) -> str | None:
    """ISO 639-1 code (`en`, `de`, `fr`); None where the text is too short, or in none of them."""
    return told_by(words(text))


def told_by(said: Iterable[str]) -> str | None:
    """The same of words in small letters."""
    counts = dict.fromkeys(SMALL, 0)
    for word in said:
        of = [code for code, small in SMALL.items() if word in small]
        if len(of) == 1:  # What is small in two languages tells neither.
            counts[of[0]] += 1
    best, second = sorted(counts, key=lambda code: -counts[code])[:2]
    sure = counts[best] >= max(_FEWEST, _SURELY * counts[second])
    return best if sure else None
