"""A card always finds a place, and the order is the one that was asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bonafide.tracking.ranks import FINEST, between, spread

RANKS = st.floats(min_value=-1e18, max_value=1e18)


@given(st.none() | RANKS, st.none() | RANKS)
def test_a_rank_lies_strictly_between_or_is_refused(low: float | None, high: float | None) -> None:
    rank = between(low, high)
    if rank is not None:
        assert low is None or low < rank
        assert high is None or rank < high


@given(st.integers(min_value=0, max_value=60))
def test_a_spread_lane_has_room_everywhere(count: int) -> None:
    lane = spread(count)
    assert len(lane) == count
    for low, high in zip((None, *lane), (*lane, None), strict=True):
        assert between(low, high) is not None


@given(st.lists(st.integers(min_value=0, max_value=200), max_size=80))
def test_inserting_anywhere_keeps_the_order_with_a_spread_when_it_grows_too_fine(places: list[int]) -> None:
    ranks: list[float] = []
    names: list[int] = []
    for name, wanted in enumerate(places):
        place = min(wanted, len(ranks))
        sides = [None, *ranks, None]
        rank = between(sides[place], sides[place + 1])
        if rank is None:
            ranks = list(spread(len(ranks)))
            sides = [None, *ranks, None]
            rank = between(sides[place], sides[place + 1])
        assert rank is not None
        ranks.insert(place, rank)
        names.insert(place, name)
        assert ranks == sorted(set(ranks))


def test_halving_ends_before_the_digits_do() -> None:
    low, high, halvings = 0.0, 1.0, 0
    while (rank := between(low, high)) is not None:
        high, halvings = rank, halvings + 1
    assert 15 < halvings < 25
    assert high - low <= FINEST


def test_a_rank_too_far_out_has_no_next() -> None:
    assert between(1e17, None) is None
    assert between(None, -1e17) is None
