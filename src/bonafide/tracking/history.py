"""What a card's history comes to: each line with the person's day, and what was taken back.

Lines are only ever added: a later one corrects a day (`after["event"]` names the line) or takes another back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One recorded line: its `kind`, when it was recorded (`at`), the person's day (`on`), and what changed."""

    id: UUID
    application: UUID
    kind: str
    at: datetime
    on: date
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    undoes: UUID | None = None

    @property
    def corrects(self) -> UUID | None:
        """The line whose day this one sets."""
        return UUID(self.after["event"]) if self.kind == "corrected" and "event" in self.after else None

    @property
    def arranges(self) -> bool:
        """Whether it only moved the card within its lane: no news, yet it can be taken back."""
        return self.kind == "moved" and self.before.get("lane") == self.after.get("lane")


@dataclass(frozen=True, slots=True)
class Line:
    """A happening as it is told: `on` after all corrections, whether it was `undone`, and what it is `about`.

    `about` is the line that this one corrects or takes back.
    """

    happening: Happening
    on: date
    corrected: bool
    undone: bool
    about: Happening | None


def timeline(happenings: Iterable[Happening]) -> tuple[Line, ...]:
    """A card's lines, newest first, without those that only arranged it."""
    known = {each.id: each for each in happenings}
    undone = {each.undoes for each in known.values() if each.undoes}
    days = days_of(known.values())
    told = [each for each in known.values() if not _arranged(each, known)]
    return tuple(
        Line(each, days[each.id], days[each.id] != each.on, each.id in undone, _about(each, known))
        for each in sorted(told, key=lambda each: each.at, reverse=True)
    )


def days_of(happenings: Iterable[Happening]) -> dict[UUID, date]:
    """The day of every line as the person last set it; corrections that were taken back do not count."""
    lines = sorted(happenings, key=lambda each: each.at)
    undone = {each.undoes for each in lines}
    days = {each.id: each.on for each in lines}
    for each in lines:
        if each.corrects in days and each.id not in undone:
            days[each.corrects] = each.on
    return days


def arrival(happenings: Iterable[Happening]) -> Happening | None:
    """The line by which the card came into the lane where it lies."""
    lines = sorted(happenings, key=lambda each: each.at, reverse=True)
    undone = {each.undoes for each in lines}
    comings = (each for each in lines if each.kind in ("added", "moved") and not each.arranges)
    return next((each for each in comings if each.id not in undone), None)


def _arranged(each: Happening, known: Mapping[UUID, Happening]) -> bool:
    undone = known.get(each.undoes) if each.undoes else None
    return each.arranges or (undone is not None and undone.arranges)


def _about(each: Happening, known: Mapping[UUID, Happening]) -> Happening | None:
    named = each.undoes or each.corrects
    return known.get(named) if named else None
