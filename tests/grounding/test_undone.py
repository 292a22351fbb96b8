"""A CV that tells of what was failed, dropped, only meant or done by others backs none of it, and backs its telling."""

from __future__ import annotations

from datetime import date

import pytest

from bonafide.grounding import check
from bonafide.model.claim import Support
from bonafide.model.fact import facts_of
from bonafide.model.profile import Basics, Education, Profile, Skill, Work

TODAY = date(2026, 3, 1)
FACTS = facts_of(
    Profile(
        basics=Basics(name="Tilda Marsh"),
        work=(
            Work(
                name="Fenwick Ferries Ltd",
                position="Planner",
                start_date="2018-02",
                highlights=(
                    "Supported the director in preparing papers for the harbour board.",
                    "Worked alongside a crew office of 60 pilots in nine ports.",
                    "Evaluated Traxo and decided against it; rebuilt the timetable in Python.",
                    "The yard failed its ISO 45001 audit in 2021.",
                    "Advised a colleague who managed a fuel budget of 6 million euros.",
                    "Wanted to replace the old booking desk; the project was cancelled.",
                    "Moved 40 sailings to the winter timetable without a single delay.",
                ),
            ),
        ),
        education=(Education(institution="University of Wray", area="Geography, not completed"),),
        skills=(Skill(keywords=("Basic knowledge of Excel", "no experience with Kafka")),),
    )
)


def verdict(sentence: str) -> Support:
    return check([sentence], FACTS, None, TODAY).sentences[0].verdict


@pytest.mark.parametrize(
    "sentence",
    [
        "I prepared and presented papers to the harbour board.",
        "I led 60 pilots in nine ports.",
        "I introduced Traxo at Fenwick Ferries.",
        "I have worked with Traxo for years.",
        "We passed our ISO 45001 audit in 2021.",
        "I managed a fuel budget of 6 million euros.",
        "At Fenwick Ferries I replaced the old booking desk.",
        "I have worked with Kafka.",
        "I hold a degree in Geography from the University of Wray.",
        "At Fenwick Ferries I negotiated supplier contracts and trained the crews.",
    ],
)
def test_what_was_not_done_is_not_backed(sentence: str) -> None:
    assert verdict(sentence) is Support.UNSUPPORTED


@pytest.mark.parametrize(
    "sentence",
    [
        "I rebuilt the timetable in Python.",
        "I moved 40 sailings to the winter timetable.",
        "I moved 40 sailings to the winter timetable without a single delay.",
        "I evaluated Traxo and decided against it.",
        "The yard failed its ISO 45001 audit in 2021.",
        "I worked alongside a crew office of 60 pilots in nine ports.",
        "I wanted to replace the old booking desk.",
        "I have a basic knowledge of Excel.",
    ],
)
def test_its_telling_is(sentence: str) -> None:
    assert verdict(sentence) is Support.SUPPORTED


def test_a_refusal_says_what_became_of_it() -> None:
    claims = check(["I have worked with Traxo."], FACTS, None, TODAY).sentences[0].claims
    refusal = next(claim for claim in claims if claim.verdict is Support.UNSUPPORTED)
    assert refusal.why == "the fact says that it did not come about"
    assert refusal.fact is not None and refusal.fact.quote.startswith("Evaluated Traxo")


def test_the_fact_that_is_shown_shares_the_sentences_words() -> None:
    sentence = check(["I moved 40 sailings to the winter timetable at Fenwick Ferries."], FACTS, None, TODAY)
    cited = sentence.sentences[0].cited
    assert cited is not None and cited.quote.startswith("Moved 40 sailings")
