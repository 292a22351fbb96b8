"""Uptime and downtime of spans whose truth is known."""

from __future__ import annotations

from datetime import UTC, date, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.evidence.comparison import shifts
from bonafide.evidence.counted import Counted
from bonafide.evidence.telling import amount, offers, told
from bonafide.evidence.uptime import DAY, Span, Uptime
from bonafide.model.faults import InputFault
from bonafide.model.measure import Window

BEGUN = int(datetime(2025, 1, 1, tzinfo=UTC).timestamp())
MONTH = Window(date(2025, 1, 1), date(2025, 1, 31))
HOUR = 3600


def spans(days: int, outages: list[tuple[float, float]]) -> list[Span]:
    """Up for so many days but for outages: begin in days from the first, and how many hours."""
    found, at = [], float(BEGUN)
    for day, hours in sorted(outages):
        begin = BEGUN + day * DAY
        found += [Span(at, begin, True), Span(begin, begin + hours * HOUR, False)]
        at = begin + hours * HOUR
    return [*found, Span(at, BEGUN + days * DAY, True)]


def by_measure(uptime: Uptime, window: Window = MONTH) -> dict[str, Counted]:
    return {one.figure.measure: one for one in uptime.counted(window, Random(1))}


def test_downtime_is_a_ratio_of_sums_and_an_outage_over_midnight_is_of_both_days() -> None:
    found = by_measure(Uptime.of(spans(40, [(10.9, 7.2), (20, 0.5), (35, 99)])))
    assert found["uptime"].figure.value == pytest.approx(1 - 7.7 / 720)
    assert amount(found["uptime"].figure) == "99 % of time"
    assert found["downtime"].figure.value == pytest.approx(7.7 / 720 * 30.4375 * 24)
    assert found["downtime"].figure.detail == pytest.approx(
        {"hours down": 7.7, "hours seen": 720, "days down": 3}
    )
    assert found["downtime"].figure.interval is None, "of three outages an interval would be too sure"
    assert found["uptime"].sample is None


def test_time_that_nobody_saw_is_neither_up_nor_down() -> None:
    half = [
        part
        for day in range(31)
        for part in (Span(BEGUN + day * DAY, BEGUN + day * DAY + DAY / 2, day % 2 == 0),)
    ]
    found = by_measure(Uptime.of(half), Window(date(2025, 1, 1), date(2025, 1, 31)))
    assert found["uptime"].figure.value == pytest.approx(0.5)
    assert found["uptime"].figure.interval is not None
    nobody = by_measure(Uptime.of([half[0], half[-1]]))
    assert {one.figure.value for one in nobody.values()} == {None}


def test_from_few_outages_to_none_is_no_change_that_can_be_told() -> None:
    before, after = Window(date(2025, 1, 1), date(2025, 3, 2)), Window(date(2025, 3, 2), date(2025, 5, 1))

    def compared(outages: list[tuple[float, float]]) -> list[str]:
        uptime = Uptime.of(spans(120, outages))
        return [told(one, "a shop") for one in offers(shifts(uptime, before, after, Random(3)))]

    assert compared([(5, 2), (20, 3), (30, 1)]) == []
    assert compared([(day, 3) for day in range(0, 60, 4)]) == []
    many = [(day, 3) for day in range(0, 60, 4)] + [(day, 0.3) for day in range(60, 120, 6)]
    assert compared(many)[0].startswith("Downtime a month of a shop fell by ")


def test_only_whole_days_are_reached() -> None:
    inside = Uptime.of([Span(BEGUN + 5, BEGUN + 40 * DAY - 1, True)])
    assert inside.reach(date(2026, 1, 1)) == Window(date(2025, 1, 2), date(2025, 2, 10))
    with pytest.raises(InputFault, match="too short"):
        Uptime.of([Span(BEGUN, BEGUN + 9 * DAY, True)]).reach(date(2026, 1, 1))


@given(
    st.lists(st.tuples(st.integers(0, 9 * DAY), st.integers(1, DAY), st.booleans()), min_size=1, max_size=30),
    st.randoms(use_true_random=False),
)
def test_order_does_not_matter_and_no_second_is_lost(
    parts: list[tuple[int, int, bool]], order: Random
) -> None:
    at, found = BEGUN, []
    for gap, length, up in parts:
        found.append(Span(at + gap, at + gap + length, up))
        at += gap + length
    days = Uptime.of(found).days
    assert sum(known for _, known in days.values()) == pytest.approx(sum(length for _, length, _ in parts))
    assert sum(down for down, _ in days.values()) == pytest.approx(
        sum(length for _, length, up in parts if not up)
    )
    order.shuffle(found)
    assert Uptime.of(found).days == days
    window = Window(date(2025, 1, 1), date(2025, 3, 1))
    for one in Uptime.of(found).counted(window, Random(1)):
        assert (one.figure.value is None) == (one.figure.n < 14)
