"""Exported iterations (sprints), and the issues that they held -> how much of what was committed was done."""

import importlib
from collections.abc import Sequence
from hmac import HMAC

from bonafide.connectors.systems.fields import Table, chosen
from bonafide.connectors.systems.iterations.issues import ISSUE, of_issues
from bonafide.connectors.systems.iterations.reports import of_reports
from bonafide.connectors.systems.iterations.spans import ITERATION, of_table
from bonafide.connectors.systems.moments import OPTION
from bonafide.connectors.systems.reading import ALLOW, Kind, Option, Read, Request, timed
from bonafide.connectors.systems.table import Row, rows
from bonafide.evidence.iterations import Iteration, Iterations
from bonafide.model.faults import InputFault

__all__ = ["KIND"]

TABLES = (
    Table(
        "Iterations",
        "What was committed when each began, and what of that was done; with issues beside it, when each began and ended.",
        ITERATION,
        needed=False,
    ),
    Table(
        "Their issues",
        "A row for each issue of each iteration; what was committed and done is then counted from them.",
        ISSUE,
        files="issues",
        columns="issue-column",
        needed=False,
    ),
)
MOST = 500_000
"""Rows of one reading: they are held until it is known how their dates are meant."""


def _read(request: Request) -> Read:
    digest = request.digest()
    found, notes = _found(request, digest)
    empty = sum(not one.committed for one in found)
    if len(found) == empty:
        what = "No iteration that has ended holds anything that was committed when it began."
        raise InputFault(
            what,
            where=", ".join(request.paths),
            mend="Give a table of iterations, or of their issues (--issues, or --url and --board).",
        )
    if empty:
        notes = (*notes, f"{empty} iterations to which nothing was committed were left out.")
    return Read(Iterations.of(found, request.end), digest.hexdigest(), notes)


def _found(request: Request, digest: HMAC) -> tuple[list[Iteration], tuple[str, ...]]:
    issues, reports = request.every("issues"), request.every("reports")
    if sum(map(bool, (request.paths or issues, reports, request.wish("url")))) > 1:
        what = "Tables, reports and --url tell the same twice."
        raise InputFault(what, mend="Give one of them.")
    if request.wish("url"):
        # Asking imports the HTTP library, which takes longer than reading a file.
        live = importlib.import_module("bonafide.connectors.systems.iterations.live")
        return of_reports(live.reports(request, digest), request.end)
    if request.wish("board"):
        raise InputFault(
            "A board needs the address of its Jira.", where="--board", mend="Give it with --url."
        )
    if reports:
        told = request.contents(reports, digest)
        return of_reports(((one.where, one.json()) for one in told), request.end)
    table, order = _rows(request, request.paths, TABLES[0], digest), request.wish("dates")
    if issues:
        held = _rows(request, issues, TABLES[1], digest)
        return of_issues(held, table, order, request.end)
    return of_table(table, order, request.end)


def _rows(request: Request, paths: Sequence[str], table: Table, digest: HMAC) -> list[Row]:
    named = chosen(request.every(table.columns), table.fields)
    found: list[Row] = []
    told = (row for one in request.contents(paths, digest) for row in rows(one, table.fields, named))
    for row in timed(told, progress=request.progress):
        if len(found) == MOST:
            raise InputFault(f"More than {MOST:,} rows.", where=row.where, mend="Read it in parts.")
        found.append(row)
    return found


KIND = Kind(
    "iterations",
    "Measure predictability (done ÷ committed): from tables of iterations and their issues, or from the sprint reports of Jira.",
    "sprints.csv --issues issues.csv",
    _read,
    options=(
        Option("column", "Where a field stands, such as iteration=Sprint; fields: iteration, started, ended, committed, done, added, state.", "FIELD=HEADER", many=True),
        Option("issues", "A row for each issue of each iteration, exported likewise; they tell what was committed and done then.", "FILE", many=True),
        Option("issue-column", "The same for issues; fields: iteration, added, done, removed, issue, started, ended.", "FIELD=HEADER", many=True),
        OPTION,
        Option("reports", "Sprint reports of Jira, saved as JSON, in place of tables.", "FILE", many=True),
        Option("url", "A live Jira, whose sprint reports of --board are read; a token is taken from the environment.", "URL"),
        Option("board", "The number of the board.", "NUMBER"),
        Option("user", "Whose token it is, where Jira wants to know (Basic); else it is sent alone (Bearer).", "NAME"),
        ALLOW,
    ),
    tables=TABLES,
    called="Iterations (sprints) and their issues",
)  # fmt: skip
