"""Dates in all habits, periods with their offsets, months counted, print and parse back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.language.periods import (
    PartialDate,
    find_periods,
    months_between,
    parse_date,
    print_date,
    print_period,
    union_months,
)

TODAY = date(2026, 5, 20)
LANGUAGES = ("en", "de", "fr", "es", "nl", "pt", "it", "pl")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2019", "2019"),
        ("2019-08", "2019-08"),
        ("2019-08-01", "2019-08-01"),
        ("08/2019", "2019-08"),
        ("8.2019", "2019-08"),
        ("01.08.2019", "2019-08-01"),
        ("31/12/2019", "2019-12-31"),
        ("08/01/2019", "2019-08-01"),
        ("12/31/2019", "2019-12-31"),
        ("Aug 2019", "2019-08"),
        ("Aug. 2019", "2019-08"),
        ("August, 2019", "2019-08"),
        ("Aug '19", "2019-08"),
        ("Aug-2019", "2019-08"),
        ("1 August 2019", "2019-08-01"),
        ("August 1st, 2019", "2019-08-01"),
        ("1. März 2019", "2019-03-01"),
        ("1er août 2019", "2019-08-01"),
        ("aout 2019", "2019-08"),
        ("15 de marzo de 2019", "2019-03-15"),
        ("marzo de 2019", "2019-03"),
        ("mrt 2019", "2019-03"),
        ("dezembro de 2020", "2020-12"),
        ("wrzesień 2018", "2018-09"),
        ("września 2018", "2018-09"),
        ("2019 August", "2019-08"),
        ("Q2 2020", "2020"),
        ("2020 Q3", "2020"),
        ("Spring 2020", "2020"),
        ("WS 2018/19", "2018"),
        ("2019年8月", "2019-08"),
    ],
)
def test_parses_a_date_with_the_precision_of_its_print(text: str, iso: str) -> None:
    found = parse_date(text)
    assert found is not None
    assert found.iso() == iso


@pytest.mark.parametrize(
    "text", ["", "Berlin", "31.02.2019", "$2019", "120192", "3.2019.4", "Berlin 2019", "May"]
)
def test_refuses_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "start", "end", "ongoing"),
    [
        ("Aug 2019 – Mar 2021", "2019-08", "2021-03", False),
        ("03/2019 - 05/2021", "2019-03", "2021-05", False),
        ("2018-2020", "2018", "2020", False),
        ("2018–19", "2018", "2019", False),
        ("2018/19", "2018", "2019", False),
        ("from Jan 2018 to Dec 2020", "2018-01", "2020-12", False),
        ("März 2019 – heute", "2019-03", None, True),
        ("mars 2019 à aujourd’hui", "2019-03", None, True),
        ("abril de 2019 – actualidad", "2019-04", None, True),
        ("mei 2019 – heden", "2019-05", None, True),
        ("maio de 2019 até o momento", "2019-05", None, True),
        ("maggio 2019 – oggi", "2019-05", None, True),
        ("od maja 2019", "2019-05", None, True),
        ("2018 –", "2018", None, True),
        ("(2018–)", "2018", None, True),
        ("seit 2021", "2021", None, True),
        ("since Feb 2021", "2021-02", None, True),
        ("bis 2019", None, "2019", False),
        ("– 2019", None, "2019", False),
        ("Mar – Jun 2019", "2019-03", "2019-06", False),
        ("03–06/2019", "2019-03", "2019-06", False),
        ("2019-03 - 2020-04", "2019-03", "2020-04", False),
        ("Jul 2020", "2020-07", "2020-07", False),
        ("2023 – 2019", "2019", "2023", False),
        ("05/2021 - 03/2019", "2019-03", "2021-05", False),
        ("03/2019 - 2019", "2019-03", "2019", False),
        ("03/2019 – היום", "2019-03", None, True),
        ("מרץ 2018 – יוני 2020", "2018-03", "2020-06", False),
        ("يناير 2020 – حتى الآن", "2020-01", None, True),
        ("منذ 2021", "2021", None, True),
    ],
)
def test_finds_a_period(text: str, start: str | None, end: str | None, ongoing: bool) -> None:
    (period,) = find_periods(text)
    assert (period.start_date and period.start_date.iso()) == start
    assert (period.end_date and period.end_date.iso()) == end
    assert period.ongoing is ongoing


def test_offsets_hold_the_words_of_the_period() -> None:
    text = "Head of Ward, Alder Clinic (since May 2019), Oslo"
    (period,) = find_periods(text)
    assert text[period.start : period.end] == "since May 2019"


def test_several_periods_and_numbers_that_are_none() -> None:
    text = "Cut 2,019 tickets and $2019; 2015–2017 and 2019."
    assert [(p.start_date, p.end_date) for p in find_periods(text)] == [
        (PartialDate(2015), PartialDate(2017)),
        (PartialDate(2019), PartialDate(2019)),
    ]


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2019-08", "2019-08", 1),
        ("2019-08", "2020-07", 12),
        ("2019", "2021", 24),
        ("2026-01", None, 5),
        ("2020-05", "2019-05", 0),
    ],
)
def test_months_between(start: str, end: str | None, months: int) -> None:
    assert months_between(start, end, TODAY) == months


def test_overlaps_count_once() -> None:
    periods = [("2020-01", "2020-12"), ("2020-06", "2021-06"), ("2024-01", "2024-01"), (None, "2019")]
    assert union_months(periods, TODAY) == 19


@given(st.lists(st.tuples(st.integers(2000, 2025), st.integers(1, 12), st.integers(0, 60)), max_size=6))
def test_a_union_is_no_longer_than_its_parts_and_no_shorter_than_the_longest(
    spans: list[tuple[int, int, int]],
) -> None:
    def pair(year: int, month: int, length: int) -> tuple[str, str]:
        last = year * 12 + month - 1 + length
        return f"{year}-{month:02d}", f"{last // 12}-{last % 12 + 1:02d}"

    pairs = [pair(*span) for span in spans]
    each = [months_between(start, end, TODAY) for start, end in pairs]
    assert max(each, default=0) <= union_months(pairs, TODAY) <= sum(each)


@given(st.integers(1950, 2060), st.integers(0, 12), st.integers(0, 28), st.sampled_from(LANGUAGES))
def test_what_is_printed_parses_back(year: int, month: int, day: int, language: str) -> None:
    value = PartialDate(year, month, day if month else 0)
    assert parse_date(print_date(value.iso(), language)) == value


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printed_period_is_found_whole(language: str) -> None:
    text = print_period("2019-08", None, language)
    assert [(p.start, p.end, p.ongoing) for p in find_periods(text)] == [(0, len(text), True)]


def test_prints() -> None:
    assert print_period("2019-08", None, "en") == "Aug 2019 – present"
    assert print_period("2019-08", "2021-03", "de") == "Aug. 2019 – März 2021"
    assert print_period("2019", "2019", "en") == "2019"
    assert print_period("2019-08", None, "en", ongoing=False) == "Aug 2019"
    assert print_date("2019-08-01", "xx") == "1 Aug 2019"
