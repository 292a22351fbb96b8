"""Loops: four to six rounds, no question twice, times that add up, the likeliest questions in front."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide import guides
from bonafide.model.guide import QuestionKind
from bonafide.model.loop import LoopForm
from bonafide.practice.loop import loop

CTO = guides.load("cto")
IDS = [question.id for question in CTO.questions]


@pytest.mark.parametrize("name", guides.names())
@pytest.mark.parametrize("form", LoopForm)
def test_every_guide_gives_four_to_six_named_rounds(name: str, form: LoopForm) -> None:
    guide = guides.load(name)
    made = loop(guide, [], form)
    assert 4 <= len(made.rounds) <= 6
    assert all(round.name and round.who and round.questions for round in made.rounds)
    assert len({round.id for round in made.rounds}) == len(made.rounds)
    if form is LoopForm.FULL:
        assert {round.minutes for round in made.rounds} <= set(guide.minutes)
        assert len(made.questions) == len(guide.questions)


def test_the_likeliest_question_of_a_kind_opens_its_first_round() -> None:
    likeliest = ["cloud-cost", "security", "reliability", "autonomy"]
    made = loop(CTO, likeliest, LoopForm.SHORT)
    assert set(likeliest) <= set(made.questions) or len(made.rounds) == 4
    by_name = {round.name: round.questions for round in made.rounds}
    assert by_name["Depth"] == ("cloud-cost",)
    assert by_name["First conversation"] == ("security",)


@given(
    st.permutations(IDS),
    st.integers(0, 10),
    st.integers(1, 10),
    st.tuples(st.integers(1, 9), st.integers(1, 9)).map(lambda pair: (min(pair), max(pair))),
    st.sampled_from(LoopForm),
)
def test_no_question_twice_and_times_add_up(
    order: list[str], named: int, held: int, rounds: tuple[int, int], form: LoopForm
) -> None:
    questions = tuple(question for question in CTO.questions if question.id in order[:held])
    guide = replace(CTO, questions=questions, rounds=rounds)
    made = loop(guide, order[:named], form)
    assert len(set(made.questions)) == len(made.questions)
    assert set(made.questions) <= {question.id for question in questions}
    assert 1 <= len(made.rounds) <= 6
    assert len(made.rounds) >= min(4, held)
    for round in made.rounds:
        assert round.questions
        assert round.each * len(round.questions) < round.minutes
        kinds = {question.kind for question in questions if question.id in round.questions}
        assert len(kinds) == 1


def test_a_guide_of_one_kind_fills_its_loop_too() -> None:
    technical = tuple(replace(question, kind=QuestionKind.TECHNICAL) for question in CTO.questions)
    made = loop(replace(CTO, questions=technical), [], LoopForm.FULL)
    assert len(made.rounds) == 5
    assert len(made.questions) == 10


@pytest.mark.parametrize(("stated", "rounds"), [(None, 5), (1, 5), (2, 2), (3, 3), (4, 4), (6, 6), (9, 6)])
def test_a_posting_that_names_its_rounds_is_taken_at_its_word(stated: int | None, rounds: int) -> None:
    made = loop(CTO, IDS, LoopForm.FULL, stated)
    assert len(made.rounds) == rounds
    assert all(round.questions for round in made.rounds)
    assert len(loop(CTO, IDS, LoopForm.SHORT, stated).rounds) == 4
