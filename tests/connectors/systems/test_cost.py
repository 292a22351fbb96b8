"""Cost files in the shape of FOCUS."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.connectors.systems.cost.focus import charges, whole
from bonafide.connectors.systems.table import Row
from bonafide.evidence.cost import Costs
from bonafide.model.faults import InputFault
from connectors.systems.exports import asked, written

HEAD = "BilledCost,BillingCurrency,ChargeClass,ChargePeriodStart,ChargePeriodEnd,EffectiveCost,ServiceName"


def charge(at: str, cost: str, currency: str = "EUR", kind: str = "", billed: str = "999") -> str:
    return f"{billed},{currency},{kind},{at},,{cost},Object storage"


def costs(*paths: Path, **wishes: object) -> tuple[Costs, tuple[str, ...]]:
    read = asked("cost", *paths, **wishes)
    assert isinstance(read.records, Costs)
    return read.records, read.notes


def test_effective_cost_is_added_by_month_and_currency(tmp_path: Path) -> None:
    first = written(
        tmp_path / "a.csv",
        HEAD,
        charge("2025-01-01T00:00:00Z", "10.10"),
        charge("2025-01-31T23:00:00Z", "0.2", billed="0"),
        charge("2025-02-01 00:00:00", "5", "usd"),
        charge("2025-02-28T00:00:00Z", "NULL"),
        charge("2025-02-28T00:00:00Z", ""),
    )
    second = written(
        tmp_path / "b.csv",
        HEAD,
        charge("2025-01-15T00:00:00Z", "-3", kind="Correction"),
        charge("2025-03-31T00:00:00Z", "1e2"),
    )
    found, notes = costs(first, second)
    january, march = date(2025, 1, 1), date(2025, 3, 1)
    assert found.spent == {
        "EUR": {january: Decimal("7.30"), march: Decimal(100)},
        "USD": {date(2025, 2, 1): Decimal(5)},
    }
    assert found.whole == (january, date(2025, 2, 1), march)
    assert notes == (
        "1 corrections were counted in the months of their own charge periods.",
        "2 charges without an effective cost were left out.",
        "There are 2 currencies; they are never added.",
    )


def test_units_are_a_months_count(tmp_path: Path) -> None:
    file = written(tmp_path / "a.csv", HEAD, charge("2025-01-01", "10"), charge("2025-02-01", "10"))
    units = written(tmp_path / "units.csv", "month,count", "2025-01,1000", "2025-02-01,1500.5")
    found, _ = costs(file, units=units)
    assert found.units == {date(2025, 1, 1): 1000, date(2025, 2, 1): Decimal("1500.5")}
    for line, match in (("2025-01,5", "told twice"), (",5", "no month"), ("2025-03,many", "no number")):
        again = written(tmp_path / "again.csv", "month,count", "2025-01,1", line)
        with pytest.raises(InputFault, match=f"again.csv:3, .*{match}"):
            costs(file, units=again)


@pytest.mark.parametrize(
    ("line", "match"),
    [
        (charge("2025-01-01", "ten"), "“ten” is no number"),
        (charge("2025-01-01", "NaN0"), "no number"),
        (charge("2025-01-01", "Infinity"), "no number"),
        (charge("2025-01-01", "1e400"), "no number"),
        (charge("2025-01-01", "1", currency=""), "no currency"),
        (charge("2025-01-01", "1", currency="euros"), "no currency"),
        (charge("", "1"), "ChargePeriodStart: It is empty"),
        (charge("yesterday", "1"), "no date"),
    ],
)
def test_what_is_no_charge_is_said_with_its_line(tmp_path: Path, line: str, match: str) -> None:
    with pytest.raises(InputFault, match=f"a.csv:2, .*{match}"):
        costs(written(tmp_path / "a.csv", HEAD, line))


def test_billed_cost_is_no_substitute(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "BilledCost,BillingCurrency,ChargePeriodStart", "1,EUR,2025-01-01")
    with pytest.raises(InputFault, match="no column for “cost”"):
        costs(path)
    with pytest.raises(InputFault, match="There is no charge"):
        costs(written(path, HEAD))


def test_a_month_that_the_file_holds_in_part_is_not_whole() -> None:
    days = [date(2025, 1, 10) + timedelta(days=number) for number in range(60)]
    assert whole(days) == (date(2025, 2, 1),)
    assert whole(days[22:50]) == (date(2025, 2, 1),)
    assert whole([date(2025, 1, 1), date(2025, 3, 1)]) == (date(2025, 1, 1), date(2025, 3, 1))
    assert whole([date(2025, 1, 10)]) == ()


@given(
    st.lists(st.tuples(st.integers(0, 700), st.decimals(-10_000, 10_000, places=10), st.sampled_from(["EUR", "USD"])), min_size=1),
    st.randoms(use_true_random=False),
)  # fmt: skip
def test_order_does_not_matter_to_the_last_digit(made: list[tuple[int, Decimal, str]], order: Random) -> None:
    rows = [
        Row("x", {"at": str(date(2024, 1, 1) + timedelta(days=day)), "cost": str(cost), "currency": currency})
        for day, cost, currency in made
    ]
    shuffled = rows[:]
    order.shuffle(shuffled)
    assert charges(rows, None) == charges(shuffled, None)
