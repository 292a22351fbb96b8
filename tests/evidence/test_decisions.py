"""Decisions whose truth is known."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.evidence.comparison import shifts
from bonafide.evidence.counted import Counted
from bonafide.evidence.decisions import Decision, Decisions, State
from bonafide.evidence.spans import MONTH, around
from bonafide.evidence.telling import offers, told
from bonafide.model.measure import Window

BEGIN, SEEN = date(2024, 1, 1), date(2025, 1, 1)
YEAR = Window(BEGIN, SEEN)


def record(day: int, weighed: int | None, state: State = State.ACCEPTED) -> Decision:
    proposed = BEGIN + timedelta(days=day)
    return Decision(state, proposed, None if weighed is None else proposed + timedelta(days=weighed))


def by_measure(decisions: list[Decision]) -> dict[str, Counted]:
    return {one.figure.measure: one for one in Decisions.of(decisions, SEEN).counted(YEAR, Random(1))}


def test_superseded_ones_were_accepted_once_and_rejected_ones_never() -> None:
    made = [record(day, 10) for day in range(15)]
    made += [record(day, 10, State.SUPERSEDED) for day in range(5)]
    made += [record(day, 10, State.REJECTED) for day in range(5)]
    found = by_measure([*made, Decision(State.ACCEPTED)])
    assert found["decisions-accepted"].figure.value == pytest.approx(20 / (366 / MONTH))
    assert found["decisions-superseded"].figure.value == 0.25
    assert found["decisions-superseded"].sample is None, "later ones have had less time"
    assert (found["decision-review-time"].figure.n, found["decision-review-time"].figure.value) == (25, 10)


def test_open_ones_make_the_review_no_shorter_and_undated_or_backward_ones_tell_nothing() -> None:
    made = [record(day, 10) for day in range(12)] + [record(day, None, State.PROPOSED) for day in range(9)]
    made += [record(3, None), record(3, -2)]
    figure = by_measure(made)["decision-review-time"].figure
    assert (figure.n, figure.value, figure.detail["undecided"]) == (21, 10, 9)
    more = made + [record(day, None, State.PROPOSED) for day in range(9)]
    assert by_measure(more)["decision-review-time"].figure.why == "Too many are not decided yet."


def test_a_quicker_review_is_offered_and_more_decisions_are_not() -> None:
    chance = Random(2)
    made = [record(day, int(chance.uniform(20, 40))) for day in range(0, 180, 6)]
    made += [record(day, int(chance.uniform(2, 9))) for day in range(183, 360, 3)]
    records = Decisions.of(made, SEEN)
    windows = around(records.reach(SEEN), date(2024, 7, 2))
    sentences = [told(one, "a shop") for one in offers(shifts(records, *windows, chance))]
    assert len(sentences) == 1
    assert sentences[0].startswith("Median review time of decisions of a shop fell by ")


@given(
    st.lists(st.tuples(st.integers(0, 365), st.none() | st.integers(-5, 90), st.sampled_from(State)), max_size=40),
    st.randoms(use_true_random=False),
)  # fmt: skip
def test_order_does_not_matter_and_few_tell_nothing(
    made: list[tuple[int, int | None, State]], order: Random
) -> None:
    some = [record(*one) for one in made]
    other = some[:]
    order.shuffle(other)
    first, second = (Decisions.of(each, SEEN).counted(YEAR, Random(3)) for each in (some, other))
    assert [one.figure for one in first] == [one.figure for one in second]
    assert all(one.figure.value is None for one in first if one.figure.n < 10)
