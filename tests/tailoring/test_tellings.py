"""A line of a CV as a letter tells it: whole, in its own words, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.language import quantities
from bonafide.tailoring.tellings import Shape, Telling, tellings_of


def told(line: str, *, current: bool = False) -> list[Telling]:
    return list(tellings_of(line, current=current))


@pytest.mark.parametrize(
    ("line", "clause", "result"),
    [
        ("Moved 46 berths to the new pier in nine months.", "moved 46 berths to the new pier in nine months", ""),
        ("Rebuilt the lock; waiting fell from 5 h to 2 h", "rebuilt the lock", "waiting fell from 5 h to 2 h"),
        ("Rebuilt the lock, click rate down 9 %", "rebuilt the lock", "the click rate went down 9 %"),
        ("Rebuilt the lock: two gates, one in winter", "rebuilt the lock: two gates, one in winter", ""),
        ("Wrote the tables; today nine pilots look at them", "wrote the tables", "today nine pilots look at them"),
        ("Led the yard; own the quay", "led the yard and own the quay", ""),
        ("After the storm of 2019 ferried 40 families ashore", "ferried 40 families ashore", ""),
        ("Spokesperson of the harbour crew from 2006", "was spokesperson of the harbour crew from 2006", ""),
        ("Member of the harbour board", "was a member of the harbour board", ""),
        ("Seconded to the harbour board for a year", "was seconded to the harbour board for a year", ""),
        ("Cut dues by 9 % by using our own boats", "cut dues by 9 %", ""),
    ],
)  # fmt: skip
def test_a_deed_follows_i_with_what_came_of_it(line: str, clause: str, result: str) -> None:
    assert [(one.shape, one.clause, one.result) for one in told(line)] == [(Shape.ACT, clause, result)]


@pytest.mark.parametrize(
    ("line", "shape", "clause"),
    [
        ("Click rate from 9 % to 4 %", Shape.OUTCOME, "the click rate went from 9 % to 4 %"),
        ("Lock time 42 s -> 13 s", Shape.OUTCOME, "the lock time went from 42 s to 13 s"),
        ("Falls on deck: 31 in 2022, 8 in 2025", Shape.OUTCOME, "falls on deck went from 31 in 2022 to 8 in 2025"),
        ("Crew of six; waiting fell to 4 min", Shape.OUTCOME, "with a crew of six, waiting fell to 4 min"),
        ("Tide ledger live on 1 May 2023", Shape.OUTCOME, "tide ledger went live on 1 May 2023"),
        ("Crew of six", Shape.SCOPE, "a crew of six"),
        ("71 people: 40 pilots, 31 sailors", Shape.SCOPE, "71 people"),
        ("Tide dashboard for three northern ports", Shape.THING, "a tide dashboard for three northern ports"),
        ("Consolidation of seven ports", Shape.THING, "the consolidation of seven ports"),
        ("Sea charts for 14 ports", Shape.THING, "sea charts for 14 ports"),
    ],
)  # fmt: skip
def test_what_is_no_deed_has_a_shape_of_its_own(line: str, shape: Shape, clause: str) -> None:
    assert [(one.shape, one.clause) for one in told(line)] == [(shape, clause)]


@pytest.mark.parametrize(
    "line",
    [
        "We rebuilt the lock",
        "Led the refit of our print supplier",
        "In 2022 we left the old pier, which took dues to nothing",
        "Painted the boats on its northern side",
        "Rebuilt the lock; led by the harbour master",
        "It also cut dues by 9 %",
        "",
    ],
)
def test_what_leans_on_others_or_on_what_stands_elsewhere_is_left_to_the_cv(line: str) -> None:
    assert [one for one in told(line, current=True) if one.shape is not Shape.SCOPE] == []


def test_each_sentence_of_a_line_is_told_by_itself() -> None:
    assert [one.clause for one in told("Led the yard. Wrote the tide tables.")] == [
        "led the yard",
        "wrote the tide tables",
    ]


def test_a_present_form_counts_only_of_a_post_still_held() -> None:
    assert [one.clause for one in told("Lead 71 sailors in nine crews", current=True)] == [
        "lead 71 sailors in nine crews"
    ]
    assert told("Lead 71 sailors in nine crews") == []


def test_the_second_verb_follows_the_first_into_the_first_person() -> None:
    assert (
        told("Runs the yard and trains its pilots", current=True)[0].clause
        == "run the yard and train its pilots"
    )


@given(st.text(max_size=200), st.booleans())
def test_no_line_gains_a_figure(line: str, current: bool) -> None:
    for one in tellings_of(line, current=current):
        figures = {found.text for found in quantities.find(f"{one.clause} {one.result}")}
        assert all(
            figure.split()[0].casefold() in line.casefold() for figure in figures if figure[0].isdigit()
        )
