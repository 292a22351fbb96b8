"""The looks that papers can have: a data file each, read alike by the Typst setting and by the Word parts.

A look says fonts, sizes, colours and manners, and never what stands where: every look prints the same sheet in
the same order in one column.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bonafide.documents.paper import known
from bonafide.model.faults import BugFault

LOOKS = Path(__file__).parent / "templates" / "looks"
FIRST = "classic"
MANNERS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "": {"dates": ("right", "under")},
    "name": {"align": ("left", "center")},
    "heading": {"align": ("left", "center"), "rule": ("below", "above", "none")},
    "entry": {"organisation": ("accent", "italic", "plain")},
}
"""By table of a look's file: what may stand where a manner is named."""
_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Look:
    """One look: its title, whom it serves, and its file's tables by name ("" is the file itself)."""

    name: str
    title: str
    about: str
    tables: Mapping[str, Mapping[str, Any]]

    def number(self, table: str, key: str) -> float:
        """A size in the unit that the file says: points, millimetres, parts of the size."""
        return float(self.tables[table][key])

    def word(self, table: str, key: str) -> str:
        """A font, a colour, a manner."""
        return str(self.tables[table][key])


def names() -> tuple[str, ...]:
    """The names of all looks, the usual one first."""
    found = sorted(path.stem for path in LOOKS.glob("*.toml"))
    return tuple(sorted(found, key=lambda name: name != FIRST))


@cache
def look(name: str) -> Look:
    """The look of this name. Raises InputFault, with the choice, where there is none."""
    path = LOOKS / f"{known('template', name, names())}.toml"
    whole = tomllib.loads(path.read_text(encoding="utf-8"))
    tables = {"": whole, **{key: value for key, value in whole.items() if isinstance(value, dict)}}
    _check(path.name, tables)
    return Look(name=name, title=whole["title"], about=whole["about"], tables=tables)


def _check(file: str, tables: Mapping[str, Mapping[str, Any]]) -> None:
    """A manner that nobody knows, or a colour that is none, would be set wrong in silence."""
    for table, manners in MANNERS.items():
        for key, offered in manners.items():
            if (said := tables[table][key]) not in offered:
                raise BugFault(
                    f"“{said}” is not one of {', '.join(offered)}.", where=f"{file}: {table} {key}"
                )
    for key, colour in tables["colours"].items():
        if not _COLOUR.fullmatch(colour):
            raise BugFault(f"“{colour}” is no colour.", where=f"{file}: colours {key}")
