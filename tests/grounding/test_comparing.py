"""Which figures tell one another fairly, and what follows from a fact's figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.grounding.comparing import agrees, ends, stated
from bonafide.grounding.derive import figures_of
from bonafide.language.quantities import find


def fair(claim: str, fact: str) -> bool:
    (quantity,) = find(claim)
    return any(agrees(stated(quantity), figure) for figure in figures_of(fact))


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        ("about 40 %", "38 %"),
        ("nearly 99 in 100", "98.6 %"),
        ("two in five", "41 %"),
        ("more than half", "55 %"),
        ("a dozen engineers", "12 engineers"),
        ("300 minutes", "5 hours"),
        ("close to eight million dollars", "USD 7.9m"),
        ("1.4 %", "98.6 % arrive untouched"),
        ("a third", "from 90 to 30 tickets"),
        ("by 67 %", "from 90 to 30 tickets"),
        ("60 tickets fewer", "from 90 to 30 tickets"),
        ("three times", "from 30 to 90 tickets"),
        ("USD 38m", "USD 11m in the first round and USD 27m in the second"),
        ("1.2 million readers", "1,214,000 readers"),
        ("12 a year", "monthly reports"),
        ("60 to 70 guests", "65 guests"),
        ("99 %", "p99 of the response time"),
    ],
)
def test_fair(claim: str, fact: str) -> None:
    assert fair(claim, fact)


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        ("40 %", "38 %"),
        ("about 60 %", "cut by 38 %"),
        ("99.99 %", "99.97 %"),
        ("34 to 98 people", "34 to 88 people"),
        ("more than 20 wards", "19 wards"),
        ("up to 20 wards", "32 wards"),
        ("5 hours", "5 minutes"),
        ("13 hours", "31 hours"),
        ("38 %", "38 people"),
        ("EUR 4m", "USD 4m"),
    ],
)
def test_unfair(claim: str, fact: str) -> None:
    quantities = [end for quantity in find(claim) for end in ends(quantity)]
    figures = figures_of(fact)
    assert not all(any(agrees(stated(quantity), figure) for figure in figures) for quantity in quantities)


def test_the_ends_of_a_change_are_not_exchanged() -> None:
    fact = figures_of("from 8 days to 2 days")
    first, last = find("from 2 days to 8 days")
    assert not any(agrees(stated(first), figure) for figure in fact)
    assert not any(agrees(stated(last), figure) for figure in fact)


@given(st.integers(min_value=1, max_value=10_000_000))
def test_every_figure_tells_itself(number: int) -> None:
    assert fair(f"{number:,} parcels", f"{number:,} parcels")


@given(st.integers(min_value=4, max_value=999), st.floats(min_value=1.5, max_value=9))
def test_no_exact_figure_tells_one_half_as_large_again(number: int, factor: float) -> None:
    assert not fair(f"{number} parcels", f"{int(number * factor) + 1} parcels")
