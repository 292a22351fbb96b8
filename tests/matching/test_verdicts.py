"""Requirements as postings write them, judged against one CV."""

from dataclasses import replace

import pytest

from bonafide.matching.leading import amount_asked
from bonafide.model.match import Verdict
from bonafide.model.posting import JobLocation
from bonafide.model.profile import Basics, Certificate, Language, Location, Skill, Work
from matching.candidates import judged, platform_lead


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # tools and practices: synonyms, narrower, sibling, broader, lists
        ("K8s in production", "met"),
        ("Experience with event streaming", "met"),
        ("Experience with relational databases", "met"),
        ("Experience with AWS", "met"),
        ("Experience with Azure", "partial"),
        ("Another public cloud besides AWS", "unmet"),
        ("Java, Kotlin or Scala", "met"),
        ("Kotlin and Haskell", "partial"),
        ("Knowledge of Ansible", "met"),
        ("Hands-on experience with Ansible", "partial"),
        ("Experience with Nextflow", "partial"),
        ("A workflow orchestrator such as Dagster or Prefect", "met"),
        ("Figma", "unmet"),
        ("Kafka; experience with RabbitMQ is a plus", "met"),
        ("PostgreSQL, preferably with Haskell", "met"),
        ("ISO 27001", "met"),
        ("Certified Kubernetes Administrator", "met"),
        ("CISSP or CISM", "unmet"),
        ("A certification in project management", "unmet"),
        ("A Professional-level AWS certification", "unmet"),
        ("Kenntnisse in Kotlin und PostgreSQL", "met"),
        ("Kafka (or a comparable streaming platform)", "met"),
        ("Influencer marketing", "unmet"),
        # years
        ("Ten years in software development", "met"),
        ("At least 20 years in software engineering", "partial"),
        ("Five years as a nurse in a hospital", "unmet"),
        ("5+ years leading engineering teams", "met"),
        ("More than a decade of software engineering", "met"),
        ("6 years of Kotlin", "met"),
        ("6 years of Haskell", "unmet"),
        # degrees
        ("Bachelor's degree in computer science or a related field", "met"),
        ("Master's degree in computer science", "partial"),
        ("A postgraduate degree", "unmet"),
        ("A degree in law", "unmet"),
        ("Abgeschlossenes Studium der Informatik", "met"),
        # languages
        ("Fluent Dutch and English", "met"),
        ("French at B2", "partial"),
        ("Business-fluent German", "unmet"),
        ("Verhandlungssichere Englischkenntnisse", "met"),
        ("English; Spanish is a plus", "met"),
        ("Native or fluent English", "met"),
        ("Native English", "partial"),
        # place and right to work
        ("You live in Belgium", "met"),
        ("Based in Ghent or nearby", "met"),
        ("Three days a week in our office in Lyon", "unmet"),
        ("You are authorised to work in the EU without sponsorship", "unmet"),
        # size
        ("You have led an organisation of 20 people or more", "met"),
        ("You have led a team of 60", "partial"),
        ("You have led an organisation of 400 people", "unmet"),
        ("Responsibility for more than one team", "met"),
        ("You have managed managers", "partial"),
        ("Budget responsibility of EUR 2m or more", "met"),
        ("A budget of eight figures", "partial"),
        ("SLOs and error budgets", "unmet"),
        # traits
        ("Excellent communication skills", "met"),
    ],
)
def test_verdict(text: str, verdict: str) -> None:
    found = judged(text)
    assert str(found.verdict) == verdict, found.why


def test_what_is_denied_does_not_count() -> None:
    profile = replace(
        platform_lead(), work=(Work(position="Developer", highlights=("No Kafka, no Kotlin.",)),)
    )
    assert judged("Kafka", profile).verdict is Verdict.UNMET


def test_a_bare_title_of_a_lead_is_partly_having_led() -> None:
    profile = replace(platform_lead(), work=(Work(position="Engineering Manager", start_date="2020-01"),))
    assert judged("You have managed a team", profile).verdict is Verdict.PARTIAL


def test_product_managers_lead_nobody_by_title() -> None:
    profile = replace(platform_lead(), work=(Work(position="Product Manager", start_date="2010-01"),))
    assert judged("Five years of people management", profile).verdict is Verdict.UNMET


def test_people_served_or_taught_are_not_people_led() -> None:
    deeds = ("Ran the build servers for 60 developers.", "Trained 80 engineers in SQL.")
    profile = replace(platform_lead(), work=(Work(position="Engineer", highlights=deeds),))
    assert judged("You have led a team of 20", profile).verdict is Verdict.UNMET


def test_the_office_of_the_posting_is_where_the_person_lives() -> None:
    assert judged("Two days a week in our office", None, JobLocation(city="Ghent")).verdict is Verdict.MET
    assert judged("Two days a week in our office", None, JobLocation(city="Turin")).verdict is Verdict.UNMET


def test_willing_to_move_only_where_it_is_said() -> None:
    basics = Basics(summary="Open to relocation.", location=Location(city="Ghent", country_code="BE"))
    assert judged("You live in Norway", replace(platform_lead(), basics=basics)).verdict is Verdict.MET
    assert judged("You live in Norway").verdict is Verdict.UNMET


def test_citizenship_counts_where_stated_and_never_from_a_name_or_a_home() -> None:
    stated = replace(platform_lead(), basics=Basics(summary="Belgian citizen."))
    assert judged("Belgian citizenship", stated).verdict is Verdict.MET
    assert judged("Belgian citizenship").verdict is Verdict.UNMET


def test_a_cv_written_in_english_speaks_for_english() -> None:
    deeds = tuple(f"Led the work on the order of the {n} services with care for the cost." for n in range(8))
    profile = replace(platform_lead(), languages=(), work=(Work(position="Engineer", highlights=deeds),))
    assert judged("Fluent English", profile).verdict is Verdict.MET
    assert judged("Fluent Polish", profile).verdict is Verdict.UNMET


def test_reasons_and_quotes_are_the_persons_own_words() -> None:
    found = judged("Experience with event streaming")
    assert "Kafka" in found.why
    assert [fact.quote for fact in found.facts] == ["Introduced Kafka for shipment events."]
    assert found.facts[0].pointer == "/work/1/highlights/1"


def test_a_gap_comes_with_advice_that_names_it() -> None:
    assert "Haskell" in judged("Kotlin and Haskell").advice
    assert "Ansible" in judged("Hands-on experience with Ansible").advice
    assert "CISSP" in judged("CISSP").advice
    assert judged("Kotlin").advice == ""


@pytest.mark.parametrize(
    "text", ["", "…", "(((", "You", "a" * 5000, "or or and, / ()", "10", "C", "years years 5 years"]
)
def test_odd_requirements_are_judged_without_a_fault(text: str) -> None:
    assert judged(text).why.endswith(".")


def test_odd_profiles_are_judged_without_a_fault() -> None:
    odd = replace(
        platform_lead(),
        work=(
            Work(position="", start_date="soon", end_date="2019-13"),
            Work(start_date="2020", end_date="2010"),
        ),
        languages=(Language(),),
        certificates=(Certificate(),),
        skills=(Skill(name="x" * 3000),),
        education=(),
    )
    for text in ("Ten years in software", "A degree in law", "Fluent English", "You live in Oslo", "Kafka"):
        assert judged(text, odd).why


def test_what_is_only_being_learnt_or_has_expired_is_not_fully_there() -> None:
    skills = (Skill(name="Languages", keywords=("Rust (learning)",)),)
    assert judged("Rust", replace(platform_lead(), skills=skills)).verdict is not Verdict.MET
    lapsed = (Certificate(name="PRINCE2 Practitioner (expired 2019)"),)
    assert judged("PRINCE2", replace(platform_lead(), certificates=lapsed)).verdict is not Verdict.MET


def test_the_level_of_a_certificate_counts() -> None:
    held = (Certificate(name="AWS Certified Solutions Architect – Associate"),)
    profile = replace(platform_lead(), certificates=held)
    assert judged("An AWS certification", profile).verdict is Verdict.MET
    assert judged("A Professional-level AWS certification", profile).verdict is Verdict.PARTIAL


def test_a_budget_of_nothing_is_no_amount() -> None:
    assert amount_asked("You have held a budget of € 0") is None
    assert amount_asked("You have held a budget of € 2m") == (2e6, "EUR")
