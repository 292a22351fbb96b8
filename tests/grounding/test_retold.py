"""A line of the CV told again with another figure, and two deeds tied by a cause that no fact tells."""

from __future__ import annotations

from datetime import date

import pytest

from bonafide.grounding import check
from bonafide.model.claim import CheckedSentence, Support
from bonafide.model.fact import Facts, facts_of
from bonafide.model.profile import Basics, Profile, Work

FACTS: Facts = facts_of(
    Profile(
        basics=Basics(name="Ada Brook"),
        work=(
            Work(
                name="Larkspur Trams",
                position="Head of Depots",
                start_date="2019-03",
                highlights=(
                    "Drew a signal plan that 3 neighbouring cities copied.",
                    "Cut the cost of a tram hour by 18 % while running a fleet of 94.",
                    "Trained drivers of the northern line on the new signals.",
                    "Signal charts for 12 junctions.",
                ),
            ),
            Work(
                name="Penwith Buses",
                position="Depot Manager",
                start_date="2012-01",
                end_date="2019-02",
                highlights=("Missed departures fell from 0.9 % to 0.2 %.", "Bought 64 buses."),
            ),
        ),
    )
)


def judged(sentence: str) -> CheckedSentence:
    return check([sentence], FACTS, None, date(2026, 11, 28)).sentences[0]


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("I drew a signal plan that 64 neighbouring cities copied.", "the fact says 3"),
        ("Cut the cost of a tram hour by 0.9 % while running a fleet of 94.", "the fact says 18 %"),
        ("Cut the cost of a tram hour by 18 % while running a fleet of 64.", "the fact says"),
    ],
)
def test_a_line_with_a_figure_from_elsewhere_is_refused_with_its_own(sentence: str, what: str) -> None:
    found = judged(sentence)
    assert found.verdict is Support.UNSUPPORTED
    assert any(what in claim.why for claim in found.claims)


@pytest.mark.parametrize(
    "sentence",
    [
        "Drew a signal plan that three neighbouring cities copied.",
        "I cut the cost of a tram hour by 18 % while running a fleet of 94.",
        "Missed departures fell from 0.9 % to 0.2 %.",
    ],
)
def test_the_line_itself_and_its_figure_in_words_stand(sentence: str) -> None:
    assert judged(sentence).verdict is Support.SUPPORTED


@pytest.mark.parametrize(
    "sentence",
    [
        "Signal charts for 12 junctions, thanks to this: trained drivers of the northern line on the new signals.",
        "Trained drivers of the northern line on the new signals, which led to this: signal charts for 12 junctions.",
    ],
)
def test_one_word_in_common_ties_no_two_deeds(sentence: str) -> None:
    found = judged(sentence)
    assert found.verdict is Support.UNSUPPORTED
    assert any(claim.why == "no fact links the two" for claim in found.claims)


def test_a_wrong_length_of_time_is_told_with_the_stretch_that_is_nearest() -> None:
    [claim] = [one for one in judged("I was at Penwith Buses for twelve years.").claims if one.why]
    assert claim.why == "the nearest stretch, Penwith Buses 2012–2019, is 7 years 2 months"
