"""Exported iterations (sprints), and the issues that they held -> how much of what was committed was done."""

from collections.abc import Sequence
from hmac import HMAC

from bonafide.connectors.systems.iterations.issues import ISSUE, of_issues
from bonafide.connectors.systems.iterations.spans import ITERATION, of_table
from bonafide.connectors.systems.moments import OPTION
from bonafide.connectors.systems.reading import Kind, Option, Read, Request, contents, timed
from bonafide.connectors.systems.table import Field, Row, chosen, rows
from bonafide.evidence.iterations import Iterations
from bonafide.model.faults import InputFault

__all__ = ["KIND"]

MOST = 500_000
"""Rows of one reading: they are held until it is known how their dates are meant."""


def _read(request: Request) -> Read:
    digest = request.digest()
    told = _rows(request, request.paths, ITERATION, "column", digest)
    files = [path for path in request.wishes.get("issues", ()) if path]
    order = request.wish("dates")
    if files:
        issues = _rows(request, files, ISSUE, "issue-column", digest)
        found, notes = of_issues(issues, told, order, request.end)
    else:
        found, notes = of_table(told, order, request.end)
    empty = sum(not one.committed for one in found)
    if len(found) == empty:
        what = "No iteration that has ended holds anything that was committed when it began."
        raise InputFault(
            what, where=", ".join([*request.paths, *files]), mend="Give a table of iterations, or --issues."
        )
    if empty:
        notes = (*notes, f"{empty} iterations to which nothing was committed were left out.")
    return Read(Iterations.of(found, request.end), digest.hexdigest(), notes)


def _rows(
    request: Request, paths: Sequence[str], known: Sequence[Field], option: str, digest: HMAC
) -> list[Row]:
    named = chosen(request.wishes.get(option, ()), known)
    found: list[Row] = []
    for content in contents(paths, digest):
        for row in timed(rows(content, known, named)):
            if len(found) == MOST:
                raise InputFault(f"More than {MOST:,} rows.", where=row.where, mend="Read it in parts.")
            found.append(row)
    return found


KIND = Kind(
    "iterations",
    "Measure predictability (done ÷ committed) from a table of iterations, or of the issues that they held (CSV or JSON).",
    "sprints.csv --issues issues.csv",
    _read,
    options=(
        Option("column", "Where a field stands, such as iteration=Sprint; fields: iteration, started, ended, committed, done, added, state.", "FIELD=HEADER", many=True),
        Option("issues", "A row for each issue of each iteration, exported likewise; they tell what was committed and done then.", "FILE", many=True),
        Option("issue-column", "The same for issues; fields: iteration, added, done, removed, issue, started, ended.", "FIELD=HEADER", many=True),
        OPTION,
    ),
)  # fmt: skip
