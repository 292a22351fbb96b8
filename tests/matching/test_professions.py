"""Requirements of other professions, of other languages and of other currencies, judged against invented people."""

from dataclasses import replace

import pytest

from bonafide.language import quantities
from bonafide.matching import leading
from bonafide.matching.lexicon import data
from bonafide.model.match import Verdict
from bonafide.model.profile import Basics, Certificate, Education, Language, Profile, Skill, Work
from matching.candidates import judged, platform_lead


def ward_manager() -> Profile:
    """Leads a ward; sums of people, a budget in pounds, certificates by their names."""
    return Profile(
        basics=Basics(name="Morwenna Tregear"),
        work=(
            Work(
                name="Penhallow Board Hospital",
                position="Ward Manager",
                start_date="2017-02",
                highlights=(
                    "Lead 28 nurses and 6 healthcare assistants, three of them team leaders.",
                    "Hold a ward budget of £1.8m.",
                    "Pressure ulcers from 19 a year to 4.",
                    "Crisis lead when the boiler house burnt.",
                ),
            ),
        ),
        education=(Education(study_type="Postgraduate Certificate", area="Clinical Leadership"),),
        certificates=(Certificate(name="Lean Six Sigma Green Belt"), Certificate(name="CIMA")),
        skills=(Skill(name="Systems", keywords=("WardWise", "SQL (basic)")),),
        languages=(Language(language="Dutch", fluency="Native"), Language(language="Welsh", fluency="B1")),
    )


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # people: sums, numbers with their managers
        ("You have led 34 people or more", "met"),
        ("Line management of thirty or more nurses", "met"),
        ("Responsibility for 30 staff through other managers", "met"),
        ("Responsibility for 900 staff through other managers", "unmet"),
        ("You have managed managers", "met"),
        ("Führung eines Teams von mindestens 30 Personen", "met"),
        ("Vous avez encadré une équipe d'au moins 60 personnes", "partial"),
        # money
        ("A budget of $2 million or more", "met"),
        ("A budget of Rs 15 crore", "met"),
        ("A budget of $30 million", "unmet"),
        # certificates and licences
        ("Six Sigma Black Belt", "partial"),
        ("Six Sigma Yellow Belt", "met"),
        ("An accounting qualification", "met"),
        ("Chartered Engineer status", "unmet"),
        ("Full UK driving licence and use of a car", "unmet"),
        ("Independent prescriber (V300)", "unmet"),
        # tools in parentheses stand for what they explain
        ("Confident use of bed planning systems (WardWise, BedFlow)", "met"),
        ("Real SQL", "partial"),
        # degrees between two levels
        ("Master's degree in a relevant subject", "partial"),
        ("B.E./B.Tech. in Computer Science", "unmet"),
        # languages
        ("Welsh is welcome; the robots do not speak it", "met"),
        ("niederländische Sprachkenntnisse", "met"),
        ("La pratique du néerlandais serait un plus", "met"),
        # years of a field that no family covers
        ("Ten years of lighthouse keeping", "unmet"),
        ("one to three years of ward management", "met"),
        # wishes that open with their marker
        ("Ideally you would also have led a crisis team", "met"),
        ("Ideally you would also have built a sundial", "unmet"),
        # an employer's name is no deed
        ("You have reported to a board", "unmet"),
    ],
)
def test_verdict(text: str, verdict: str) -> None:
    found = judged(text, ward_manager())
    assert str(found.verdict) == verdict, found.why


@pytest.mark.parametrize(
    "line",
    ["Health insurer, 640 employees.", "140 developers in 26 teams use it.", "Turnover £9m, 190 employees."],
)
def test_a_whole_company_or_its_users_are_not_people_led(line: str) -> None:
    profile = replace(platform_lead(), work=(Work(position="Engineer", highlights=(line,)),))
    assert judged("You have led 100 people", profile).verdict is Verdict.UNMET


def test_every_currency_with_a_rate_is_one_that_figures_may_have() -> None:
    known = set(quantities.DATA["codes"]["all"])
    assert set(data("scope")["rates"]["euros"]) <= known


def test_an_amount_goes_into_another_currency_and_back() -> None:
    assert leading.exchanged(leading.exchanged(7.0, "INR", "GBP"), "GBP", "INR") == pytest.approx(7.0)
    assert leading.exchanged(7.0, "", "GBP") == 7.0


def test_the_rate_and_its_date_are_named() -> None:
    why = judged("A budget of $2 million or more", ward_manager()).why
    assert "GBP 1.8 million" in why
    assert str(data("scope")["rates"]["date"]) in why


def test_a_trait_named_in_passing_is_not_what_is_asked() -> None:
    deeds = ("Kept the service level objectives of the tide service for four years.",)
    profile = replace(platform_lead(), work=(Work(name="Tidewerk", position="Engineer", highlights=deeds),))
    found = judged(
        "A service with a published availability target that you kept, and can explain how", profile
    )
    assert found.verdict is Verdict.MET
    assert "service level objectives (here the same as availability target)" in found.why
    assert "communication" not in found.advice
