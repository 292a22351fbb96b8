"""Dates as systems export them -> aware moments. A moment without a zone is taken as UTC. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bonafide.connectors.systems.reading import Option
from bonafide.model.faults import InputFault

ORDERS = ("day-first", "month-first")
OPTION = Option("dates", "How 03/04/2025 is meant, where the file does not show it.", choices=ORDERS)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIME = r"(?:,?[T ]+(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d))?\s*(?P<half>[AaPp])?\.?(?:[Mm]\.?)?)?"
_NUMBERS = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[./-])(?P<other>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)" + _TIME
)
_NAMED = re.compile(
    r"(?P<day>\d{1,2})[/ .-]+(?P<month>[A-Za-z]{3})[a-z]*[/ .,-]+(?P<year>\d{4}|\d\d)" + _TIME
)
_AMERICAN = re.compile(r"(?P<month>[A-Za-z]{3})[a-z]*\.? (?P<day>\d{1,2}),? (?P<year>\d{4})" + _TIME)
_EPOCH = re.compile(r"\d{10}|\d{13}")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Moments:
    """A reader of dates, once it is known whether the day or the month comes first; "" where that is not known."""

    order: str = ""

    @staticmethod
    def of(texts: Iterable[str], order: str = "") -> Moments:
        """A reader for all the dates of a file. Raises InputFault where some have the day first and some the month."""
        if order:
            return Moments(order)
        pairs = [match for text in texts if (match := _NUMBERS.fullmatch(text)) and match["mark"] != "."]
        seen = {
            order
            for order, part in zip(ORDERS, ("first", "other"), strict=True)
            if any(int(match[part]) > 12 for match in pairs)
        }
        if len(seen) > 1:
            what = "Some dates have the day first and some the month."
            raise InputFault(what, mend="Export them as 2025-04-03.")
        return Moments(seen.pop() if seen else "")

    def __call__(self, text: str, where: str) -> datetime | None:
        """The moment that a text tells; None for an empty one. Raises InputFault with the place for any other."""
        if not text:
            return None
        try:
            found = self._read(text, where)
        except (ValueError, OverflowError) as error:
            mend = "Export it as 2025-04-03 16:30."
            raise InputFault(f"“{text[:40]}” is no date.", where=where, mend=mend) from error
        return found

    def _read(self, text: str, where: str) -> datetime:
        if _ISO.match(text):
            found = datetime.fromisoformat(text.removesuffix(" UTC"))
            return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
        if _EPOCH.fullmatch(text):
            return datetime.fromtimestamp(int(text) / (1 if len(text) == 10 else 1000), UTC)
        if match := _NAMED.fullmatch(text) or _AMERICAN.fullmatch(text):
            return _moment(match, MONTHS.index(match["month"].lower()) + 1, int(match["day"]))
        if not (match := _NUMBERS.fullmatch(text)):
            raise ValueError(text)
        first, other = int(match["first"]), int(match["other"])
        if match["mark"] == ".":
            return _moment(match, other, first)
        if not self.order:
            what = f"“{text[:40]}” may be either of two days."
            raise InputFault(
                what,
                where=where,
                mend="Say whether the day or the month comes first (--dates day-first, --dates month-first).",
            )
        return _moment(match, *((other, first) if self.order == ORDERS[0] else (first, other)))


def numbered(text: str) -> bool:
    """Whether it is a date of which the day or the month may come first."""
    match = _NUMBERS.fullmatch(text)
    return match is not None and match["mark"] != "."


def unclear(texts: Iterable[str]) -> str:
    """The first of these dates, where none of them shows whether the day or the month comes first; else ""."""
    first = ""
    for match in filter(None, map(_NUMBERS.fullmatch, texts)):
        if match["mark"] == ".":
            continue
        if int(match["first"]) > 12 or int(match["other"]) > 12:
            return ""
        first = first or match[0]
    return first


def _moment(match: re.Match[str], month: int, day: int) -> datetime:
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    hour = int(match["hour"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] in "Pp" else 0)
    at = timedelta(hours=hour, minutes=int(match["minute"] or 0), seconds=int(match["second"] or 0))
    return datetime(year, month, day, tzinfo=UTC) + at
