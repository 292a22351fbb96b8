"""Cloud cost files in the FOCUS format, or AWS's own -> what the cloud cost a month, and a unit."""

from collections.abc import Iterator, Sequence
from hmac import HMAC

from bonafide.connectors.systems.cost.focus import CHARGE, UNIT, charges, units
from bonafide.connectors.systems.fields import Table, chosen
from bonafide.connectors.systems.moments import OPTION
from bonafide.connectors.systems.reading import Kind, Option, Read, Request, timed
from bonafide.connectors.systems.table import Row, rows

__all__ = ["KIND"]

TABLES = (
    Table(
        "What was charged",
        "Cost files in the FOCUS format, 1.0 to 1.2, or AWS Cost and Usage Reports; several may be parts of one time.",
        CHARGE,
    ),
    Table(
        "What it was spent for",
        "A row for each month: orders, users or requests, whatever the cost is held against.",
        UNIT,
        files="units",
        columns="unit-column",
        needed=False,
    ),
)


def _read(request: Request) -> Read:
    digest, order = request.digest(), request.wish("dates")
    files = request.every("units")
    done = units(_rows(request, files, TABLES[1], digest), order) if files else None
    records, notes = charges(_rows(request, request.paths, TABLES[0], digest), done, order)
    return Read(records, digest.hexdigest(), notes)


def _rows(request: Request, paths: Sequence[str], table: Table, digest: HMAC) -> Iterator[Row]:
    """The rows one by one: cost files are long, and each row is only added up."""
    named = chosen(request.every(table.columns), table.fields)
    told = (row for one in request.contents(paths, digest) for row in rows(one, table.fields, named))
    return timed(told, progress=request.progress)


KIND = Kind(
    "cost",
    "Measure cloud cost a month and a unit from files in the FOCUS format (CSV, 1.0 to 1.2) or AWS Cost and Usage Reports.",
    "focus-2025.csv --units orders.csv",
    _read,
    options=(
        Option("units", "What the system did each month, as CSV: month,count.", "FILE", many=True),
        Option("column", "Where a field stands, such as cost=EffectiveCost; fields: at, cost, currency, class.", "FIELD=HEADER", many=True),
        Option("unit-column", "The same for units; fields: month, count.", "FIELD=HEADER", many=True),
        OPTION,
    ),
    tables=TABLES,
    called="Cloud cost and what it was spent for",
)  # fmt: skip
