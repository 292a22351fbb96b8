"""Rows of a table -> members and openings. Only columns with days are read. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bonafide.connectors.systems.fields import fields
from bonafide.connectors.systems.moments import Moments
from bonafide.connectors.systems.table import Row
from bonafide.evidence.people import Member, Opening
from bonafide.model.faults import InputFault

FIELDS = fields(Path(__file__).with_name("columns.toml"), "row")
SEVERAL = "level_changes"
_BETWEEN = re.compile(r"\s*[;|]\s*")


def reader(rows: Sequence[Row], order: str) -> Moments:
    """A reader for the dates of all rows."""
    texts = (part for row in rows for field in FIELDS for part in _BETWEEN.split(row[field.name]))
    return Moments.of(texts, order)


def members(rows: Sequence[Row], read: Moments) -> list[Member]:
    """The rows that say when somebody joined. Raises InputFault with the line of a day that is none, or out of order."""
    found = []
    for row in rows:
        joined, left = _day(row, "joined", read), _day(row, "left", read)
        if joined is None:
            continue
        if left and left < joined:
            raise InputFault(
                "This one left before joining.", where=row.at("left"), mend="Mend the row or leave it out."
            )
        rose = tuple(
            sorted(
                {
                    moment.date()
                    for part in _BETWEEN.split(row[SEVERAL])
                    if (moment := read(part, row.at(SEVERAL)))
                }
            )
        )
        found.append(Member(joined, left, rose, _day(row, "first_merged", read)))
    return found


def openings(rows: Sequence[Row], read: Moments) -> list[Opening]:
    """The rows that say when a requisition was opened or an offer made."""
    found = []
    for row in rows:
        opened, offered, accepted = (
            _day(row, name, read) for name in ("requisition_opened", "offer_made", "offer_accepted")
        )
        if opened or offered:
            found.append(Opening(opened, offered, accepted))
    return found


def _day(row: Row, name: str, read: Moments) -> date | None:
    moment = read(row[name], row.at(name))
    return moment.date() if moment else None
