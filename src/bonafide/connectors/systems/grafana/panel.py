"""A panel's data as CSV (Inspect, Data, Download CSV) -> series. Pure.

Series joined by time have a column each; in the long form, a column `Value` stands beside others that say whose it is, as it did in
Grafana's older `Series;Time;Value`.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from math import isfinite, nan
from pathlib import PurePath
from typing import TypeAlias

from bonafide.connectors.systems.grafana.series import MOST, Series, meant
from bonafide.connectors.systems.moments import Moments, numbered
from bonafide.connectors.systems.reading import Content, timed
from bonafide.connectors.systems.table import NOTHING, cells
from bonafide.model.faults import InputFault, UnreadableFault

RAW = "Download the panel's data as CSV, with “Formatted data” switched off."
MOST_SERIES = 20_000
LONGEST_HEAD = 500
"""Signs of a header in which a unit is looked for."""
_TIME = re.compile(r"\s*(?:time|date|day|datetime|date[ _]time|timestamp|_time)\s*", re.I)
_VALUE = re.compile(r"\s*value(?:\s*#\w+)?\s*", re.I)
_UNIT = re.compile(r"(?P<name>.*\S)\s*[(\[](?P<unit>[^()\[\]]{1,20})[)\]]\s*", re.S)
Samples: TypeAlias = "tuple[array[float], array[float]]"


def series(content: Content, order: str = "") -> list[Series]:
    """The series of a file; `order` is how dates with slashes are meant.

    Raises UnreadableFault with the line of what is no number or no table, InputFault of what is no date.
    """
    rows = timed(cells(content))
    _, head = next(rows, (0, []))
    time, values, naming = _columns(head, content.where)
    moment = Moments(order) if order else Moments.of(dates(content))
    found: dict[tuple[str, ...], Samples] = {}
    count = 0
    for line, row in rows:
        where = f"{content.where}:{line}"
        at = moment(_cell(row, time), where)
        if at is None:
            raise UnreadableFault("This row has no time.", where=where, mend=RAW)
        named = tuple(_cell(row, column) for column in naming)
        for column in values:
            _take(found, (*named, head[column].strip()), at.timestamp(), _cell(row, column), where)
        count += len(values)
        if count > MOST or len(found) > MOST_SERIES:
            what = f"There are more than {MOST:,} samples, or {MOST_SERIES:,} series."
            raise InputFault(what, where=content.where, mend="Take fewer days.")
    return [
        _series(content.where, names, len(values) > 1, samples) for names, samples in sorted(found.items())
    ]


def dates(content: Content) -> list[str]:
    """The times of a file, where they are dates of which the day or the month may come first; else none."""
    rows = cells(content)
    _, head = next(rows, (0, []))
    time, _values, _naming = _columns(head, content.where)
    first = next((_cell(row, time) for _line, row in rows), "")
    return [first, *(_cell(row, time) for _line, row in timed(rows))] if numbered(first) else []


def _columns(head: Sequence[str], where: str) -> tuple[int, list[int], list[int]]:
    """Where the time stands, which columns are values, and which name what a value is of."""
    time = next((at for at, name in enumerate(head) if _TIME.fullmatch(name)), None)
    if time is None or len(head) < 2:
        what = "This is no table of a panel: it has no column “Time”, or nothing beside it."
        raise UnreadableFault(what, where=f"{where}:1", mend=RAW)
    rest = [at for at in range(len(head)) if at != time]
    values = [at for at in rest if _VALUE.fullmatch(head[at])]
    naming = [at for at in rest if at not in values]
    return (time, values, naming) if values and naming else (time, rest, [])


def _cell(row: Sequence[str], column: int) -> str:
    return row[column].strip() if column < len(row) else ""


def _take(
    found: dict[tuple[str, ...], Samples], names: tuple[str, ...], at: float, text: str, where: str
) -> None:
    times, values = found.setdefault(names, (array("d"), array("d")))
    try:
        value = nan if text.casefold() in NOTHING else float(text)
    except ValueError:
        raise UnreadableFault(f"“{text[:40]}” is no plain number.", where=where, mend=RAW) from None
    if not meant(value):
        raise UnreadableFault(f"“{text[:40]}” is no number that can be meant.", where=where, mend=RAW)
    times.append(at)
    values.append(value if isfinite(value) else nan)


def _series(where: str, names: tuple[str, ...], several: bool, samples: Samples) -> Series:
    """A series by its column's name, with or without the unit; in the long form by what stands beside its value."""
    *told, column = names
    name = ", ".join(filter(None, [*told, column] if several or not told else told)) or column
    match = _UNIT.fullmatch(column) if len(column) < LONGEST_HEAD else None
    bare = match["name"] if match else name
    stem = PurePath(where).stem
    called = tuple(dict.fromkeys((name, bare, f"{stem}:{name}", f"{stem}:{bare}")))
    return Series(where, called, *samples, unit=match["unit"] if match else "")
