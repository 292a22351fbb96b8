"""The core of a CV's line: short, whole, true by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.tailoring import cores
from bonafide.tailoring.cores import SHORTEST, Shape, cores_of


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cuts are shown where a core is short: then every joint has to be found."""
    monkeypatch.setattr(cores, "LONGEST", 7)


def told(line: str, *, current: bool = False) -> list[str]:
    return [cores[0].clause for cores in cores_of(line, current=current)]


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("Cut harbour dues by 27 % by moving idle berths to the north pier", ["cut harbour dues by 27 %"]),
        ("Moved 46 berths to the new pier in nine months", ["moved 46 berths to the new pier"]),
        ("Wrote the tide tables and trained 14 pilots", ["wrote the tide tables", "trained 14 pilots"]),
        ("During the floods of May moved 86 people ashore", ["moved 86 people ashore"]),
        ("Trained 25 pilots to spot drifting buoys in thick fog", ["trained 25 pilots to spot drifting buoys"]),
        ("Rebuilt the lock; waiting fell from 5 h to 2 h", ["rebuilt the lock", "waiting fell from 5 h to 2 h"]),
        ("Spokesperson of the harbour crew from 2006", ["served as spokesperson of the harbour crew"]),
        ("Click rate from 9 % to 4 %", ["the click rate went from 9 % to 4 %"]),
    ],
)  # fmt: skip
def test_a_line_is_cut_at_its_joints(line: str, cut: list[str]) -> None:
    assert told(line) == cut


@pytest.mark.parametrize(
    "line",
    [
        "Built the long and winding eastern pier together with the town council",
        "Guided the pilots of all five northern harbours without managing them",
        "Moved the whole fleet of wooden boats from the old pier to the new one",
        "Put pilots and deckhands on the same floor",
        "Two crews, 15 sailors",
        "Harbour survey, presented to the council in May",
        "Practice: design reviews, sea trials, release lists",
        "Orders of the northern villages now reach the depots of the coast in 2 minutes",
        "",
    ],
)
def test_what_has_no_core_that_stays_true_is_left_to_the_cv(line: str) -> None:
    assert told(line, current=True) == []


def test_a_present_form_counts_only_of_a_post_still_held() -> None:
    assert told("Lead 71 sailors in nine crews", current=True) == ["lead 71 sailors in nine crews"]
    assert told("Lead 71 sailors in nine crews") == []


def test_figures_stay_as_they_are_printed() -> None:
    assert told("Own a harbour budget of £3.4m", current=True) == ["own a harbour budget of £3.4m"]


@given(st.text(max_size=200), st.booleans())
def test_any_line_has_only_short_cores(line: str, current: bool) -> None:
    for cut in cores_of(line, current=current):
        for core in cut:
            assert core.words >= SHORTEST
            assert core.shape is Shape.OUTCOME or core.words <= cores.LONGEST
