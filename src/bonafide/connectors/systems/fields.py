"""The fields of the tables that a kind reads, and the headers under which known systems export them. Pure."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bonafide.model.faults import InputFault

if TYPE_CHECKING:
    from bonafide.connectors.systems.reading import Content

COLUMN = "column"
"""The option that names columns, where a kind reads one table."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field by its name, and the headers under which known systems export it, in the order of preference.

    `says` is what it tells, for people; `option` names its column, or `alone` does, which is given the header and no field.
    One that is not `asked` about at a page is known by its headers, or not there.
    """

    name: str
    headers: tuple[str, ...]
    required: bool = False
    says: str = ""
    option: str = COLUMN
    alone: str = ""
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table that a kind reads. `files` is the option that gives its files, "" for the kind's paths; `columns` the
    option that names its columns; a `needed` one is never missing. `title` and `says` are for people. `listed` gives
    what its files hold to choose from, where these are no columns."""

    title: str
    says: str
    fields: tuple[Field, ...]
    files: str = ""
    columns: str = COLUMN
    needed: bool = True
    listed: Callable[[Content], Listed] | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """What may be chosen from, each with its first values, and the dates of which it may not be clear how they are meant."""

    values: Mapping[str, Sequence[str]]
    dates: Sequence[str] = ()


def fields(path: Path, table: str, option: str = COLUMN) -> tuple[Field, ...]:
    """The fields of a table of a `columns.toml`, whose columns an option names."""
    entries = tomllib.loads(path.read_text("utf-8"))[table]
    return tuple(
        Field(
            name,
            tuple(entry["headers"]),
            entry.get("required", False),
            entry["says"],
            option,
            entry.get("alone", ""),
            entry.get("asked", True),
        )
        for name, entry in entries.items()
    )


def chosen(wishes: Iterable[str], known: Sequence[Field]) -> dict[str, str]:
    """The columns that a person named: `opened=Created at`; `severity=` reads none for a field that may be missing.

    Raises InputFault for what names no field.
    """
    needed = {field.name: field.required for field in known}
    found = {}
    for wish in filter(None, wishes):
        name, equals, header = wish.partition("=")
        if not equals or name not in needed or (needed[name] and not header.strip()):
            mend = f"Write FIELD=HEADER; the fields are {', '.join(needed)}."
            raise InputFault("This names no column.", where=f"--{known[0].option} {wish}", mend=mend)
        found[name] = header.strip()
    return found


def columns(
    headers: Sequence[str], known: Iterable[Field], named: Mapping[str, str], where: str
) -> dict[str, int]:
    """Which column each field stands in: one of this very header, else one of the same words; of several the first.

    Raises InputFault where one that is required, or was named, is missing.
    """
    at: dict[str, int] = {}
    for read in (str.strip, plain):
        for index, header in enumerate(headers):
            at.setdefault(read(header), index)
    found = {}
    for field in known:
        wanted = (named[field.name],) if field.name in named else field.headers
        keys = (key for header in filter(None, wanted) for key in (header, plain(header)))
        hit = next((at[key] for key in keys if key in at), None)
        if hit is not None:
            found[field.name] = hit
        elif field.required or named.get(field.name):
            raise _missing(field, headers, wanted, where)
    return found


def plain(header: str) -> str:
    """A header as it is compared: without case and signs, which a header of signs alone keeps."""
    return re.sub(r"[\W_]+", " ", header.casefold()).strip() or header.strip()


def _missing(field: Field, headers: Sequence[str], wanted: Sequence[str], where: str) -> InputFault:
    shown = ", ".join(header[:40] for header in headers[:30]) or "none"
    what = f"There is no column for “{field.name}” (looked for: {', '.join(wanted)})."
    mend = f"Name it (--{field.option} {field.name}=HEADER). The file has: {shown}."
    return InputFault(what, where=f"{where}:1", mend=mend)
