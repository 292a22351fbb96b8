"""Dates and periods as people print them, in ten languages, found, parsed, counted and printed.

A date has the precision of its print: `2019`, `2019-08`, `2019-08-01`. A quarter or a season is its year.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from bonafide.language.calendar import PRINTED, WORDS, plain


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date whose month and day may be unknown (0)."""

    year: int
    month: int = 0
    day: int = 0

    def iso(self) -> str:
        """`2019`, `2019-08` or `2019-08-01`."""
        parts = (f"{self.year:04d}", f"{self.month:02d}", f"{self.day:02d}")
        return "-".join(parts[: 1 + bool(self.month) + bool(self.month and self.day)])


@dataclass(frozen=True, slots=True)
class Period:
    """A period printed at `text[start:end]`.

    A single date is its own start and end. "since 2019" and "2019 – present" are ongoing and have no
    end; "until 2019" has no start.
    """

    start: int
    end: int
    start_date: PartialDate | None
    end_date: PartialDate | None
    ongoing: bool = False


_YEAR = r"(?:19[3-9]\d|20\d\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_NAME = rf"(?:{WORDS.months})\b\.?"
_OF = rf"(?:\s+(?:{WORDS.of})\b|\s*d['’])?"
_NTH = r"(?:st|nd|rd|th|er|re|[.º°ª])?"
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN = rf"(?-i:{'|'.join(sorted(_ROMANS, key=len, reverse=True))})"
_SPRING = rf"(?:{WORDS.seasons})"

_FORMS: dict[str, str] = {
    "east": r"(\d{4})\s?[年년](?:\s?(\d{1,2})\s?[月월])?(?:\s?(\d{1,2})\s?[日일])?",
    "iso": rf"({_YEAR})[-./]({_MONTH})(?:[-./]({_DAY}))?(?![\d/])",
    "numeric": rf"(\d{{1,2}})\s?[./-]\s?(\d{{1,2}})\s?[./-]\s?({_YEAR})(?!\d)",
    "month": rf"({_MONTH})\s?[./-]\s?({_YEAR})(?!\d)",
    "named": rf"(?:({_DAY}){_NTH}{_OF}[\s.-]*)?({_NAME}){_OF}[\s,./-]*(?:({_DAY}){_NTH},?\s+)?"
    rf"({_YEAR}|['’`]\d\d)(?!\d)",
    "turned": rf"({_YEAR})[\s,./-]+({_NAME})(?![\w-])",
    "roman": rf"(?:({_DAY})[\s./-]+)?({_ROMAN})[\s./-]+({_YEAR})(?!\d)",
    "roman_after": rf"({_YEAR})[\s./-]+({_ROMAN})(?![\w.])",
    "quarter": rf"(?:[QT][1-4]|[1-4](?:Q|\.\s?Quartal|er?\s+trimestre))[\s./-]*({_YEAR})(?!\d)",
    "quarter_after": rf"({_YEAR})[\s./-]*[QT][1-4](?!\w)",
    "season": rf"{_SPRING}{_OF},?\s+({_YEAR})(?:/\d\d(?:\d\d)?)?(?!\d)",
    "year": rf"({_YEAR})(?![\d%])(?![.,]\d)",
}
# A part of a longer number, of a price or of a version is no date.
_DATE = re.compile(
    r"(?<![\w$€£#])(?<!\d[.,])(?:" + "|".join(f"(?P<{n}>{form})" for n, form in _FORMS.items()) + ")", re.I
)
_ENDS = dict(zip(_DATE.groupindex, [*list(_DATE.groupindex.values())[1:], _DATE.groups + 1], strict=True))

_DASH = r"(?:[-‐‑‒–—―−~→]|->)"
_JOINT = re.compile(rf"\s*(?:{_DASH}|/|(?:{_DASH}\s*)?\b(?:{WORDS.joining})\b)\s*", re.I)
_PRESENT = re.compile(
    rf"\s*(?:{_DASH}|/|(?:{_DASH}\s*)?\b(?:{WORDS.joining})\b)?[\s(]*(?:l['’])?(?:{WORDS.present})(?!\w)",
    re.I,
)
_OPENS_DATE = re.compile(
    rf"(?:^|[\d(\[|,;:.•·\t/]|{_DASH}|\b(?:{WORDS.joining}|{WORDS.since}|{WORDS.opening}|{WORDS.until}))\s*$",
    re.I,
)
_REACH = 60
_SINCE = re.compile(rf"(?<!\w)(?:{WORDS.since})\s*$", re.I)
_FROM = re.compile(rf"(?<!\w)(?:{WORDS.opening})\s*$", re.I)
_UNTIL = re.compile(rf"(?:(?<!\w)(?:{WORDS.until})|^\s*{_DASH})\s*$", re.I)
_OPEN_END = re.compile(rf"\s*{_DASH}\s*(?=$|[)\]|,;•·\n])")
_SHORT_YEAR = re.compile(r"\s?[-–/]\s?(\d\d)(?![\w./-])")
_MONTH_BEFORE = re.compile(
    rf"(?<!\w)(?:({_NAME})|({_MONTH})|({_ROMAN}))\s*(?:{_DASH}|/|{WORDS.joining})\s*$", re.I
)


def parse_date(text: str) -> PartialDate | None:
    """The date that the whole text prints, or None."""
    match = _DATE.fullmatch(text.strip())
    return _value(match) if match else None


def find_periods(text: str) -> tuple[Period, ...]:
    """Every period and single date in the text, in order, with the words that open or close it."""
    if not any(char.isdigit() for char in text):
        return ()
    found: list[Period] = []
    dates = _dates(text)
    while dates:
        period, used = _period(text, dates)
        found.append(period)
        dates = dates[used:]
    return tuple(found)


_Found = tuple[int, int, PartialDate]


def _before(start: int) -> int:
    """Where to begin to look for a word right before a date: texts of hundreds of dates are not searched whole for each."""
    return max(0, start - _REACH)


def _dates(text: str) -> list[_Found]:
    found = []
    for match in _DATE.finditer(text):
        value = _value(match)
        if value is None:
            continue
        start = match.start()
        if match.lastgroup == "roman" and not _OPENS_DATE.search(text, _before(start), start):
            # "Phase II 2019" holds a year.
            start, value = match.end() - 4, PartialDate(value.year)
        found.append((start, match.end(), value))
    return found


def _period(text: str, dates: list[_Found]) -> tuple[Period, int]:
    """The period that begins at the first of the dates, and how many of them it takes."""
    start, end, value = dates[0]
    if len(dates) > 1 and _JOINT.fullmatch(text, end, dates[1][0]):
        opened = _FROM.search(text, _before(start), start)
        first, last = _forwards(value, dates[1][2])
        return Period(opened.start() if opened else start, dates[1][1], first, last), 2
    return _open_period(text, start, end, value) or _short_period(text, start, end, value), 1


def _forwards(first: PartialDate, last: PartialDate) -> tuple[PartialDate, PartialDate]:
    """The two dates of a period from the earlier to the later: some print the later first."""
    known = 2 if first.month and last.month else 1
    turned = (first.year, first.month)[:known] > (last.year, last.month)[:known]
    return (last, first) if turned else (first, last)


def _open_period(text: str, start: int, end: int, value: PartialDate) -> Period | None:
    """A period with one printed date: ongoing, or with an end only."""
    present, since = _PRESENT.match(text, end), _SINCE.search(text, _before(start), start)
    if present:
        opened = since or _FROM.search(text, _before(start), start)
        return Period(opened.start() if opened else start, present.end(), value, None, ongoing=True)
    if since:
        return Period(since.start(), end, value, None, ongoing=True)
    until, open_end = _UNTIL.search(text, _before(start), start), _OPEN_END.match(text, end)
    if until:
        return Period(until.start(), end, None, value)
    return Period(start, open_end.end(), value, None, ongoing=True) if open_end else None


def _short_period(text: str, start: int, end: int, value: PartialDate) -> Period:
    """A period whose other end is shortened ("2018–19", "Mar – Jun 2019"), or a single date."""
    short = _SHORT_YEAR.match(text, end)
    if short and not value.month and int(short[1]) > value.year % 100:
        last = PartialDate(value.year - value.year % 100 + int(short[1]))
        return Period(start, short.end(), value, last)
    before = _MONTH_BEFORE.search(text, _before(start), start)
    if before and value.month:
        month = _month_number(before[1], before[2], before[3])
        if month <= value.month:
            return Period(before.start(), end, PartialDate(value.year, month), value)
    return Period(start, end, value, value)


def _month_number(name: str | None, number: str | None, roman: str | None) -> int:
    if roman:
        return _ROMANS.index(roman) + 1
    return int(number) if number else _number(name or "")


def _value(match: re.Match[str]) -> PartialDate | None:
    name = match.lastgroup or "year"
    groups = match.groups()[_DATE.groupindex[name] : _ENDS[name] - 1]
    found = _READERS[name](groups)
    return found if found and _exists(found) else None


def _east(groups: tuple[str, ...]) -> PartialDate:
    return PartialDate(*(int(group or 0) for group in groups))


def _numeric(groups: tuple[str, ...]) -> PartialDate | None:
    """Day first, as most of the world writes, unless only the other order is possible or starts a month."""
    first, second, year = (int(group) for group in groups)
    swapped = second > 12 or (second == 1 and first != 1 and first <= 12)
    day, month = (second, first) if swapped else (first, second)
    return PartialDate(year, month, day)


def _month(groups: tuple[str, ...]) -> PartialDate:
    return PartialDate(int(groups[1]), int(groups[0]))


def _named(groups: tuple[str | None, ...]) -> PartialDate:
    before, name, after, year = groups
    return PartialDate(_year(year or ""), _number(name or ""), int(before or after or 0))


def _turned(groups: tuple[str, ...]) -> PartialDate:
    return PartialDate(int(groups[0]), _number(groups[1]))


def _roman(groups: tuple[str | None, ...]) -> PartialDate:
    day, month, year = groups
    return PartialDate(int(year or 0), _ROMANS.index(month or "") + 1, int(day or 0))


def _roman_after(groups: tuple[str, ...]) -> PartialDate:
    return PartialDate(int(groups[0]), _ROMANS.index(groups[1]) + 1)


def _year_only(groups: tuple[str, ...]) -> PartialDate:
    return PartialDate(int(groups[0]))


_READERS: dict[str, Callable[[tuple[str, ...]], PartialDate | None]] = {
    "east": _east,
    "iso": _east,
    "numeric": _numeric,
    "month": _month,
    "named": _named,
    "turned": _turned,
    "roman": _roman,
    "roman_after": _roman_after,
    "quarter": _year_only,
    "quarter_after": _year_only,
    "season": _year_only,
    "year": _year_only,
}


def _number(name: str) -> int:
    return WORDS.month_numbers[plain(name).rstrip(".")]


def _year(text: str) -> int:
    if len(text) == 4:
        return int(text)
    short = int(text[1:])
    return 2000 + short if short < 50 else 1900 + short


def _exists(found: PartialDate) -> bool:
    try:
        date(found.year, found.month or 1, found.day or 1)
    except ValueError:
        return False
    return True


def months_between(start_iso: str, end_iso: str | None, today: date) -> int:
    """Months from start to end, both counted; no end means today. 0 where the end is before the start.

    A year without its month counts from or to its middle: 2019 to 2021 is two years.
    """
    return max(0, _last(end_iso, today) - _first(start_iso) + 1)


def union_months(periods: Iterable[tuple[str | None, str | None]], today: date) -> int:
    """Months covered by (start, end) pairs of ISO dates, overlaps once; pairs without a start are left out."""
    total, covered = 0, -1
    for first, last in sorted((_first(start), _last(end, today)) for start, end in periods if start):
        begin = max(first, covered + 1)
        total += max(0, last - begin + 1)
        covered = max(covered, last)
    return total


def _first(iso: str) -> int:
    parts = [int(part) for part in iso.split("-")]
    return parts[0] * 12 + (parts[1] if len(parts) > 1 else 7) - 1


def _last(iso: str | None, today: date) -> int:
    if iso is None:
        return today.year * 12 + today.month - 1
    parts = [int(part) for part in iso.split("-")]
    return parts[0] * 12 + (parts[1] if len(parts) > 1 else 6) - 1


def print_date(iso: str, language: str, full: bool = False) -> str:
    """`Aug 2019`, or `August 2019` in `full`, by the language's months (else English); a bare year stays."""
    year, *rest = iso.split("-")
    if not rest:
        return year
    printed = PRINTED.get(language, PRINTED["en"])
    month = (printed.full if full else printed.months)[int(rest[0]) - 1]
    day = [str(int(part)) for part in rest[1:]]
    return " ".join([*day, month, year])


def print_period(start_iso: str | None, end_iso: str | None, language: str, ongoing: bool = True) -> str:
    """`Aug 2019 – Mar 2021`; without an end `Aug 2019 – present`, or the start alone if not `ongoing`."""
    start = print_date(start_iso, language) if start_iso else ""
    end = print_date(end_iso, language) if end_iso else ""
    if start and not end and ongoing:
        end = PRINTED.get(language, PRINTED["en"]).present
    return start if start == end else " – ".join(part for part in (start, end) if part)
