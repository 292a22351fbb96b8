"""Rows of cost files, in the FOCUS format or AWS's own -> sums by currency and month. Pure; sums are decimal, so that the order of rows cannot matter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, localcontext
from pathlib import Path

from bonafide.connectors.systems.cost.usage_reports import effective, elsewhere, is_discount, is_report
from bonafide.connectors.systems.fields import fields
from bonafide.connectors.systems.moments import Moments
from bonafide.connectors.systems.table import Row, number
from bonafide.evidence.cost import Costs, Months
from bonafide.evidence.spans import month_of, next_month
from bonafide.model.faults import InputFault

_FILE = Path(__file__).with_name("columns.toml")
CHARGE, UNIT = fields(_FILE, "charge"), fields(_FILE, "unit", "unit-column")
_NOUGHT = Decimal()
DIGITS = 60
"""Of a sum: more than millions of rows of the largest and smallest costs need."""
BOTH = (
    "Some files are in the FOCUS format and some are AWS's own reports: what both tell of would count twice."
)
_CURRENCY = re.compile(r"[A-Z]{3}")
_MONTH = re.compile(r"\d{4}-\d\d")


@dataclass
class _Sums:
    """What was added up so far."""

    read: Moments
    spent: dict[str, dict[date, Decimal]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(Decimal))
    )
    days: set[date] = field(default_factory=set)
    empty: int = 0
    corrections: int = 0
    elsewhere: int = 0
    reports: bool | None = None
    net: set[date] = field(default_factory=set)
    discounts: dict[tuple[str, date], Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def add(self, row: Row) -> None:
        at = self.read(row["at"], row.at("at"))
        if at is None:
            raise InputFault("It is empty.", where=row.at("at"), mend="Export the file again.")
        cost = self._cost(row)
        if cost is None:
            self.empty += 1
            return
        self._count(row, month_of(at.date()), cost)
        self.days.add(at.date())
        if row["class"].casefold() == "correction":
            self.corrections += 1

    def _count(self, row: Row, month: date, cost: Decimal) -> None:
        """Adds a cost up; a discount of AWS's waits, until it is known whether the month's net costs hold it already."""
        if self.reports and row["net-cost"]:
            self.net.add(month)
        if self.reports and is_discount(row):
            self.discounts[_currency(row), month] += cost
        else:
            self.spent[_currency(row)][month] += cost

    def settle(self) -> None:
        """Adds up the discounts that no net cost holds."""
        for (currency, month), cost in self.discounts.items():
            self.spent[currency][month] += _NOUGHT if month in self.net else cost

    def _cost(self, row: Row) -> Decimal | None:
        """The effective cost of a row; None where it has none."""
        report = is_report(row.headers.get("cost", ""))
        if self.reports not in (None, report):
            raise InputFault(BOTH, where=row.where, mend="Measure them one after the other.")
        self.reports = report
        if not report:
            return number(row, "cost") if row["cost"] else None
        self.elsewhere += elsewhere(row)
        return effective(row)


def charges(rows: Iterable[Row], units: Months | None, order: str = "") -> tuple[Costs, tuple[str, ...]]:
    """The costs, and what one should know of them. Raises InputFault with the line of what is no charge."""
    sums = _Sums(Moments(order))
    with localcontext() as context:
        context.prec = DIGITS
        for row in rows:
            sums.add(row)
        sums.settle()
    if not sums.spent:
        raise InputFault(
            "There is no charge in it.", mend="Give one or more files in the FOCUS format, or reports of AWS."
        )
    spent = {currency: dict(months) for currency, months in sums.spent.items()}
    return Costs(spent, units, whole(sums.days)), tuple(_notes(sums))


def units(rows: Iterable[Row], order: str = "") -> Months:
    """How many units each month had. Raises InputFault with the line of what is no count, or a month told twice."""
    found: dict[date, Decimal] = {}
    read = Moments(order)
    for row in rows:
        text = row["month"]
        at = read(f"{text}-01" if _MONTH.fullmatch(text) else text, row.at("month"))
        if at is None or month_of(at.date()) in found:
            what = "This month is told twice." if at else "There is no month."
            raise InputFault(what, where=row.at("month"), mend="Give each month once, as 2025-04,1200.")
        found[month_of(at.date())] = number(row, "count")
    return found


def whole(days: Iterable[date]) -> tuple[date, ...]:
    """The months that the charges cover; the first and the last only where they reach their ends.

    Files by the month date every charge on the first: all their months are whole.
    """
    known = sorted(set(days))
    months = sorted({month_of(day) for day in known})
    if all(day.day == 1 for day in known):
        return tuple(months)
    begins, ends = known[0].day == 1, (next_month(known[-1]) - known[-1]).days == 1
    return tuple(months[0 if begins else 1 : len(months) if ends else -1])


def _notes(sums: _Sums) -> Iterable[str]:
    if sums.reports:
        yield "Cost of AWS is counted as effective cost: what was bought ahead counts when it is used, and where it is not used."
    if sums.elsewhere:
        yield f"{sums.elsewhere} lines were paid up front, or take back what others count: they count nothing themselves."
    if sums.corrections:
        yield f"{sums.corrections} corrections were counted in the months of their own charge periods."
    if sums.empty:
        yield f"{sums.empty} charges without an effective cost were left out."
    if len(sums.spent) > 1:
        yield f"There are {len(sums.spent)} currencies; they are never added."


def _currency(row: Row) -> str:
    found = row["currency"].upper()
    if not _CURRENCY.fullmatch(found):
        raise InputFault(
            f"“{row['currency'][:20]}” is no currency.", where=row.at("currency"), mend="Such as EUR."
        )
    return found
