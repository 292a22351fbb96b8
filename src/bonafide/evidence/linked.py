"""Deploys that incidents name as their cause, over the days of which both tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from random import Random

from bonafide.evidence.counted import Counted
from bonafide.evidence.delivery import Deploys
from bonafide.evidence.incidents import Incidents
from bonafide.evidence.spans import reach
from bonafide.model.measure import Window

APART = "Deploys and incidents have too few days in common"


@dataclass(frozen=True, slots=True)
class Linked:
    """Deploys, and the incidents that were held against them. No figure is made of the incidents themselves."""

    deploys: Deploys
    incidents: Incidents

    @staticmethod
    def of(deploys: Deploys, incidents: Incidents, begun: Mapping[int, datetime]) -> Linked:
        """`begun` tells, by the number of a deploy, when the first incident began that it caused."""
        told = tuple(
            replace(one, incident=begun.get(number)) for number, one in enumerate(deploys.history.deploys)
        )
        return Linked(
            replace(deploys, history=replace(deploys.history, deploys=told, linked=True)), incidents
        )

    def reach(self, today: date) -> Window:
        """The days of which both tell: a deploy outside of the incidents' days would seem to have gone well."""
        own, other = self.deploys.reach(today), self.incidents.reach(today)
        return reach(max(own.start, other.start), min(own.end, other.end), APART)

    def counted(self, window: Window, chance: Random) -> Sequence[Counted]:
        """All that the deploys tell."""
        return self.deploys.counted(window, chance)
