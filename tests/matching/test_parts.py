"""What a requirement asks in parts, and what only sounds like it: other budgets, other people, other places."""

import pytest

from bonafide.matching.careers import career_of
from bonafide.model.profile import Basics, Certificate, Education, Language, Profile, Skill, Work
from matching.candidates import judged


def studio_head() -> Profile:
    """Runs the technology of a brewery group; another kind of money in each post, hiring without growing."""
    return Profile(
        basics=Basics(name="Ilse Vanparys", summary="Belgian national, on the move since 2001."),
        work=(
            Work(
                name="Brouwerij Sint-Rumold",
                position="Technical Director",
                start_date="2016-05",
                summary="Family brewery, 2,300 staff, two sites.",
                highlights=(
                    "Org of 31 in automation, IT and maintenance.",
                    "Own a technology budget of EUR 4.1m.",
                    "Hired 14 engineers in two years.",
                    "No lost-time accident since 2021.",
                    "Technical lead of a project group of 6 for the bottling line.",
                    "Cut the Azure bill from EUR 40k to EUR 25k a month.",
                    "Rejects from 4.1 % to 1.9 %.",
                    "Rolled Workday out to all breweries.",
                ),
            ),
            Work(
                name="Kasseiweg Reclame",
                position="Marketing Manager",
                start_date="2009-01",
                end_date="2016-04",
                highlights=("Spent a marketing budget of EUR 900k a year.",),
            ),
        ),
        certificates=(
            Certificate(name="AWS Certified Developer"),
            Certificate(name="Six Sigma Green Belt"),
            Certificate(name="ISO 27001 Lead Implementer"),
        ),
        languages=(Language(language="Danish", fluency="C1"), Language(language="French", fluency="C1")),
        skills=(Skill(name="Tools", keywords=("C++",)),),
    )


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # money is of a kind
        ("A technology budget of EUR 4 million", "met"),
        ("A marketing budget of EUR 800,000", "met"),
        ("Responsibility for a recruiting budget of EUR 1 million", "unmet"),
        ("Managing cloud spend of EUR 4 million", "partial"),
        ("You have owned a seven-figure technology budget", "met"),
        ("Full P&L accountability", "partial"),
        # people: the employer's are not one's own, an org is, without reports is a part
        ("You have led 2,000 people", "unmet"),
        ("Leadership of an organisation of 30 or more", "met"),
        # several parts
        ("You are good at hiring and growing engineers", "partial"),
        ("Hiring engineers", "met"),
        # relatives
        ("PCI DSS", "unmet"),
        ("Black Belt", "partial"),
        ("AWS at scale", "partial"),
        ("AWS", "met"),
        # none of what is unwanted
        ("Accident prevention", "met"),
        # place and languages
        ("Right to work in the EU", "met"),
        ("A Scandinavian language", "met"),
        ("French, for the customers in Wallonia", "met"),
        ("German, for the customers in Eupen", "unmet"),
        # the figure inside a subject: twelve months of 40,000
        ("A cloud bill of EUR 400,000 a year", "met"),
        ("A cloud bill of EUR 1 million a year", "partial"),
        ("A cloud bill of EUR 90 million a year", "unmet"),
        # the field beside the tools that are asked
        ("HR systems such as Workday", "met"),
        ("HR systems such as Personio", "met"),
        ("Personio", "partial"),
        # a figure that falls says so without a verb
        ("You have reduced rejects", "met"),
        # years written twice
        ("Nine (9) or more years in a leading position", "met"),
        ("Eighteen (18) or more years in a leading position", "partial"),
    ],
)
def test_a_requirement_is_judged_part_by_part(text: str, verdict: str) -> None:
    found = judged(text, studio_head())
    assert found.verdict.value == verdict, found.why


def test_another_budget_is_named_as_another() -> None:
    found = judged("Responsibility for a recruiting budget of EUR 1 million", studio_head())
    assert "another budget (EUR 4.1 million), not of a budget for recruiting" in found.why


def test_a_german_line_counts_its_people() -> None:
    profile = Profile(
        work=(
            Work(
                name="Pumpen Odenthal",
                position="Leiter IT",
                summary="Pumpenhersteller, 1.500 Mitarbeiter.",
                highlights=("Führung von 19 Mitarbeitern in Betrieb und Support.",),
            ),
        )
    )
    found = judged("Führung eines Teams von mindestens 15 Mitarbeitern", profile)
    assert (found.verdict.value, found.why) == (
        "met",
        "The CV speaks of 19 people led at Pumpen Odenthal, 15 are asked.",
    )
    assert judged("Führung von mindestens 300 Mitarbeitern", profile).verdict.value == "unmet"


def test_a_team_that_somebody_worked_for_is_not_led() -> None:
    profile = Profile(
        work=(
            Work(
                name="Odense Data",
                position="Data Engineer",
                highlights=("Pipelines for a team of six.", "Mentor two juniors."),
            ),
        )
    )
    assert judged("You have led a team", profile).verdict.value == "unmet"


def test_leading_without_reports_is_said_so() -> None:
    profile = Profile(
        work=(
            Work(
                name="Nieuwerf",
                position="Engineer",
                highlights=("Technical lead of a project group of 6, without personnel responsibility.",),
            ),
        )
    )
    found = judged("You have led a team of at least eight people", profile)
    assert found.verdict.value == "partial"
    assert "6 people led who did not report" in found.why


def test_an_untold_title_belongs_where_its_deeds_do() -> None:
    assert career_of("Lead Engineer", "Java and Kafka services").families == ("software",)
    assert career_of("Team Lead", "Ran the rota.").families != ("software",)


def quality_lead() -> Profile:
    """Runs a quality desk in a clinic; holds what is asked by its German name."""
    return Profile(
        work=(
            Work(
                name="Klinikum Sonnenhang",
                position="Head of Patient Safety",
                start_date="2015-01",
                highlights=(
                    "Run the incident desk with 22 analysts.",
                    "Moved the archive from EC2 to EKS.",
                    "Spoke for public hospitals in the region.",
                ),
            ),
        ),
        education=(Education(study_type="Máster", area="Gestión Sanitaria"), Education(study_type="MBA")),
        certificates=(Certificate(name="Bilanzbuchhalterin (IHK)"),),
        skills=(Skill(name="Code", keywords=("Go", "Python")),),
    )


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Leadership of at least 20 people", "met"),
        ("Ten years in hospitals", "met"),
        # an example stands for its head only where having it is having the head
        ("Container orchestration (Kubernetes or Nomad)", "met"),
        ("Penetration testing (AWS or Azure)", "partial"),
        # a credential is no degree, and a degree no credential
        ("Bilanzbuchhalter", "met"),
        ("Ausbildung als Steuerberater", "partial"),
        ("Chartered Engineer with a master's degree", "partial"),
        ("Master's degree in health management", "met"),
        # a part of a phrase is not the phrase, people are not what is done for them
        ("Public speaking", "unmet"),
        ("Retention of nurses", "unmet"),
        ("Go or Rust", "met"),
        ("Infection control", "unmet"),
    ],
)
def test_what_stands_beside_what_is_asked_does_not_meet_it(text: str, verdict: str) -> None:
    found = judged(text, quality_lead())
    assert found.verdict.value == verdict, found.why


def test_what_stands_in_two_places_is_said_of_neither() -> None:
    profile = Profile(
        basics=Basics(name="Ilse Vanparys"),
        work=(
            Work(name="Sint-Rumold", position="Lead", start_date="2018-01", highlights=("Ran Kafka.",)),
            Work(
                name="Kasseiweg", position="Engineer", start_date="2010-01", highlights=("Wrote Terraform.",)
            ),
        ),
    )
    assert " at " not in judged("Experience with Kafka and Terraform", profile).why
    assert judged("Experience with Kafka", profile).why.endswith("at Sint-Rumold.")
