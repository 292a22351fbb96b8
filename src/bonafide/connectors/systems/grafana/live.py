"""Asking a live Grafana for what a panel shows: the panel's own queries, over the days that are measured, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from hmac import HMAC
from typing import Any

from bonafide.connectors.systems.live import Answer, Live
from bonafide.connectors.systems.prometheus.live import MOST_QUESTIONS, POINTS, seconds, split
from bonafide.connectors.systems.reading import Content, Request, contents
from bonafide.connectors.systems.secret import bearer
from bonafide.model.faults import InputFault, UnreadableFault, WorldFault

TOKEN = "BONAFIDE_GRAFANA_TOKEN"
MEND = "Save what Inspect, Query shows of the panel: an object with “queries”, or with the whole request."
MOST_QUERIES = 26


def asked(request: Request, digest: HMAC) -> Iterator[tuple[str, Any]]:
    """The answers over the request's days. Raises InputFault or WorldFault."""
    queries = _queries(request.wish("query"), digest)
    step = seconds(request.wish("step") or "5m")
    pieces = list(split(request.start, request.end, step))
    if len(pieces) > MOST_QUESTIONS:
        what = "This takes too many questions."
        raise InputFault(what, where="--step", mend="Take longer steps or fewer days.")
    fitted = [{**one, "intervalMs": step * 1000, "maxDataPoints": POINTS + 1} for one in queries]
    with Live(
        request.wish("url"),
        bearer(request.environment, TOKEN),
        request.every("allow"),
        progress=request.progress,
    ) as server:
        for start, end in pieces:
            question = {"queries": fitted, "from": str(start * 1000), "to": str(end * 1000)}
            yield server.host, _json(server.post("/api/ds/query", question), digest)


def _json(answer: Answer, digest: HMAC) -> Any:
    digest.update(answer.content)
    # A refused query is told in JSON with its status; its reader says why.
    if answer.status not in (200, 207, 400):
        what = f"Grafana answered with status {answer.status}."
        raise WorldFault(what, where=answer.where, mend="Check --url.")
    return answer.json()


def _queries(path: str, digest: HMAC) -> list[dict[str, Any]]:
    """The panel's queries of a file. Raises InputFault where there are none."""
    if not path:
        raise InputFault("The panel's queries are not given.", where="--query", mend=MEND)
    content: Content = contents([path], digest)[0]
    found = content.json()
    for key in ("request", "data"):
        found = found.get(key, found) if isinstance(found, dict) else found
    queries = found.get("queries") if isinstance(found, dict) else None
    if not isinstance(queries, list) or not 0 < len(queries) <= MOST_QUERIES:
        raise UnreadableFault("There are no queries of a panel in it.", where=path, mend=MEND)
    if not all(isinstance(one, dict) and one.get("refId") and one.get("datasource") for one in queries):
        raise UnreadableFault("A query has no refId, or no datasource.", where=path, mend=MEND)
    return queries
