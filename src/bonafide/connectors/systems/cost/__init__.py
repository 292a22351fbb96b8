"""Cloud cost files in the FOCUS format -> what the cloud cost a month, and a unit."""

from collections.abc import Iterator, Sequence
from hmac import HMAC

from bonafide.connectors.systems.cost.focus import CHARGE, UNIT, charges, units
from bonafide.connectors.systems.reading import Kind, Option, Read, Request, contents, timed
from bonafide.connectors.systems.table import Field, Row, chosen, rows

__all__ = ["KIND"]


def _read(request: Request) -> Read:
    digest = request.digest()
    files = [path for path in request.wishes.get("units", ()) if path]
    done = units(_rows(request, files, UNIT, digest)) if files else None
    records, notes = charges(_rows(request, request.paths, CHARGE, digest), done)
    return Read(records, digest.hexdigest(), notes)


def _rows(request: Request, paths: Sequence[str], known: Sequence[Field], digest: HMAC) -> Iterator[Row]:
    """The rows one by one: cost files are long, and each row is only added up."""
    named = chosen(request.wishes.get("column", ()), known) if known is CHARGE else {}
    for content in contents(paths, digest):
        yield from timed(rows(content, known, named))


KIND = Kind(
    "cost",
    "Measure cloud cost a month and a unit from files in the FOCUS format (CSV, 1.0 to 1.2).",
    "focus-2025.csv --units orders.csv",
    _read,
    options=(
        Option("units", "What the system did each month, as CSV: month,count.", "FILE", many=True),
        Option("column", "Where a field stands, such as cost=EffectiveCost; fields: at, cost, currency, class.", "FIELD=HEADER", many=True),
    ),
)  # fmt: skip
