"""Days on which a posting appeared or closes, as ISO 8601, from print, records and `3 days ago`."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from bonafide.language.periods import find_periods
from bonafide.posting.lexicon import anyof, table
from bonafide.posting.lines import fold

_ISO = re.compile(r"(?<!\d)(20\d\d)-(\d{2})-(\d{2})(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(20\d\d|\d\d)(?!\d)")
_OPEN = re.compile(r"\d\s*\+|more than|over \d|mehr als|plus de|mas de|meer dan|mais de|ponad")


def of_record(value: object) -> str | None:
    """The day of a record's time stamp as printed there (no change of time zone); numbers are epochs."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return _of_epoch(float(value))
    text = str(value).strip()
    if re.fullmatch(r"\d{10}|\d{13}", text):
        return _of_epoch(float(text))
    return printed(text)


def _of_epoch(value: float) -> str | None:
    seconds = value / 1000 if value > 1e11 else value
    if not 9e8 < seconds < 4e9:
        return None
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def printed(text: str, month_first: bool = False) -> str | None:
    """The first full date in a text; `month_first` decides what 11/04/2026 means where both are possible."""
    if found := _ISO.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.search(text):
        first, second = int(found[1]), int(found[3])
        year = int(found[4]) + (2000 if len(found[4]) == 2 else 0)
        american = found[2] == "/" and month_first
        day, month = (second, first) if (american and first <= 12) or second > 12 else (first, second)
        return _day(year, month, day)
    for period in find_periods(text):
        start = period.start_date or period.end_date
        if start and start.day:
            return start.iso()
    return None


def relative(text: str, today: date | None) -> str | None:
    """The day that `3 days ago` names, counted from `today`; None without it, or for `30+ days ago`."""
    plain = fold(text)
    if today is None or _OPEN.search(plain):
        return None
    if _ever("today").search(plain):
        return today.isoformat()
    if found := _ago().search(plain):
        count = next(group for group in found.groups()[::2] if group)
        unit = next(group for group in found.groups()[1::2] if group)
        days = _days()[unit] * (1 if count in ("a", "an", "one") else int(count))
        return (today - timedelta(days=days)).isoformat() if days < 400 else None
    return (today - timedelta(days=1)).isoformat() if _ever("yesterday").search(plain) else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=2)
def _ever(kind: str) -> re.Pattern[str]:
    return anyof(table("dates")[kind])


@lru_cache(maxsize=1)
def _days() -> dict[str, int]:
    return {word: int(days) for days, words in table("dates")["units"].items() for word in words}


@lru_cache(maxsize=1)
def _ago() -> re.Pattern[str]:
    units = "|".join(sorted(map(re.escape, _days()), key=len, reverse=True))
    number = rf"(\d{{1,3}}|an?|one)\s*({units})"
    forms = [re.escape(form).replace(r"\#", number).replace(r"\ ", r"\s+") for form in table("dates")["ago"]]
    return re.compile("|".join(rf"(?<!\w){form}(?!\w)" for form in forms))
