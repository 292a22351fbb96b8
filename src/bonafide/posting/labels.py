"""Facts that a page or a text prints with a label: `Location: Lyon`, `<dt>Posted</dt><dd>12 Nov 2026</dd>`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from bonafide.model.posting import JobLocation
from bonafide.posting import dates, deadlines, modes, places, salary
from bonafide.posting.findings import Findings
from bonafide.posting.lexicon import table
from bonafide.posting.lines import Line, fold

_LONGEST_LABEL = 34
_LONGEST_VALUE = 160
_PAIR = re.compile(r"^\s*(?P<label>[^:：]{2,34}?)\s*[:：]\s*(?P<value>\S.*)$")
_LEADING = re.compile(
    r"^(?P<label>(?:[^\W\d_]|['’ ]){3,28}?)\s+(?P<value>(?:\d|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|vor |il y a |hace |há |ha ).*)$"
)


def pairs(lines: Sequence[Line]) -> list[tuple[str, str]]:
    """Field names and values in the order of print; the first of a name weighs most."""
    found: list[tuple[str, str]] = []
    for index, line in enumerate(lines):
        for label, value in _of_line(line):
            found.append((label, value))
        name = _field(line.text)
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        if name and following and len(following) <= _LONGEST_VALUE and not _field(following):
            found.append((name, following))
    return found


def _of_line(line: Line) -> list[tuple[str, str]]:
    if len(line.text) > _LONGEST_VALUE + _LONGEST_LABEL:
        return []
    found: list[tuple[str, str]] = []
    for piece in re.split(r"\s+[|·•]\s+", line.text):
        match = _PAIR.match(piece) or _LEADING.match(piece)
        name = _field(match.group("label")) if match else None
        if match and name:
            found.append((name, match.group("value").strip()))
    return found or _of_parts(line)


def _of_parts(line: Line) -> list[tuple[str, str]]:
    """Labels and values that stand on one line in elements of their own."""
    named = [(index, name) for index, part in enumerate(line.parts) if (name := _field(part))]
    ends = [index for index, _ in named[1:]] + [len(line.parts)] * bool(named)
    pieces = [
        (name, " ".join(line.parts[index + 1 : end]).strip(" :"))
        for (index, name), end in zip(named, ends, strict=True)
    ]
    return [(name, value) for name, value in pieces if value]


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {word: name for name, entry in table("labels").items() for word in map(fold, entry["words"])}


def is_label(text: str) -> bool:
    """Whether a line is nothing but the label of a fact."""
    return _field(text) is not None


def _field(text: str) -> str | None:
    """The field that a label names, `noise` for one that only looks like a fact of the posting."""
    if len(text) > _LONGEST_LABEL:
        return None
    return _names().get(re.sub(r"^[^\w]+|[^\w)]+$", "", fold(text)))


def findings(lines: Sequence[Line], today: date | None, month_first: bool, country: str | None) -> Findings:
    """What the labelled facts among the lines state."""
    values: dict[str, list[str]] = {}
    for name, value in pairs(lines):
        values.setdefault(name, []).append(value)
    first = {name: given[0] for name, given in values.items()}
    posted = _day(values.get("posted", []), today, month_first)
    return Findings(
        kind="labels",
        title=first.get("title"),
        company=_company(first.get("company")),
        places=_places(values.get("place", []), first.get("country")) or _behind(first.get("company")),
        remote=modes.presence_field(first["remote"]) if "remote" in first else None,
        employment=modes.employment(
            piece for value in values.get("employment", []) for piece in (value, *value.split(", "))
        ),
        salary=salary.stated(first["salary"], country) if "salary" in first else None,
        posted=posted,
        until=_day(values.get("until", []), None, month_first) or _last_day(values, posted, month_first),
    )


def country(lines: Sequence[Line]) -> str | None:
    """The country of the first labelled place, which decides how its dates and dollars are read."""
    named = pairs(lines)
    found = _places(
        [value for name, value in named if name == "place"],
        next((value for name, value in named if name == "country"), None),
    )
    return next((place.country for place in found if place.country), None)


def _company(value: str | None) -> str | None:
    """The name without the town that some put behind it."""
    parts = (value or "").split(", ")
    for size in (2, 1):
        if len(parts) > size and places.is_place(", ".join(parts[-size:])):
            parts = parts[:-size]
    name = ", ".join(parts).strip()
    return name if name and len(name) <= 90 else None


def _places(values: Sequence[str], country: str | None) -> tuple[JobLocation, ...]:
    code = places.country_code(country or "")
    found = [place for value in values if modes.presence((value,)) is None for place in places.stated(value)]
    found = found or [place for value in values for place in places.read(value)]
    if code:
        found = [replace(place, country=place.country or code) for place in found]
    return places.distinct(found or ([JobLocation(country=code)] if code else []))


def _behind(company: str | None) -> tuple[JobLocation, ...]:
    """The place behind a company's name: `St. Brannoc Hospital, Tulsa, OK`."""
    _, comma, rest = (company or "").partition(", ")
    return tuple(place for place in places.read(rest) if place.city) if comma else ()


def _last_day(values: Mapping[str, Sequence[str]], posted: str | None, month_first: bool) -> str | None:
    """A last day that is printed without its year."""
    days = (deadlines.of_label(value, posted, month_first) for value in values.get("until", ()))
    return next(filter(None, days), None)


def _day(values: Sequence[str], today: date | None, month_first: bool) -> str | None:
    for value in values:
        if found := dates.printed(value, month_first) or dates.relative(value, today):
            return found
    return None
