"""What is less than it sounds: a deputy's title, a thing that others made, a part of a count; and names told short."""

from __future__ import annotations

import pytest

from bonafide.grounding import check
from bonafide.grounding.index import aliases
from bonafide.grounding.titling import is_less, spelled
from bonafide.model.claim import Support
from bonafide.model.fact import facts_of
from bonafide.model.profile import Basics, Profile, Work
from grounding.people import TODAY

SURVEYOR = facts_of(
    Profile(
        basics=Basics(name="Marit Oduya", label="Deputy Director of Surveys"),
        work=(
            Work(
                name="Kustlinje Survey Ormvik",
                position="Deputy Director of Surveys",
                start_date="2016-03",
                highlights=(
                    "The tide model built by our research engineer serves 300 harbours.",
                    "Some 80 soundings, about half of them as party leader.",
                    "Ran the calibration of echo sounders.",
                    "Wreck register: 41 of 52 entries closed.",
                    "Moved the chart archive to PostGIS in 2019.",
                    "Won the coastal atlas contract in 2021.",
                ),
            ),
            Work(name="Fjordline Mapping", position="Surveyor", start_date="2009-01", end_date="2016-02"),
        ),
    )
)


@pytest.mark.parametrize(
    ("sentence", "refused"),
    [
        ("I was Director of Surveys at Ormvik.", True),
        ("I was Deputy Director of Surveys at Ormvik.", False),
        ("I designed and built the tide model that serves 300 harbours.", True),
        ("I took about forty soundings as party leader.", False),
        ("I took about sixty soundings as party leader.", True),
        ("At Ormvik I ran the calibration of echo sounders.", False),
        ("At Fjordline I ran the calibration of echo sounders.", True),
        ("Of the wreck register forty-one entries are still open.", True),
        ("Of the wreck register forty-one entries are closed.", False),
        ("Only eleven of the fifty-two entries in the wreck register are still open.", False),
        ("It was our move to PostGIS that won us the coastal atlas contract.", True),
        ("Deputy Director of Surveys for more than thirteen years", True),
        ("Survey executive since March 2016", False),
        ("The echo sounders were calibrated in all their parts, across the whole company.", True),
    ],
)
def test_no_more_is_backed_than_the_fact_says(sentence: str, refused: bool) -> None:
    (checked,) = check([sentence], SURVEYOR, None, TODAY).sentences
    assert (checked.verdict is Support.UNSUPPORTED) is refused, checked.claims


@pytest.mark.parametrize(
    ("held", "wanted", "less"),
    [
        ("Deputy Director", "Director", True),
        ("Deputy Director", "Deputy Director", False),
        ("Acting Head, then Head of Planning", "Head of Planning", False),
        ("Planner and Assistant Editor", "Planner", False),
    ],
)
def test_a_lesser_title_gives_only_itself(held: str, wanted: str, less: bool) -> None:
    assert is_less(held, spelled(wanted)) is less


def test_an_employer_goes_by_the_last_word_of_its_name_unless_it_is_an_ordinary_one() -> None:
    assert "ormvik" in aliases("Kustlinje Survey Ormvik")
    assert "office" not in aliases("Kustlinje Chart Office")
