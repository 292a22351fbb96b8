"""Files of OTLP JSON, read line by line -> the records of a service level."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hmac import HMAC
from typing import Any

from bonafide.connectors.systems.opentelemetry.counters import Side
from bonafide.connectors.systems.opentelemetry.increases import grid, increases
from bonafide.connectors.systems.opentelemetry.otlp import MEND, Metric, Point, points
from bonafide.connectors.systems.opentelemetry.selectors import Selector
from bonafide.connectors.systems.reading import Content, lines, timed
from bonafide.connectors.systems.sides import Sides
from bonafide.evidence.service_levels import Levels
from bonafide.model.faults import InputFault, UnreadableFault
from bonafide.model.ports import Progress, silent

EVERY = 256
"""Lines after which the clock is read: each may hold thousands of points."""

MOST_NAMES, SHOWN = 10_000, 8


@dataclass(slots=True)
class _Reading:
    """What is looked for, and what was found of it so far."""

    selectors: tuple[tuple[Selector, ...], ...]
    sides: tuple[Side, ...]
    heard: dict[str, float] = field(default_factory=dict)
    names: dict[str, bool] = field(default_factory=dict)
    cut: str = ""

    def asked(self, name: str) -> bool:
        """Whether a counter of this name is meant."""
        known = self.names.get(name)
        if known is None:
            known = any(one.name.match(name) for side in self.selectors for one in side)
            if len(self.names) < MOST_NAMES:
                self.names[name] = known
        return known

    def take(self, metric: Metric, point: Point) -> None:
        """Count a point on each side that it belongs to, once on each."""
        first = self.heard.get(metric.resource)
        if not metric.delta and (first is None or point.at < first):
            self.heard[metric.resource] = point.at
        attributes = {**metric.attributes, **point.attributes}
        text = json.dumps(point.attributes, sort_keys=True)
        for selectors, side in zip(self.selectors, self.sides, strict=True):
            if any(one.name.match(metric.name) and one.holds(attributes) for one in selectors):
                side.take(metric, point, text)


def records(
    paths: Sequence[str], sides: Sides, digest: HMAC, progress: Progress = silent
) -> tuple[Levels, tuple[str, ...]]:
    """The records, and what one should know of them.

    Raises InputFault where a side is not in the files, UnreadableFault with the line of what cannot be read.
    """
    if not paths:
        raise InputFault("No file is given.", mend=MEND)
    selectors = tuple(tuple(map(Selector.of, side)) for side in (sides.total, sides.other))
    reading = _Reading(selectors, (Side(), Side()))
    for content in timed(lines(paths, digest), every=EVERY, progress=progress, what="lines"):
        for metric, point in points(content.place, _json(reading, content), reading.asked):
            reading.take(metric, point)
    return _levels(reading, sides)


def _json(reading: _Reading, content: Content) -> Any:
    try:
        return content.json()
    except UnreadableFault:
        # The collector was still writing when the file was copied.
        if content.content.endswith(b"\n"):
            raise
        reading.cut = content.place
        return {"resourceMetrics": []}


def _levels(reading: _Reading, sides: Sides) -> tuple[Levels, tuple[str, ...]]:
    names = ("--total", sides.name)
    for name, side in zip(names, reading.sides, strict=True):
        if not side.count:
            raise _nothing(reading, name)
    again = sum(side.settle() for side in reading.sides)
    total = reading.sides[0]
    begun, every = total.begun, total.every
    (came, falls), (some, more) = (
        increases(side, begun, every, reading.heard, name)
        for name, side in zip(names, reading.sides, strict=True)
    )
    return sides.levels(grid(begun, every), came, some), tuple(_notes(again, falls + more, reading.cut))


def _nothing(reading: _Reading, name: str) -> InputFault:
    what = "The files hold nothing of this: no data is not the same as no failures."
    shown = ", ".join(sorted(reading.names)[:SHOWN]) or "no metric"
    mend = f"Name a counter that they hold, with conditions that something fulfils. They hold: {shown}."
    return InputFault(what, where=name, mend=mend)


def _notes(again: int, falls: int, cut: str) -> Iterator[str]:
    if again:
        yield f"{again} points were written more than once and were counted once."
    if falls:
        yield f"Counters fell {falls} times without a new start, which was counted as restarts."
    if cut:
        yield f"The last line ({cut}) is cut off and was left out."
