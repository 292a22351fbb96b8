"""Decisions that were read -> records with a date among them, whatever they were read from. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bonafide.evidence.decisions import Decision, Decisions
from bonafide.model.faults import InputFault


def dated(
    found: Sequence[Decision], seen: date, where: str, none: str, mend: str
) -> tuple[Decisions, tuple[str, ...]]:
    """The records, and how many have no date. Raises InputFault where none has one; `none` is said where there is no record."""
    undated = sum(not (one.proposed or one.decided) for one in found)
    if len(found) == undated:
        what = "No decision record with a status and a date is in it." if found else none
        raise InputFault(what, where=where, mend=mend)
    notes = (f"{undated} of {len(found)} decisions have no date and were left out.",) if undated else ()
    return Decisions.of(found, seen), notes
