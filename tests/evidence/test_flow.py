"""Pull requests whose truth is known."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bonafide.evidence.comparison import shifts
from bonafide.evidence.flow import Flow, Pull
from bonafide.evidence.spans import around
from bonafide.evidence.telling import offers, told
from bonafide.model.measure import Figure, Window

BEGIN = datetime(2024, 1, 1, 9, tzinfo=UTC)
YEAR = Window(date(2024, 1, 1), date(2025, 1, 1))


def pull(day: float, reviewed: float | None, merged: float | None, closed: float | None = None) -> Pull:
    opened = BEGIN + timedelta(days=day)
    moments = [
        None if hours is None else opened + timedelta(hours=hours) for hours in (reviewed, merged, closed)
    ]
    return Pull(opened, *moments)


def by_measure(pulls: list[Pull], *, reviews: bool = True) -> dict[str, Figure]:
    return {
        one.figure.measure: one.figure for one in Flow.of(pulls, reviews=reviews).counted(YEAR, Random(1))
    }


def test_each_way_is_the_median_of_those_that_went_it() -> None:
    made = [pull(day, 4, 10) for day in range(30)]
    made += [pull(day, None, 1) for day in range(5)]  # merged without a review
    made += [pull(day, 2, None, closed=5) for day in range(5)]  # closed
    made += [pull(day, None, None) for day in range(7)]  # still open
    made += [pull(day, -3, -1) for day in range(4)]  # a clock that ran backwards
    found = by_measure([*made, pull(300, 1, 2)])
    assert [found[name].n for name in ("first-review", "review-to-merge", "open-to-merge")] == [43, 35, 43]
    assert [found[name].value for name in ("first-review", "review-to-merge", "open-to-merge")] == [4, 6, 10]
    assert found["first-review"].detail["open"] == 7


def test_without_reviews_nothing_is_made_up() -> None:
    found = by_measure([pull(day, None, 10) for day in range(30)], reviews=False)
    assert found["first-review"].value is None and found["first-review"].why
    assert found["open-to-merge"].value == 10
    assert (
        by_measure([pull(day, 1, None) for day in range(30)])["open-to-merge"].why
        == "Too many are still open."
    )


def test_quicker_reviews_are_offered() -> None:
    chance = Random(4)
    made = [
        pull(day / 2, wait := chance.expovariate(1 / (20 if day < 360 else 5)), wait + 5)
        for day in range(720)
    ]
    flow = Flow.of(made, reviews=True)
    windows = around(flow.reach(date(2026, 1, 1)), date(2024, 6, 29))
    sentences = [told(one, "a shop") for one in offers(shifts(flow, *windows, chance))]
    assert sentences[0].startswith("Median wait for the first review of a shop fell by ")
    assert len(sentences) == 2, "from the review to the merge nothing changed"


hours = st.none() | st.integers(-5, 200)


@given(
    st.lists(st.builds(pull, st.integers(0, 360), hours, hours, hours), min_size=1, max_size=50),
    st.randoms(use_true_random=False),
)
def test_order_does_not_matter_and_few_tell_nothing(made: list[Pull], order: Random) -> None:
    first = by_measure(made)
    order.shuffle(made)
    assert by_measure(made) == first
    for figure in first.values():
        assert figure.value is None or (figure.n >= 20 and figure.value >= 0)
