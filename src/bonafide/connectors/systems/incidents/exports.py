"""Rows of exported tables -> incidents and actions. Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from bonafide.connectors.systems.fields import fields
from bonafide.connectors.systems.incidents.severities import severity
from bonafide.connectors.systems.moments import Moments
from bonafide.connectors.systems.table import Row
from bonafide.evidence.incidents import Action, Incident
from bonafide.model.faults import InputFault

_FILE = Path(__file__).with_name("columns.toml")
INCIDENT, ACTION = fields(_FILE, "incident"), fields(_FILE, "action", "action-column")
CAUSED = fields(_FILE, "caused", "incident-column")
_WORDS = tomllib.loads(_FILE.read_text("utf-8"))["words"]


def incidents(rows: Sequence[Row], order: str) -> tuple[list[Incident], tuple[str, ...]]:
    """The incidents, and what one should know of them. Raises InputFault with the line of a date that is none."""
    read = Moments.of((row[name] for row in rows for name in ("opened", "resolved")), order)
    found, backwards, nameless = [], 0, 0
    for row in rows:
        opened, resolved = _needed(read, row, "opened"), read(row["resolved"], row.at("resolved"))
        if resolved and resolved < opened:
            backwards += 1
            continue
        known = severity(row["severity"])
        nameless += bool(row["severity"]) and not known
        found.append(Incident(opened, resolved, known, row["cause"]))
    return found, tuple(_notes(backwards, nameless))


def _notes(backwards: int, nameless: int) -> Iterator[str]:
    if backwards:
        yield f"{backwards} incidents that were resolved before they were opened were left out."
    if nameless:
        yield f"{nameless} incidents have something else where a severity should be; they count in all, and by none."


def actions(rows: Sequence[Row], order: str) -> list[Action]:
    """The actions; one that was reopened is not closed. Raises as `incidents` does."""
    read = Moments.of((row[name] for row in rows for name in ("created", "closed")), order)
    found = []
    for row in rows:
        created, closed = _needed(read, row, "created"), read(row["closed"], row.at("closed"))
        still_open = row["state"].casefold() in _WORDS["open"] or _reopened(read, row, closed)
        found.append(Action(created, None if still_open else closed))
    return found


def _needed(read: Moments, row: Row, name: str) -> datetime:
    found = read(row[name], row.at(name))
    if found is None:
        raise InputFault(f"“{name}” is empty.", where=row.at(name), mend="Fill it in, or leave the row out.")
    return found


def _reopened(read: Moments, row: Row, closed: datetime | None) -> bool:
    """Whether a row says so: by yes or no, or by a moment behind its closing."""
    text = row["reopened"]
    if text.casefold() in _WORDS["no"]:
        return False
    if not any(sign.isdigit() for sign in text) or text.isdigit():
        return True
    again = read(text, row.at("reopened"))
    return closed is not None and again is not None and again >= closed
