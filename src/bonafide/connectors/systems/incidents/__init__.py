"""Exported incidents, and the actions that came of them -> how often things broke, and for how long."""

import importlib
from collections.abc import Sequence
from hmac import HMAC

from bonafide.connectors.systems.fields import Table, chosen
from bonafide.connectors.systems.incidents.exports import ACTION, INCIDENT, actions, incidents
from bonafide.connectors.systems.moments import OPTION
from bonafide.connectors.systems.reading import ALLOW, Kind, Option, Read, Request, timed
from bonafide.connectors.systems.table import Row, rows
from bonafide.evidence.incidents import Incidents
from bonafide.model.faults import InputFault

__all__ = ["KIND"]

TABLES = (
    Table(
        "Incidents",
        "Of Jira and ServiceNow the columns are known; of anything else they are yours to choose.",
        INCIDENT,
    ),
    Table(
        "Actions that came of them",
        "What was to be done after an incident, each with the day on which it was closed.",
        ACTION,
        files="actions",
        columns="action-column",
        needed=False,
    ),
)
ASKED = ("jql", "actions-jql", "table", "query", "user")
"""Options of a live system."""


def _read(request: Request) -> Read:
    digest = request.digest()
    live = bool(request.wish("url"))
    told, done = _asked(request, digest) if live else (_told(request, digest), None)
    found, notes = incidents(told, request.wish("dates"))
    if live:
        # It was asked for a day more, in its own zone, of which it may not have told all.
        found = [one for one in found if one.opened.date() >= request.start]
    if not found:
        mend = (
            "Check the query, and whether the token may see them."
            if live
            else "Give one or more exported files."
        )
        raise InputFault("There is no incident in it.", mend=mend)
    files = request.every("actions")
    if files:
        done = [*(done or ()), *_rows(request, files, TABLES[1], digest)]
    records = Incidents.of(found, None if done is None else actions(done, request.wish("dates")), request.end)
    return Read(records, digest.hexdigest(), notes)


def _told(request: Request, digest: HMAC) -> list[Row]:
    asked = next((name for name in ASKED if request.wish(name)), "")
    if asked:
        raise InputFault(
            "This needs the address of a system.", where=f"--{asked}", mend="Give it with --url."
        )
    return _rows(request, request.paths, TABLES[0], digest)


def _asked(request: Request, digest: HMAC) -> tuple[list[Row], list[Row] | None]:
    if request.paths:
        raise InputFault("Files and --url tell the same twice.", mend="Give one of them.")
    # Asking imports the HTTP library, which takes longer than reading a file.
    live = importlib.import_module("bonafide.connectors.systems.incidents.live")
    rows: tuple[list[Row], list[Row] | None] = live.rows(request, digest)
    return rows


def _rows(request: Request, paths: Sequence[str], table: Table, digest: HMAC) -> list[Row]:
    named = chosen(request.every(table.columns), table.fields)
    told = (row for one in request.contents(paths, digest) for row in rows(one, table.fields, named))
    return list(timed(told, progress=request.progress))


KIND = Kind(
    "incidents",
    "Measure incidents and the time to resolve them: from an export (CSV or JSON), or from Jira or ServiceNow with --url.",
    "incidents.csv --actions actions.csv",
    _read,
    options=(
        Option("column", "Where a field stands, such as opened=Created; fields: opened, resolved, severity.", "FIELD=HEADER", many=True),
        Option("actions", "The actions that came of them, exported likewise.", "FILE", many=True),
        Option("action-column", "The same for actions; fields: created, closed, state, reopened.", "FIELD=HEADER", many=True),
        OPTION,
        Option("url", "A live Jira or ServiceNow, such as https://mill.example; a token is taken from the environment.", "URL"),
        Option("jql", "Of Jira: which issues are incidents, such as 'project = OPS AND type = Incident'.", "QUERY"),
        Option("actions-jql", "Of Jira: which issues are the actions that came of them.", "QUERY"),
        Option("table", "Of ServiceNow: the table that holds them, such as incident.", "NAME"),
        Option("query", "Of ServiceNow: which of them, as an encoded query; all if not given.", "QUERY"),
        Option("user", "Whose token it is, where the system wants to know (Basic); else it is sent alone (Bearer).", "NAME"),
        ALLOW,
    ),
    tables=TABLES,
    called="Incidents and the actions that came of them",
)  # fmt: skip
