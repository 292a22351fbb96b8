"""The language a CV is written in, by its headings and its small words."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import resources

from bonafide.cv.cleaning import clean
from bonafide.cv.headings import languages_of
from bonafide.cv.paragraph import Paragraph
from bonafide.cv.sections import Section

_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 1500
_FEWEST = 5
"""Small words from which on a record tells its language."""


@lru_cache(maxsize=1)
def _small_words() -> dict[str, frozenset[str]]:
    text = resources.files("bonafide.cv").joinpath("data/small_words.toml").read_text("utf-8")
    return {language: frozenset(words) for language, words in tomllib.loads(text).items()}


def language_in(texts: Iterable[str]) -> str | None:
    """The language whose small words a record's values use clearly most; None where none does."""
    scores = _counted(_WORD.findall(" ".join(map(clean, texts)).lower())[:_MOST_WORDS])
    (best, most), (_, next_most) = scores.most_common(2)
    return best if most >= _FEWEST and most > 1.5 * next_most else None


def language_of(sections: Sequence[Section], paragraphs: Sequence[Paragraph]) -> str | None:
    """`en`, `de`, ...: the language of most words, then of most headings; None where nothing tells."""
    words = _WORD.findall(" ".join(clean(p.whole) for p in paragraphs).lower())[:_MOST_WORDS]
    scores = _counted(words)
    for section in sections:
        for language in languages_of(section.heading.text) if section.heading else ():
            scores[language] += 3
    best, score = max(scores.items(), key=lambda item: (item[1], item[0] == "en"))
    return best if score else None


def _counted(words: Sequence[str]) -> Counter[str]:
    """How many of the words are each language's own small ones."""
    counts = Counter(words)
    return Counter(
        {language: sum(counts[word] for word in small) for language, small in _small_words().items()}
    )
