"""Figures with units: what is read, what is not a figure, and laws that hold for all."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.language.quantities import Quantity, find, in_base


def read(text: str) -> list[tuple[float, str | None]]:
    return [(round(quantity.value, 2), quantity.unit) for quantity in find(text)]


def only(text: str) -> Quantity:
    (quantity,) = find(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$120k", [(120_000, "USD")]),
        ("a round of USD 27m", [(27_000_000, "USD")]),
        ("£3.2bn under management", [(3.2e9, "GBP")]),
        ("a $3-5m budget", [(3e6, "USD")]),
        ("CHF 1'200'000", [(1_200_000, "CHF")]),
        ("2,5 Mio. €", [(2_500_000, "EUR")]),
        ("95.000 €", [(95_000, "EUR")]),
        ("1.500 Mitarbeiter", [(1500, "people")]),
        ("1,20,000 rupees", [(120_000, "INR")]),
        ("Org of 38 (pumps, valves)", [(38, "people")]),
        ("55 -> 18 minutes", [(55, "minute"), (18, "minute")]),
        ("38 %", [(38, "%")]),
        ("98.6 percent", [(98.6, "%")]),
        ("99,95 %", [(99.95, "%")]),
        ("two in three", [(66.67, "%")]),
        ("nearly 99 in 100", [(99, "%")]),
        ("half of the tickets", [(50, "%")]),
        ("cut by a third", [(33.33, "%")]),
        ("three quarters of the list", [(75, "%")]),
        ("half an hour", [(0.5, "hour")]),
        ("half a million readers", [(500_000, "reader")]),
        ("two and a half years", [(2.5, "year")]),
        ("1 h 30 min", [(1.5, "hour")]),
        ("six hours", [(6, "hour")]),
        ("a five-year plan", [(5, "year")]),
        ("a 12-person team", [(12, "people")]),
        ("twenty-three people", [(23, "people")]),
        ("two hundred and fifty thousand letters", [(250_000, "letter")]),
        ("a dozen nurses", [(12, "nurs")]),
        ("dozens of ships", [(24, "ship")]),
        ("4x", [(4, "x")]),
        ("tenfold", [(10, "x")]),
        ("output doubled", [(2, "x")]),
        ("12,000 corner shops", [(12_000, "shop")]),
        ("2 million parcels", [(2_000_000, "parcel")]),
        ("zwölf Stunden", [(12, "hour")]),
        ("quinze jours", [(15, "day")]),
    ],
)
def test_values_and_units(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "since 2019",
        "from 2016 to 2020",
        "March 2021 and 3 May 2022",
        "2019–2023",
        "12.03.2019, 2020-04, 04/2021",
        "the 3rd time, the twenty-first century",
        "Python 3.11",
        "built on Postgres 14.2",
        "SOC 2, ISO 27001 and PCI DSS 4.0",
        "GPT-4, S3, B2B, COVID-19",
        "phase 2 of the works",
        "on call 24/7, from 9:30",
        "+46 70 123 45 67",
        "a third party, every quarter, the second half",
        "one of the best",
        "https://harbour.example/2/300",
    ],
)
def test_what_is_not_a_figure(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cut p95 from 800 ms to 200 ms", [("from", 800, "ms"), ("to", 200, "ms")]),
        ("from 14 to 5 days", [("from", 14, "day"), ("to", 5, "day")]),
        ("grew the crew from four to 23", [("from", 4, None), ("to", 23, None)]),
        ("from 6 h to 40 min", [("from", 6, "hour"), ("to", 40, "minute")]),
        ("lowered to just under 3 %, down from 9 %", [("to", 3, "%"), ("from", 9, "%")]),
        ("twelve minutes, where it used to be six hours", [("to", 12, "minute"), ("from", 6, "hour")]),
        ("15 minutes a lamp instead of 50", [("to", 15, "minute"), ("from", 50, "minute")]),
        ("9 in 2021, 4 in 2023", [("from", 9, None), ("to", 4, None)]),
        ("lifted rates by twelve points, to 29 %", [(None, 12, "pp"), ("to", 29, "%")]),
        ("twelve years in trade, five of them in charge", [(None, 12, "year"), (None, 5, "year")]),
        ("douze ans, dont cinq à la tête d'équipes", [(None, 12, "year"), (None, 5, "year")]),
        ("delivered to 40 ports", [(None, 40, "port")]),
    ],
)
def test_where_a_change_began_and_ended(
    text: str, expected: list[tuple[str | None, float, str | None]]
) -> None:
    assert [(q.role, q.value, q.unit) for q in find(text)] == expected


@pytest.mark.parametrize(
    "text", ["60-75 minutes", "60–75 minutes", "60 to 75 minutes", "between 60 and 75 minutes"]
)
def test_ranges_have_a_high_end(text: str) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.high, quantity.unit) == (60, 75, "minute")


@pytest.mark.parametrize(
    ("text", "approximate", "bound"),
    [
        ("about 40 %", True, None),
        ("5+ years", False, "at least"),
        ("well over 300 cases", False, "at least"),
        ("by more than about 300 cases", True, "at least"),
        ("up to 12 wards", False, "at most"),
        ("nearly 200 pupils", True, "at most"),
        ("200 pupils or more", False, "at least"),
        ("200 pupils", False, None),
    ],
)
def test_how_sure_a_figure_is(text: str, approximate: bool, bound: str | None) -> None:
    quantity = only(text)
    assert (quantity.approximate, quantity.bound) == (approximate, bound)


def test_units_compare_in_their_dimension() -> None:
    assert in_base(5, "hour") == in_base(300, "minute")
    assert in_base(2, "GB") == in_base(2000, "MB")
    assert in_base(7, "ward")[0] != in_base(7, "ship")[0]


@given(st.integers(min_value=2051, max_value=99_999_999))
def test_grouping_digits_does_not_change_the_value(number: int) -> None:
    assert only(f"USD {number}").value == only(f"USD {number:,}").value == number


@given(
    st.floats(min_value=0.1, max_value=99.9).map(lambda x: round(x, 1)),
    st.sampled_from([" %", "%", " percent"]),
)
def test_percentages_survive_in_any_spelling(value: float, sign: str) -> None:
    assert (only(f"by {value}{sign}").value, only(f"by {value}{sign}").unit) == (value, "%")


@given(st.text(alphabet="0123456789.,-– kmbn%$€+tofrom ahlyear\nhalf", max_size=60))
def test_offsets_are_true_and_ordered(text: str) -> None:
    found = find(text)
    assert all(text[q.start : q.end] == q.text for q in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_an_arrow_leads_from_one_figure_to_the_other() -> None:
    assert [q.role for q in find("Set-up time 9 → 3 hours")] == ["from", "to"]
    assert [q.role for q in find("Oracle -> PostgreSQL, 40 tables")] == [None]
