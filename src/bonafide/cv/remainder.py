"""The last look: words that were printed and stand in no value are shown, never dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bonafide.cv.cleaning import clean
from bonafide.cv.headings import closed_up, section_of
from bonafide.cv.paragraph import Paragraph
from bonafide.cv.words import AT_WORDS, BODY_LABELS, CONTACT_LABELS, DURATION, LEADING_WORDS
from bonafide.language.calendar import plain
from bonafide.model.reading import Unplaced

_WORD = re.compile(r"\w{2,}")
# Words that only lead to a value, and are no value themselves.
_LEADING = frozenset(AT_WORDS) | CONTACT_LABELS | BODY_LABELS | LEADING_WORDS


def remainder(paragraphs: Iterable[Paragraph], told: Iterable[str]) -> Iterator[Unplaced]:
    """The cells with a word that stands in none of the told texts."""
    known = {word for text in told for word in _words(text)} | _LEADING
    for paragraph in paragraphs:
        if len(paragraph.cells) == 1 and section_of(clean(closed_up(paragraph.text))):
            continue
        for cell in paragraph.cells:
            text = clean(cell.text)
            if any(word not in known for word in _words(DURATION.sub(" ", text))):
                yield Unplaced(text, cell.place)


def _words(text: str) -> list[str]:
    return _WORD.findall(plain(text))
