"""Incidents, and actions, of a live Jira or ServiceNow -> the rows that an export of them would have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hmac import HMAC

from bonafide.connectors.systems import jira, servicenow
from bonafide.connectors.systems.fields import Field, chosen
from bonafide.connectors.systems.incidents.exports import ACTION, INCIDENT
from bonafide.connectors.systems.reading import Request
from bonafide.connectors.systems.table import Row, objects
from bonafide.model.faults import InputFault

JIRA = {
    "opened": "fields.created",
    "resolved": "fields.resolutiondate",
    "severity": "fields.priority",
    "created": "fields.created",
    "closed": "fields.resolutiondate",
    "state": "fields.status",
}
SERVICENOW = {"opened": "opened_at", "resolved": "resolved_at", "severity": "priority"}
"""Where each field stands if no column is named."""


def rows(request: Request, digest: HMAC) -> tuple[list[Row], list[Row] | None]:
    """Incidents, and actions if they were asked for. Raises InputFault or WorldFault."""
    jql, table = request.wish("jql"), request.wish("table")
    if bool(jql) == bool(table):
        what = "It is not said what to ask for." if not jql else "One system is asked at once."
        raise InputFault(what, where="--url", mend="Give --jql for Jira, or --table for ServiceNow.")
    if jql:
        return _jira(request, digest)
    if request.wish("actions-jql"):
        what = "ServiceNow has no JQL."
        raise InputFault(what, where="--actions-jql", mend="Export the actions: --actions FILE.")
    return _servicenow(request, table, digest), None


def _jira(request: Request, digest: HMAC) -> tuple[list[Row], list[Row] | None]:
    with jira.opened(request) as server:

        def found(option: str, known: Sequence[Field], column: str) -> list[Row]:
            named = chosen(request.wishes.get(column, ()), known)
            jql = jira.bounded(request.wish(option), request.start, request.end)
            records = jira.search(server, jql, _jira_fields(known, named), digest)
            return list(objects(records, server.host, known, named))

        done = request.wish("actions-jql")
        return (
            found("jql", INCIDENT, "column"),
            found("actions-jql", ACTION, "action-column") if done else None,
        )


def _jira_fields(known: Sequence[Field], named: Mapping[str, str]) -> list[str]:
    """What to ask for, of `fields.priority.name` the second part. Raises InputFault for a column outside of the fields."""
    asked = {}
    for field in known:
        header = named.get(field.name, JIRA.get(field.name, ""))
        parts = header.split(".")
        if header and (parts[0] != "fields" or len(parts) == 1):
            mend = "Such as severity=fields.customfield_10050.value."
            raise InputFault("A column of a live Jira begins with “fields.”.", where=header[:80], mend=mend)
        if header:
            asked[parts[1]] = True
    return list(asked)


def _servicenow(request: Request, table: str, digest: HMAC) -> list[Row]:
    named = chosen(request.wishes.get("column", ()), INCIDENT)
    fields = list((SERVICENOW | named).values())
    query = servicenow.bounded(request.wish("query"), fields[0], request.start, request.end)
    with servicenow.opened(request) as server:
        records = servicenow.records(server, table, query, fields, digest)
    return list(objects(records, server.host, INCIDENT, named))
