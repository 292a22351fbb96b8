"""AWS Cost and Usage Reports of our own making, whose truth is known."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.connectors.systems.cost.focus import CHARGE, charges
from bonafide.connectors.systems.reading import CAP, Content
from bonafide.connectors.systems.table import Row
from bonafide.evidence.cost import Costs
from bonafide.model.faults import InputFault, UnreadableFault
from connectors.systems.exports import asked, written

PLACES = {
    "line": ("lineItem/LineItemType", "line_item_line_item_type"),
    "at": ("lineItem/UsageStartDate", "line_item_usage_start_date"),
    "currency": ("lineItem/CurrencyCode", "line_item_currency_code"),
    "cost": ("lineItem/UnblendedCost", "line_item_unblended_cost"),
    "covered": ("savingsPlan/SavingsPlanEffectiveCost", "savings_plan_savings_plan_effective_cost"),
    "committed": ("savingsPlan/TotalCommitmentToDate", "savings_plan_total_commitment_to_date"),
    "used": ("savingsPlan/UsedCommitment", "savings_plan_used_commitment"),
    "reserved": ("reservation/EffectiveCost", "reservation_effective_cost"),
    "unused-upfront": ("reservation/UnusedAmortizedUpfrontFeeForBillingPeriod", "reservation_unused_amortized_upfront_fee_for_billing_period"),
    "unused-fee": ("reservation/UnusedRecurringFee", "reservation_unused_recurring_fee"),
    "reservation": ("reservation/ReservationARN", "reservation_reservation_a_r_n"),
}  # fmt: skip
ARN = "arn:of:a:reservation"
JANUARY = date(2025, 1, 1)
LINES: list[dict[str, object]] = [
    {"line": "Usage", "cost": "10"},
    {"line": "Tax", "cost": "2"},
    {"line": "Credit", "cost": "-1"},
    {"line": "Fee", "cost": "4"},
    {"line": "Fee", "cost": "1000", "reservation": ARN},
    {"line": "EdpDiscount", "cost": "-0.5"},
    {"line": "SavingsPlanCoveredUsage", "cost": "8", "covered": "5"},
    {"line": "SavingsPlanNegation", "cost": "-8"},
    {"line": "SavingsPlanUpfrontFee", "cost": "500"},
    {"line": "SavingsPlanRecurringFee", "cost": "6", "committed": "6", "used": "5"},
    {"line": "DiscountedUsage", "cost": "0", "reserved": "3", "reservation": ARN},
    {"line": "RIFee", "cost": "2", "unused-upfront": "0.25", "unused-fee": "0.5", "reservation": ARN},
]
EFFECTIVE = Decimal("10") + 2 - 1 + 4 - Decimal("0.5") + 5 + 1 + 3 + Decimal("0.75")


def report(path: Path, lines: list[dict[str, object]], style: int = 0, **more: str) -> Path:
    """The lines under the headers of the older reports (0), or of 2.0 (1); `more` are further columns by their headers."""
    headers = [place[style] for place in PLACES.values()] + list(more)
    rows = [
        ",".join(str(one.get(name, "")) for name in (*PLACES, *more))
        for line in lines
        for one in ({"at": "2025-01-01T00:00:00Z", "currency": "USD"} | line,)
    ]
    return written(path, ",".join(headers), *rows)


def costs(*paths: Path, **wishes: object) -> tuple[Mapping[str, Mapping[date, Decimal]], tuple[str, ...]]:
    read = asked("cost", *paths, **wishes)
    assert isinstance(read.records, Costs)
    return read.records.spent, read.notes


@pytest.mark.parametrize("style", [0, 1])
def test_each_type_of_line_counts_as_it_is_meant(tmp_path: Path, style: int) -> None:
    found, notes = costs(report(tmp_path / "a.csv", LINES, style))
    assert found == {"USD": {JANUARY: EFFECTIVE}}
    assert "counted as effective cost" in notes[0] and notes[1].startswith("3 lines were paid up front")


def test_what_is_packed_is_read_as_what_is_not(tmp_path: Path) -> None:
    plain = report(tmp_path / "a.csv", LINES)
    packed = tmp_path / "a.csv.gz"
    content = plain.read_bytes()
    packed.write_bytes(gzip.compress(content[:100]) + gzip.compress(content[100:]))
    one, other = asked("cost", plain), asked("cost", packed)
    assert (one.records, one.fingerprint) == (other.records, other.fingerprint)
    packed.write_bytes(packed.read_bytes()[:-20])
    with pytest.raises(UnreadableFault, match=r"a.csv.gz: What is packed in it is broken"):
        asked("cost", packed)
    bomb = Content("b.gz", gzip.compress(b"0" * 3_000_000))
    assert len(bomb.unpacked(CAP).content) == 3_000_000
    with pytest.raises(UnreadableFault, match="or more than 2 MB"):
        bomb.unpacked(2 * 1024 * 1024)


def test_the_two_formats_are_never_added(tmp_path: Path) -> None:
    focus = written(
        tmp_path / "focus.csv", "ChargePeriodStart,EffectiveCost,BillingCurrency", "2025-01-01,5,USD"
    )
    for order in ((focus, report(tmp_path / "a.csv", LINES)), (report(tmp_path / "b.csv", LINES), focus)):
        with pytest.raises(InputFault, match="would count twice"):
            costs(*order)


def test_what_a_line_counts_is_not_guessed(tmp_path: Path) -> None:
    bare = "lineItem/UsageStartDate,lineItem/UnblendedCost,lineItem/CurrencyCode"
    with pytest.raises(InputFault, match=r"a.csv:2, line: The type of this line is not told"):
        costs(written(tmp_path / "a.csv", bare, "2025-01-01,5,USD"))
    typed = f"{bare},lineItem/LineItemType"
    assert costs(written(tmp_path / "a.csv", typed, "2025-01-01,5,USD,Usage"))[0] == {"USD": {JANUARY: 5}}
    for kind in ("DiscountedUsage", "RIFee", "SavingsPlanCoveredUsage", "SavingsPlanRecurringFee"):
        with pytest.raises(InputFault, match=rf"a.csv:2: What a line of the type {kind} costs"):
            costs(written(tmp_path / "a.csv", typed, f"2025-01-01,5,USD,{kind}"))
    empty = [
        {"line": "DiscountedUsage", "cost": "7"},
        {"line": "RIFee", "cost": "7"},
        {"line": "Usage", "cost": "1"},
    ]
    found, notes = costs(report(tmp_path / "b.csv", empty))
    assert found == {"USD": {JANUARY: 1}} and notes[-1].startswith("2 charges without an effective cost")


def test_a_column_of_ones_own_is_taken_as_effective(tmp_path: Path) -> None:
    file = report(
        tmp_path / "a.csv", [{"line": "SavingsPlanNegation", "cost": "-8", "mine": "3"}], mine="mine"
    )
    assert costs(file, column="cost=mine")[0] == {"USD": {JANUARY: 3}}


def test_discounts_that_stand_in_the_lines_count_once(tmp_path: Path) -> None:
    lines: list[dict[str, object]] = [
        {"line": "Usage", "cost": "10", "net": "9"},
        {"line": "Usage", "cost": "4"},
        {"line": "EdpDiscount", "cost": "-1"},
        {"line": "PrivateRateDiscount", "cost": "-3", "net": "0"},
    ]
    head = report(tmp_path / "a.csv", lines, 1, net="").read_text().replace("reservation_reservation_a_r_n,net", "reservation_reservation_a_r_n,line_item_net_unblended_cost")  # fmt: skip
    assert costs(written(tmp_path / "a.csv", *head.splitlines()))[0] == {"USD": {JANUARY: 13}}
    # In a month without any net cost the column says nothing, and discounts are lines of their own.
    before = head.replace("2025-01", "2024-12").replace(",9\n", ",\n").replace(",0\n", ",\n").splitlines()
    found = costs(written(tmp_path / "b.csv", *head.splitlines(), *before[1:]))[0]
    assert found == {"USD": {JANUARY: 13, date(2024, 12, 1): 10}}


Money = st.decimals(0, 10_000, places=4)


@given(Money, Money, Money, st.integers(0, 100), st.integers(0, 100))
def test_a_commitment_costs_the_same_however_much_of_it_is_used(
    plan: Decimal, fee: Decimal, upfront: Decimal, used: int, reserved: int
) -> None:
    plan_used, share = plan * used / 100, Decimal(reserved) / 100
    lines: list[dict[str, object]] = [
        {"line": "SavingsPlanCoveredUsage", "cost": plan_used * 2, "covered": plan_used},
        {"line": "SavingsPlanNegation", "cost": -plan_used * 2},
        {"line": "SavingsPlanRecurringFee", "cost": plan, "committed": plan, "used": plan_used},
        {"line": "Fee", "cost": upfront * 12, "reservation": ARN},
        {"line": "DiscountedUsage", "cost": 0, "reserved": (fee + upfront) * share},
        {"line": "RIFee", "cost": fee, "unused-upfront": upfront * (1 - share), "unused-fee": fee * (1 - share)},
    ]  # fmt: skip
    told = {field.name: PLACES[field.name][0] for field in CHARGE if field.name in PLACES}
    rows = [
        Row(
            "x",
            {"at": "2025-01-01", "currency": "USD"} | {name: str(one) for name, one in line.items()},
            told,
        )
        for line in lines
    ]
    found, _ = charges(rows, None)
    assert found.spent["USD"][JANUARY] == plan + fee + upfront
