"""Lines of OTLP JSON, as the collector's file exporter and the SDKs' write them -> points of counters. Pure.

Read are sums that only grow, and the `count` of histograms and summaries; 64-bit numbers are texts, enumerations numbers. Whatever
else a line holds is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

from bonafide.model.faults import InputFault, UnreadableFault

MEND = "Give what the collector's file exporter wrote as JSON: one object with resourceMetrics a line."
NANOSECONDS = 1e9
LATEST = 1e11
"""Seconds; a later moment is a clock in another unit."""
LARGEST = 1e18
"""Of a count."""
DELTA, CUMULATIVE = 1, 2
UNRECORDED = 1
"""The flag of a point that says that there was none."""
KINDS = ("sum", "histogram", "exponentialHistogram", "summary", "gauge")
_TEMPORALITIES = {
    **dict.fromkeys((1, "1", "AGGREGATION_TEMPORALITY_DELTA"), DELTA),
    **dict.fromkeys((2, "2", "AGGREGATION_TEMPORALITY_CUMULATIVE"), CUMULATIVE),
}
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Metric:
    """A counter of one resource: `resource` and `of` (resource, scope and name) tell it from others; its attributes are the resource's."""

    name: str
    resource: str
    of: str
    attributes: Mapping[str, str]
    delta: bool


@dataclass(frozen=True, slots=True)
class Point:
    """What a counter showed at a moment, in seconds of the epoch; it counted from `start` on, 0 where that is not said."""

    attributes: Mapping[str, str]
    start: float
    at: float
    value: float


def points(where: str, line: Any, asked: Callable[[str], bool]) -> Iterator[tuple[Metric, Point]]:
    """The points of the counters whose names are asked for.

    Raises UnreadableFault where the line holds no metrics, InputFault where what was asked for is no counter.
    """
    if not isinstance(line, dict) or "resourceMetrics" not in line:
        raise UnreadableFault("This line holds no metrics.", where=where, mend=MEND)
    for resource in _listed(line, "resourceMetrics", where):
        known = _attributes(_object(resource, "resource", where), where)
        text = json.dumps(known, sort_keys=True)
        for scope in _listed(resource, "scopeMetrics", where):
            named = _object(scope, "scope", where)
            of = f"{text} {named.get('name', '')} {named.get('version', '')}"
            for metric in _listed(scope, "metrics", where):
                name = str(metric.get("name", ""))
                if asked(name):
                    yield from _metric(metric, Metric(name, text, f"{of} {name}", known, False), where)


def _metric(metric: Json, meant: Metric, where: str) -> Iterator[tuple[Metric, Point]]:
    kind = next((kind for kind in KINDS if kind in metric), "")
    data = _object(metric, kind, where) if kind else {}
    if kind == "gauge" or (kind == "sum" and not data.get("isMonotonic")):
        what = f"“{meant.name}” is no counter: it is a gauge, or a sum that may fall."
        raise InputFault(what, where=where, mend="Name a counter that only grows, or a histogram.")
    # A summary has no temporality: it counts since its start.
    said = CUMULATIVE if kind == "summary" else data.get("aggregationTemporality")
    temporality = _TEMPORALITIES.get(said) if isinstance(said, int | str) else None
    listed = _listed(data, "dataPoints", where)
    if listed and not temporality:
        what = f"“{meant.name}” does not say whether it is delta or cumulative."
        raise InputFault(what, where=where, mend=MEND)
    whole = Metric(meant.name, meant.resource, meant.of, meant.attributes, temporality == DELTA)
    for point in listed:
        if found := _point(point, kind == "sum", f"{where}: {meant.name}"):
            yield whole, found


def _point(point: Json, is_sum: bool, where: str) -> Point | None:
    """A point; None where none was recorded, or its value is no number (`NaN`)."""
    if _number(point.get("flags", 0), where) % 2 == UNRECORDED:
        return None
    # What is nought may be left out of JSON.
    said = point.get("asInt", point.get("asDouble", 0)) if is_sum else point.get("count", 0)
    value = _number(said, where)
    start, at = (_number(point.get(key, 0), where) for key in ("startTimeUnixNano", "timeUnixNano"))
    known = isfinite(value)
    if not 0 < at / NANOSECONDS < LATEST or not 0 <= start <= at or (known and not 0 <= value < LARGEST):
        raise UnreadableFault("This is no point of a counter.", where=where, mend=MEND)
    if not known:
        return None
    return Point(_attributes(point, where), start / NANOSECONDS, at / NANOSECONDS, value)


def _number(said: Any, where: str) -> float:
    try:
        return float(said)
    except (TypeError, ValueError, OverflowError):
        raise UnreadableFault(f"“{str(said)[:40]}” is no number.", where=where, mend=MEND) from None


def _attributes(holder: Json, where: str) -> dict[str, str]:
    """Attributes as texts: `500`, `true`; lists and maps as their JSON."""
    return {
        str(one.get("key", "")): _text(_object(one, "value", where))
        for one in _listed(holder, "attributes", where)
    }


def _text(value: Json) -> str:
    said = next(iter(value.values()), "")
    return said if isinstance(said, str) else json.dumps(said, sort_keys=True)


def _object(holder: Json, key: str, where: str) -> Json:
    found = holder.get(key) or {}
    if not isinstance(found, dict):
        raise UnreadableFault(f"“{key}” is no object.", where=where, mend=MEND)
    return found


def _listed(holder: Json, key: str, where: str) -> list[Json]:
    found = holder.get(key) or []
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise UnreadableFault(f"“{key}” is no list of objects.", where=where, mend=MEND)
    return found
