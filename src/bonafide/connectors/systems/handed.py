"""Tables that were handed in and lie in no file: what their columns are, and what they measure. Run in a child process."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bonafide.connectors.systems import registry
from bonafide.connectors.systems.fields import Field, Listed, Table, columns
from bonafide.connectors.systems.moments import numbered, unclear
from bonafide.connectors.systems.reading import CAP, Content, Request, timed
from bonafide.connectors.systems.table import headed
from bonafide.model.faults import InputFault
from bonafide.model.measure import Measured
from bonafide.workflows.measuring import Asked, measured

SAMPLES, LONGEST_SAMPLE = 3, 40
MOST_COLUMNS = 400
"""Of a table whose columns are shown to be chosen from."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its header, with the first few values that differ."""

    header: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """The columns of a table, and those of its fields that known headers tell. `unclear` is one of its dates, where
    nothing shows whether the day or the month comes first."""

    columns: tuple[Column, ...]
    found: Mapping[str, str]
    unclear: str = ""


@dataclass(slots=True)
class _Seen:
    """What was seen of a column so far; `dates` are those of two numbers and a year."""

    samples: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        if len(self.samples) < SAMPLES and text and text[:LONGEST_SAMPLE] not in self.samples:
            self.samples.append(text[:LONGEST_SAMPLE])
        if self.samples and numbered(self.samples[0]):
            self.dates.append(text)


def measure(kind: str, request: Request, asked: Asked, today: date) -> Measured:
    """What is kept of a system of a kind. Raises InputFault, MissingFault or WorldFault; nothing is kept then."""
    read = registry.kind(kind).read(request)
    return measured(
        read.records,
        asked,
        today,
        source=kind,
        fingerprint=read.fingerprint,
        notes=read.notes,
        progress=request.progress,
    )


def looked(files: Sequence[Content], table: Table) -> Looked:
    """The columns of one table, of which several files may hold parts. Raises UnreadableFault where one is no table."""
    seen: dict[str, _Seen] = {}
    for content in (one.unpacked(CAP) for one in files):
        if table.listed:
            _list(table.listed(content), seen)
        else:
            _look(content, seen)
    found = _found(table.fields, list(seen))
    told = [
        Column(header, tuple(one.samples))
        for number, (header, one) in enumerate(seen.items())
        if number < MOST_COLUMNS or header in found.values()
    ]
    return Looked(tuple(told), found, unclear(text for one in seen.values() for text in one.dates))


def _list(told: Listed, seen: dict[str, _Seen]) -> None:
    for name, values in told.values.items():
        one = seen.setdefault(name, _Seen(dates=list(told.dates)))
        for text in values:
            one.add(text)


def _look(content: Content, seen: dict[str, _Seen]) -> None:
    headers, rows = headed(content)
    if not any(headers):
        raise InputFault("There is no column in it.", where=content.where, mend="Export it again.")
    first: dict[str, int] = {}
    for index, header in enumerate(headers):
        first.setdefault(header.strip(), index)
    known = [(index, seen.setdefault(header, _Seen())) for header, index in first.items() if header]
    for row in timed(rows):
        for index, one in known:
            if index < len(row):
                one.add(row[index])


def _found(fields: Iterable[Field], headers: Sequence[str]) -> dict[str, str]:
    """The header of each field that has one of its known headers."""
    at = columns(headers, [Field(one.name, one.headers) for one in fields], {}, "")
    return {name: headers[index] for name, index in at.items()}
