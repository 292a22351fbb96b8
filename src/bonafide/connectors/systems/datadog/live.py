"""Asking Datadog for the history of a service level, week by week: the shorter the time, the finer its intervals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from hmac import HMAC
from typing import Any

from bonafide.connectors.systems.live import Answer, Live
from bonafide.connectors.systems.reading import Request
from bonafide.connectors.systems.secret import bare
from bonafide.model.faults import InputFault, WorldFault

API_KEY, APPLICATION_KEY = "BONAFIDE_DATADOG_API_KEY", "BONAFIDE_DATADOG_APPLICATION_KEY"
PIECE = timedelta(days=7)
MOST_PIECES = 200
_ID = re.compile(r"[A-Za-z0-9_-]{6,64}")


def asked(request: Request, digest: HMAC) -> Iterator[tuple[str, Any]]:
    """The answers over the request's days, each of seven. Raises InputFault or WorldFault."""
    slo = request.wish("slo")
    if not _ID.fullmatch(slo):
        what = "Which service level is not said." if not slo else "This is no id of a service level."
        raise InputFault(what, where="--slo", mend="Its id stands in the address of its page.")
    pieces = list(split(request.start, request.end))
    if len(pieces) > MOST_PIECES:
        raise InputFault("This takes too many questions.", where="--from", mend="Take fewer days.")
    key = bare(request.environment, API_KEY, "DD-API-KEY")
    application = bare(request.environment, APPLICATION_KEY, "DD-APPLICATION-KEY")
    headers = {application.header: application.value} if application.value else {}
    with Live(
        request.wish("url"), key, request.every("allow"), headers=headers, progress=request.progress
    ) as server:
        for start, end in pieces:
            path = f"/api/v1/slo/{slo}/history"
            yield f"{server.host} {start}", _json(server.get(path, {"from_ts": start, "to_ts": end}), digest)


def _json(answer: Answer, digest: HMAC) -> Any:
    digest.update(answer.content)
    if answer.status == 404:
        raise InputFault("There is no such service level.", where="--slo", mend="Check its id, and --url.")
    # What it refuses is told in JSON; the reader says why.
    if answer.status not in (200, 400):
        what = f"Datadog answered with status {answer.status}."
        raise WorldFault(what, where=answer.where, mend="Check --url.")
    return answer.json()


def split(start: date, end: date) -> Iterator[tuple[str, str]]:
    """First and last second of each piece: no second is asked for twice, since an interval begins at either end."""
    while start < end:
        until = min(start + PIECE, end)
        yield str(_seconds(start)), str(_seconds(until) - 1)
        start = until


def _seconds(day: date) -> int:
    return int(datetime.combine(day, time(), UTC).timestamp())
