"""A Prometheus server, or what its range queries answered -> how well a service kept its service level."""

import importlib
from collections.abc import Sequence
from hmac import HMAC

from bonafide.connectors.systems.prometheus.answers import Series, series
from bonafide.connectors.systems.prometheus.counters import levels
from bonafide.connectors.systems.reading import ALLOW, Kind, Option, Read, Request, contents
from bonafide.connectors.systems.sides import Sides, options

__all__ = ["KIND"]


def _read(request: Request) -> Read:
    sides, digest = Sides.of(request), request.digest()
    asked = _live if request.wish("url") else _saved
    total, other = (asked(request, given, digest) for given in (sides.total, sides.other))
    records, notes = levels(total, other, sides)
    return Read(records, digest.hexdigest(), notes)


def _saved(_request: Request, paths: Sequence[str], digest: HMAC) -> list[Series]:
    return series((content.where, content.json()) for content in contents(paths, digest))


def _live(request: Request, queries: Sequence[str], digest: HMAC) -> list[Series]:
    # Asking imports the HTTP library, which takes longer than reading a file.
    live = importlib.import_module("bonafide.connectors.systems.prometheus.live")
    return series(live.asked(request, queries, digest))


KIND = Kind(
    "prometheus",
    "Measure a service level from counters of requests: saved answers of range queries, or queries with --url.",
    "--total total.json --bad bad.json --target 99.9",
    _read,
    paths="",
    options=(
        *options("FILE|QUERY", "The counters of"),
        Option("url", "A Prometheus server; --total, --bad and --good are queries then.", "URL"),
        Option("step", "How far apart a live server's samples are; 5m.", "DURATION"),
        ALLOW,
    ),
)
