"""Restarts of containers whose truth is known."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bonafide.evidence.comparison import shifts
from bonafide.evidence.restarts import Restarts, Seen
from bonafide.evidence.telling import offers, told
from bonafide.model.measure import Figure, Window

BEGUN = datetime(2025, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
WHOLE = Window(date(2025, 1, 1), date(2025, 5, 1))


def seen(pod: str, day: float, restarts: int, since: float = 0, memory: bool = False) -> Seen:
    return Seen(pod, "c", BEGUN + DAY * day, BEGUN + DAY * since, restarts, memory)


def figure(restarts: Restarts, window: Window = WHOLE) -> Figure:
    return restarts.counted(window, Random(1))[0].figure


def test_restarts_are_divided_by_the_weeks_of_all_containers() -> None:
    listed = [seen(f"p{n}", 28, n % 2 * 3, memory=n == 1) for n in range(12)]
    found = figure(Restarts.of(listed))
    assert (found.value, found.n) == (18 / 48, 12)
    assert found.interval is not None and found.interval.low < 18 / 48 < found.interval.high
    assert found.detail == {
        "restarts": 18, "weeks": 48, "pods that restarted": 6, "ended last for want of memory": 1,
    }  # fmt: skip
    few = figure(Restarts.of([seen(f"p{n}", 28, 0) for n in range(12)]))
    assert (few.value, few.interval) == (0, None), "of none that restarted an interval would be too sure"
    assert figure(Restarts.of(listed[:9])).value is None


def test_a_later_list_tells_what_came_in_between_and_a_fallen_count_is_not_known() -> None:
    listed = [seen("a", 20, 2), seen("a", 40, 5), seen("a", 60, 1), seen("b", 40, 1, since=30)]
    found = Restarts.of(listed)
    assert [(life.pod, life.restarts) for life in found.lives] == [("a", 2), ("a", 3), ("b", 1)]
    assert found.fallen == 1
    assert found.reach(date(2026, 1, 1)) == Window(date(2025, 1, 1), date(2025, 2, 10))


def test_a_time_counts_where_it_lies_wholly_within_the_window() -> None:
    listed = [seen(f"p{n}", day, n % 3 + day // 30) for n in range(12) for day in (30, 60, 90)]
    restarts = Restarts.of(listed)
    later = figure(restarts, Window(date(2025, 1, 31), date(2025, 4, 1)))
    assert later.detail["restarts"] == 24, "one between two lists each"
    assert figure(restarts, Window(date(2025, 1, 2), date(2025, 1, 30))).value is None


def test_before_and_after_need_pods_that_restarted_on_both_sides() -> None:
    before, after = Window(date(2025, 1, 1), date(2025, 1, 31)), Window(date(2025, 1, 31), date(2025, 3, 2))

    def compared(then: int) -> list[str]:
        pods = range(40)
        listed = [seen(f"p{n}", 30, 9 + n % 3) for n in pods]
        listed += [seen(f"p{n}", 60, 9 + n % 3 + (then if n % 2 else 0)) for n in pods]
        return [told(one, "a shop") for one in offers(shifts(Restarts.of(listed), before, after, Random(3)))]

    assert compared(0) == []
    assert compared(2)[0].startswith("Container restarts a week of a shop fell by ")


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(1, 90), st.integers(0, 5)), min_size=1, max_size=20
    ),
    st.randoms(use_true_random=False),
)
def test_order_does_not_matter_and_no_count_is_made_up(
    lists: list[tuple[str, int, int]], order: Random
) -> None:
    listed = [
        seen(pod, day, count)
        for pod, day, count in {(pod, day): (pod, day, n) for pod, day, n in lists}.values()
    ]
    first = Restarts.of(listed)
    order.shuffle(listed)
    assert Restarts.of([*listed, *listed]) == first
    growing = all(life.restarts >= 0 for life in first.lives)
    assert growing
    if not first.fallen:
        for pod in "abc":
            own = [one.restarts for one in listed if one.pod == pod]
            assert sum(life.restarts for life in first.lives if life.pod == pod) == max(own, default=0)
