"""What the cloud cost a month: each currency by itself, absolute and for each unit of what the system did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from bonafide.evidence.counted import Counted, counted
from bonafide.evidence.samples import Means, Ratios
from bonafide.evidence.spans import next_month, reach
from bonafide.model.measure import Window

Months = Mapping[date, Decimal]


@dataclass(frozen=True, slots=True)
class Costs:
    """Effective cost by currency and month (its first day), units by month (None: none were given), and the whole months."""

    spent: Mapping[str, Months]
    units: Months | None
    whole: tuple[date, ...]

    def reach(self, today: date) -> Window:
        """From the first whole month to the end of the last one that is over."""
        over = [month for month in self.whole if next_month(month) <= today]
        return reach(over[0], next_month(over[-1])) if over else reach(today, today)

    def counted(self, window: Window, chance: Random) -> Sequence[Counted]:
        """The cost of a month, and of a unit, in each currency."""
        months = [one for one in self.whole if window.start <= one and next_month(one) <= window.end]
        return [
            *(self._monthly(currency, months, window, chance) for currency in sorted(self.spent)),
            *self._each(months, window, chance),
        ]

    def _monthly(self, currency: str, months: Sequence[date], window: Window, chance: Random) -> Counted:
        spent = self.spent[currency]
        costs = [float(spent[month]) for month in months if month in spent]
        detail = {"in all": float(sum(spent.get(month, Decimal()) for month in months))}
        unit = f"{currency} a month"
        return counted(
            "cloud-cost", window, len(costs), Means(costs), chance, part=currency, unit=unit, detail=detail
        )

    def _each(self, months: Sequence[date], window: Window, chance: Random) -> Iterator[Counted]:
        units = self.units or {}
        for currency in sorted(self.spent) if self.units is not None else ():
            spent = self.spent[currency]
            pairs = [
                (float(spent[month]), float(units[month]))
                for month in months
                if month in spent and month in units
            ]
            unit = f"{currency} a unit"
            yield counted(
                "cloud-cost-per-unit", window, len(pairs), Ratios(pairs), chance, part=currency, unit=unit
            )
