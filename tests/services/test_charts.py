"""Small drawings: every spot lies within the plot, and the axis says where."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bonafide.model.measure import Figure, Interval, Window
from bonafide.services.charts import FOOT, LEFT, RIGHT, TOP, Chart, chart

QUARTERS = [Window(date(2023 + n // 4, n % 4 * 3 + 1, 1), date(2023 + (n + 1) // 4, (n + 1) % 4 * 3 + 1, 1)) for n in range(16)]  # fmt: skip


def figures(
    values: list[float | None], unit: str = "deploys a week", reach: float = 0.0, skip: int = 0
) -> list[Figure]:
    return [
        Figure("deployment-frequency", 1, window, unit, 9, value, value and Interval(value * (1 - reach), value * (1 + reach)))
        for window, value in zip(QUARTERS[skip:], values, strict=False)
    ]  # fmt: skip


def numbers(drawn: Chart) -> list[float]:
    texts = [tick.text.replace(",", "") for tick in drawn.values]
    return [float(text.removesuffix(" M")) * (1e6 if text.endswith(" M") else 1) for text in texts]


@given(
    st.lists(st.none() | st.floats(0, 1e9, allow_subnormal=False), min_size=2, max_size=12), st.floats(0, 1)
)
def test_what_is_higher_is_drawn_higher_and_lies_within_the_axis(
    values: list[float | None], reach: float
) -> None:
    told = [value for value in values if value is not None]
    drawn = chart(figures(values, reach=reach), None)
    if len(told) < 2 or not any(told):
        assert drawn is None
        return
    if max(told) < 1e-6:
        return
    assert drawn is not None and len(drawn.spots) == len(told)
    for spot in drawn.spots:
        assert LEFT < spot.x < RIGHT and TOP <= spot.high <= spot.y <= spot.low <= FOOT
    pairs = list(zip(told, drawn.spots, strict=True))
    for value, spot in pairs:
        assert all(spot.y <= other.y for less, other in pairs if less <= value)
    axis = numbers(drawn)
    steps = {round(b - a, 6) for a, b in pairwise(axis)}
    assert axis == sorted(axis) and max(steps) - min(steps) <= 1e-3 * axis[-1] and 3 <= len(axis) <= 6
    assert axis[-1] >= max(told) * 0.99, "the axis is labelled in a few digits"


def test_an_axis_counts_as_people_do() -> None:
    for values, expected in (
        ([3.0, 8.6], [0, 5, 10]),
        ([120.0, 290.0], [0, 100, 200, 300]),
        ([0.1, 0.19], [0, 0.1, 0.2]),
        ([900_000.0, 2_400_000.0], [0, 1e6, 2e6, 3e6]),
    ):
        drawn = chart(figures([*values]), None)
        assert drawn is not None and numbers(drawn) == expected and not drawn.raised
    drawn = chart(figures([0.9991, 0.9997], "share of requests"), None)
    assert drawn is not None and drawn.raised and drawn.unit == "% of requests"
    assert [tick.text for tick in drawn.values] == ["99.9", "99.92", "99.94", "99.96", "99.98"]


def test_hours_are_days_in_all_quarters_where_they_are_in_one() -> None:
    drawn = chart(figures([240.0, 12.0], "hours"), None)
    assert drawn is not None and drawn.unit == "days" and numbers(drawn) == [0, 5, 10]


def test_an_interval_that_reaches_too_far_is_cut_and_it_is_said() -> None:
    (few, *rest) = figures([2.0, 3.0, 4.0])
    far = Figure("deployment-frequency", 1, few.window, few.unit, 1, 2.0, Interval(0.1, 90))
    drawn = chart([far, *rest], None)
    assert drawn is not None and drawn.cut and numbers(drawn)[-1] < 12 and drawn.spots[0].high == TOP
    drawn = chart([few, *rest], None)
    assert drawn is not None and not drawn.cut


def test_the_day_of_a_change_and_years_that_would_cover_each_other() -> None:
    drawn = chart(figures([1.0] * 8, skip=3), date(2024, 2, 15))
    assert drawn is not None and drawn.changed is not None
    assert (drawn.changed.text, drawn.changed.anchor) == ("15 Feb 2024", "start")
    assert drawn.spots[0].x < drawn.changed.at < drawn.spots[2].x
    late = chart(figures([1.0] * 8), date(2024, 12, 31))
    assert late is not None and late.changed is not None and late.changed.anchor == "end"
    assert [tick.text for tick in late.years] == ["2023", "2024"]
    full = chart(figures([1.0] * 12, skip=3), None)
    assert full is not None and full.changed is None
    assert [tick.text for tick in full.years] == ["2024", "2025", "2026"], "2023 has one quarter, and no room"
