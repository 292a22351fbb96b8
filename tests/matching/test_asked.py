"""Ways of asking: degrees with alternatives, languages with levels, choices in several languages, sizes and places."""

from __future__ import annotations

import pytest

from bonafide.matching.asks import ask_of
from bonafide.model.profile import Basics, Certificate, Education, Language, Location, Profile, Skill, Work
from matching.candidates import judged


def person(**given: object) -> Profile:
    """Somebody with a name and what is given."""
    return Profile(**{"basics": Basics(name="Imre Solheim"), **given})  # type: ignore[arg-type]


def studied(kind: str, area: str, *work: Work) -> Profile:
    return person(education=(Education(institution="Uferkolleg", study_type=kind, area=area),), work=work)


@pytest.mark.parametrize(
    ("kind", "area", "asked", "verdict"),
    [
        ("MA", "Economics", "An MBA", "unmet"),
        ("Executive MBA", "Management", "An MBA", "met"),
        ("MSc", "Physics", "A master's degree or MBA", "met"),
        ("LLM", "Tax Law", "LL.M", "met"),
        (
            "Ausbildung",
            "Mechatroniker",
            "Abgeschlossene Ausbildung in der Elektronik oder etwas Vergleichbares",
            "met",
        ),
        ("Diplom-Betriebswirtin (FH)", "Steuern", "Abgeschlossenes Studium der Betriebswirtschaft", "met"),
        ("Grado", "Administración y Dirección de Empresas", "Titulación superior en ADE o similar", "met"),
        ("HBO bachelor", "Bedrijfskunde", "HBO-diploma of vergelijkbaar", "met"),
        ("BTS", "Cuisine", "CAP cuisine ou diplôme supérieur", "met"),
        ("HND", "Construction Management", "Degree, HND or HNC in civil engineering", "met"),
        ("Meisterbrief", "Kälteanlagenbau", "Abgeschlossene Ausbildung als Kälteanlagenbauer", "met"),
        ("HNC", "Chemistry", "Degree or equivalent", "partial"),
        ("MSc", "Cognitive Science", "A degree in psychology, cognitive science or similar", "met"),
        ("MPharm", "Pharmacy", "Master's degree in pharmacy", "met"),
        ("Master", "Management de la qualité", "Bac+5 en qualité ou équivalent", "met"),
        ("Grado", "Turismo", "Titulación en turismo o hostelería", "met"),
    ],
)
def test_degree(kind: str, area: str, asked: str, verdict: str) -> None:
    assert judged(asked, studied(kind, area)).verdict == verdict


def test_experience_stands_in_where_it_is_accepted_and_of_the_kind() -> None:
    years = Work(
        name="Nordlys AS",
        position="Software Developer",
        start_date="2012-01",
        highlights=("Built ferries' ticketing.",),
    )
    asked = "Degree in computer science or equivalent experience"
    found = judged(asked, studied("HNC", "Catering", years))
    assert found.verdict == "met" and "14 years" in found.why
    assert judged("Degree in computer science", studied("HNC", "Catering", years)).verdict == "unmet"
    cook = Work(name="Fjordkro", position="Cook", start_date="2012-01", highlights=("Fish for ninety.",))
    assert judged(asked, studied("HNC", "Catering", cook)).verdict == "unmet"
    short = Work(
        name="Nordlys AS", position="Software Developer", start_date="2023-01", highlights=("Tickets.",)
    )
    assert judged(asked, studied("HNC", "Catering", short)).verdict == "partial"


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("Anglais courant, B2 au minimum", "met"),
        ("Deutsch mindestens C1 und Englisch für den Alltag", "met"),
        ("German and English, both at C1", "partial"),
        ("German (C2), English (B2)", "met"),
        ("Duits of Engels op C1-niveau", "met"),
        ("Goede beheersing van de Engelse taal", "met"),
        ("Inglés alto", "met"),
    ],
)
def test_language(asked: str, verdict: str) -> None:
    languages = (Language(language="German", fluency="C2"), Language(language="English", fluency="B2"))
    assert judged(asked, person(languages=languages)).verdict == verdict


@pytest.mark.parametrize(
    "asked",
    [
        "Airflow, Dagster ou Prefect",
        "Airflow, Dagster oder Prefect",
        "Airflow, Dagster o Prefect para las cargas de datos",
        "Kennis van Airflow, Dagster of Prefect",
        "Orchestration : Airflow, Dagster ou un outil comparable",
    ],
)
def test_alternatives_in_any_language(asked: str) -> None:
    held = person(work=(Work(name="Tal", position="Data Engineer", highlights=("Ran Dagster for years.",)),))
    assert judged(asked, held).verdict == "met"


@pytest.mark.parametrize("asked", ["Models of Kafka, Redis", "Docker o Kubernetes and Helm"])
def test_a_word_of_another_language_makes_no_alternative(asked: str) -> None:
    assert len(ask_of(asked).choices) > 1


def test_the_noun_of_a_name_does_not_part_it_from_its_alternative() -> None:
    held = person(work=(Work(name="Tal", position="CISO", highlights=("SOC 2 report every year.",)),))
    assert judged("A SOC 2 report or an ISO 27001 certificate", held).verdict == "met"


@pytest.mark.parametrize(
    ("certificate", "asked", "verdict"),
    [
        ("ISTQB Advanced – Test Analyst", "Certification ISTQB de niveau avancé", "met"),
        ("ISTQB Foundation", "Certification ISTQB de niveau avancé", "partial"),
        ("ISTQB Foundation", "ISTQB-Zertifizierung", "met"),
    ],
)
def test_the_grade_of_a_certificate_in_other_languages(certificate: str, asked: str, verdict: str) -> None:
    assert judged(asked, person(certificates=(Certificate(name=certificate),))).verdict == verdict


def test_a_grade_is_one_of_credentials_only() -> None:
    held = person(
        work=(
            Work(
                name="Tal",
                position="Developer",
                highlights=("Wrote the Python library that all pipelines use.",),
            ),
        )
    )
    assert judged("Python at expert level", held).verdict == "met"


@pytest.mark.parametrize(
    ("line", "name", "asked", "verdict"),
    [
        ("Seilbahnbau, 400 Mitarbeiter.", "summary", "Leadership of a team of ten or more", "unmet"),
        ("Plant nursery, 300 staff.", "summary", "Leadership of a team of ten or more", "unmet"),
        (
            "Set direction for six teams (40 engineers), none of whom report to me",
            "highlights",
            "You have led 30 people",
            "partial",
        ),
        (
            "Equipo de catorce comerciales",
            "highlights",
            "Gestión de equipos de al menos diez personas",
            "met",
        ),
        (
            "Brigade de huit cuisiniers",
            "highlights",
            "Encadrement d'une équipe d'au moins cinq personnes",
            "met",
        ),
        ("Leiding aan twaalf medewerkers", "highlights", "Leidinggevende ervaring", "met"),
        ("Führe neun Beschäftigte", "highlights", "Leitungserfahrung", "met"),
        (
            "Leitung von 14 pädagogischen Fachkräften und zwei Küchenkräften",
            "highlights",
            "Führung eines Teams von mindestens zehn Personen",
            "met",
        ),
        ("Three heads of design report to me", "highlights", "You have led managers", "met"),
        (
            "Formation de 90 agents au tri",
            "highlights",
            "Encadrement d'une équipe d'au moins dix personnes",
            "unmet",
        ),
        ("Steer two squads (nine engineers)", "highlights", "Two squads or more at the same time", "met"),
        ("90 employees and up to 20 temps", "highlights", "Responsibility for 80 people", "met"),
        (
            "Responsible for two theatres, 60 staff and EUR 3 million",
            "highlights",
            "Responsibility for 50 staff",
            "met",
        ),
        ("In einem Team von 20 Leuten gearbeitet", "highlights", "Leitungserfahrung", "unmet"),
    ],
)
def test_people_led(line: str, name: str, asked: str, verdict: str) -> None:
    told = {"summary": line} if name == "summary" else {"highlights": (line,)}
    held = person(work=(Work(name="Tal", position="Specialist", start_date="2016-01", **told),))  # type: ignore[arg-type]
    assert judged(asked, held).verdict == verdict


def test_profit_or_a_budget_is_met_by_a_budget() -> None:
    held = person(work=(Work(name="Tal", position="Site Manager", highlights=("Cost budget of EUR 30m.",)),))
    assert judged("A P&L or cost budget above EUR 25 million", held).verdict == "met"
    assert judged("P&L responsibility above EUR 25 million", held).verdict == "partial"


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("Résidence à Lorient ou dans les environs", "met"),
        ("Wohnort im Raum Lorient", "met"),
        ("Home within 40 minutes of Lorient", "met"),
        ("Within 30 km of Brest", "unmet"),
        ("Swiss or EU passport, or a valid permit", "unmet"),
    ],
)
def test_home(asked: str, verdict: str) -> None:
    home = Basics(name="Imre Solheim", location=Location(city="Lorient", country_code="FR"))
    assert judged(asked, person(basics=home)).verdict == verdict


def test_a_permit_is_one_of_the_country_that_its_holder_lives_in() -> None:
    zurich = Location(city="Zürich", country_code="CH")
    held = person(
        basics=Basics(name="Imre Solheim", summary="Statistician with a permit C.", location=zurich)
    )
    assert judged("Swiss or EU passport, or a valid Swiss permit", held).verdict == "met"
    assert judged("Permission to work in Canada", held).verdict == "unmet"


def test_a_preference_lowers_nothing() -> None:
    held = person(certificates=(Certificate(name="Lean Six Sigma Green Belt"),), skills=(Skill(name="Lean"),))
    assert judged("Lean or Six Sigma training; Black Belt preferred", held).verdict == "met"


def worked(position: str, since: str, *lines: str) -> Profile:
    return person(work=(Work(name="Tal", position=position, start_date=since, highlights=lines),))


@pytest.mark.parametrize(
    ("position", "since", "asked", "verdict"),
    [
        ("Financial Controller", "2012-01", "Ten years in finance, some of them in a scale-up", "met"),
        ("Responsable qualité", "2018-01", "Cinq ans d'expérience en management de la qualité", "met"),
        ("Erzieherin", "2010-09", "Mindestens zehn Jahre in einer Kita", "met"),
        ("Directora comercial", "2014-01", "Mínimo diez años de experiencia comercial", "met"),
        ("Transportplanner", "2019-01", "Minimaal vijf jaar ervaring als transportplanner", "met"),
        (
            "Projektleiterin",
            "2019-01",
            "Mindestens fünf Jahre Erfahrung in der Leitung von IT-Projekten",
            "met",
        ),
    ],
)
def test_years_in_any_language(position: str, since: str, asked: str, verdict: str) -> None:
    assert judged(asked, worked(position, since, "Ran it well.")).verdict == verdict


def test_when_it_was_is_not_how_long() -> None:
    found = judged("Fisheries experience in the last three years", worked("Cook", "2010-01", "Fed forty."))
    assert "years" not in found.why


def test_what_somebody_ran_has_a_size() -> None:
    held = worked("Project Manager", "2015-01", "Ran a EUR 6 million rebuild of the fish market.")
    assert judged("Projects with a budget above EUR 3 million", held).verdict == "met"
    other = worked("Project Manager", "2015-01", "Wrote about a EUR 6 million rebuild.")
    assert judged("Projects with a budget above EUR 3 million", other).verdict == "unmet"


def test_a_term_of_plain_words_counts_in_full() -> None:
    held = worked("Data Scientist", "2015-01", "Trained vision models in PyTorch.")
    assert judged("Deep learning", held).verdict == "met"


def test_what_a_line_tells_without_naming_it_is_quoted() -> None:
    found = judged(
        "Experience of an early-stage company", worked("Developer", "2019-01", "Joined as hire number four.")
    )
    assert found.verdict == "met"
    assert found.why == "“Joined as hire number four” tells of early-stage company."


def test_time_zones_of_others_are_no_place_to_live() -> None:
    assert (
        "gives"
        not in judged(
            "Workforce planning across time zones", worked("Planner", "2019-01", "Night rosters.")
        ).why
    )


def test_what_somebody_is_responsible_for_has_its_money() -> None:
    held = worked(
        "Operations Manager", "2015-01", "Responsible for two theatres, 60 staff and EUR 3 million."
    )
    assert judged("A budget of EUR 2 million or more", held).verdict == "met"


def test_a_name_in_capitals_is_no_small_word() -> None:
    held = worked("Embedded Developer", "2015-01", "Motor control over CAN.")
    assert judged("CAN", held).verdict == "met"
    assert judged("CAN", worked("Cook", "2015-01", "I can cook.")).verdict == "unmet"


def test_another_of_the_kind_is_an_alternative() -> None:
    held = worked("Analyst", "2015-01", "Tariffs for an electricity supplier.")
    assert judged("A bank or another utility", held).verdict == judged("A bank or a utility", held).verdict


def test_a_citizen_of_the_union_may_work_in_each_of_its_countries() -> None:
    held = person(basics=Basics(name="Imre Solheim", summary="EU citizen."))
    assert judged("Permission to work in Germany", held).verdict == "met"
    assert judged("Permission to work in Canada", held).verdict == "unmet"


def test_nurses_work_in_healthcare_whatever_their_employer_is_called() -> None:
    assert judged("Ten years in hospitals", worked("Ward Manager", "2012-01", "Rosters.")).verdict == "met"
    assert judged("Ten years in hospitals", worked("Cook", "2012-01", "Soup.")).verdict == "unmet"


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("At least two of Kafka, RabbitMQ and Pulsar", "met"),
        ("At least two of the following: Kafka, Pulsar, NATS", "partial"),
        ("Mindestens zwei von Kafka, RabbitMQ oder Pulsar", "met"),
        ("Kafka, Pulsar and Celery", "partial"),
        ("ISO 27001 or comparable", "met"),
        ("ISO 27001", "partial"),
    ],
)
def test_some_of_a_list_and_what_is_comparable(asked: str, verdict: str) -> None:
    held = worked("Engineer", "2015-01", "Kafka and RabbitMQ in production.", "SOC 2 report every year.")
    assert judged(asked, held).verdict == verdict


@pytest.mark.parametrize(
    "asked", ["Interviews, field visits, diary studies", "Feasibility studies", "Études de marché"]
)
def test_studies_that_somebody_makes_are_no_degree(asked: str) -> None:
    assert "BSc" not in judged(asked, studied("BSc", "Mathematics")).why


def test_papers_are_no_people() -> None:
    moved = worked("Head of Data", "2015-01", "Moved 400 reports to a new tool.")
    assert judged("You have led 100 people", moved).verdict == "unmet"
    led = worked("Head of Data", "2015-01", "Lead a group with 12 direct reports.")
    assert judged("You have led 10 people", led).verdict == "met"


@pytest.mark.parametrize(
    ("line", "asked", "verdict"),
    [
        ("Rufbereitschaft jede vierte Woche.", "Belastbarkeit", "met"),
        ("Einen Verein für Imker gegründet.", "Eigeninitiative", "met"),
        ("Beschwerden der Gäste bearbeitet.", "Kundenorientierung", "met"),
        ("Présenté au conseil municipal chaque trimestre.", "Aisance à l'oral", "met"),
        ("Brot gebacken.", "Belastbarkeit", "unmet"),
    ],
)
def test_traits_are_shown_by_deeds_in_other_languages(line: str, asked: str, verdict: str) -> None:
    assert judged(asked, worked("Specialist", "2015-01", line)).verdict == verdict


def test_a_tool_of_the_kind_is_not_the_tool() -> None:
    held = worked("Data Protection Officer", "2015-01", "Set up OneTrust for forty companies.")
    assert judged("TrustArc", held).verdict == "partial"
    assert judged("OneTrust or similar", held).verdict == "met"
