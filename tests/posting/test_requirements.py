from __future__ import annotations

import pytest

from bonafide.connectors.sources import page_of
from bonafide.model.posting import Requirement, RequirementKind
from bonafide.posting import requirements, years
from bonafide.posting.lines import Line, Role
from bonafide.posting.sections import Topic, topic_of
from bonafide.posting.wording import Wording
from bonafide.workflows.reading import read_posting

MUST, NICE = RequirementKind.MUST, RequirementKind.NICE


def find(lines: tuple[Line, ...]) -> list[Requirement]:
    return [requirement for requirement, _ in requirements.find(lines)]


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("What you'll bring", Topic.MUST),
        ("Minimum qualifications:", Topic.MUST),
        ("Preferred qualifications", Topic.NICE),
        ("NICE TO HAVE", Topic.NICE),
        ("What we offer you", Topic.BENEFIT),
        ("What you offer us", Topic.MUST),
        ("About you", Topic.MUST),
        ("About us", Topic.ABOUT),
        ("Background", Topic.ABOUT),
        ("Bonus scheme", Topic.BENEFIT),
        ("Dein Profil", Topic.MUST),
        ("Was wir Dir bieten 🎁", Topic.BENEFIT),
        ("PROFIL RECHERCHÉ", Topic.MUST),
        ("¿Qué ofrecemos?", Topic.BENEFIT),
        ("Mooi meegenomen", Topic.NICE),
        ("Requisitos desejáveis", Topic.NICE),
        ("Costituisce titolo preferenziale", Topic.NICE),
        ("Mile widziane", Topic.NICE),
        ("Twoje obowiązki", Topic.DUTY),
        ("Bewerbungsprozess", Topic.APPLY),
        ("Our lighthouse", None),
    ],
)
def test_what_a_heading_announces(heading: str, topic: Topic | None) -> None:
    assert topic_of(heading) is topic


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Experience with Docker, Kubernetes and Helm is a plus", NICE),
        ("Strong Python; Rust is a plus", MUST),
        ("Five years of Java, Scala a plus", MUST),
        ("Devices brought to market, preferably in health care", MUST),
        ("Ideally some French", NICE),
        ("Ten years of sales, ideally in shipping", MUST),
        ("German at C1 (other languages are a plus)", MUST),
        ("Kenntnisse in SAP sind von Vorteil", NICE),
        ("Un permis B serait un plus", NICE),
    ],
)
def test_wording_weighs_against_the_heading(text: str, kind: RequirementKind) -> None:
    assert Wording().kind(text, MUST) is kind


def test_a_demand_among_wishes_stays_a_demand() -> None:
    assert Wording().kind("A driving licence is required", NICE) is MUST


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("4 to 8 years in operations", 4),
        ("10+ years of experience", 10),
        ("At least twelve years", 12),
        ("Mindestens fünf Jahre Erfahrung", 5),
        ("au moins sept ans", 7),
        ("2,5 jaar ervaring", 2.5),
        ("A five-year degree", None),
        ("Founded 150 years ago", None),
    ],
)
def test_years(text: str, count: float | None) -> None:
    assert years.asked(text) == count


def heading(text: str) -> Line:
    return Line(text, Role.HEADING, 2)


def item(text: str) -> Line:
    return Line(text, Role.ITEM, 1)


def test_offers_and_formalities_are_no_requirements() -> None:
    found = find(
        (
            heading("Your profile"),
            item("Three years of experience with boilers"),
            Line("You don't tick all the boxes? Apply anyway, we would love to hear from you."),
            heading("Benefits"),
            item("Experience a country with 30 days of leave"),
            heading("Equal opportunities"),
            Line("You have the right to be considered without regard to age."),
        )
    )
    assert [r.text for r in found] == ["Three years of experience with boilers"]
    assert found[0].years == 3


def test_a_subject_that_notices_speak_of_too_is_a_requirement() -> None:
    found = find(
        (
            heading("Your profile"),
            item("GDPR and data privacy"),
            item("Experience with the privacy of patients' data"),
            Line("Our privacy notice tells what we do with your application."),
        )
    )
    assert [r.text for r in found] == [
        "GDPR and data privacy",
        "Experience with the privacy of patients' data",
    ]


def test_a_lead_in_a_paragraph_is_its_heading() -> None:
    found = find(
        (
            Line("We repair clocks in towers. You will climb."),
            Line("About you. You have repaired clocks for six years. You are not afraid of bells."),
            Line("Nice to have: you can weld. You own a long ladder."),
        )
    )
    asked = [(r.text, str(r.kind)) for r in found if r.kind is not RequirementKind.RESPONSIBILITY]
    assert asked == [
        ("You have repaired clocks for six years.", "must"),
        ("You are not afraid of bells.", "must"),
        ("you can weld.", "nice"),
        ("You own a long ladder.", "nice"),
    ]


def test_a_heading_among_items_opens_its_own_list() -> None:
    found = find((heading("Requirements"), item("Fluent Welsh"), item("Bonus:"), item("Cornish")))
    assert [(r.text, str(r.kind)) for r in found] == [("Fluent Welsh", "must"), ("Cornish", "nice")]


def test_an_unannounced_list_is_told_by_its_wording() -> None:
    asks = find(
        (heading("The nitty-gritty"), item("Five years of experience in baking"), item("Knowledge of rye"))
    )
    does = find((heading("The nitty-gritty"), item("Bake the bread"), item("Sweep the floor")))
    assert len(asks) == 2
    assert does == []


def test_unusual_marks_make_a_list_and_a_list_before_wishes_is_one_of_demands() -> None:
    text = (
        "Ferry Master\n\nWhat it takes\n\n1/ six seasons on open water\n2/ a pilot's licence for the sound\n\n"
        "Pluses\n\n3/ Norwegian\n4/ a welding ticket\n"
    )
    asked = {one.text: str(one.kind) for one in read_posting((page_of(text.encode()),), None).requirements}
    assert asked == {
        "six seasons on open water": "must",
        "a pilot's licence for the sound": "must",
        "Norwegian": "nice",
        "a welding ticket": "nice",
    }
    quoted = text.replace("1/", ">").replace("2/", ">").replace("3/", ">").replace("4/", ">")
    again = read_posting((page_of(quoted.encode()),), None).requirements
    assert {one.text: str(one.kind) for one in again} == asked


def test_a_wish_is_one_wherever_its_words_stand() -> None:
    wishes = (
        "It would be an advantage to have sailed in ice.",
        "La pratique du norvégien serait un plus pour notre agence de Bergen.",
    )
    for wish in wishes:
        [found] = find((heading("Your profile"), Line(wish)))
        assert found.kind is RequirementKind.NICE
