import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.model.rating import FACETS
from bonafide.practice.levels import band, level, next_step, printed

NOTHING = dict.fromkeys(FACETS, 0)
ON_QUESTION = NOTHING | {"focus": 2}
PROVEN = ON_QUESTION | {"context": 1, "ownership": 2, "mechanism": 2, "metric": 2}

values = st.fixed_dictionaries({name: st.integers(0, 2) for name in FACETS})


def test_the_page_prints_the_rule_that_is_applied() -> None:
    page = " ".join((Path(__file__).parents[2] / "docs" / "rating.md").read_text(encoding="utf-8").split())
    for sentence in printed():
        assert sentence in page


@pytest.mark.parametrize(
    ("facets", "reached"),
    [
        (NOTHING, 1),
        (ON_QUESTION, 1),
        (PROVEN | {"focus": 0}, 1),
        (ON_QUESTION | {"mechanism": 1}, 2),
        (ON_QUESTION | {"context": 2}, 2),
        (ON_QUESTION | {"context": 2, "ownership": 1, "mechanism": 2}, 3),
        (ON_QUESTION | {"metric": 2, "ownership": 1}, 3),
        (PROVEN | {"context": 0}, 3),
        (PROVEN, 4),
        (PROVEN | {"tradeoff": 2, "guardrail": 2, "people": 2}, 4),
        (PROVEN | {"tradeoff": 2, "guardrail": 2, "people": 2, "baseline": 1}, 5),
    ],
)
def test_levels_follow_the_anchors(facets: dict[str, int], reached: int) -> None:
    assert level(facets) == reached


@given(values, st.sampled_from(FACETS))
def test_a_better_facet_never_lowers_the_level(facets: dict[str, int], name: str) -> None:
    assert level({**facets, name: min(2, facets[name] + 1)}) >= level(facets)


@given(values)
def test_the_band_holds_the_level(facets: dict[str, int]) -> None:
    low, high = band(facets)
    assert 1 <= low <= level(facets) <= high <= 5


def test_the_next_step_names_what_is_missing() -> None:
    for missing, says in (("metric", "figure"), ("ownership", "yourself"), ("mechanism", "repeat")):
        assert says in next_step(PROVEN | {missing: 1, "metric": 1 if missing == "metric" else 2})
    assert "another one" in next_step(NOTHING)
    for one, other in itertools.combinations(("tradeoff", "guardrail", "people"), 2):
        left = PROVEN | {"baseline": 2, one: 2, other: 2}
        assert level(left) == 4
        assert next_step(left).startswith("For level 5")
