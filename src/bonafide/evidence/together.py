"""Several kinds of records of one system, over the days of which all of them tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from bonafide.evidence.counted import Counted, Records
from bonafide.evidence.spans import reach
from bonafide.model.measure import Window


@dataclass(frozen=True, slots=True)
class Together:
    """At least one kind of records; their measures follow each other."""

    parts: tuple[Records, ...]

    def reach(self, today: date) -> Window:
        """The days of which all tell. Raises InputFault where these are too few."""
        windows = [part.reach(today) for part in self.parts]
        return reach(max(one.start for one in windows), min(one.end for one in windows))

    def counted(self, window: Window, chance: Random) -> Sequence[Counted]:
        """Every measure of each."""
        return [one for part in self.parts for one in part.counted(window, chance)]
