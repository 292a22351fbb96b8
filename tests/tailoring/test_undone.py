"""A letter tells no line of something that was not done, and no line as a thing that is a sentence."""

from __future__ import annotations

import pytest

from bonafide.tailoring.achievements import is_deed
from bonafide.tailoring.tellings import Shape, tellings_of


@pytest.mark.parametrize(
    "line",
    [
        "Evaluated Traxo and decided against it.",
        "Wanted to replace the booking desk; the project was cancelled.",
        "Worked alongside a department of 60 pilots.",
        "No experience of winter sailing.",
        "The board rejected my report in 2023.",
    ],
)
def test_it_is_no_deed(line: str) -> None:
    assert not is_deed(line)


@pytest.mark.parametrize(
    "line", ["Moved 40 sailings without a single delay.", "Ran the desk, not only in summer."]
)
def test_a_denial_within_a_deed_leaves_it_one(line: str) -> None:
    assert is_deed(line)


def test_a_sentence_is_not_told_as_a_thing() -> None:
    for line in (
        "Used the website of the port to compare prices",
        "The dashboard of the port for nine depots",
    ):
        assert not [told for told in tellings_of(line, current=False) if told.shape is Shape.THING]
