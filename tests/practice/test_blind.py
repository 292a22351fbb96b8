"""A colleague's lines are read however a mail mangled them, and everything wrong with them is said at once."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide import guides
from bonafide.model.faults import Faults, InputFault
from bonafide.model.rating import FACETS
from bonafide.practice.agreement import agreement, facet_values
from bonafide.practice.blind import checked, judgement, read_judgement
from bonafide.practice.rubric import rubric

QUESTION = guides.load("cto").questions[3]
ATTEMPT = "5f0c9a52-0000-4000-8000-000000000001"


def lines(**changed: str) -> str:
    values = {"attempt": ATTEMPT, "name": "Ida Moen", "level": "4", **dict.fromkeys(FACETS, "1")}
    values |= {f"point {point.id}": "1" for point in QUESTION.points} | changed
    return "\n".join(
        ["Bonafide rating", *(f"{key}: {value}" for key, value in values.items()), "comment: Good.\nMore."]
    )


def test_the_lines_are_read() -> None:
    found = read_judgement(lines(metric="2"), QUESTION, ATTEMPT)
    assert (found.overall, found.name, found.facets["metric"]) == (4, "Ida Moen", 2)
    assert found.comment == "Good.\nMore."
    assert set(found.points.values()) == {1}


def test_a_mail_around_them_does_no_harm() -> None:
    mail = "Hi, here you go!\r\n\r\n" + "\r\n".join(f"> {line}" for line in lines().split("\n"))
    assert read_judgement(mail, QUESTION, ATTEMPT).facets == dict.fromkeys(FACETS, 1)


def test_the_ids_of_anybodys_guide_are_read() -> None:
    point = replace(QUESTION.points[0], id="SLO / SLI (users)")
    own = replace(QUESTION, points=(point,))
    assert read_judgement(lines(**{"point SLO / SLI (users)": "1"}), own, ATTEMPT).points == {point.id: 1}


def test_everything_wrong_is_said_at_once() -> None:
    with pytest.raises(Faults) as wrong:
        read_judgement(lines(metric="3", focus="", level="９"), QUESTION, ATTEMPT)
    assert len(wrong.value.faults) == 3


@pytest.mark.parametrize("text", ["", "Dear all", lines(attempt="another")])
def test_what_is_about_something_else_is_refused(text: str) -> None:
    with pytest.raises(InputFault):
        read_judgement(text, QUESTION, ATTEMPT)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    with pytest.raises((InputFault, Faults)):
        read_judgement(text, QUESTION, ATTEMPT)


def test_a_form_lacks_nothing() -> None:
    values = {"level": "3", **dict.fromkeys(FACETS, "0"), **{f"point {p.id}": "0" for p in QUESTION.points}}
    assert judgement(checked(values, QUESTION)).overall == 3
    with pytest.raises(Faults):
        checked({"level": "3"}, QUESTION)


values = st.lists(st.integers(0, 2), min_size=10, max_size=40)


@given(values)
def test_a_rater_agrees_with_themself(ours: list[int]) -> None:
    found = agreement(ours, ours)
    assert (found.equal, found.leniency) == (len(ours), 0)
    assert found.kappa in (None, 1)


@given(values)
def test_agreement_is_mutual_and_leniency_turns_its_sign(ours: list[int]) -> None:
    theirs = [2 - value for value in ours]
    one, other = agreement(ours, theirs), agreement(theirs, ours)
    assert one.leniency == -other.leniency
    assert one.kappa == other.kappa
    assert one.kappa is None or one.kappa <= 1


def test_kappa_by_hand() -> None:
    assert agreement([0, 0, 0, 0, 0, 2, 2, 2, 2, 2], [0, 0, 0, 0, 2, 2, 2, 2, 2, 2]).kappa == pytest.approx(
        0.8
    )
    assert agreement([1, 2], [1, 2]).kappa is None
    assert agreement([], []).count == 0


def test_the_rubric_speaks_of_the_facets_in_their_order() -> None:
    assert tuple(facet.id for facet in rubric().facets) == FACETS
    assert sorted(rubric().levels) == [1, 2, 3, 4, 5]
    assert facet_values(read_judgement(lines(), QUESTION, ATTEMPT)) == [1] * 10
