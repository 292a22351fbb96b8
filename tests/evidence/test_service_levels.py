"""Attainment, budget and alerts of counted requests whose truth is known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.evidence.comparison import shifts
from bonafide.evidence.counted import Counted
from bonafide.evidence.service_levels import ALERTS, DAY, HOUR, Levels, Step
from bonafide.evidence.telling import amount, offers, told
from bonafide.model.faults import InputFault
from bonafide.model.measure import Window

BEGUN = int(datetime(2025, 1, 1, tzinfo=UTC).timestamp())
MONTH = Window(date(2025, 1, 2), date(2025, 1, 31))
TODAY = date(2025, 12, 1)
Failed = Callable[[int], float]


def steps(days: int, failed: Failed = lambda at: 0, every: int = 300, total: float = 1000) -> list[Step]:
    """A steady stream; `failed` gives what failed in the step that ends so many seconds after the begin."""
    return [Step(BEGUN + at, total, failed(at)) for at in range(every, days * DAY + 1, every)]


def by_measure(levels: Levels, window: Window = MONTH) -> dict[str, Counted]:
    return {one.figure.measure + one.figure.part: one for one in levels.counted(window, Random(1))}


def test_attainment_is_a_ratio_of_sums() -> None:
    quiet = [Step(step.at, 10, 10) for step in steps(1)]
    busy = [Step(step.at + DAY, 1000, 0) for step in steps(32)]
    found = by_measure(Levels.of(BEGUN, [*quiet, *busy], 0.99), Window(date(2025, 1, 1), date(2025, 1, 31)))
    bad, total = 288 * 10, 288 * 10 + 288 * 1000 * 29
    assert found["slo-attainment"].figure.value == pytest.approx(1 - bad / total)
    assert found["error-budget-usedtarget 99 %"].figure.value == pytest.approx(bad / total / 0.01)
    assert found["slo-attainment"].figure.detail == {"requests": total, "failed": bad}


def test_nines_are_not_rounded_away() -> None:
    levels = Levels.of(BEGUN, steps(40, lambda at: 0.5 if at % 600 else 0), 0.999)
    assert amount(by_measure(levels)["slo-attainment"].figure) == "99.975 % of requests"


def outage(hours: float, share: float, day: int = 20) -> Failed:
    return lambda at: 1000 * share if day * DAY < at <= day * DAY + hours * HOUR else 0


@pytest.mark.parametrize(
    ("hours", "share", "fired"),
    [
        (0.5, 1.0, (1, 1, 0, 0)),  # 0.5 h of 72 are 0.7 %: under 14.4 for an hour no longer than it takes
        (6, 0.01, (0, 1, 0, 0)),
        (48, 0.004, (0, 0, 1, 1)),
        (72, 0.0012, (0, 0, 0, 1)),
        (0, 0.0, (0, 0, 0, 0)),
    ],
)
def test_an_outage_fires_the_alerts_that_it_should(
    hours: float, share: float, fired: tuple[int, ...]
) -> None:
    target = 0.999 if share < 0.5 else 0.99
    found = by_measure(Levels.of(BEGUN, steps(40, outage(hours, share)), target))
    assert tuple(found[f"burn-alerts{alert.name}"].figure.value for alert in ALERTS) == fired


def test_an_alert_that_returns_at_once_is_the_same_one_and_later_another() -> None:
    def failed(at: int) -> float:
        minute = (at - 20 * DAY) // 60
        near, far = 0 < minute <= 60 or 65 < minute <= 120, 600 < minute <= 660
        return 500 if near or far else 0

    found = by_measure(Levels.of(BEGUN, steps(40, failed), 0.99))
    assert found[f"burn-alerts{ALERTS[0].name}"].figure.value == 2


def test_samples_too_far_apart_are_blind_to_short_windows() -> None:
    found = by_measure(Levels.of(BEGUN, steps(40, every=3600), 0.99))
    values = [found[f"burn-alerts{alert.name}"].figure for alert in ALERTS]
    assert [figure.value for figure in values] == [None, None, 0, 0]
    assert "further apart" in values[0].why


def test_no_traffic_is_not_available_and_neither_are_two_counts_that_do_not_fit() -> None:
    for total, bad, why in (
        (0, 0, "no traffic"),
        (1, 2, "More requests failed"),
        (1, -1, "More requests succeeded"),
    ):
        for one in Levels.of(BEGUN, steps(40, lambda _, bad=bad: bad, total=total), 0.99).counted(
            MONTH, Random(1)
        ):
            assert one.figure.value is None
            assert why in one.figure.why
    with pytest.raises(InputFault, match="too short"):
        Levels.of(BEGUN, [], 0.99).reach(TODAY)


def test_only_whole_days_are_reached() -> None:
    assert Levels.of(BEGUN, steps(40), 0.99).reach(TODAY) == Window(date(2025, 1, 1), date(2025, 2, 10))
    late = Levels.of(BEGUN + 60, [Step(one.at - 3600, 1, 0) for one in steps(40)], 0.99)
    assert late.reach(TODAY) == Window(date(2025, 1, 2), date(2025, 2, 9))


def test_a_better_service_is_offered_and_noise_is_not() -> None:
    def compared(after: float, seed: int) -> list[str]:
        chance = Random(seed)
        days = [chance.expovariate(1) * (1 if day < 80 else after) for day in range(161)]
        levels = Levels.of(BEGUN, steps(160, lambda at: days[at // DAY], every=3600), 0.999)
        before, then = (
            Window(date(2025, 1, 1), date(2025, 3, 22)),
            Window(date(2025, 3, 22), date(2025, 6, 10)),
        )
        return [told(shift, "a shop") for shift in offers(shifts(levels, before, then, chance))]

    better = compared(0.3, 1)
    assert better[0].startswith("Error budget use (target 99.9 %) of a shop fell by ")
    assert sum(bool(compared(1.0, seed)) for seed in range(12)) <= 2


@given(
    st.lists(st.tuples(st.integers(1, 5000), st.integers(0, 50)), max_size=120),
    st.randoms(use_true_random=False),
)
def test_order_does_not_matter_and_no_data_stays_none(counts: list[tuple[int, int]], order: Random) -> None:
    made = [
        Step(BEGUN + 6 * HOUR * number, float(total), float(min(bad, total)))
        for number, (total, bad) in enumerate(counts, 1)
    ]
    shuffled = made[:]
    order.shuffle(shuffled)
    first, second = (Levels.of(BEGUN, some, 0.99).counted(MONTH, Random(2)) for some in (made, shuffled))
    assert [one.figure for one in first] == [one.figure for one in second]
    attained = first[0].figure
    assert (attained.value is None) == (attained.n < 14)
    assert attained.value is None or 0 <= attained.value <= 1
