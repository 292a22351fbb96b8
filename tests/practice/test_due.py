"""What is due: spaced by the grade, sooner for weak facets, the same on every run."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bonafide.model.rating import FACETS
from bonafide.practice.due import CARRYING, Review, Standing, due, shortened, weak_facets

START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
FULL = dict.fromkeys(FACETS, 2)
THIN = {**FULL, "metric": 0, "baseline": 0}


def review(level: int, days: int = 0, facets: dict[str, int] = FULL, question: str = "fog") -> Review:
    return Review(question, START + timedelta(days=days), level, facets)


def day(level: int, facets: dict[str, int] = FULL) -> date:
    (found,) = due(["fog"], [review(level, facets=facets)], START.date())
    assert found.on
    return found.on


def test_a_better_answer_waits_longer() -> None:
    days = [day(level) for level in range(1, 6)]
    assert days == sorted(days)
    assert days[0] < days[3] < days[4]


def test_a_weak_facet_brings_a_question_back_sooner() -> None:
    assert weak_facets(THIN) == ("metric", "baseline")
    assert day(5, THIN) - START.date() == timedelta(days=shortened((day(5) - START.date()).days, 2))
    assert day(5, THIN) < day(5)


def test_due_first_then_untried_then_later() -> None:
    reviews = [review(1, question="storm"), review(5, question="lamp"), review(1, -9, question="fog")]
    found = due(["bell", "lamp", "storm", "fog"], reviews, START.date() + timedelta(days=2))
    assert [one.question for one in found] == ["fog", "storm", "bell", "lamp"]
    assert [one.standing for one in found] == [Standing.DUE, Standing.DUE, Standing.NEW, Standing.LATER]


def test_the_order_in_which_reviews_are_handed_in_changes_nothing() -> None:
    reviews = [review(2), review(4, 3), review(5, 30, THIN)]
    assert due(["fog"], reviews, START.date()) == due(["fog"], reviews[::-1], START.date())


levels = st.lists(st.tuples(st.integers(1, 5), st.integers(0, 90)), min_size=1, max_size=12)
facets = st.fixed_dictionaries({name: st.integers(0, 2) for name in FACETS})


@given(levels, facets)
def test_a_wait_is_a_day_at_least_and_half_a_year_at_most(
    history: list[tuple[int, int]], last: dict[str, int]
) -> None:
    at, reviews = 0, []
    for level, gap in history:
        at += gap
        reviews.append(review(level, at, last))
    (found,) = due(["fog"], reviews, START.date())
    assert 1 <= found.wait <= 180
    assert found.on == reviews[-1].at.date() + timedelta(days=found.wait)
    assert found.tries == len(history)


@given(st.integers(1, 180), st.integers(0, len(CARRYING)))
def test_each_weak_facet_shortens_and_never_below_a_day(days: int, weak: int) -> None:
    assert 1 <= shortened(days, weak) <= days
    assert weak == 0 or shortened(days, weak) <= shortened(days, weak - 1)
