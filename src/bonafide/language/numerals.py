"""Numbers in digits or words, without their units: `12,000`, `95.000`, `twenty-three`, `two thirds`, `dozens`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any

from bonafide.language.lookup import key, keyed, spellings

DATA: dict[str, Any] = tomllib.loads(
    resources.files("bonafide.language").joinpath("data/quantities.toml").read_text("utf-8")
)
_WRITTEN: dict[str, float] = DATA["numbers"]
_NUMBERS = keyed(_WRITTEN)
_FRACTIONS: dict[str, float] = keyed(DATA["fractions"])
_MULTIPLES: dict[str, float] = keyed(DATA["multiples"])
_VAGUE: dict[str, float] = keyed(DATA["vague"])
_HALVES = frozenset(key(word) for word in ("half", "hälfte", "moitié"))
LETTER_SCALES = frozenset(DATA["letters"]["scales"])
SCALES: dict[str, float] = keyed(DATA["scales"])
_WORD_SCALES = {word: size for word, size in SCALES.items() if len(word) > 4}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at `start:end`. `kind`: digits, words, share (of one), multiple (a factor), vague (at least).

    `grouped` marks digits whose only separator may mean thousands or decimals (`95.000`).
    """

    start: int
    end: int
    value: float
    kind: str
    grouped: bool = False


def either(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases in their spellings, longest first, blanks loosely."""
    ordered = sorted(spellings(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"[ \u00a0]") for phrase in ordered)


_DIGITS = re.compile(r"(?<![\w.,])\d+(?:[.,'’]\d+)*(?:[ \u00a0\u202f]\d{3}(?!\d))*")
_ANY_WORD = either([*_WRITTEN, *_WORD_SCALES])
_TENS = either(word for word, value in _WRITTEN.items() if 20 <= value <= 90)
_ONES = either(word for word, value in _WRITTEN.items() if 0 < value < 10)
_ATOM = rf"(?:(?:{_TENS})[ -](?:{_ONES})|{either(_WRITTEN)})"
_TIMES = rf"(?:{either([*_WORD_SCALES, 'dozen'])})"
_WORDS = re.compile(
    rf"\b(?:an?[ ](?:couple|{_TIMES})(?:(?:[ ]and)?[ ]{_ATOM})?|couple|{_ATOM}(?:[ -]{_TIMES}(?:(?:[ ]and)?[ ]{_ATOM}(?=[ -]{_TIMES}|\b))?)*|{_TIMES})"
    rf"(?:[ ]and[ ]a[ ](?P<rest>half|quarter))?\b(?!-(?:first|second|third|\w+th)\b)",
    re.IGNORECASE,
)
_SHARES = re.compile(
    rf"\b(?:(?P<count>(?:{_ANY_WORD})|an?|ein|eine|die|un|la)[ -])?(?P<part>{either(DATA['fractions'])})\b(?!-)",
    re.IGNORECASE,
)
_FACTORS = re.compile(rf"(?<!\ben )\b(?:{either(_MULTIPLES)})\b", re.IGNORECASE)
_MANY = re.compile(
    rf"\b(?P<many>{either(_VAGUE)})(?:[ ]of[ ](?P<times>hundreds|thousands|millions))?\b", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]+")
NUMBER_WORDS = {"couple", *_NUMBERS, *_WORD_SCALES, *_FRACTIONS, *_MULTIPLES, *_VAGUE}
_PLAIN_NEXT = re.compile(
    r"[ ](?!of\b|in\b|the\b|less\b|more\b|fewer\b|an?\b|our\b|and\b|by\b|to\b|or\b|der\b|des\b)\w"
)
_BY_BEFORE = re.compile(r"\b(?:by|um|auf|de) (?:[a-z]+ ){0,3}$", re.IGNORECASE)
_OF_WHICH = (" of ", " less", " fewer", " more")
# `in two divisions, and not in a third`: one more of them, and no part.
_ONE_MORE = re.compile(r"\b(?:in|with|at|for|on|of|and|into|from)[ ]$", re.I)
_ENDS = re.compile(r"\s*(?:[.,;!?)]|$)")
_ORDINAL_BEFORE = re.compile(
    r"(?:first|second|other|latter|next|last|each|every|per|this|that|better)[ ]$", re.I
)


def find_numerals(text: str) -> list[Numeral]:
    """Every number in order of place; what overlaps an earlier and longer one is left out."""
    found = [*_in_digits(text), *_in_words(text)]
    found.sort(key=lambda numeral: (numeral.start, -numeral.end))
    apart: list[Numeral] = []
    for numeral in found:
        if not apart or numeral.start >= apart[-1].end:
            apart.append(numeral)
    return apart


def _in_words(text: str) -> Iterator[Numeral]:
    if NUMBER_WORDS.isdisjoint(_LETTERS.findall(key(text))):
        return
    yield from _shares(text)
    for match in _WORDS.finditer(text):
        yield Numeral(match.start(), match.end(), _spelled(match), "words")
    for match in _FACTORS.finditer(text):
        yield Numeral(match.start(), match.end(), float(_MULTIPLES[key(match.group())]), "multiple")
    for match in _MANY.finditer(text):
        times = match.group("times")
        scale = _VAGUE[key(times)] / 2 if times else 1.0
        yield Numeral(match.start(), match.end(), _VAGUE[key(match.group("many"))] * scale, "vague")


def _shares(text: str) -> Iterator[Numeral]:
    """`half`, `a third`, `two thirds`; not `a third party`, `every quarter`, `the second half`."""
    for match in _SHARES.finditer(text):
        part, count = key(match.group("part")), key(match.group("count") or "")
        following = text[match.end() : match.end() + 12]
        if _ORDINAL_BEFORE.search(text, max(0, match.start() - 9), match.start()):
            continue
        if count == "a" and _ONE_MORE.search(text, 0, match.start()) and _ENDS.match(following):
            continue
        by = _BY_BEFORE.search(text, max(0, match.start() - 24), match.start())
        bare = part not in _HALVES
        if bare and (not count or (_PLAIN_NEXT.match(following) and not by)):
            continue
        if part in ("quarter", "quarters") and not by and not following.startswith(_OF_WHICH):
            continue
        yield Numeral(match.start(), match.end(), _NUMBERS.get(count, 1) * _FRACTIONS[part], "share")


def _spelled(match: re.Match[str]) -> float:
    """`two hundred and fifty thousand` -> 250000."""
    total = current = 0.0
    rest = match.group("rest")
    for word in _LETTERS.findall(key(match.group())):
        if word == "couple":
            current = 2.0
        elif word == "dozen":
            current = (current or 1.0) * 12
        elif word in _NUMBERS:
            current += _NUMBERS[word]
        elif word in _WORD_SCALES:
            current = (current or 1.0) * _WORD_SCALES[word]
            if _WORD_SCALES[word] > 100:
                total, current = total + current, 0.0
    return total + current + (_FRACTIONS[key(rest)] if rest else 0.0)


def _in_digits(text: str) -> Iterator[Numeral]:
    for match in _DIGITS.finditer(text):
        read = _digits(match.group())
        if read is not None:
            yield Numeral(match.start(), match.start() + read[2], read[0], "digits", read[1])


def _digits(written: str) -> tuple[float, bool, int] | None:
    """Value, whether a lone group of three may be thousands or decimals, and the length that was read."""
    written, head = re.sub(r"[\u00a0\u202f]", " ", written), written.split(" ")[0]
    if " " in written and (len(head) > 3 or not head.isdigit()):
        written = head
    length = len(written)
    plain = re.sub(r"[ '’]", "", written)
    if re.fullmatch(r"\d+", plain):
        return float(plain), False, length
    if re.fullmatch(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?", plain):
        return float(plain.replace(",", "")), False, length
    if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", plain):
        return float(plain), True, length
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
        return float(plain.replace(".", "").replace(",", ".")), False, length
    if re.fullmatch(r"\d+[.,]\d+", plain):
        return float(plain.replace(",", ".")), False, length
    return None
