"""Incidents that are given beside deploys, each held against the one that it names as its cause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hmac import HMAC

from bonafide.connectors.systems.fields import chosen
from bonafide.connectors.systems.git.causes import Names
from bonafide.connectors.systems.incidents.exports import CAUSED, INCIDENT, incidents
from bonafide.connectors.systems.moments import OPTION
from bonafide.connectors.systems.reading import Option, Request, timed
from bonafide.connectors.systems.table import rows
from bonafide.evidence.counted import Records
from bonafide.evidence.delivery import Deploys
from bonafide.evidence.failures import SOON
from bonafide.evidence.incidents import Incidents
from bonafide.evidence.linked import Linked
from bonafide.evidence.together import Together
from bonafide.model.faults import InputFault

FILES, COLUMNS = "incidents", "incident-column"
OPTIONS = (
    Option(FILES, "Incidents (CSV or JSON) that name the deploy that caused each: its tag, version or commit.", "FILE", many=True),
    Option(COLUMNS, "Where a field of theirs stands, such as cause=Release; fields: opened, resolved, cause.", "FIELD=HEADER", many=True),
    OPTION,
)  # fmt: skip
FIELDS = (
    *(replace(one, required=one.name == "opened", option=COLUMNS) for one in INCIDENT if one.name != "severity"),
    *CAUSED,
)  # fmt: skip
BEFORE = timedelta(days=1)
"""An incident may seem to begin so long before its cause: exports are in a zone that they do not tell, and a tag may be
made when all is done."""
IN_COMMON = "All is measured over the days of which both the deploys and the incidents tell."
NO_DEPLOYS = "The incidents were held against nothing: no deploys are measured."


def given(request: Request, digest: HMAC) -> Links | None:
    """The incidents that were given, None if none were; fed to the digest. Raises InputFault as the kind `incidents` does."""
    files = request.every(FILES)
    if not files:
        return None
    named = chosen(request.every(COLUMNS), FIELDS)
    told = (row for one in request.contents(files, digest) for row in rows(one, FIELDS, named))
    found, notes = incidents(list(timed(told, progress=request.progress)), request.wish("dates"))
    if not found:
        raise InputFault("There is no incident in it.", where=files[0], mend="Give one or more exported files.")  # fmt: skip
    return Links(Incidents.of(found, today=request.end), notes)


@dataclass(frozen=True, slots=True)
class Links:
    """The incidents that were given, and what one should know of them."""

    incidents: Incidents
    notes: tuple[str, ...] = ()

    def held(self, records: Records) -> tuple[Records, tuple[str, ...]]:
        """The records with their deploys held against the incidents, and what one should know of it."""
        parts = records.parts if isinstance(records, Together) else (records,)
        deploys = next((one for one in parts if isinstance(one, Deploys)), None)
        if deploys is None:
            return records, (NO_DEPLOYS,)
        linked, notes = self._linked(deploys)
        told = tuple(linked if one is deploys else one for one in parts)
        return (Together(told) if len(told) > 1 else linked), (*self.notes, *notes)

    def _linked(self, deploys: Deploys) -> tuple[Linked, tuple[str, ...]]:
        history = deploys.history.deploys
        names = Names.of(history)
        causes = [(one.opened, names.meant(one.cause)) for one in self.incidents.incidents if one.cause]
        sure = [(opened, next(iter(meant))) for opened, meant in causes if len(meant) == 1]
        held = [(opened, number) for opened, number in sure if _soon(opened, history[number].at)]
        first: dict[int, datetime] = {}
        for opened, number in sorted(held):
            first.setdefault(number, max(opened, history[number].at))
        notes = _notes(len(held), len(causes) - len(sure), len(sure) - len(held))
        return Linked.of(deploys, self.incidents, first), tuple(notes)


def _soon(opened: datetime, deployed: datetime) -> bool:
    return -BEFORE <= opened - deployed <= SOON


def _notes(held: int, unclear: int, apart: int) -> Iterator[str]:
    yield f"{held} incidents are held against the deploys that they name as their cause. {IN_COMMON}"
    if unclear:
        yield f"{unclear} incidents name as their cause what is no deploy here, or several of them: they are held against none."
    if apart:
        yield f"{apart} incidents began before the deploy that they name, or more than {SOON.days} days after it: they are held against none."
