"""Finding many phrases in folded text: whole words, looked up by their first word instead of one huge pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bonafide.posting.lines import fold

_WORD = re.compile(r"\w+")
_GAP = r"(?:\S+ ){0,4}?"

Span = tuple[int, int]


class Phrases:
    """A set of phrases. `_` in a phrase stands for up to four words, a final `*` for any ending."""

    def __init__(self, given: Iterable[str]) -> None:
        self._by_word: dict[str, list[tuple[str, int]]] = {}
        self._by_start: dict[str, list[tuple[str, int]]] = {}
        gaps: list[str] = []
        for phrase in dict.fromkeys(fold(phrase) for phrase in given):
            if "_" in phrase:
                gaps.append(phrase)
            else:
                self._add(phrase)
        self._gaps = re.compile("|".join(map(_with_gaps, gaps))) if gaps else None

    def _add(self, phrase: str) -> None:
        plain = phrase.removesuffix("*")
        first = _WORD.search(plain)
        if first is None:
            return
        if plain != phrase and first.end() == len(plain):
            self._by_start.setdefault(first.group()[:3], []).append((plain, first.start()))
        else:
            self._by_word.setdefault(first.group(), []).append((phrase, first.start()))

    def spans(self, folded: str) -> Iterator[Span]:
        """Where a phrase stands in folded text; of those that begin at one word the longest."""
        for word in _WORD.finditer(folded):
            ends = list(self._ends(folded, word))
            if ends:
                yield min(start for start, _ in ends), max(end for _, end in ends)
        if self._gaps:
            for found in self._gaps.finditer(folded):
                yield found.span()

    def _ends(self, folded: str, word: re.Match[str]) -> Iterator[Span]:
        for phrase, offset in self._by_word.get(word.group(), ()):
            start = word.start() - offset
            plain = phrase.removesuffix("*")
            end = start + len(plain)
            if (
                start >= 0
                and folded.startswith(plain, start)
                and (plain != phrase or _ends_word(folded, end))
            ):
                yield start, end
        for plain, offset in self._by_start.get(word.group()[:3], ()):
            start = word.start() - offset
            if start >= 0 and folded.startswith(plain, start):
                yield start, start + len(plain)

    def search(self, folded: str) -> bool:
        """Whether any phrase stands in the text."""
        return next(self.spans(folded), None) is not None

    def at_start(self, folded: str) -> int:
        """How many characters a phrase at the very beginning takes; 0 without one."""
        return max((end for start, end in self.spans(folded[:120]) if start == 0), default=0)

    def whole(self, folded: str) -> bool:
        """Whether the text is one of the phrases."""
        return self.at_start(folded) == len(folded) > 0


def _ends_word(folded: str, end: int) -> bool:
    """A phrase that ends in a word must not stop within a longer one."""
    inside = folded[end - 1].isalnum() and end < len(folded)
    return not inside or not (folded[end].isalnum() or folded[end] == "_")


def _with_gaps(phrase: str) -> str:
    body = _GAP.join(re.escape(part) for part in re.split(r"_ ?", phrase))
    return rf"(?<!\w){body}(?!\w)"
