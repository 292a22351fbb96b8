"""The language a CV is written in, by its headings and its small words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bonafide.cv.cleaning import clean
from bonafide.cv.headings import languages_of
from bonafide.cv.paragraph import Paragraph
from bonafide.cv.sections import Section
from bonafide.language.tongue import counted, plain_words, tongue_of


def language_in(texts: Iterable[str]) -> str | None:
    """The language whose small words a record's values use clearly most; None where none does."""
    return tongue_of(" ".join(map(clean, texts)))


def language_of(sections: Sequence[Section], paragraphs: Sequence[Paragraph]) -> str | None:
    """`en`, `de`, ...: the language of most words, then of most headings; None where nothing tells."""
    scores = counted(plain_words(" ".join(clean(p.whole) for p in paragraphs)))
    for section in sections:
        for language in languages_of(section.heading.text) if section.heading else ():
            scores[language] += 3
    best, score = max(scores.items(), key=lambda item: (item[1], item[0] == "en"))
    return best if score else None
