"""Exported incidents, and the actions that came of them -> how often things broke, and for how long."""

from collections.abc import Sequence
from hmac import HMAC

from bonafide.connectors.systems.incidents.exports import ACTION, INCIDENT, actions, incidents
from bonafide.connectors.systems.moments import OPTION
from bonafide.connectors.systems.reading import Kind, Option, Read, Request, contents, timed
from bonafide.connectors.systems.table import Field, Row, chosen, rows
from bonafide.evidence.incidents import Incidents
from bonafide.model.faults import InputFault

__all__ = ["KIND"]


def _read(request: Request) -> Read:
    digest = request.digest()
    found, notes = incidents(_rows(request, request.paths, INCIDENT, "column", digest), request.wish("dates"))
    if not found:
        raise InputFault("There is no incident in it.", mend="Give one or more exported files.")
    files = [path for path in request.wishes.get("actions", ()) if path]
    done = (
        actions(_rows(request, files, ACTION, "action-column", digest), request.wish("dates"))
        if files
        else None
    )
    return Read(Incidents.of(found, done, request.end), digest.hexdigest(), notes)


def _rows(
    request: Request, paths: Sequence[str], known: Sequence[Field], option: str, digest: HMAC
) -> list[Row]:
    named = chosen(request.wishes.get(option, ()), known)
    return [row for content in contents(paths, digest) for row in timed(rows(content, known, named))]


KIND = Kind(
    "incidents",
    "Measure incidents and the time to resolve them from an export of Jira, ServiceNow or another system (CSV or JSON).",
    "incidents.csv --actions actions.csv",
    _read,
    options=(
        Option("column", "Where a field stands, such as opened=Created; fields: opened, resolved, severity.", "FIELD=HEADER", many=True),
        Option("actions", "The actions that came of them, exported likewise.", "FILE", many=True),
        Option("action-column", "The same for actions; fields: created, closed, state, reopened.", "FIELD=HEADER", many=True),
        OPTION,
    ),
)  # fmt: skip
