"""Deploys of which nothing is known but when they were made: how often, and nothing of what they brought or how they went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from bonafide.evidence.counted import Counted
from bonafide.evidence.delivery import Deploys
from bonafide.model.measure import Window

FREQUENCY = "deployment-frequency"


@dataclass(frozen=True, slots=True)
class Rollouts:
    """Deploys without changes."""

    deploys: Deploys

    def reach(self, today: date) -> Window:
        """The days of which the deploys tell all."""
        return self.deploys.reach(today)

    def counted(self, window: Window, chance: Random) -> Sequence[Counted]:
        """How often something was deployed."""
        found = self.deploys.counted(window, chance)
        return [one for one in found if one.figure.measure == FREQUENCY]
