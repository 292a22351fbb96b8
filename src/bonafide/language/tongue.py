"""In which language a text is written, told by its small words."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 1500
_FEWEST = 5
"""Small words from which on a text tells its language."""
_SURELY = 1.5
"""So many times as many as of any other language."""


@lru_cache(maxsize=256)
def tongue_of(text: str) -> str | None:
    """ISO 639-1 code of the language whose small words a text uses clearly most; None where none does."""
    (best, most), (_, next_most) = counted(plain_words(text)).most_common(2)
    return best if most >= _FEWEST and most > _SURELY * next_most else None


def plain_words(text: str) -> list[str]:
    """The first 1,500 words in small letters."""
    return _WORD.findall(text.lower())[:_MOST_WORDS]


def counted(said: Sequence[str]) -> Counter[str]:
    """How many of the words are each language's own small ones, by its code."""
    counts = Counter(said)
    return Counter({code: sum(counts[word] for word in small) for code, small in _small().items()})


@lru_cache(maxsize=1)
def _small() -> dict[str, frozenset[str]]:
    text = resources.files("bonafide.language").joinpath("data/tongues.toml").read_text("utf-8")
    return {code: frozenset(words) for code, words in tomllib.loads(text).items()}
