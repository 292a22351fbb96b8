"""What was failed, dropped, only meant or done by others answers no requirement."""

from __future__ import annotations

import pytest

from bonafide.model.profile import Basics, Profile, Skill, Work
from matching.candidates import judged

PROFILE = Profile(
    basics=Basics(name="Tilda Marsh"),
    work=(
        Work(
            name="Fenwick Ferries Ltd",
            position="Planner",
            start_date="2018-02",
            highlights=(
                "Supported the director in preparing papers for the board.",
                "Worked alongside a department of 60 engineers in nine teams.",
                "Evaluated Kafka and decided against it.",
                "The yard failed its ISO 27001 audit in 2021.",
                "Advised a colleague who managed a budget of 6 million euros.",
                "Wanted to replace the legacy booking system; the project was cancelled.",
                "Assisted the head of engineering with interviews for two engineering managers.",
            ),
        ),
    ),
    skills=(Skill(keywords=("no experience with Terraform",)),),
)


@pytest.mark.parametrize(
    "asked",
    [
        "You have led 50 engineers or more",
        "Experience with Kafka",
        "ISO 27001",
        "A budget of EUR 5 million",
        "Experience replacing legacy systems",
        "You have led managers",
        "Terraform",
        "You present to the board",
    ],
)
def test_it_is_not_met(asked: str) -> None:
    assert judged(asked, PROFILE).verdict.value == "unmet"


def test_a_wish_still_shows_willingness() -> None:
    profile = Profile(basics=Basics(name="Tilda Marsh", summary="Keen to answer for staff one day."))
    assert judged("The willingness to answer for staff", profile).verdict.value == "met"
