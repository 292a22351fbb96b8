"""The lines of a posting become clauses that a letter can hold, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.model.posting import Posting, Requirement, RequirementKind
from bonafide.tailoring.needs import LONGEST_TASK, Need, need_of, wishes_of

POSTING = Posting(description="We run a ferry and a yard.")


def need(text: str, kind: RequirementKind = RequirementKind.MUST) -> Need | None:
    return need_of(Requirement(text=text, kind=kind), POSTING)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Solid practical experience with Kubernetes and Helm", "Kubernetes and Helm"),
        ("Knowledge of tidal charts, preferably of the north coast", "tidal charts"),
        ("You have led a yard of 40 people or more", "a yard of 40 people"),
        ("Experience securing ferries", "securing ferries"),
        ("Replacement of a tired engine room", "the replacement of a tired engine room"),
        ("Ticketing in production: it was yours and it held", "ticketing"),
        ("A crew roster (paper or digital)", "a crew roster"),
    ],
)
def test_a_requirement_becomes_a_thing(text: str, thing: str) -> None:
    found = need(text)
    assert found is not None
    assert found.thing == thing


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("Bring two idle ferries (Ada and Bo) back into service", "bring two idle ferries back into service"),
        ("Decide which of our three yards we keep", "decide which of your three yards you keep"),
        ("You will lead the harbour crew, cut delays and more", "lead the harbour crew"),
    ],
)
def test_a_duty_becomes_a_task_in_the_reader_s_person(text: str, task: str) -> None:
    found = need(text, RequirementKind.RESPONSIBILITY)
    assert found is not None
    assert found.task == task


def test_who_is_looked_for() -> None:
    found = need("You have taken a ferry through a refit")
    assert found == Need("You have taken a ferry through a refit", who="has taken a ferry through a refit")


@pytest.mark.parametrize(
    "text",
    [
        "You will row with their four pilots",
        "A degree in naval engineering",
        "At least ten years at sea",
        "Right to work in the islands",
        "You look after your own boat",
        "",
    ],
)
def test_what_leans_on_something_else_or_is_about_papers_is_no_need(text: str) -> None:
    assert need(text, RequirementKind.RESPONSIBILITY) is None


def test_the_description_s_own_wishes_are_heard() -> None:
    posting = Posting(
        description="The pier is old. In the first winter we want a plan for the ice because it bites."
    )
    assert [found.thing for found in wishes_of(posting)] == ["a plan for the ice"]


@given(st.text(max_size=120))
def test_any_text_gives_a_short_clause_or_none(text: str) -> None:
    found = need(text)
    assert found is None or 0 < len(found.clause.split()) <= LONGEST_TASK
