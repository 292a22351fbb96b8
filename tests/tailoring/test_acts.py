"""Lines of a CV become clauses after "I", or stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.tailoring.acts import act, trimmed


@pytest.mark.parametrize(
    ("line", "clause"),
    [
        ("Cut the release cycle from a month to a day.", "cut the release cycle from a month to a day"),
        ("Led eight engineers.", "led eight engineers"),
        ("Re-wrote the ledger in Go", "re-wrote the ledger in Go"),
        ("Co-founded the guild of architects", "co-founded the guild of architects"),
        ("Successfully migrated 40 services", "successfully migrated 40 services"),
        ("I built the first version", "built the first version"),
    ],
)
def test_an_act_follows_i(line: str, clause: str) -> None:
    found = act(line)
    assert found is not None
    assert (found.clause, found.past) == (clause, True)


@pytest.mark.parametrize(
    "line",
    [
        "Engineering contact for the first audit",
        "Certified trainer for the whole site",
        "We rebuilt the warehouse",
        "Python, Go and Rust",
        "",
    ],
)
def test_what_is_no_act_of_one_person_is_not_made_one(line: str) -> None:
    assert act(line) is None


def test_the_present_tense_counts_only_of_a_post_still_held() -> None:
    assert act("Run the budget of two plants", current=False) is None
    found = act("Run the budget of two plants", current=True)
    assert found is not None
    assert not found.past


def test_a_long_line_ends_at_its_own_boundary() -> None:
    line = (
        "Cut the time to ship " + "and more words " * 10 + "; the rest of it is told in " + "many words " * 10
    )
    assert trimmed(line).endswith("and more words")


def test_a_responsibility_is_held_not_done() -> None:
    was, now = act("Responsible for payroll"), act("Responsible for payroll", current=True)
    assert was is not None and was.clause == "was responsible for payroll"
    assert now is not None and now.clause == "am responsible for payroll"


def test_the_third_person_becomes_the_first() -> None:
    found = act("Maintains the line and trains operators", current=True)
    assert found is not None
    assert found.clause == "maintain the line and trains operators"


def test_a_second_deed_behind_a_semicolon_gets_its_and() -> None:
    found = act("Own the budget of £3m; cut spend by 27 %.", current=True)
    assert found is not None
    assert found.clause == "own the budget of £3m, and cut spend by 27 %"
    adjective = act("Lead 40 people; regretted leaving fell to 2 %.", current=True)
    assert adjective is not None
    assert adjective.clause == "lead 40 people; regretted leaving fell to 2 %"
    other = act("Rebuilt the ledger; errors fell to 2 %.")
    assert other is not None
    assert other.clause == "rebuilt the ledger; errors fell to 2 %"


@given(st.text(max_size=200))
def test_nothing_is_added_to_a_line(line: str) -> None:
    assert "".join(trimmed(line).split()) in "".join(line.split())
