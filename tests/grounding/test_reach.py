"""How far a deed reached: only as far as the fact that tells it says."""

from __future__ import annotations

import pytest

from bonafide.grounding import check
from bonafide.model.claim import Support
from bonafide.model.fact import facts_of
from bonafide.model.profile import Basics, Profile, Work
from grounding.people import TODAY

HARBOUR = facts_of(
    Profile(
        basics=Basics(name="Ada Brook"),
        work=(
            Work(
                name="Larkspur Trams",
                position="Engineer",
                start_date="2018-01",
                highlights=(
                    "Drew the signal plan in QGIS that guides every tram of the city.",
                    "Moved the lost-property desk from paper to Koha.",
                    "Chairs the fault meeting for the northern depot.",
                ),
            ),
        ),
    )
)


@pytest.mark.parametrize(
    ("sentence", "refused"),
    [
        ("I drew the signal plan in QGIS that guides every tram of the city.", False),
        ("I moved the lost-property desk from paper to Koha.", False),
        ("I moved the lost-property desk from paper to Koha across the whole company.", True),
        ("I chair the fault meeting for the northern depot company-wide.", True),
    ],
)
def test_one_deed_s_reach_is_not_lent_to_another(sentence: str, refused: bool) -> None:
    verdict = check([sentence], HARBOUR, None, TODAY).sentences[0].verdict
    assert (verdict is Support.UNSUPPORTED) is refused
