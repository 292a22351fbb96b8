"""The map, the fewest stories, and which to tell where."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from bonafide.stories.covering import Reach, best_first, fewest, leaned_on, story_map
from bonafide.stories.telling import telling

QUESTIONS = ["fog", "storm", "lamp", "bell", "crew", "coal"]
reaches = st.dictionaries(
    st.sampled_from("ABCDEF"),
    st.dictionaries(st.sampled_from(QUESTIONS), st.sampled_from([4.0, 5.5, 7.0]), max_size=4),
    max_size=6,
)
REACH: Reach = {"A": {"fog": 6, "storm": 5}, "B": {"storm": 8, "lamp": 5}, "C": {"fog": 7}}


def test_uncovered_questions_come_first_and_the_best_story_of_each() -> None:
    found = story_map(QUESTIONS, REACH)
    assert [one.question for one in found] == ["bell", "crew", "coal", "fog", "storm", "lamp"]
    assert found[3].stories == ("C", "A")
    assert best_first("storm", REACH) == ("B", "A")


def test_a_story_on_which_too_much_leans_is_named() -> None:
    assert leaned_on(QUESTIONS, {"A": dict.fromkeys(QUESTIONS[:3], 5.0), "B": {"bell": 5.0}}) == {"A": 3}


def test_the_fewest_stories() -> None:
    assert fewest(QUESTIONS, REACH, {}) in (("A", "B"), ("B", "C"))
    assert fewest(QUESTIONS, REACH, {"C": 7}) == ("B", "C")
    assert fewest(QUESTIONS, {}, {}) == ()


@given(reaches, st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 7)))
def test_no_smaller_set_covers_as_much(reach: Reach, strengths: dict[str, int]) -> None:
    chosen = fewest(QUESTIONS, reach, strengths)
    wanted = {question for able in reach.values() for question in able}
    assert {question for story in chosen for question in reach[story]} == wanted
    for fewer in combinations(reach, max(0, len(chosen) - 1)):
        assert len(chosen) == 0 or {one for story in fewer for one in reach[story]} != wanted


def test_many_questions_are_covered_too() -> None:
    many = [f"q{number}" for number in range(30)]
    reach = {f"s{number}": {many[number]: 5.0, many[(number + 1) % 30]: 5.0} for number in range(30)}
    chosen = fewest(many, reach, {})
    assert {question for story in chosen for question in reach[story]} == set(many)


splits = st.lists(st.integers(1, 3), min_size=1, max_size=4)


@given(reaches, splits, st.sets(st.sampled_from("ABCDEF"), max_size=3))
def test_no_panel_hears_a_story_twice(reach: Reach, sizes: list[int], told: set[str]) -> None:
    rounds, left = {}, list(QUESTIONS)
    for number, size in enumerate(sizes):
        rounds[str(number)], left = left[:size], left[size:]
    found = telling(rounds, reach, told)
    for asked in rounds.values():
        heard = [found[question] for question in asked if question in found]
        assert len(set(heard)) == len(heard)
        for question in asked:
            assert question not in found or question in reach[found[question]]
            able = set(best_first(question, reach))
            assert question in found or able <= set(heard)


def test_every_question_gets_a_story_of_its_own_where_that_is_possible() -> None:
    reach = {"A": {"fog": 9.0, "storm": 9.0}, "B": {"fog": 5.0}}
    assert telling({"1": ["fog"], "2": ["storm"]}, reach) == {"fog": "B", "storm": "A"}


def test_what_was_heard_before_comes_last() -> None:
    reach = {"A": {"fog": 9.0}, "B": {"fog": 5.0}}
    assert telling({"1": ["fog"]}, reach, {"A"}) == {"fog": "B"}
    assert telling({"1": ["fog"]}, {"A": {"fog": 9.0}}, {"A"}) == {"fog": "A"}
