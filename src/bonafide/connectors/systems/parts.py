"""What several lists of one system tell together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bonafide.connectors.systems.graph import Commit
from bonafide.connectors.systems.rollouts import Rollouts, deploys
from bonafide.evidence.counted import Records
from bonafide.evidence.together import Together
from bonafide.model.faults import Faults, InputFault


@dataclass(frozen=True, slots=True)
class Part:
    """The records of one list, and what one should know of them."""

    records: Records
    notes: tuple[str, ...] = ()


def deployed(told: Rollouts, commits: Mapping[str, Commit], *, live: bool = False) -> Part:
    """The deploys that a list told; a live system tells of all up to this day. Raises InputFault where there are too few."""
    records, notes = deploys(told.made, commits, None if live else told.seen)
    return Part(records, (*told.notes, *notes))


def together(parts: list[Part]) -> Part:
    """The records of all; each has something to tell."""
    notes = tuple(note for part in parts for note in part.notes)
    records = tuple(part.records for part in parts)
    if len(records) == 1:
        return Part(records[0], notes)
    return Part(Together(records), (*notes, "All is measured over the days of which every list tells."))


def those_that_tell(asked: Mapping[str, Callable[[], Part]], today: date) -> Part:
    """The same of what a live system was asked for; of what tells too little a note says so.

    Raises Faults where nothing tells enough.
    """
    found: list[Part] = []
    faults: dict[str, InputFault] = {}
    for name, ask in asked.items():
        try:
            part = ask()
            part.records.reach(today)
        except InputFault as fault:
            faults[name] = fault
        else:
            found.append(part)
    if not found:
        raise Faults(list(faults.values()))
    told = together(found)
    return Part(told.records, (*_missing(faults), *told.notes))


def _missing(faults: Mapping[str, InputFault]) -> Iterator[str]:
    for name, fault in faults.items():
        yield f"{name} are not measured: {fault.what} {fault.mend}".rstrip()
