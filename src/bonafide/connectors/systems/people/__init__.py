"""A person's own table of joinings, leavings and hirings, without names -> how people come, stay and grow."""

from bonafide.connectors.systems.fields import COLUMN, Table, chosen
from bonafide.connectors.systems.moments import OPTION
from bonafide.connectors.systems.people.rows import FIELDS, members, openings, reader
from bonafide.connectors.systems.reading import Kind, Option, Read, Request, timed
from bonafide.connectors.systems.table import rows
from bonafide.evidence.people import People
from bonafide.model.faults import InputFault

__all__ = ["KIND"]


def _read(request: Request) -> Read:
    digest = request.digest()
    named = chosen(request.every(COLUMN), FIELDS)
    told = (row for one in request.contents(request.paths, digest) for row in rows(one, FIELDS, named))
    found = list(timed(told, progress=request.progress))
    read = reader(found, request.wish("dates"))
    stayed, hired = members(found, read), openings(found, read)
    if not stayed and not hired:
        known = ", ".join(field.name for field in FIELDS)
        raise InputFault(
            "No row tells when somebody joined, or when a requisition was opened or an offer made.",
            where=", ".join(request.paths),
            mend=f"Name the columns (--column FIELD=HEADER); the fields are {known}.",
        )
    return Read(People.of(stayed, hired, request.end), digest.hexdigest())


KIND = Kind(
    "people",
    "Measure retention, promotion, first changes and hiring from a table of days without names (CSV or JSON).",
    'people.csv --name "a platform group"',
    _read,
    options=(
        Option("column", f"Where a field stands; fields: {', '.join(field.name for field in FIELDS)}.", "FIELD=HEADER", many=True),
        OPTION,
    ),
    tables=(Table("Days of people and requisitions", "A row for each. No name is read, and none is needed; of groups under five nothing is told.", FIELDS),),
    called="Joining, leaving, promotions and hiring",
)  # fmt: skip
