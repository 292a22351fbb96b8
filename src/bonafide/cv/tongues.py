"""The language a CV is written in, by its headings and its small words."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

from bonafide.cv.cleaning import clean
from bonafide.cv.headings import languages_of
from bonafide.cv.paragraph import Paragraph
from bonafide.cv.sections import Section

_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 1500


@lru_cache(maxsize=1)
def _small_words() -> dict[str, frozenset[str]]:
    text = resources.files("bonafide.cv").joinpath("data/small_words.toml").read_text("utf-8")
    return {language: frozenset(words) for language, words in tomllib.loads(text).items()}


def language_of(sections: Sequence[Section], paragraphs: Sequence[Paragraph]) -> str | None:
    """`en`, `de`, ...: the language of most words, then of most headings; None where nothing tells."""
    words = _WORD.findall(" ".join(clean(p.whole) for p in paragraphs).lower())[:_MOST_WORDS]
    counts = Counter(words)
    scores: Counter[str] = Counter()
    for language, small in _small_words().items():
        scores[language] = sum(counts[word] for word in small)
    for section in sections:
        for language in languages_of(section.heading.text) if section.heading else ():
            scores[language] += 3
    best, score = max(scores.items(), key=lambda item: (item[1], item[0] == "en"))
    return best if score else None
