"""Intervals against values from the literature, and against what they promise."""

from __future__ import annotations

from random import Random
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.evidence.chance import FEW, bootstrap, bootstrap_change, draws, poisson, quantile, wilson
from bonafide.evidence.samples import Counts, Means, Medians, Ratios, Shares, Waits

FLOATS = st.floats(0, 1e6)


def test_wilson_as_newcombe_1998_prints_it() -> None:
    for hits, of, low, high in ((81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611)):
        found = wilson(hits, of)
        assert found.low == pytest.approx(low, abs=1e-4)
        assert found.high == pytest.approx(high, abs=1e-4)


def test_poisson_as_the_exact_tables_have_it() -> None:
    for count, low, high in ((10, 4.795, 18.39), (30, 20.24, 42.83), (100, 81.36, 121.6)):
        found = poisson(count, 1)
        assert found.low == pytest.approx(low, rel=0.01)
        assert found.high == pytest.approx(high, rel=0.01)


@given(st.lists(FLOATS, min_size=1), st.floats(0, 1))
def test_a_quantile_lies_among_its_values(values: list[float], share: float) -> None:
    assert min(values) <= quantile(values, share) <= max(values)
    assert quantile(values, 0.5) == pytest.approx(median(values))


@given(st.lists(st.lists(FLOATS, max_size=4), max_size=6), st.integers(0, 99))
def test_a_draw_is_the_lower_median_of_what_was_drawn(clusters: list[list[float]], seed: int) -> None:
    full = [cluster for cluster in clusters if cluster]
    found = Medians(clusters).drawn(Random(seed))
    if not full:
        assert found is None
        return
    chosen = Random(seed).choices(range(len(full)), k=len(full))
    values = sorted(value for index in chosen for value in full[index])
    assert found == values[(len(values) - 1) // 2]


def test_the_interval_holds_the_truth_nineteen_times_out_of_twenty() -> None:
    held = 0
    for seed in range(60):
        chance = Random(seed)
        found = bootstrap(Means([chance.gauss(5, 2) for _ in range(60)]), chance)
        assert found is not None
        held += found.low <= 5 <= found.high
    assert held >= 51


def test_clusters_that_wait_together_make_the_interval_wider() -> None:
    chance = Random(4)
    clusters = [[chance.uniform(0, 100)] * 20 for _ in range(30)]
    together = bootstrap(Medians(clusters), Random(1))
    apart = bootstrap(Medians([value] for cluster in clusters for value in cluster), Random(1))
    assert together is not None and apart is not None
    assert together.high - together.low > 2 * (apart.high - apart.low)


def test_large_samples_are_drawn_less_often() -> None:
    assert (draws(10), draws(20_000), draws(10_000_000)) == (1000, 200, 200)


def test_the_median_of_waits_that_have_not_all_ended() -> None:
    ended = [(float(day), True) for day in (6, 6, 6, 7, 10, 13, 16, 22, 23)]
    running = [(float(day), False) for day in (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)]
    # The remission times of Freireich et al. (1963), whose Kaplan-Meier median every textbook gives as 23 weeks.
    assert Waits([*ended, *running]).value == 23
    assert Waits(running).value is None
    assert Waits([]).value is None and Waits([]).drawn(Random(1)) is None
    assert Waits([(1, True), (100, False), (100, False)]).value is None, "most are still open"


@given(st.lists(FLOATS, min_size=1))
def test_without_open_waits_it_is_the_lower_median(values: list[float]) -> None:
    assert Waits((value, True) for value in values).value == sorted(values)[(len(values) - 1) // 2]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 50)), min_size=1), st.integers(0, 9))
def test_a_ratio_is_one_of_sums(pairs: list[tuple[int, int]], seed: int) -> None:
    found = Ratios(pairs, 2)
    assert found.value == pytest.approx(2 * sum(over for over, _ in pairs) / sum(under for _, under in pairs))
    ratios = [2 * over / under for over, under in pairs]
    drawn = found.drawn(Random(seed))
    assert drawn is not None and min(ratios) - 1e-9 <= drawn <= max(ratios) + 1e-9
    assert Ratios([(1, 0)]).value is None


def test_from_a_few_to_none_is_no_proof_and_from_many_it_is() -> None:
    none = Counts([0.0] * 26)
    for fired, sure in ((2, False), (20, True)):
        change = bootstrap_change(Counts([1.0] * fired + [0.0] * (26 - fired)), none, Random(1))
        assert change is not None and change.spans_zero is not sure
    for hits, sure in ((2, False), (12, True)):
        change = bootstrap_change(Shares(hits, 30), Shares(0, 30), Random(1))
        assert change is not None and change.spans_zero is not sure


def test_too_few_clusters_are_not_compared() -> None:
    one, other = Means([1.0] * (FEW - 1)), Means([9.0] * FEW)
    assert bootstrap_change(one, other, Random(1)) is None
    assert bootstrap_change(other, other, Random(1)) is not None
    assert Shares(0, 0).value is None and Means([]).value is None
