"""A Prometheus server, or what its range queries answered -> how well a service kept its service level."""

import importlib
from collections.abc import Sequence
from hmac import HMAC

from bonafide.connectors.systems.prometheus.answers import Series, series
from bonafide.connectors.systems.prometheus.counters import levels
from bonafide.connectors.systems.reading import ALLOW, Kind, Option, Read, Request, contents
from bonafide.model.faults import InputFault

__all__ = ["KIND"]

SIDES = ("total", "bad", "good")


def _read(request: Request) -> Read:
    target = _target(request.wish("target"))
    given = {side: request.every(side) for side in SIDES}
    if not given["total"] or bool(given["bad"]) == bool(given["good"]):
        what = "All requests are needed, and either the failed ones or the good ones."
        raise InputFault(what, mend="Give --total and --bad, or --total and --good.")
    digest = request.digest()
    url = request.wish("url")
    found = {
        side: _live(request, side, digest) if url else _saved(given[side], digest)
        for side in SIDES
        if given[side]
    }
    records, notes = levels(found["total"], found.get("bad"), found.get("good"), target)
    return Read(records, digest.hexdigest(), notes)


def _saved(paths: Sequence[str], digest: HMAC) -> list[Series]:
    return series((content.where, content.json()) for content in contents(paths, digest))


def _live(request: Request, side: str, digest: HMAC) -> list[Series]:
    # Asking imports the HTTP library, which takes longer than reading a file.
    live = importlib.import_module("bonafide.connectors.systems.prometheus.live")
    answers = live.asked(request, request.every(side), digest)
    return series(answers)


def _target(text: str) -> float:
    try:
        share = float(text.rstrip("% ")) / 100
    except ValueError:
        share = 0.0
    if not 0 < share < 1:
        what = "A target between 0 and 100 % is needed." if text else "No target is given."
        raise InputFault(what, where="--target", mend="Say what you promised, such as --target 99.9.")
    return round(share, 12)


KIND = Kind(
    "prometheus",
    "Measure a service level from counters of requests: saved answers of range queries, or queries with --url.",
    "--total total.json --bad bad.json --target 99.9",
    _read,
    paths="",
    options=(
        Option("total", "The counters of all requests.", "FILE|QUERY", many=True),
        Option("bad", "The counters of those that failed.", "FILE|QUERY", many=True),
        Option("good", "Or the counters of those that did not.", "FILE|QUERY", many=True),
        Option("target", "The share that you promised, in percent, such as 99.9.", "PERCENT"),
        Option("url", "A Prometheus server; --total, --bad and --good are queries then.", "URL"),
        Option("step", "How far apart a live server's samples are; 5m.", "DURATION"),
        ALLOW,
    ),
)
