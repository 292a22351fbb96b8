"""Exported tables, CSV or JSON -> rows of the few fields that are asked for; every other column is passed over unread. Pure."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from bonafide.connectors.systems.fields import Field, columns
from bonafide.connectors.systems.reading import Content
from bonafide.model.faults import InputFault, UnreadableFault

MOST_ROWS = 5_000_000
LONGEST_FIELD = 4 * 1024 * 1024
LONGEST_HEADER = 60
"""Of one that is shown."""
DEEPEST = 5
LARGEST = Decimal("1e15")
"""Of a number, and its negative the smallest."""
NOTHING = frozenset({"", "null", "none", "nan", "n/a"})
_SEPARATOR = re.compile(r"\s*sep=([,;\t])\s*", re.I)


@dataclass(frozen=True, slots=True)
class Row:
    """A row's place (`file:line`), and its fields as text; "" where a field has no value or no column.

    `headers` are those under which the fields stand.
    """

    where: str
    values: Mapping[str, str]
    headers: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")

    def at(self, name: str) -> str:
        """The place of a field: `incidents.csv:3, Created`."""
        header = self.headers.get(name, name)
        return f"{self.where}, {header[:LONGEST_HEADER]}"


def number(row: Row, name: str) -> Decimal:
    """The number that a field tells. Raises InputFault with its place for any other text."""
    try:
        found = Decimal(row[name])
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or abs(found) > LARGEST:
        raise InputFault(f"“{row[name][:40]}” is no number.", where=row.at(name), mend="Write it as 1234.56.")
    return found


def rows(content: Content, known: Sequence[Field], named: Mapping[str, str]) -> Iterator[Row]:
    """Every row of an exported table.

    Raises UnreadableFault where the file is no table, InputFault where a required column is missing.
    """
    found = (
        objects(_list(content), content.where, known, named)
        if is_json(content)
        else _lines(content, known, named)
    )
    for number, row in enumerate(found):
        if number >= MOST_ROWS:
            raise InputFault(f"More than {MOST_ROWS:,} rows.", where=content.where, mend="Read it in parts.")
        yield row


def _lines(content: Content, known: Sequence[Field], named: Mapping[str, str]) -> Iterator[Row]:
    found = cells(content)
    _, headers = next(found, (0, []))
    at = columns(headers, known, named, content.where)
    told = {name: headers[index] for name, index in at.items()}
    for line, row in found:
        values = {name: _value(row[index]) for name, index in at.items() if index < len(row)}
        yield Row(f"{content.where}:{line}", values, told)


def cells(content: Content) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV that are not empty, each with its line, headers first. The line `sep=;` of spreadsheets names the separator.

    Raises UnreadableFault with the line where the file is no CSV.
    """
    csv.field_size_limit(LONGEST_FIELD)
    text = io.TextIOWrapper(io.BytesIO(content.content), encoding="utf-8-sig", newline="")
    try:
        head = text.readline()
        said = _SEPARATOR.fullmatch(head)
        if not said:
            text.seek(0)
        reader = csv.reader(text, delimiter=said[1] if said else max(",;\t", key=head.count))
        for row in reader:
            if any(row):
                yield reader.line_num + bool(said), row
    except csv.Error as error:
        where = f"{content.where}:{reader.line_num}"
        raise UnreadableFault(f"This is no CSV: {error}.", where=where, mend="Export it again.") from error
    except UnicodeDecodeError:
        content.text()  # It raises with the line.
        raise


def _value(text: str) -> str:
    text = text.strip()
    return "" if text.casefold() in NOTHING else text


def objects(
    listed: Sequence[Mapping[str, Any]], where: str, known: Sequence[Field], named: Mapping[str, str]
) -> Iterator[Row]:
    """Rows of JSON objects; nested keys are written with dots (`fields.created`). Raises InputFault as `rows` does."""
    flat = [dict(_flat(one)) for one in listed]
    headers = list(dict.fromkeys(key for one in flat for key in one))
    at = columns(headers, known, named, where) if flat else {}
    told = {name: headers[index] for name, index in at.items()}
    for number, one in enumerate(flat):
        values = {name: _value(one.get(header, "")) for name, header in told.items()}
        yield Row(f"{where}: [{number}]", values, told)


def is_json(content: Content) -> bool:
    """Whether a table is a JSON list, or else CSV."""
    return content.content.lstrip()[:1] in (b"[", b"{")


def headed(content: Content) -> tuple[list[str], Iterator[Sequence[str]]]:
    """The headers of a table, and its rows below them. Raises UnreadableFault where it is none."""
    if is_json(content):
        flat = [dict(_flat(one)) for one in _list(content)]
        headers = list(dict.fromkeys(key for one in flat for key in one))
        return headers, ([_value(one.get(header, "")) for header in headers] for one in flat)
    found = cells(content)
    _, headers = next(found, (0, []))
    return headers, ([_value(cell) for cell in row] for _, row in found)


def _list(content: Content) -> list[dict[str, Any]]:
    found = content.json()
    candidates = [found] if isinstance(found, list) else list(found.values())
    lists = [one for one in candidates if isinstance(one, list) and all(isinstance(row, dict) for row in one)]
    if len(lists) != 1:
        mend = "Give the list that the system's own interface gives, or CSV."
        raise UnreadableFault("This JSON holds no list of records.", where=content.where, mend=mend)
    return lists[0]


def _flat(value: Any, path: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping) and depth < DEEPEST:
        for key, inner in value.items():
            yield from _flat(inner, f"{path}.{key}" if path else str(key), depth + 1)
    elif isinstance(value, list):
        yield path, "; ".join(str(one) for one in value if isinstance(one, str | int | float))
    elif value is None or isinstance(value, str):
        yield path, value or ""
    elif isinstance(value, bool | int | float):
        yield path, json.dumps(value)
