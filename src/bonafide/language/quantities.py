"""Figures with their units as CVs and letters write them; dates, versions and ordinals are not figures.

`from 800 ms to 200 ms` is two quantities with roles, `60-75 minutes` one with a high end, `two in three` a share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bonafide.language.lookup import key
from bonafide.language.numerals import (
    DATA,
    LETTER_SCALES,
    NUMBER_WORDS,
    SCALES,
    Numeral,
    either,
    find_numerals,
)
from bonafide.language.pairs import joined
from bonafide.language.sentences import SMALL_WORDS, stem
from bonafide.language.units import CURRENCY_OF, UNIT_OF, Quantity, in_base, qualified, qualifiers

__all__ = ["Quantity", "find", "in_base"]


def find(text: str) -> tuple[Quantity, ...]:
    """Every quantity of a text in order of place."""
    numerals = find_numerals(text)
    if not numerals:
        return ()
    masked = [match.span() for match in _NOT_FIGURES.finditer(text)]
    found: list[Quantity] = []
    for numeral in _unmasked(numerals, masked):
        taken = found[-1].end if found else 0
        quantity = _quantity(text, numeral) if numeral.start >= taken else None
        # A sign between two figures ("5$ 7") belongs to the one before it.
        found.extend([quantity] if quantity and quantity.start >= taken else [])
    return tuple(joined(text, found))


_WHOLE = "people"
"""The unit of which there are no parts, so that `1.500` of it is fifteen hundred."""
_TEAM_OF = re.compile(
    r"\b(?:team|org|organi[sz]ation|department|crew|staff|group|workforce) of\s$", re.IGNORECASE
)
"""Before a bare figure: people are counted (`Org of 38`)."""
_NOT_BEFORE = frozenset(DATA["not_before"]["words"])
_MONTH = r"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|janv|fév|avr|juin|juil|août|déc)[^\W\d_]*\.?"
_NOT_FIGURES = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+"
    r"|\b\d{4}-\d{2}(?:-\d{2})?\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}[./](?:19|20)\d{2}\b|\b(?:19|20)\d{2}/\d{2}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th|\.)?[ ](?:of[ ])?{_MONTH}(?:[ ]\d{{4}})?(?!\w)|\b{_MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?(?:,?[ ]\d{{4}})?\b(?![\d%,.]*[ ]?%)"
    r"|\b(?:19|20)\d{2}[ ]?[-–—][ ]?(?:(?:19|20)?\d{2}\b|present\b|today\b)|\b(?:19|20)\d{2}s\b|['’]\d{2}\b"
    r"|\bum (?:eins?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b(?! Uhr)(?![ ](?-i:[A-ZÄÖÜ])|[ ]%)"
    r"|\b(?:four|five|six|seven|eight|nine|ten|\d)-(?:figure|digit)\b"
    r"|\b\d+(?:-\d+){2,}\b|\b\d{1,2}:\d{2}\b|\b24/7\b|\b9 to 5\b|\b\d+:\d+\b|\+\d[\d ()/-]{7,}\d|\b\d+(?:\.\d+){2,}\b|\b\d+(?:st|nd|rd|th)\b"
    r"|\b(?!\d+[a-z]*-)(?=[\w-]*[^\W\d_])[^\W\d_][\w]*[-‑]\d[\w.]*",
    re.IGNORECASE,
)
_SCALE = re.compile(rf"(?P<gap>[ \u00a0]?)(?P<scale>{either(SCALES)})(?![\w²])", re.IGNORECASE)
_CURRENCY_BEFORE = re.compile(rf"(?:(?<!\w)(?:{either(CURRENCY_OF)})|[$€£¥₹])[ \u00a0]?$", re.IGNORECASE)
_CURRENCY_AFTER = re.compile(rf"[ \u00a0-]?(?:d['’]|de )?(?:{either(CURRENCY_OF)})(?!\w)", re.IGNORECASE)
_OF = re.compile(r"^(?:d['’]|de )", re.IGNORECASE)
_UNIT = re.compile(rf"[ \u00a0\u202f-]?(?P<unit>{either(UNIT_OF)})(?!\w)", re.IGNORECASE)
_AN_UNIT = re.compile(
    rf"[ -](?:of[ ](?=an?[ ]))?(?:an?[ ])?(?P<unit>{either(UNIT_OF)}|million|billion|dozen)(?!\w)",
    re.IGNORECASE,
)
_AND_A_HALF = re.compile(rf"\b(?:an?|one) (?P<unit>{either(UNIT_OF)}) and(?: an?)?[ ]?$", re.IGNORECASE)
_OFTEN = re.compile(r"[ ]times (?:an?|per|each|every)\b", re.IGNORECASE)
_TWICE = re.compile(r"twice(?! (?:as|the|that|what|its|their)\b)", re.IGNORECASE)
_LATER = re.compile(
    rf"(?:[ ][^\W\d_]+)?[ ]?(?P<said>{either([*DATA['least']['after'], *DATA['most']['after'], *DATA['approximate']['after']])})(?!\w)",
    re.I,
)
_NOUNS = re.compile(r"(?:[ \u00a0-](?:[^\W\d_][\w'’-]*))+")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|during|until|till|by|early|late|mid|spring|summer|autumn|fall|winter|end of|of|from|to|year|and|&|before|after|seit|ab|bis|en|depuis)|[-–—(])[ ]?$",
    re.I,
)


def _unmasked(numerals: list[Numeral], masked: list[tuple[int, int]]) -> Iterator[Numeral]:
    for numeral in numerals:
        if not any(start <= numeral.start < end for start, end in masked):
            yield numeral


def _quantity(text: str, numeral: Numeral) -> Quantity | None:
    """The numeral with what stands around it, or None where it is a year, a version or a name."""
    if numeral.kind == "share":
        return _share(text, numeral)
    if numeral.kind == "multiple" and numeral.value < 1:
        return _bounded(text, numeral.start, numeral.end, numeral.value * 100, "%", False)
    if numeral.kind == "multiple" and _TWICE.match(text, numeral.start):
        return _bounded(text, numeral.start, numeral.end, numeral.value, None, False)
    if numeral.kind == "multiple":
        return _bounded(text, numeral.start, numeral.end, numeral.value, "x", False)
    start, end, value, unit = _measured(text, numeral)
    if numeral.kind == "digits" and text[end : end + 1].isalpha():
        return None
    noun = _noun(text, _past_of(text, end, numeral)) if unit is None else None
    if unit is None and _only_a_name(text, numeral, end, noun):
        return None
    if unit is None and noun is None and _TEAM_OF.search(text, 0, start):
        noun = _WHOLE
    return _bounded(text, start, end, value, unit or noun, numeral.kind == "vague")


def _share(text: str, numeral: Numeral) -> Quantity | None:
    """`half an hour` is 0.5 hours, `half a million` 500000; otherwise a share in percent."""
    after = _AN_UNIT.match(text, numeral.end)
    earlier = _AND_A_HALF.search(text, max(0, numeral.start - 16), numeral.start)
    if earlier:
        unit = UNIT_OF[key(earlier.group("unit"))]
        return _bounded(text, earlier.start(), numeral.end, 1 + numeral.value, unit, False)
    if not after:
        return _bounded(text, numeral.start, numeral.end, numeral.value * 100, "%", False)
    word = key(after.group("unit"))
    if word in UNIT_OF:
        return _bounded(text, numeral.start, after.end(), numeral.value, UNIT_OF[word], False)
    scale = 12.0 if word == "dozen" else SCALES[word]
    currency = _CURRENCY_AFTER.match(text, after.end())
    counted = _currency(currency.group()) if currency else _noun(text, after.end())
    end = currency.end() if currency else after.end()
    return _bounded(text, numeral.start, end, numeral.value * scale, counted, False)


def _measured(text: str, numeral: Numeral) -> tuple[int, int, float, str | None]:
    start, end, value = numeral.start, numeral.end, numeral.value
    before = _CURRENCY_BEFORE.search(text, max(0, start - 18), start)
    scale = _SCALE.match(text, end)
    if scale and _is_scale(text, scale, before is not None):
        value, end = value * SCALES[key(scale.group("scale"))], scale.end()
    plus = end < len(text) and text[end] == "+"
    end += plus
    if before:
        return before.start(), end, _thousands(value, numeral), _currency(before.group())
    unit = _UNIT.match(text, end)
    after = _CURRENCY_AFTER.match(text, end)
    if after and (not unit or after.end() > unit.end()):
        return start, after.end(), _thousands(value, numeral), _currency(after.group())
    if unit and not _OFTEN.match(text, unit.start()):
        name = UNIT_OF[key(unit.group("unit"))]
        return start, unit.end(), _thousands(value, numeral) if name == _WHOLE else value, name
    return start, end, _thousands(value, numeral), None


def _thousands(value: float, numeral: Numeral) -> float:
    """`95.000` of something that is counted or paid is ninety-five thousand."""
    return round(value * 1000, 6) if numeral.grouped else value


def _is_scale(text: str, scale: re.Match[str], money: bool) -> bool:
    """A letter counts as a scale only when written to the number, or with a currency."""
    if key(scale.group("scale")) not in LETTER_SCALES:
        return True
    return not scale.group("gap") or money or bool(_CURRENCY_AFTER.match(text, scale.end()))


def _currency(written: str) -> str:
    return CURRENCY_OF[key(_OF.sub("", written.strip(" \u00a0-")))]


def _noun(text: str, end: int) -> str | None:
    """The stem of what is counted: the first plural of the next four words, or the word after a hyphen."""
    following = _NOUNS.match(text, end)
    if not following:
        return None
    for word in re.findall(r"[^\W\d_][\w'’-]*", following.group())[:4]:
        folded = word.casefold()
        if folded in NUMBER_WORDS:
            break
        if folded in SMALL_WORDS and folded not in ("more", "other", "own"):
            break
        if folded in UNIT_OF:
            return None if folded == "times" else UNIT_OF[folded]
        if len(folded) > 3 and folded.endswith("s") and not folded.endswith(("ss", "us", "is", "'s", "’s")):
            return stem(folded)
    hyphened = re.match(r"[-‑]([^\W\d_]+)", text[end:])
    return stem(hyphened.group(1)) if hyphened else None


def _past_of(text: str, end: int, numeral: Numeral) -> int:
    """`dozens of services` counts services."""
    return end + 3 if numeral.kind != "digits" and text.startswith(" of ", end) else end


def _only_a_name(text: str, numeral: Numeral, end: int, noun: str | None) -> bool:
    """A year, a version (`Python 3.11`), a numbered thing (`SOC 2`, `phase 3`), or the pronoun `one`."""
    before = text[max(0, numeral.start - 40) : numeral.start]
    if numeral.kind == "words":
        word = text[numeral.start : numeral.end].casefold()
        return word == "one" and not (
            qualified(text, numeral.start) or re.match(r" (?:in|out of) ", text[end:])
        )
    year = end - numeral.start == 4 and 1950 <= numeral.value <= 2049
    if year and (_YEAR_BEFORE.search(before) or re.search(rf"{_MONTH}[ ]$", before, re.I) or not noun):
        return True
    last = re.search(r"([^\s(]+)[ \u00a0]$", before)
    word = last.group(1) if last else ""
    if word.casefold() in _NOT_BEFORE:
        return True
    acronym = len(word) > 1 and word.isupper() and word.isalpha()
    if acronym and text[numeral.start : end].isdigit() and numeral.value >= 1000:
        return True
    versioned = word[:1].isupper() and "." in text[numeral.start : end] and len(before) > len(word) + 1
    return (acronym or versioned) and noun is None


def _bounded(text: str, start: int, end: int, value: float, unit: str | None, vague: bool) -> Quantity:
    about, least, most = qualifiers(text, start)
    later = _LATER.match(text, end)
    said = later.group("said").casefold() if later else ""
    least = least or vague or text[end - 1] == "+" or "+" in text[start:end] or said in DATA["least"]["after"]
    most = most or said in DATA["most"]["after"]
    return Quantity(
        start=start,
        end=end,
        text=text[start:end],
        value=round(value, 9),
        unit=unit,
        approximate=about or vague or said in DATA["approximate"]["after"],
        bound="at least" if least else "at most" if most else None,
    )
