"""A person's tables, sent by the browser: their columns are shown, their figures kept, and they themselves dropped.

A table lies in memory for as long as one request lasts: nothing of it is written to the disk or the database, and the
next request sends it again. It is read in a child process, since a foreign file may be anything.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ParamSpec, TypeVar

from django.utils.translation import gettext as _

from bonafide.connectors.systems import registry
from bonafide.connectors.systems.fields import Field, Table
from bonafide.connectors.systems.handed import Column, Looked, looked, measure
from bonafide.connectors.systems.reading import Content, Kind, Option, Request
from bonafide.model.faults import Fault, Faults, InputFault, MissingFault, UnreadableFault
from bonafide.services import evidence, hands
from bonafide.services.evidence import Asked, Kept
from bonafide.services.preparing import File
from bonafide.store.models import Person

__all__ = [
    "Column",
    "Field",
    "Kind",
    "Looked",
    "Option",
    "Sent",
    "Table",
    "add",
    "kind",
    "kinds",
    "look",
    "questions",
]

P = ParamSpec("P")
T = TypeVar("T")

_AT_A_TERMINAL = re.compile(r"\s*\(--[^()]*\)")
_OPTION = re.compile(r"^--(?=\w)")
"""What a fault says of options, in brackets or in its place: at a page there are fields."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The files of one table, and the header that was chosen for each field: "" for none; a field that is missing was
    not asked about."""

    table: Table
    files: tuple[File, ...] = ()
    chosen: Mapping[str, str] = field(default_factory=dict)


def kinds() -> list[Kind]:
    """The kinds of system of which a table tells."""
    return [kind for kind in registry.KINDS.values() if kind.tables]


def kind(name: str) -> Kind:
    """One of them. Raises MissingFault."""
    found = {kind.name: kind for kind in kinds()}
    if name not in found:
        raise MissingFault(_("No table tells of this."), where=name, mend=_("Choose another one."))
    return found[name]


def look(sent: Iterable[Sent]) -> list[Looked | None]:
    """The columns of each table; None of one that has no file. Raises Fault or Faults with the file."""
    return [_beside(looked, _contents(one), one.table) if one.files else None for one in _apart(sent)]


def questions(kind: Kind) -> list[Option]:
    """The options that are asked beside a kind's tables."""
    return [option for name in kind.asks for option in kind.options if option.name == name]


def add(
    owner: Person,
    kind: Kind,
    name: str,
    sent: Iterable[Sent],
    answers: Mapping[str, str],
    asked: Asked,
    now: datetime,
) -> Kept:
    """Measure tables of a kind, keep the figures and drop the tables. `answers` are those to its questions, by option.

    Raises Fault or Faults with file, line and column; nothing is kept then.
    """
    evidence.fit(owner, name)
    told = _apart(sent)
    held = {one.where: one.content for table in told for one in _contents(table)}
    if not held:
        raise InputFault(_("No file was chosen."), mend=_("Choose the exported table, as CSV or JSON."))
    start, end = asked.span(now.date())
    paths, wishes = _wishes(told)
    given = {option.name: (answers.get(option.name, ""),) for option in questions(kind)}
    request = Request(paths, {**wishes, **given}, evidence.key(), start, end, held=held)
    return evidence.keep(owner, name, _beside(measure, kind.name, request, asked, now.date()), now)


def _apart(sent: Iterable[Sent]) -> list[Sent]:
    """The same with no two files of one name: `export.csv`, `export.csv (2)`."""
    found, seen = [], Counter[str]()
    for one in sent:
        files = []
        for file in one.files:
            seen[file.name] += 1
            again = f" ({seen[file.name]})" if seen[file.name] > 1 else ""
            files.append(replace(file, name=f"{file.name}{again}"))
        found.append(replace(one, files=tuple(files)))
    return found


def _contents(one: Sent) -> list[Content]:
    return [Content(file.name, file.content) for file in one.files]


def _wishes(sent: Iterable[Sent]) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """The files of the kind's paths, and by option the other files and the columns."""
    paths: tuple[str, ...] = ()
    wishes: dict[str, tuple[str, ...]] = {}
    for one in sent:
        names = tuple(file.name for file in one.files)
        if one.table.files:
            wishes[one.table.files] = names
        else:
            paths = names
        fields = {field.name: field for field in one.table.fields}
        for name, header in one.chosen.items():
            option = fields[name].alone or one.table.columns
            wish = header if fields[name].alone else f"{name}={header}"
            wishes[option] = (*wishes.get(option, ()), wish)
    return paths, wishes


def _beside(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What a child process makes of it; faults are told without the options of a terminal."""
    try:
        return hands.measuring()(work, *args, **kwargs)
    except Faults as faults:
        raise Faults([_plainly(fault) for fault in faults.faults]) from faults
    except InputFault as fault:
        raise _plainly(fault) from fault


def _plainly(fault: Fault) -> Fault:
    mend, where = _AT_A_TERMINAL.sub("", fault.mend), _OPTION.sub("", fault.where)
    if isinstance(fault, UnreadableFault) and not fault.where:
        mend = _("At a terminal, “bonafide evidence add” takes more and has more time.")
    return type(fault)(_AT_A_TERMINAL.sub("", fault.what), where=where, mend=mend)
