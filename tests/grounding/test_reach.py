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
                name="Larkspur Bank",
                position="Engineer",
                start_date="2018-01",
                highlights=(
                    "Designed the ledger in Kotlin that carries every transfer of the bank.",
                    "Ported the grading service from Java to Kotlin.",
                    "Runs the incident review for the transfers area.",
                ),
            ),
        ),
    )
)


@pytest.mark.parametrize(
    ("sentence", "refused"),
    [
        ("I designed the ledger in Kotlin that carries every transfer of the bank.", False),
        ("I ported the grading service from Java to Kotlin.", False),
        ("I ported the grading service from Java to Kotlin across the whole bank.", True),
        ("I run the incident review for the transfers area company-wide.", True),
    ],
)
def test_one_deed_s_reach_is_not_lent_to_another(sentence: str, refused: bool) -> None:
    verdict = check([sentence], HARBOUR, None, TODAY).sentences[0].verdict
    assert (verdict is Support.UNSUPPORTED) is refused
