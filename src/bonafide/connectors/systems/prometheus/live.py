"""Asking a live Prometheus: range queries within the number of points that it answers at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from hmac import HMAC
from typing import Any

from bonafide.connectors.systems.live import Live
from bonafide.connectors.systems.reading import Request
from bonafide.connectors.systems.secret import bearer
from bonafide.model.faults import InputFault, WorldFault

TOKEN = "BONAFIDE_PROMETHEUS_TOKEN"
POINTS = 10_000
"""Steps of one question; Prometheus refuses more than 11,000 points of a series."""
MOST_QUESTIONS = 400
_STEP = re.compile(r"(\d{1,6})\s*(s|m|h)")
_SECONDS = {"s": 1, "m": 60, "h": 3600}


def asked(request: Request, queries: Sequence[str], digest: HMAC) -> Iterator[tuple[str, Any]]:
    """The answers to each query over the request's days, piece by piece. Raises InputFault or WorldFault."""
    step = seconds(request.wish("step") or "5m")
    pieces = list(split(request.start, request.end, step))
    if len(pieces) * len(queries) > MOST_QUESTIONS:
        raise InputFault(
            "This takes too many questions.", where="--step", mend="Take longer steps or fewer days."
        )
    with Live(
        request.wish("url"),
        bearer(request.environment, TOKEN),
        request.every("allow"),
        progress=request.progress,
    ) as server:
        for query in queries:
            for start, end in pieces:
                yield query, _answer(server, query, start, end, step, digest)


def _answer(server: Live, query: str, start: int, end: int, step: int, digest: HMAC) -> Any:
    parameters = {"query": query, "start": str(start), "end": str(end), "step": str(step)}
    told = server.get("/api/v1/query_range", parameters)
    digest.update(told.content)
    # A refused query is told in JSON; its reader says why.
    if told.status not in (200, 400, 422):
        what = f"Prometheus answered with status {told.status}."
        raise WorldFault(what, where=query[:80], mend="Check --url.")
    answer = told.json()
    if told.status == 200:
        return answer
    said = answer.get("error", "") if isinstance(answer, dict) else ""
    return {"status": "error", "error": said}


def split(start: date, end: date, step: int) -> Iterator[tuple[int, int]]:
    """First and last moment of each piece in seconds of the epoch, on one grid of steps without a gap or an overlap."""
    first, last = (int(datetime.combine(day, time(), UTC).timestamp()) for day in (start, end))
    while first <= last:
        until = min(first + (POINTS - 1) * step, first + (last - first) // step * step)
        yield first, until
        first = until + step


def seconds(text: str) -> int:
    """The seconds of a duration such as `5m`. Raises InputFault."""
    match = _STEP.fullmatch(text.strip())
    if not match or not int(match[1]):
        raise InputFault("This is no duration.", where=f"--step {text}", mend="Such as 30s, 5m or 1h.")
    return int(match[1]) * _SECONDS[match[2]]
