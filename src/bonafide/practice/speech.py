"""An answer as it was spoken: its words in a row, without fillers, figures levelled, cut into clauses.

The row is what every cue is matched against. It holds no punctuation and no capitals, so that a transcript
without them reads the same; a figure, in digits or in words, is `#` followed by its unit.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, KeysView, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from bonafide.guides.cues import Cue
from bonafide.language import quantities
from bonafide.language.quantities import Quantity
from bonafide.language.sentences import STOPWORDS, stem

CLOSE = 14
"""Rows of words that a cue joins with `&` stand within so many words."""

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*%?")
_NO_FIGURE = re.compile(r"^[ \t]*\(?\d{1,2}[.)](?=\s)|\b24 ?(?:by|x|/) ?7\b", re.MULTILINE)
_STOP = re.compile(r"[.!?;:]+(?=\s|$)|\n+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the row and where it stands in the answer, in code points."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of the row that a cue matched: tokens `first` to `last`, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Speech:
    """The answer, its row of words, its figures, and the first token of each clause."""

    text: str
    tokens: tuple[Token, ...]
    figures: tuple[tuple[int, Quantity], ...]
    clauses: tuple[int, ...]
    row: str = field(init=False)
    _starts: tuple[int, ...] = field(init=False, repr=False)
    _beginnings: Mapping[str, list[int]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts, at = [], 1
        for token in self.tokens:
            starts.append(at)
            at += len(token.word) + 1
        object.__setattr__(self, "row", f" {' '.join(token.word for token in self.tokens)} ")
        object.__setattr__(self, "_starts", tuple(starts))
        object.__setattr__(self, "_beginnings", _beginnings(self.tokens))

    def hits(self, cue: Cue) -> Iterator[Hit]:
        """Every place where the cue stands."""
        if any(map(self.beginnings.isdisjoint, cue.needs)):
            return
        rows: list[list[Hit]] = []
        for pattern, starts in zip(cue.patterns, cue.starts, strict=True):
            rows.append(list(self._found(pattern, starts)))
            if not rows[-1]:
                return
        first, *others = rows
        for hit in first:
            yield from _together(hit, others) if others else (hit,)

    @property
    def beginnings(self) -> KeysView[str]:
        """Every beginning of every word, the empty one included."""
        return self._beginnings.keys()

    def words(self, first: int, last: int) -> str:
        """The answer's own text from token `first` to `last`, both included."""
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def clause(self, token: int) -> tuple[int, int]:
        """The first and last token of the clause that a token stands in."""
        place = bisect_right(self.clauses, token) - 1
        after = self.clauses[place + 1] if place + 1 < len(self.clauses) else len(self.tokens)
        return self.clauses[place], after - 1

    def opens_sentence(self, token: int) -> bool:
        """Whether a stop, or nothing at all, stands before a token."""
        before = self.tokens[token - 1].end if token else 0
        return not token or _STOP.search(self.text, before, self.tokens[token].start) is not None

    @property
    def stops(self) -> int:
        """How many stops and new lines part the answer."""
        return len(_STOP.findall(self.text.strip()))

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of the words that carry meaning, in order."""
        return tuple(
            stem(token.word) for token in self.tokens if token.word not in STOPWORDS and token.word != "#"
        )

    def _found(self, pattern: re.Pattern[str], starts: tuple[str, ...] | None) -> Iterator[Hit]:
        """Where the pattern stands, looked for only at words that begin so: most words cannot open a cue."""
        if starts is None:
            yield from map(self._hit, pattern.finditer(self.row))
            return
        free = 0
        for at in sorted({at for start in starts for at in self._beginnings.get(start, ())}):
            if self._starts[at] >= free and (match := pattern.match(self.row, self._starts[at])):
                free = match.end()
                yield self._hit(match)

    def _hit(self, match: re.Match[str]) -> Hit:
        return Hit(self._token(match.start()), self._token(match.end() - 1))

    def _token(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1


def _beginnings(tokens: tuple[Token, ...]) -> Mapping[str, list[int]]:
    """Every beginning of every word with the tokens that begin so; the empty one with none."""
    found: dict[str, list[int]] = {"": []}
    for at, token in enumerate(tokens):
        for length in range(1, len(token.word) + 1):
            found.setdefault(token.word[:length], []).append(at)
    return found


def _together(hit: Hit, others: list[list[Hit]]) -> Iterator[Hit]:
    """The stretch that holds `hit` and the nearest of each of the others, if all stand close together."""
    first, last = hit.first, hit.last
    for places in others:
        near = [one for one in places if one.last < hit.first or one.first > hit.last]
        if not near:
            return
        nearest = min(near, key=lambda one: max(hit.first - one.last, one.first - hit.last))
        first, last = min(first, nearest.first), max(last, nearest.last)
    if last - first <= CLOSE:
        yield Hit(first, last)


@lru_cache(maxsize=256)
def hear(text: str) -> Speech:
    """The answer's words, figures and clauses."""
    found = quantities.find(_NO_FIGURE.sub(lambda number: " " * len(number[0]), "".join(map(_small, text))))
    tokens: list[Token] = []
    figures: list[tuple[int, Quantity]] = []
    for token, quantity in _levelled(text, found):
        if quantity is not None:
            figures.append((len(tokens), quantity))
        tokens.append(token)
    tokens, figures = _without_fillers(tokens, figures)
    return Speech(text, tuple(tokens), tuple(figures), tuple(_clauses(text, tokens)))


def _small(character: str) -> str:
    """The small letter where it is one character too: a transcript's capitals mean nothing."""
    small = character.lower()
    return small if len(small) == 1 else character


def _levelled(text: str, found: tuple[Quantity, ...]) -> Iterator[tuple[Token, Quantity | None]]:
    """The words; each figure as `#`, then its unit where it has one."""
    at = 0
    for quantity in found:
        if quantity.start < at:
            continue
        yield from ((token, None) for token in _plain(text, at, quantity.start))
        yield Token("#", quantity.start, quantity.end), quantity
        if quantity.unit and quantity.end - quantity.start > 1 and quantity.unit in _units():
            yield Token(quantity.unit.casefold(), quantity.start, quantity.end), None
        at = quantity.end
    yield from ((token, None) for token in _plain(text, at, len(text)))


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _WORD.finditer(text, start, end):
        yield Token(match[0].casefold().replace("’", "'"), match.start(), match.end())


def _without_fillers(
    tokens: list[Token], figures: list[tuple[int, Quantity]]
) -> tuple[list[Token], list[tuple[int, Quantity]]]:
    """Drops `um`, `you know` and words said twice in a row."""
    kept: list[int] = []
    at = 0
    while at < len(tokens):
        length = _filler(tokens, at)
        if length == 0 and kept and tokens[kept[-1]].word == tokens[at].word != "#":
            length = 1
        if length == 0:
            kept.append(at)
        at += max(1, length)
    place = {old: new for new, old in enumerate(kept)}
    return [tokens[old] for old in kept], [(place[at], one) for at, one in figures if at in place]


def _filler(tokens: list[Token], at: int) -> int:
    """How many tokens from `at` on are a filler."""
    for words in _fillers().get(tokens[at].word, ()):
        if all(token.word == word for token, word in zip(tokens[at : at + len(words)], words, strict=False)):
            return len(words) if at + len(words) <= len(tokens) else 0
    return 0


@cache
def _fillers() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The fillers as rows of words by their first, the longest first."""
    rows = sorted((tuple(filler.split()) for filler in speech_words()["fillers"]), key=len, reverse=True)
    return {row[0]: tuple(other for other in rows if other[0] == row[0]) for row in rows}


def _clauses(text: str, tokens: list[Token]) -> Iterator[int]:
    """The first token of each clause: after a stop, or where a speaker sets in anew."""
    if not tokens:
        return
    yield 0
    last = 0
    opens = speech_words()["sets_in"]
    for at in range(1, len(tokens)):
        stopped = _STOP.search(text, tokens[at - 1].end, tokens[at].start) is not None
        pair = f"{tokens[at].word} {tokens[at + 1].word}" if at + 1 < len(tokens) else ""
        if stopped or (at - last >= 4 and (tokens[at].word in opens["words"] or pair in opens["pairs"])):
            yield at
            last = at


@cache
def speech_words() -> dict[str, Any]:
    """The words by which speech is cut and cleaned: fillers, and what opens a clause."""
    return tomllib.loads((Path(__file__).parent / "data" / "speech.toml").read_text(encoding="utf-8"))


@cache
def _units() -> frozenset[str]:
    return frozenset(speech_words()["units"])
