"""What a panel of Grafana shows, exported or asked for -> how well a service kept its service level."""

import importlib
from collections.abc import Iterator
from hmac import HMAC

from bonafide.connectors.systems.grafana import frames, panel
from bonafide.connectors.systems.grafana.counts import PER, levels
from bonafide.connectors.systems.grafana.series import Series
from bonafide.connectors.systems.moments import OPTION
from bonafide.connectors.systems.reading import ALLOW, Kind, Option, Read, Request, contents
from bonafide.connectors.systems.sides import Sides, options
from bonafide.model.faults import InputFault

__all__ = ["KIND"]


def _read(request: Request) -> Read:
    if bool(request.paths) == bool(request.wish("url")):
        what = "Either files or --url is needed."
        raise InputFault(what, mend=f"{panel.RAW} Or say --url and --query.")
    sides, digest = Sides.of(request), request.digest()
    found = list(_live(request, digest) if request.wish("url") else _saved(request, digest))
    records, notes = levels(found, sides, request.wish("per"))
    return Read(records, digest.hexdigest(), notes)


def _saved(request: Request, digest: HMAC) -> Iterator[Series]:
    for content in contents(request.paths, digest):
        if content.content.lstrip()[:1] == b"{":
            yield from frames.series(content.where, content.json())
        else:
            yield from panel.series(content, request.wish("dates"))


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
)
