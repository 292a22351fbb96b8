"""Costs by month and currency whose truth is known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

import pytest

from bonafide.evidence.comparison import shifts
from bonafide.evidence.cost import Costs
from bonafide.evidence.spans import around
from bonafide.evidence.telling import amount, course, offers, told
from bonafide.model.faults import InputFault
from bonafide.model.measure import Window

MONTHS = tuple(date(2024 + number // 12, number % 12 + 1, 1) for number in range(24))
TODAY = date(2026, 6, 1)


def monthly(*values: float) -> dict[date, Decimal]:
    return {month: Decimal(str(value)) for month, value in zip(MONTHS, values, strict=False)}


def test_each_currency_stands_by_itself_and_a_missing_month_is_not_nought() -> None:
    dollars = monthly(*[200.0] * 24)
    del dollars[MONTHS[3]]
    costs = Costs({"USD": dollars, "EUR": monthly(*[100_000.0] * 12)}, None, MONTHS)
    first = Window(date(2024, 1, 1), date(2025, 1, 1))
    found = {one.figure.part: one.figure for one in costs.counted(first, Random(1))}
    assert (found["EUR"].value, found["EUR"].n, amount(found["EUR"])) == (100_000, 12, "100,000 EUR a month")
    assert (found["USD"].value, found["USD"].n) == (200, 11)
    second = Window(date(2025, 1, 1), date(2026, 1, 1))
    assert {one.figure.part: one.figure.value for one in costs.counted(second, Random(1))} == {
        "EUR": None,
        "USD": 200,
    }


def test_only_whole_months_within_the_window_count() -> None:
    costs = Costs({"EUR": monthly(*range(1, 25))}, None, MONTHS[1:])
    assert costs.reach(TODAY) == Window(date(2024, 2, 1), date(2026, 1, 1))
    assert costs.reach(date(2025, 3, 20)).end == date(2025, 3, 1)
    part = Window(date(2024, 2, 2), date(2024, 6, 30))
    assert [one.figure.detail["in all"] for one in costs.counted(part, Random(1))] == [3 + 4 + 5]
    with pytest.raises(InputFault, match="too short"):
        costs.reach(date(2024, 2, 1))


def test_less_for_more_work_is_told_for_the_unit() -> None:
    chance = Random(3)
    spent = monthly(*(chance.uniform(95, 105) for _ in MONTHS))
    units = monthly(*(chance.uniform(9, 11) * (1 if number < 12 else 2) for number in range(24)))
    costs = Costs({"EUR": spent}, units, MONTHS)
    windows = around(costs.reach(TODAY), date(2025, 1, 1))
    sentences = [told(shift, "a shop") for shift in offers(shifts(costs, *windows, chance))]
    assert len(sentences) == 1
    assert sentences[0].startswith("Cloud cost of a unit (EUR) of a shop fell by 4")


def test_three_months_on_a_side_are_too_few_to_compare() -> None:
    costs = Costs({"EUR": monthly(9, 9, 9, 1, 1, 1)}, None, MONTHS[:6])
    found = shifts(costs, *around(costs.reach(TODAY), date(2024, 4, 1)), Random(1))
    assert found[0].change is not None and not found[0].sure and not list(offers(found))
    assert course(found[0]) == "too few on one side to tell a change from noise"
