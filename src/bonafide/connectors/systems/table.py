"""Exported tables, CSV or JSON -> rows of the few fields that are asked for; every other column is passed over unread. Pure."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from bonafide.connectors.systems.reading import Content
from bonafide.model.faults import InputFault, UnreadableFault

MOST_ROWS = 5_000_000
LONGEST_FIELD = 4 * 1024 * 1024
DEEPEST = 5
LARGEST = Decimal("1e15")
"""Of a number, and its negative the smallest."""
NOTHING = frozenset({"", "null", "none", "nan", "n/a"})
_COLUMN = "--column"
_SEPARATOR = re.compile(r"\s*sep=([,;\t])\s*", re.I)


@dataclass(frozen=True, slots=True)
class Field:
    """A field by its name, and the headers under which known systems export it, in the order of preference."""

    name: str
    headers: tuple[str, ...]
    required: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row's place (`file:line`), and its fields as text; "" where a field has no value or no column."""

    where: str
    values: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")


def fields(path: Path, table: str) -> tuple[Field, ...]:
    """The fields of a table of a `columns.toml`."""
    entries = tomllib.loads(path.read_text("utf-8"))[table]
    return tuple(
        Field(name, tuple(entry["headers"]), entry.get("required", False)) for name, entry in entries.items()
    )


def chosen(wishes: Iterable[str], known: Iterable[Field]) -> dict[str, str]:
    """The columns that a person named: `opened=Created at`. Raises InputFault for what names no field."""
    names = [field.name for field in known]
    found = {}
    for wish in filter(None, wishes):
        name, equals, header = wish.partition("=")
        if not equals or name not in names or not header.strip():
            mend = f"Write FIELD=HEADER; the fields are {', '.join(names)}."
            raise InputFault("This names no column.", where=f"{_COLUMN} {wish}", mend=mend)
        found[name] = header
    return found


def number(row: Row, name: str) -> Decimal:
    """The number that a field tells. Raises InputFault with its place for any other text."""
    try:
        found = Decimal(row[name])
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or abs(found) > LARGEST:
        raise InputFault(f"“{row[name][:40]}” is no number.", where=row.where, mend="Write it as 1234.56.")
    return found


def rows(content: Content, known: Sequence[Field], named: Mapping[str, str]) -> Iterator[Row]:
    """Every row of an exported table.

    Raises UnreadableFault where the file is no table, InputFault where a required column is missing.
    """
    found = (
        objects(_list(content.json(), content.where), content.where, known, named)
        if content.content.lstrip()[:1] in (b"[", b"{")
        else _lines(content, known, named)
    )
    for number, row in enumerate(found):
        if number >= MOST_ROWS:
            raise InputFault(f"More than {MOST_ROWS:,} rows.", where=content.where, mend="Read it in parts.")
        yield row


def _lines(content: Content, known: Sequence[Field], named: Mapping[str, str]) -> Iterator[Row]:
    found = cells(content)
    _, headers = next(found, (0, []))
    at = _columns(headers, known, named, content.where)
    for line, row in found:
        values = {name: _value(row[index]) for name, index in at.items() if index < len(row)}
        yield Row(f"{content.where}:{line}", values)


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


def _columns(
    headers: Sequence[str], known: Sequence[Field], named: Mapping[str, str], where: str
) -> dict[str, int]:
    """Which column each field stands in; of columns with the same header the first."""
    at: dict[str, int] = {}
    for index, header in enumerate(headers):
        at.setdefault(_plain(header), index)
    found = {}
    for field in known:
        wanted = (named[field.name],) if field.name in named else field.headers
        hit = next((at[_plain(header)] for header in wanted if _plain(header) in at), None)
        if hit is not None:
            found[field.name] = hit
        elif field.required or field.name in named:
            raise _missing(field, headers, wanted, where)
    return found


def _missing(field: Field, headers: Sequence[str], wanted: Sequence[str], where: str) -> InputFault:
    shown = ", ".join(header[:40] for header in headers[:30]) or "none"
    what = f"There is no column for “{field.name}” (looked for: {', '.join(wanted)})."
    mend = f"Name it: {_COLUMN} {field.name}=HEADER. The file has: {shown}."
    return InputFault(what, where=f"{where}:1", mend=mend)


def _plain(header: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", header.casefold()).strip()


def _value(text: str) -> str:
    text = text.strip()
    return "" if text.casefold() in NOTHING else text


def objects(
    listed: Sequence[Mapping[str, Any]], where: str, known: Sequence[Field], named: Mapping[str, str]
) -> Iterator[Row]:
    """Rows of JSON objects; nested keys are written with dots (`fields.created`). Raises InputFault as `rows` does."""
    flat = [dict(_flat(one)) for one in listed]
    headers = list(dict.fromkeys(key for one in flat for key in one))
    at = _columns(headers, known, named, where) if flat else {}
    for number, one in enumerate(flat):
        values = {name: _value(one.get(headers[index], "")) for name, index in at.items()}
        yield Row(f"{where}: [{number}]", values)


def _list(found: Any, where: str) -> list[dict[str, Any]]:
    candidates = [found] if isinstance(found, list) else list(found.values())
    lists = [one for one in candidates if isinstance(one, list) and all(isinstance(row, dict) for row in one)]
    if len(lists) != 1:
        mend = "Give the list that the system's own interface gives, or CSV."
        raise UnreadableFault("This JSON holds no list of records.", where=where, mend=mend)
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
