"""The measures as data: what each is called, means, counts in, and needs at the least."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from bonafide.model.measure import Figure, Interval, Window

TOO_FEW = "Fewer than {least} {counted}: so small a group is not told of."
NOBODY = "There is nothing of it in these days."
_FILE = Path(__file__).parent / "data" / "measures.toml"


@dataclass(frozen=True, slots=True)
class Measure:
    """One entry of `measures.toml`. `least` events are needed before anything is said; `higher_is_better` may be None;
    of a `hidden` one it is not told how many were too few."""

    id: str
    version: int
    name: str
    theme: str
    unit: str
    least: int
    counted: str
    definition: str
    care: str
    higher_is_better: bool | None = None
    hidden: bool = False


@cache
def measures() -> Mapping[str, Measure]:
    """All measures by id, in the order in which a scorecard shows them."""
    entries = tomllib.loads(_FILE.read_text("utf-8"))
    return {name: Measure(name, **entry) for name, entry in entries.items()}


def figure(
    measure: str,
    window: Window,
    n: int,
    value: float | None,
    interval: Interval | None = None,
    *,
    rule: str = "",
    part: str = "",
    unit: str = "",
    why: str = "",
    detail: Mapping[str, float] | None = None,
) -> Figure:
    """A figure of a measure; too few events, or none, make it one that is not available, whatever its value.

    `unit` is given where the records say it (a currency), else it is the definition's.
    """
    meant = measures()[measure]
    if n < meant.least and meant.hidden:
        n, why = 0, _small(meant) if n else NOBODY
    elif not why and n < meant.least:
        why = f"{n} {meant.counted}; fewer than {meant.least} say nothing, or too much."
    said = Figure(measure, meant.version, window, unit or meant.unit, n, rule=rule, part=part)
    if why or value is None:
        return replace(said, why=why or "There is no data.")
    return replace(said, value=value, interval=interval, detail=dict(detail or {}))


def small(one: Figure) -> bool:
    """Whether it is not told because of a group so small that its size is hidden."""
    meant = measures()[one.measure]
    return meant.hidden and one.why == _small(meant)


def _small(meant: Measure) -> str:
    return TOO_FEW.format(counted=meant.counted, least=meant.least)


def withheld(one: Figure) -> Figure:
    """The same without what it tells: of a group that could be worked out from what is told of another."""
    why = "Another group is too small: it could be worked out from this one."
    bare = Figure(one.measure, one.version, one.window, one.unit, 0, rule=one.rule, part=one.part)
    return replace(bare, why=one.why or why)
