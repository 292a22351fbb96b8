"""What a sentence says is bound to the entry it names: by employer, post, place or school."""

from __future__ import annotations

import pytest

from bonafide.grounding import check
from bonafide.model.claim import ClaimKind, Support
from bonafide.model.fact import facts_of
from bonafide.model.profile import Basics, Certificate, Education, Language, Profile, Skill, Work
from grounding.people import TODAY

LIBRARIAN = facts_of(
    Profile(
        basics=Basics(
            name="Aino Kettunen", label="Head Librarian", summary="Librarian with a liking for vans."
        ),
        work=(
            Work(
                name="Harjula City Library",
                position="Head Librarian",
                location="Harjula",
                start_date="2018-01",
                highlights=(
                    "Lead 34 librarians in three branches.",
                    "Loans rose from 410,000 to 520,000 a year after the catalogue moved to Koha.",
                    "Helped to write the city's reading plan.",
                    "Raised EUR 300,000 for a book van, 90 % of the target.",
                ),
            ),
            Work(
                name="Vesivaara School Libraries",
                position="Deputy Librarian",
                location="Vesivaara",
                start_date="2011-08",
                end_date="2017-12",
                highlights=(
                    "Started a lunchtime chess club with 25 members.",
                    "Checked the shelf plans for the new wing.",
                    "Ran 12 story sessions a month.",
                ),
            ),
        ),
        education=(
            Education(
                institution="University of Oulunsalo", study_type="BA", area="Literature", end_date="2008"
            ),
            Education(
                institution="Tampereen Institute",
                study_type="MSc",
                area="Information Studies",
                end_date="2011",
            ),
        ),
        certificates=(Certificate(name="Storytelling Diploma", date="2014"),),
        skills=(Skill(name="Tools", keywords=("Koha", "Excel")),),
        languages=(
            Language(language="Finnish", fluency="Native"),
            Language(language="Swedish", fluency="A2"),
        ),
    )
)
TRUE = (
    "As deputy librarian I ran twelve story sessions a month.",
    "In Vesivaara I checked the shelf plans of a new wing.",
    "I ran about 140 story sessions a year in those days.",
    "My MSc in information studies is from Tampereen Institute.",
    "BA (Oulunsalo, 2008), MSc (Tampereen, 2011)",
    "I studied literature at Oulunsalo and have held a storytelling diploma since 2014.",
    "I had a hand in the city's reading plan.",
    "I am a native speaker of Finnish and know a little Swedish.",
    "A library is only as good as its quietest corner.",
    "Koha is new to most of my colleagues, and that is why yours interests me.",
    "A team of 34 in three branches",
    "Of 34 people in my care most read on the tram.",
    "The city gave us EUR 300,000 and a driver.",
    "The tide tables are on my fridge already.",
    "When I came it was 410,000.",
    "Dear chief librarian,",
    "I am not a archivist, and I know RFID gates only from books.",
)
FALSE = (
    ("In Vesivaara I led 34 librarians.", ClaimKind.FIGURE),
    ("As deputy librarian I raised EUR 300,000.", ClaimKind.FIGURE),
    ("At Vesivaara School Libraries we moved to Koha.", ClaimKind.TOOL),
    ("My MSc in information studies is from Oulunsalo.", ClaimKind.CREDENTIAL),
    ("Started a lunchtime debating club with 25 members", ClaimKind.STATEMENT),
    ("I wrote the city's reading plan.", ClaimKind.AUTHORSHIP),
    ("I designed the shelf plans for the new wing.", ClaimKind.AUTHORSHIP),
    ("The reading plan is my own design.", ClaimKind.AUTHORSHIP),
    ("I am responsible for reading across the region.", ClaimKind.SCOPE),
    ("I run libraries all over Europe.", ClaimKind.SCOPE),
    ("The book van is why loans rose to 520,000.", ClaimKind.CAUSE),
    ("It was the book van that brought loans up to 520,000.", ClaimKind.CAUSE),
    ("At Harjula City Library I started a lunchtime chess club.", ClaimKind.STATEMENT),
    ("I speak Swedish at C1.", ClaimKind.STATEMENT),
    ("I know bookbinding inside out.", ClaimKind.STATEMENT),
    ("In those days we had 35 members in the chess club.", ClaimKind.FIGURE),
)


@pytest.mark.parametrize("sentence", TRUE)
def test_what_belongs_together_is_not_refused(sentence: str) -> None:
    (checked,) = check([sentence], LIBRARIAN, None, TODAY).sentences
    assert checked.verdict is not Support.UNSUPPORTED, [(c.kind, c.text, c.why) for c in checked.claims]


@pytest.mark.parametrize(("sentence", "kind"), FALSE)
def test_what_is_taken_from_elsewhere_is_refused(sentence: str, kind: ClaimKind) -> None:
    (checked,) = check([sentence], LIBRARIAN, None, TODAY).sentences
    false = [claim for claim in checked.claims if claim.verdict is Support.UNSUPPORTED]
    assert kind in [claim.kind for claim in false], [(c.kind, c.text, c.why) for c in checked.claims]
    assert all(claim.why for claim in false)


def test_the_refusal_says_what_the_fact_has_instead() -> None:
    (checked,) = check(
        ["Started a lunchtime debating club with 25 members"], LIBRARIAN, None, TODAY
    ).sentences
    (claim,) = [claim for claim in checked.claims if claim.verdict is Support.UNSUPPORTED]
    assert claim.text == "debating"
    assert claim.why == "the fact says chess"
    assert claim.fact is not None
    assert claim.fact.pointer == "/work/1/highlights/0"


@pytest.mark.parametrize(
    ("sentence", "false"),
    [
        (
            "In brief: Certified Archivist – Professional; Finnish (native); Swedish (A2); based in Harjula.",
            False,
        ),
        ("Fluent in Finnish and Swedish", True),
        ("Swedish as mother tongue, Finnish on top", True),
        ("Finnish as mother tongue, Swedish A2, some Estonian", False),
    ],
)
def test_a_level_is_that_of_the_language_beside_it(sentence: str, false: bool) -> None:
    (checked,) = check([sentence], LIBRARIAN, None, TODAY).sentences
    levels = [
        c
        for c in checked.claims
        if c.why.startswith("the fact says") and c.fact and "fluency" in c.fact.pointer
    ]
    assert bool(levels) is false
