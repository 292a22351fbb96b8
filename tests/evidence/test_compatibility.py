"""Shares of releases that broke something, of releases whose truth is known."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.evidence.comparison import shifts
from bonafide.evidence.compatibility import ALL, MINOR, UNVERSIONED, Compared, Compatibility
from bonafide.evidence.telling import offers, told
from bonafide.model.faults import InputFault
from bonafide.model.measure import Figure, Window

BEGUN = datetime(2025, 1, 1, tzinfo=UTC)
YEAR = Window(date(2025, 1, 2), date(2026, 1, 2))


def release(day: int, *broken: str, major: bool = False) -> Compared:
    return Compared(BEGUN + timedelta(days=day), frozenset(broken), major)


def figures(releases: list[Compared], versioned: bool = True) -> dict[str, Figure]:
    records = Compatibility.of(releases, BEGUN, versioned=versioned)
    return {one.figure.rule: one.figure for one in records.counted(YEAR, Random(1))}


def test_major_versions_are_told_apart() -> None:
    releases = [release(day) for day in range(1, 16)]
    releases += [
        release(20, "operation removed", major=True),
        release(21, "operation removed", "request narrowed"),
    ]
    found = figures(releases)
    assert (found[ALL].value, found[ALL].n) == (pytest.approx(2 / 17), 17)
    assert (found[MINOR].value, found[MINOR].n) == (pytest.approx(1 / 16), 16)
    assert found[ALL].detail == {"breaking": 2, "operation removed": 2, "request narrowed": 1}
    assert figures(releases, versioned=False)[MINOR].why == UNVERSIONED
    assert figures(releases[:9])[ALL].value is None


def test_what_became_better_is_offered_by_the_rule_that_flatters_least() -> None:
    before, after = Window(date(2025, 1, 2), date(2025, 7, 1)), Window(date(2025, 7, 1), date(2025, 12, 28))
    releases = [
        release(day, *(["request narrowed"] if day < 180 and day % 4 else [])) for day in range(1, 361)
    ]
    records = Compatibility.of(releases, BEGUN, versioned=True)
    offered = [told(one, "an interface") for one in offers(shifts(records, before, after, Random(1)))]
    assert offered[0].startswith("The share of releases that break clients (rule: ")
    assert " of an interface fell by " in offered[0]
    even = [release(day, *(["request narrowed"] if day % 4 else [])) for day in range(1, 361)]
    same = Compatibility.of(even, BEGUN, versioned=True)
    assert list(offers(shifts(same, before, after, Random(1)))) == []


def test_only_days_after_the_first_release_are_reached() -> None:
    records = Compatibility.of([release(1)], BEGUN, versioned=True)
    assert records.reach(date(2025, 3, 1)) == Window(date(2025, 1, 2), date(2025, 3, 1))
    with pytest.raises(InputFault, match="too short"):
        records.reach(date(2025, 1, 9))


@given(
    st.lists(st.tuples(st.integers(1, 300), st.booleans(), st.booleans()), max_size=40),
    st.randoms(use_true_random=False),
)
def test_order_does_not_matter_and_few_releases_stay_none(
    made: list[tuple[int, bool, bool]], order: Random
) -> None:
    releases = [release(day, *(["x"] if broken else []), major=major) for day, broken, major in made]
    first = figures(releases)
    order.shuffle(releases)
    assert figures(releases) == first
    assert (first[ALL].value is None) == (len(releases) < 10)
    assert first[MINOR].n == sum(not major for _, _, major in made)
