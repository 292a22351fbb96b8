"""Figures that belong together: ranges, ratios, the two ends of a change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from bonafide.language.lookup import key
from bonafide.language.numerals import DATA, SCALES, either
from bonafide.language.units import (
    APPROXIMATE,
    CURRENCY_OF,
    DIMENSIONS,
    LEAST,
    MOST,
    Quantity,
    in_base,
    phrases_before,
)

_FROM = frozenset(DATA["roles"]["from"])
_TO = frozenset(DATA["roles"]["to"])
_CHANGES = frozenset(DATA["roles"]["changes"])
_BETWEEN = re.compile(
    r"(?P<dash>\s*[-–—]\s*)|(?P<arrow>\s*(?:-{1,2}>|=>|→|⟶)\s*)|(?:\s+[a-z]+)?\s+(?P<share>in|out of|von|sur)\s+(?:every\s+)?|\s+(?P<of>of)\s+(?:every\s+)?"
    r"|\s+(?P<word>to|bis|auf|à|and|und|et|or)\s+",
    re.IGNORECASE,
)
# So many words may stand before a figure that is in the unit of another one, and no full stop or semicolon.
_REACH = 6
_STOP = re.compile(r"[;.]\s")
# `by twelve points, to 29 %`: how far, and not from where.
_BY = re.compile(r"\b(?:by|um|de) (?:\w+ )?$", re.IGNORECASE)
_AHEAD = 16
_PAIR = 2
# `41 in 2022`, `41 (FY2022)`, `41 open in 2022`: a figure with its year.
_YEAR = re.compile(
    r"[^;.\d]{0,24}?(?:\b(?:in|im|en|for|FY|at the end of|end of)\s?|\()(?:FY ?)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of (?:them|these|those|which)\b", re.IGNORECASE)
_DAVON = re.compile(
    r"\b(?:davon|dont|of which|including)\s+(?:gut |rund |etwa |knapp |about |some |plus de )?$",
    re.IGNORECASE,
)
_WHOLES = frozenset({10, 100, 1000})
_RATIO_BASES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000, 10000})


def joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities of a text, in order: those that belong together as one, or with the roles and units they share."""
    told = _by_years(text, list(_with_roles(text, _merged(text, found))))
    for place, (earlier, later) in enumerate(pairwise(told)):
        paired = later.role == "from" and any(one.role == "to" for one in told[place + 2 : place + 3])
        if _is_part(text, earlier, later):
            told[place + 1] = replace(later, unit=earlier.unit)
        elif not paired and _is_other_end(text, earlier, later):
            told[place + 1] = replace(later, unit=later.unit or earlier.unit)
            told[place] = replace(earlier, role=earlier.role or ("to" if later.role == "from" else "from"))
    return told


def _by_years(text: str, told: list[Quantity]) -> list[Quantity]:
    """`9 in 2021, 4 in 2023`: of two figures of a kind with a year each, the earlier one is where it began."""
    years = [_year_after(text, one, told[place + 1 : place + 2]) for place, one in enumerate(told)]
    for place, (one, other) in enumerate(pairwise(told)):
        first, last = years[place], years[place + 1]
        alone = sum(year is not None for year in years) == _PAIR
        if (
            first
            and last
            and first != last
            and alone
            and one.role is other.role is None
            and one.unit == other.unit
        ):
            told[place] = replace(one, role="from" if first < last else "to")
            told[place + 1] = replace(other, role="to" if first < last else "from")
    return told


def _year_after(text: str, quantity: Quantity, following: list[Quantity]) -> str | None:
    end = following[0].start if following else len(text)
    year = _YEAR.match(text, quantity.end, end)
    return year.group("year") if year else None


def _is_part(text: str, earlier: Quantity, later: Quantity) -> bool:
    """`twelve years in trade, five of them in charge`: a bare figure that is a part of the one before it."""
    before, after = text[earlier.end : later.start], text[later.end :]
    part = _OF_THEM.match(after) or _DAVON.search(before)
    near = len(before.split()) <= _REACH and not _STOP.search(before)
    return later.unit is None and earlier.unit in DIMENSIONS and bool(part) and near


def _is_other_end(text: str, earlier: Quantity, later: Quantity) -> bool:
    """`12 minutes instead of 40`, `40 minutes (down to 12)`: a bare figure that is the other end of a change."""
    times = {in_base(1.0, one.unit)[0] for one in (earlier, later)} == {"time"}
    same = later.unit in (None, earlier.unit) or times
    if _BY.search(text, max(0, earlier.start - _AHEAD), earlier.start):
        return False
    between = text[earlier.end : later.start]
    near = len(between.split()) <= _REACH and not _STOP.search(between)
    return same and later.role is not None and later.role != earlier.role and near


def _merged(text: str, found: list[Quantity]) -> list[Quantity]:
    """Ranges and ratios become one quantity; `from 14 to 5 days` shares its unit and stays two."""
    merged: list[Quantity] = []
    for quantity in found:
        if merged:
            pair = _pair(text, merged[-1], quantity)
            merged.pop() if pair else None
            merged.extend(pair or (quantity,))
        else:
            merged.append(quantity)
    return merged


def _pair(text: str, first: Quantity, second: Quantity) -> tuple[Quantity, ...] | None:
    joined = _hours_and_minutes(text, first, second)
    if joined:
        return joined
    between = _BETWEEN.fullmatch(text, first.end, second.start)
    if not between:
        return None
    word = (between.group("word") or "").casefold()
    if between.group("share") or (between.group("of") and second.value in _WHOLES):
        return _ratio(text, first, second)
    if between.group("of"):
        return None
    before = next((phrase for phrase, _ in reversed(list(phrases_before(text, first.start)))), "")
    if second.unit is None and (first.unit in _CURRENCIES or first.unit in DIMENSIONS):
        second = replace(second, unit=first.unit)
    alike = _sharing(first, second)
    if between.group("arrow"):
        return (
            (replace(alike, role="from"), replace(second, role="to")) if alike.unit == second.unit else None
        )
    if word in ("and", "und", "et", "or"):
        return (
            _range(text, alike, second)
            if before in ("between", "zwischen", "entre") or word == "or"
            else None
        )
    if before in _FROM or alike.value >= second.value or alike.unit != second.unit:
        return (
            (replace(alike, role="from"), replace(second, role="to")) if alike.unit == second.unit else None
        )
    return _range(text, alike, second)


def _sharing(first: Quantity, second: Quantity) -> Quantity:
    """The first figure of a pair with the unit and scale that only the second one carries."""
    if first.unit is not None and first.unit != second.unit:
        return first
    scaled = re.search(rf"\d[ \u00a0]?({either(SCALES)})(?!\w)", second.text, re.IGNORECASE)
    bare = first.text.strip("$€£¥ ").replace(",", "").replace(".", "").isdigit()
    factor = SCALES[key(scaled.group(1))] if scaled and bare and first.value < second.value else 1.0
    return replace(first, unit=second.unit, value=first.value * factor)


_CURRENCIES = frozenset(CURRENCY_OF.values())


def _range(text: str, first: Quantity, second: Quantity) -> tuple[Quantity, ...] | None:
    if first.unit != second.unit or first.value >= second.value:
        return None
    whole = text[first.start : second.end]
    return (replace(first, end=second.end, text=whole, high=second.value),)


def _hours_and_minutes(text: str, first: Quantity, second: Quantity) -> tuple[Quantity, ...] | None:
    """`1 h 30 min` is one and a half hours."""
    (dimension, large), (other, small) = in_base(first.value, first.unit), in_base(second.value, second.unit)
    if not dimension == other == "time" or text[first.end : second.start].strip() not in ("", "and"):
        return None
    unit = in_base(1, first.unit)[1]
    if small >= unit or in_base(1, second.unit)[1] >= unit or second.unit == first.unit:
        return None
    whole = text[first.start : second.end]
    return (replace(first, end=second.end, text=whole, value=round((large + small) / unit, 6)),)


def _ratio(text: str, first: Quantity, second: Quantity) -> tuple[Quantity, ...] | None:
    known = second.value in _RATIO_BASES or (first.value == 1 and second.value.is_integer())
    fits = (first.unit is None or second.unit is None) and known and first.value < second.value
    if not fits or (second.unit in DIMENSIONS and second.unit != "people"):
        return None
    share = round(first.value / second.value * 100, 4)
    whole = text[first.start : second.end]
    return (replace(first, end=second.end, text=whole, value=share, unit="%", approximate=True),)


def _with_roles(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    for quantity in found:
        if quantity.role is None:
            yield replace(quantity, role=_role(text, quantity.start))
        else:
            yield quantity


def _role(text: str, start: int) -> str | None:
    """From the words before the figure; `to` only after a word of change, as much is merely sent to someone."""
    while True:
        phrases = list(phrases_before(text, start))
        skipped = next((at for phrase, at in phrases if phrase in APPROXIMATE | LEAST | MOST - _TO), None)
        if skipped is None:
            break
        start = skipped
    if any(phrase in _FROM for phrase, _ in phrases):
        return "from"
    earlier = re.findall(r"[^\W\d_]+", text[max(0, start - 90) : start].casefold())
    changed = any(word in _CHANGES or word == "from" for word in earlier)
    return "to" if changed and any(phrase in _TO for phrase, _ in phrases) else None
