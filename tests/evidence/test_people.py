"""Groups of people whose truth is known."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.evidence.comparison import shifts
from bonafide.evidence.counted import Counted
from bonafide.evidence.people import Member, Opening, People
from bonafide.evidence.spans import around
from bonafide.evidence.telling import offers, told
from bonafide.model.measure import Window
from bonafide.workflows.measuring import Asked, measured

BEGIN = date(2022, 1, 1)
TODAY = date(2025, 1, 1)
LAST = Window(date(2024, 1, 1), TODAY)


def day(number: int | None) -> date | None:
    return None if number is None else BEGIN + timedelta(days=number)


def member(
    joined: int, stayed: int | None = None, rose: int | None = None, merged: int | None = None
) -> Member:
    begun = BEGIN + timedelta(days=joined)
    ended, level, first = (
        None if one is None else begun + timedelta(days=one) for one in (stayed, rose, merged)
    )
    return Member(begun, ended, (level,) if level else (), first)


def by_measure(members: list[Member], openings: tuple[Opening, ...] = ()) -> dict[str, Counted]:
    return {one.figure.measure: one for one in People.of(members, openings, TODAY).counted(LAST, Random(1))}


SEEN = member(1094)
"""Somebody who joined yesterday: the records reach until then."""


def test_retention_is_of_those_who_have_had_twelve_months() -> None:
    cohort = [
        member(400, 365),
        member(400, 364),
        member(400),
        member(500, 30),
        member(600, 500),
        member(360, 3),
    ]
    figure = by_measure([*cohort, member(800, 2), SEEN])["retention"].figure
    assert (figure.n, figure.value) == (5, 3 / 5), (
        "of the one who joined before, and the two after, nothing is told"
    )


def test_somebody_there_for_half_of_the_window_counts_for_half() -> None:
    made = [member(0, rose=900) for _ in range(2)] + [
        member(0, rose=100),
        member(0),
        member(730 + 183, rose=10),
        SEEN,
    ]
    figure = by_measure(made)["internal-promotion"].figure
    assert figure.value == pytest.approx(3 / (4 * 366 / 365 + 183 / 365 + 1 / 365), rel=1e-3)
    assert "not nought" in by_measure([member(0) for _ in range(9)] + [SEEN])["internal-promotion"].figure.why


def test_who_has_not_merged_yet_counts_with_the_time_so_far() -> None:
    made = [member(800, merged=wait) for wait in (3, 5, 7, 9)] + [member(800), member(800, 4), SEEN]
    figure = by_measure(made)["time-to-first-merge"].figure
    assert (figure.n, figure.value) == (7, 7)
    most = [member(800, merged=3), *(member(800) for _ in range(9)), SEEN]
    assert by_measure(most)["time-to-first-merge"].figure.why.startswith("For too many")


def test_hiring_runs_from_the_opening_and_late_offers_wait_for_their_answer() -> None:
    made = [Opening(day(800), day(830), day(840)) for _ in range(6)] + [
        Opening(day(800), day(850)) for _ in range(2)
    ]
    made += [Opening(day(900)) for _ in range(3)] + [Opening(None, day(1090))]
    found = by_measure([], (*made, Opening(day(1094))))
    assert set(found) == {"time-to-hire", "offer-acceptance"}
    assert (found["time-to-hire"].figure.n, found["time-to-hire"].figure.value) == (12, 40)
    assert (found["offer-acceptance"].figure.n, found["offer-acceptance"].figure.value) == (8, 0.75)


def test_of_a_group_under_five_not_even_its_size_is_told() -> None:
    made = [
        member(400, 200),
        member(410),
        member(420),
        member(430),
        member(-300, 5000),
        member(-300, 5000),
        SEEN,
    ]
    figure = by_measure(made)["retention"].figure
    assert (figure.value, figure.n) == (None, 0)
    assert figure.why == "Fewer than 5 people: so small a group is not told of."


def test_a_small_group_cannot_be_worked_out_from_what_is_told_of_others() -> None:
    cohorts = [(380, 8), (470, 2), (560, 8), (650, 8)]
    made = [member(joined, stayed) for joined, many in cohorts for stayed in [100, *[None] * (many - 1)]]
    records = People.of([*made, SEEN], [], TODAY)
    kept = measured(records, Asked(changed=date(2024, 4, 1)), TODAY, source="people", fingerprint="x")
    assert next(one for one in kept.figures if one.measure == "retention").value is not None
    assert all(one.value is None and not one.n for one in kept.course if one.measure == "retention")
    larger = [*made, *(member(470) for _ in range(5)), SEEN]
    told_of = measured(People.of(larger, [], TODAY), Asked(), TODAY, source="people", fingerprint="x").course
    whys = [one.why for one in told_of if one.measure == "retention"]
    assert "" in whys and "There is nothing of it in these days." in whys, (
        "an empty quarter gives nobody away"
    )
    sides = around(records.reach(TODAY), date(2023, 3, 1))
    for shift in shifts(records, *sides, Random(1)):
        assert (shift.before.value is None) == (shift.after.value is None)


def test_people_who_stay_are_offered() -> None:
    chance = Random(1)
    made = [member(int(chance.uniform(0, 360)), 200 if chance.random() < 0.6 else None) for _ in range(60)]
    made += [member(int(chance.uniform(366, 700)), 200 if chance.random() < 0.1 else None) for _ in range(60)]
    records = People.of([*made, SEEN], [], TODAY)
    windows = around(Window(BEGIN, TODAY), date(2024, 1, 1))
    sentences = [told(one, "a platform group") for one in offers(shifts(records, *windows, chance))]
    assert sentences and sentences[0].startswith("Twelve-month retention of a platform group rose ")


days = st.integers(0, 1090)


@given(
    st.lists(st.builds(member, days, st.none() | days, st.none() | days, st.none() | days), max_size=30),
    st.lists(
        st.builds(lambda *some: Opening(*map(day, some)), days, st.none() | days, st.none() | days),
        max_size=30,
    ),
    st.randoms(use_true_random=False),
)
def test_order_does_not_matter_and_small_groups_are_never_told(
    members: list[Member], openings: list[Opening], order: Random
) -> None:
    first = People.of(members, openings, TODAY).counted(LAST, Random(3))
    order.shuffle(members)
    order.shuffle(openings)
    second = People.of(members, openings, TODAY).counted(LAST, Random(3))
    assert [one.figure for one in first] == [one.figure for one in second]
    for one in first:
        assert one.figure.n == 0 or one.figure.n >= 5
        assert (one.figure.value is None) == bool(one.figure.why)
