"""When a list was taken that does not say so itself: a moment for each file, as the person says it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bonafide.connectors.systems.moments import Moments
from bonafide.connectors.systems.reading import Option
from bonafide.model.faults import InputFault

TAKEN = Option(
    "taken", "When each file was written, in their order, such as 2025-06-01T12:00.", "MOMENT", many=True
)
_moment = Moments()


def moments(said: Sequence[str], files: int) -> list[datetime | None]:
    """The moment of each file, None where nothing is said. Raises InputFault where it is said of some and not of all."""
    if said and len(said) != files:
        what = f"There are {files} files and {len(said)} moments."
        raise InputFault(what, where="--taken", mend="Say it once for each file, in their order.")
    return [_moment(text, f"--taken {text}") for text in said] or [None] * files


def needed(moment: datetime | None, where: str) -> datetime:
    """The moment of a file. Raises InputFault where it is not said."""
    if moment is None:
        what = "When this list was taken does not stand in it, and without it a count is of no known time."
        raise InputFault(what, where=where, mend="Say --taken 2025-06-01T12:00, once for each file.")
    return moment
