"""Other words that say the same, and nothing that says more."""

from __future__ import annotations

import re

import pytest

from bonafide.language import quantities
from bonafide.tailoring.phrases import Choice
from bonafide.tailoring.rewording import reworded


def ways(line: str) -> set[str]:
    return {reworded(line, Choice("en", str(seed))) for seed in range(60)}


def test_a_posting_always_gets_the_same_wording() -> None:
    line = "Cut the yard's waiting time by 27 % in six months"
    assert reworded(line, Choice("en", "a")) == reworded(line, Choice("en", "a"))
    assert len(ways(line)) > 8


def test_figures_stay_what_they_are() -> None:
    line = "Led six sailors; delays fell by 27 % and costs by £3m within two quarters"
    values = {tuple(sorted(q.value for q in quantities.find(way))) for way in ways(line)}
    assert len(values) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Passed the Level 2 assessment",
        "Put the pier and the yard together",
        "Wrote logs everybody complained about",
        "Rebuilt the quay in a year so that ferries could dock",
    ],
)
def test_what_only_looks_alike_is_left(line: str) -> None:
    assert ways(line) == {line}


def test_names_are_left() -> None:
    line = "Moved Halyard's 12 ferries to Portree and Mallaig"
    assert all(re.search("Halyard's .* Portree and Mallaig", way) for way in ways(line))


def test_a_language_without_wordings_is_left_as_it_is() -> None:
    assert reworded("Senkte die Kosten um 27 %", Choice("de", "a")) == "Senkte die Kosten um 27 %"
