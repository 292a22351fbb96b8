"""The measures as data: what each is called, means, counts in, and needs at the least."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from bonafide.model.measure import Figure, Interval, Window

_FILE = Path(__file__).parent / "data" / "measures.toml"


@dataclass(frozen=True, slots=True)
class Measure:
    """One entry of `measures.toml`. `least` events are needed before anything is said; `higher_is_better` may be None."""

    id: str
    version: int
    name: str
    unit: str
    least: int
    counted: str
    definition: str
    care: str
    higher_is_better: bool | None = None


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
    if not why and n < meant.least:
        why = f"{n} {meant.counted}; fewer than {meant.least} say nothing, or too much."
    said = Figure(measure, meant.version, window, unit or meant.unit, n, rule=rule, part=part)
    if why or value is None:
        return replace(said, why=why or "There is no data.")
    return replace(said, value=value, interval=interval, detail=dict(detail or {}))
