"""Text into sentences, sentences into words, words into stems. Offsets are code points of the given text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_DATA = tomllib.loads(resources.files("bonafide.language").joinpath("data/sentences.toml").read_text("utf-8"))
STOPWORDS: frozenset[str] = frozenset(_DATA["stopwords"])
SMALL: Mapping[str, frozenset[str]] = {
    "en": STOPWORDS,
    **{code: frozenset(small) for code, small in _DATA["small"].items()},
}
SMALL_WORDS: frozenset[str] = frozenset().union(*SMALL.values())
"""Those of English, German and French together."""
_ABBREVIATIONS = frozenset(_DATA["abbreviations"])
_CLOSING = frozenset(_DATA["closing_abbreviations"])
_LEGAL_FORMS = frozenset(_DATA["legal_forms"])
_AFTER_ORDINAL = frozenset(_DATA["after_ordinal"])
_IRREGULAR: dict[str, str] = _DATA["irregular"]

_BULLET = re.compile(r"[ \t]*(?:[-–—*•‣▪●◦·►✓]|\d{1,2}[.)]|\(?[a-z]\))[ \t]+")
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")
_LAST_WORD = re.compile(r"[^\s(\[\"'“„«]+$")
_FIRST_WORD = re.compile(r"[\s\"'“„«(\[]*([^\s,;:.!?)\]]+)")
_WORD = re.compile(
    r"\d+(?:[.,]\d+)+|\.net\b|[^\W_]+(?:[.&'’][^\W_]+)*(?:\+\+|#)?",
)
_SHORT_SLASH = re.compile(r"(?<![\w/])[^\W\d_]{1,3}/[^\W\d_]{1,3}(?![\w/])")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu)['’](?=[aeiouhéèêà])")
# A paragraph whose longest line is shorter than this was not broken by a page's width.
_NARROWEST_PAGE = 45


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it stands: `source[start:end]`, whose line breaks `text` shows as blanks."""

    text: str
    start: int
    end: int


def split(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text; headings, list items and lines of an address count as sentences."""
    return tuple(
        Sentence(" ".join(text[a:b].split()), a, b)
        for start, end in _blocks(text)
        for a, b in _within(text, start, end)
    )


@lru_cache(maxsize=16_384)
def words(text: str) -> tuple[str, ...]:
    """Words and numbers, case folded, without possessive `'s`; `c++`, `node.js`, `ci/cd`, `p&l` stay whole."""
    folded = text.casefold().replace("’", "'")
    found: list[str] = []
    last = 0
    for pair in _SHORT_SLASH.finditer(folded):
        found.extend(_plain_words(folded[last : pair.start()]))
        found.append(pair.group())
        last = pair.end()
    found.extend(_plain_words(folded[last:]))
    return tuple(found)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What the inflected forms of an English word share (`led` and `leading`: `lead`); not a word to print."""
    folded = word.casefold()
    if folded in _IRREGULAR:
        folded = _IRREGULAR[folded]
    if len(folded) < 4 or not folded.isalpha():
        return folded
    return _bare(_without_ending(_singular(folded)))


def _plain_words(folded: str) -> Iterator[str]:
    for match in _WORD.finditer(folded):
        word = _ELISION.sub("", match.group().removesuffix("'s"))
        yield word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_ending(word: str) -> str:
    for ending in ("ings", "ing", "ied", "ed", "ion", "ly"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and re.search("[aeiouy]", rest):
            return rest + "y" if ending == "ied" else rest
    return word


def _bare(word: str) -> str:
    """One spelling for what endings leave: no final `e`, no doubled consonant, `i` for `y`."""
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Spans that no sentence crosses: paragraphs, list items, and lines that are not wrapped prose."""
    paragraph: list[tuple[int, int]] = []
    for start, end in _lines(text):
        bullet = _BULLET.match(text, start, end)
        if start == end or bullet:
            yield from _joined(text, paragraph)
            paragraph = []
        if start < end:
            paragraph.append((bullet.end() if bullet else start, end))
    yield from _joined(text, paragraph)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        start = at + len(line) - len(line.lstrip())
        yield min(start, at + len(line)), max(start, at + len(line.rstrip()))
        at += len(line)


def _joined(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    width = max((end - start for start, end in lines), default=0)
    current: tuple[int, int] | None = None
    for start, end in lines:
        if current and _wraps(text, current[1], start, end, width, lines):
            current = (current[0], end)
            continue
        if current:
            yield current
        current = (start, end)
    if current:
        yield current


def _wraps(text: str, before: int, start: int, end: int, width: int, lines: list[tuple[int, int]]) -> bool:
    """Whether a line goes on with the one that ends at `before`: it starts small, or did not fit there."""
    if text[before - 1] in ":;" and not text[start].islower():
        return False
    if text[start].islower() and text[before - 1] not in ".!?":
        return True
    length = next(b - a for a, b in lines if b == before)
    first_word = text[start:end].split(maxsplit=1)[0]
    return width >= _NARROWEST_PAGE and length + 1 + len(first_word) > width


def _within(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends(text, at, stop.start(), stop.end(), end):
            yield at, stop.end()
            at = stop.end() + len(text[stop.end() : end]) - len(text[stop.end() : end].lstrip())
    if at < end:
        yield at, end


def _ends(text: str, at: int, stop: int, after: int, end: int) -> bool:
    following = _FIRST_WORD.match(text, after, end)
    upcoming = following.group(1) if following else ""
    starts_small = upcoming[:1].islower()
    if text[stop] != ".":
        return not (starts_small and text[stop] == "…")
    last = _LAST_WORD.search(text, at, stop)
    word = last.group().casefold() if last else ""
    if starts_small:
        return len(word) > 3 and word not in _ABBREVIATIONS | _CLOSING and upcoming.casefold() != upcoming
    if word in _CLOSING and upcoming.casefold() in _LEGAL_FORMS:
        return False
    if word in _ABBREVIATIONS or (word.isdigit() and len(word) < 3 and upcoming.casefold() in _AFTER_ORDINAL):
        return False
    return not (len(word) == 1 and word.isalpha() and upcoming.casefold() not in STOPWORDS)
