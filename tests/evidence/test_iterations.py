"""Iterations whose predictability is known."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.evidence.comparison import shifts
from bonafide.evidence.counted import Counted
from bonafide.evidence.iterations import Iteration, Iterations
from bonafide.evidence.spans import around
from bonafide.evidence.telling import amount, between, offers, told
from bonafide.model.faults import InputFault
from bonafide.model.measure import Window

BEGIN = datetime(2024, 1, 1, 9, tzinfo=UTC)
YEAR = Window(date(2024, 1, 1), date(2025, 1, 1))


def iteration(number: int, done: float, undone: float) -> Iteration:
    """One of two weeks; the first begins with the year."""
    started = BEGIN + timedelta(days=14 * number)
    return Iteration(started, started + timedelta(days=13), done, undone)


def measured(made: list[Iteration], window: Window = YEAR) -> Counted:
    (found,) = Iterations.of(made).counted(window, Random(1))
    return found


def test_it_is_a_ratio_of_sums_over_the_iterations_that_ended_in_the_window() -> None:
    made = [iteration(number, 8, 2) for number in range(12)] + [iteration(12, 0, 60), iteration(26, 1, 99)]
    figure = measured(made).figure
    assert (figure.value, figure.n) == (96 / 180, 13)
    assert figure.detail == {"committed": 180, "done": 96}
    assert figure.interval is not None
    assert figure.interval.low < 96 / 180 < figure.interval.high
    assert amount(figure) == "53 % of what was committed"


def test_fewer_than_six_are_not_available_and_nothing_committed_is_no_iteration() -> None:
    made = [iteration(number, 8, 2) for number in range(5)]
    assert measured([*made, iteration(5, 0, 0), iteration(6, 0, 0)]).figure.why.startswith("5 iterations; ")
    assert measured([*made, iteration(5, 8, 2)]).figure.value == 0.8
    with pytest.raises(InputFault, match="in the future"):
        Iterations.of(made, date(2024, 1, 2))


def test_the_records_reach_from_the_first_day_to_the_last() -> None:
    records = Iterations.of([iteration(number, 8, 2) for number in range(10)])
    last = (BEGIN + timedelta(days=9 * 14 + 13)).date()
    assert records.reach(date(2025, 1, 1)) == Window(date(2024, 1, 1), last + timedelta(days=1))
    assert records.reach(last) == Window(date(2024, 1, 1), last)


def test_where_all_was_done_the_interval_is_as_wide_as_so_few_make_it() -> None:
    figure = measured([iteration(number, 8, 0) for number in range(6)]).figure
    assert amount(figure) + between(figure) == "100 % of what was committed (61 to 100)"
    figure = measured([iteration(number, 0, 8) for number in range(6)]).figure
    assert amount(figure) + between(figure) == "0 % of what was committed (0 to 39)"


def claimed(before: list[Iteration], after: list[Iteration]) -> list[str]:
    records = Iterations.of([*before, *after])
    windows = around(records.reach(date(2026, 1, 1)), after[0].started.date())
    return [told(one, "a group") for one in offers(shifts(records, *windows, Random(3)))]


def test_a_better_year_is_offered_and_chance_is_not() -> None:
    chance = Random(4)
    poor = [iteration(number, 6 + chance.randint(-1, 1), 4) for number in range(26)]
    good = [iteration(number, 9 + chance.randint(-1, 1), 1) for number in range(26, 52)]
    (sentence,) = claimed(poor, good)
    assert sentence.startswith("Predictability (work done ÷ work committed) of a group rose by 5")
    assert not claimed(poor, [iteration(number, 6 + chance.randint(-1, 1), 4) for number in range(26, 52)])


def test_a_few_iterations_that_happened_to_do_all_are_no_proof() -> None:
    """Where every second one does all, six of six may be chance; that a drawing never saw a failure is no proof."""
    half = [iteration(number, 10 - number % 2 * 2, number % 2 * 2) for number in range(26)]
    assert not claimed(half, [iteration(number, 10, 0) for number in range(26, 32)])
    assert claimed(half, [iteration(number, 10, 0) for number in range(26, 52)])


amounts = st.integers(0, 40) | st.floats(0, 40)
some = st.lists(st.builds(iteration, st.integers(0, 40), amounts, amounts), min_size=1, max_size=40)


@given(some, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_it_is_never_above_one(made: list[Iteration], order: Random) -> None:
    if not any(one.committed for one in made):
        return
    first = measured(made).figure
    order.shuffle(made)
    assert measured(made).figure == first
    if first.value is None:
        assert first.why
    else:
        assert first.n >= 6 and 0 <= first.value <= 1
        assert first.interval is not None
        assert 0 <= first.interval.low <= first.interval.high <= 1


@given(some, some)
def test_what_lies_outside_the_window_changes_nothing(made: list[Iteration], more: list[Iteration]) -> None:
    if any(one.committed for one in made):
        later = [
            Iteration(one.started, one.ended + timedelta(days=600), one.done, one.undone) for one in more
        ]
        empty = [iteration(number, 0, 0) for number in range(10)]
        assert measured([*made, *later, *empty]).figure == measured(made).figure
