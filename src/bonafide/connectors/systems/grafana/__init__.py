"""What a panel of Grafana shows, exported or asked for -> how well a service kept its service level."""

import importlib
from collections.abc import Iterator
from hmac import HMAC
from pathlib import Path

from bonafide.connectors.systems.fields import Listed, Table, fields
from bonafide.connectors.systems.grafana import frames, panel
from bonafide.connectors.systems.grafana.counts import PER, levels
from bonafide.connectors.systems.grafana.series import Series
from bonafide.connectors.systems.moments import OPTION, ORDERS, unclear
from bonafide.connectors.systems.reading import ALLOW, Content, Kind, Option, Read, Request
from bonafide.connectors.systems.sides import Sides, options
from bonafide.model.faults import InputFault

__all__ = ["KIND"]

FIRST = 50
"""Values of a series among which the first that differ are shown."""


def _read(request: Request) -> Read:
    if bool(request.paths) == bool(request.wish("url")):
        what = "Either files or --url is needed."
        raise InputFault(what, mend=f"{panel.RAW} Or say --url and --query.")
    sides, digest = Sides.of(request), request.digest()
    found = list(_live(request, digest) if request.wish("url") else _saved(request, digest))
    records, notes = levels(found, sides, request.wish("per"))
    return Read(records, digest.hexdigest(), notes)


def _saved(request: Request, digest: HMAC) -> Iterator[Series]:
    for content in request.contents(request.paths, digest):
        yield from _series(content, request.wish("dates"))


def _series(content: Content, order: str) -> list[Series]:
    if content.content.lstrip()[:1] == b"{":
        return frames.series(content.where, content.json())
    return panel.series(content, order)


def _listed(content: Content) -> Listed:
    """The series of a file by the name that a panel gives them, whatever order its dates have."""
    dates = [] if content.content.lstrip()[:1] == b"{" else panel.dates(content)
    found = _series(content, ORDERS[0] if unclear(dates) else "")
    return Listed(
        {one.names[0]: [f"{value:g}" for value in one.values[:FIRST] if value == value] for one in found},
        dates,
    )


def _live(request: Request, digest: HMAC) -> Iterator[Series]:
    # Asking imports the HTTP library, which takes longer than reading a file.
    live = importlib.import_module("bonafide.connectors.systems.grafana.live")
    for where, answer in live.asked(request, digest):
        yield from frames.series(where, answer)


KIND = Kind(
    "grafana",
    "Measure a service level from what a panel of Grafana shows: CSV, an answer to its queries, or asked for with --url.",
    "panel.csv --total requests --bad errors --per second --target 99.9",
    _read,
    options=(
        *options("SERIES", "The series, by name or pattern, of"),
        PER,
        OPTION,
        Option("url", "A Grafana server; --query is needed then.", "URL"),
        Option("query", "The panel's queries, as its inspector shows them.", "FILE"),
        Option("step", "How far apart a live server's samples are; 5m.", "DURATION"),
        ALLOW,
    ),
    tables=(
        Table(
            "Requests over time",
            "A table with a column for the time and one for each count, such as a panel's data as CSV (with “Formatted data” switched off), or its answer as JSON.",
            fields(Path(__file__).with_name("columns.toml"), "request"),
            columns="",
            listed=_listed,
        ),
    ),
    called="Service level: requests, and those that failed",
    asks=("per", "target", "dates"),
)
