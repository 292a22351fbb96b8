"""Lines of OTLP JSON that tests write down: what processes counted, told as differences or as totals."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

BEGUN = int(datetime(2025, 1, 1, tzinfo=UTC).timestamp())
DELTA, CUMULATIVE = 1, 2


@dataclass
class Process:
    """A life of a process: from `start` on it exports every so many seconds what came in, by status."""

    start: int
    counts: list[Mapping[int, int]]
    instance: str = "a"
    every: int = 60
    metric: str = "requests"
    lines: list[str] = field(default_factory=list)

    def told(self, temporality: int, kind: str = "sum") -> list[str]:
        """A line for each export; of differences nothing is told where nothing came in."""
        sums: dict[int, int] = {}
        found = []
        for number, came in enumerate(self.counts):
            sums = {status: sums.get(status, 0) + came.get(status, 0) for status in sums.keys() | came.keys()}
            begun = self.start + (self.every * number if temporality == DELTA else 0)
            at = self.start + self.every * (number + 1)
            shown = {key: value for key, value in came.items() if value} if temporality == DELTA else sums
            points = [
                point(value, begun, at, {"status": status}, kind) for status, value in sorted(shown.items())
            ]
            if points:
                found.append(line(self.metric, points, temporality, kind, self.instance))
        return found


def point(
    value: int, start: int, at: int, attributes: Mapping[str, Any], kind: str = "sum"
) -> dict[str, Any]:
    """A data point; 64-bit numbers are texts."""
    told = {"asInt": str(value)} if kind == "sum" else {"count": str(value), "bucketCounts": [str(value)]}
    return {
        "attributes": listed(attributes),
        "startTimeUnixNano": str(start * 10**9),
        "timeUnixNano": str(at * 10**9),
        **told,
    }


def listed(attributes: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Attributes as OTLP lists them."""
    return [
        {"key": key, "value": {"intValue": str(value)} if isinstance(value, int) else {"stringValue": value}}
        for key, value in attributes.items()
    ]


def line(
    name: str,
    points: Iterable[Mapping[str, Any]],
    temporality: int = CUMULATIVE,
    kind: str = "sum",
    instance: str = "a",
) -> str:
    """A line of the file exporter with one metric of one resource."""
    data = {"dataPoints": list(points), "aggregationTemporality": temporality}
    told = {**data, "isMonotonic": True} if kind == "sum" else data
    resource = {"attributes": listed({"service.name": "shop", "service.instance.id": instance})}
    scopes = [{"scope": {"name": "http"}, "metrics": [{"name": name, "unit": "1", kind: told}]}]
    return json.dumps({"resourceMetrics": [{"resource": resource, "scopeMetrics": scopes}]})
