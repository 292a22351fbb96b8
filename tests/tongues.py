"""Invented people and postings in German and French, for the tests of letters and their check."""

from __future__ import annotations

from collections.abc import Mapping

from bonafide.model.fact import Facts, facts_of
from bonafide.model.match import Evidence, Match, RequirementMatch, Verdict
from bonafide.model.posting import Posting, Requirement, RequirementKind
from bonafide.model.profile import Basics, Certificate, Education, Language, Location, Profile, Skill, Work

_MUST, _NICE, _DUTY = RequirementKind.MUST, RequirementKind.NICE, RequirementKind.RESPONSIBILITY


def german() -> Profile:
    """A head of platform in Leipzig with three posts."""
    return Profile(
        basics=Basics(
            name="Henrike Solbach",
            label="Leiterin Plattformtechnik",
            email="henrike@solbach.example",
            phone="+49 341 5550142",
            location=Location(city="Leipzig", country_code="DE"),
        ),
        work=(
            Work(
                name="Kranichwerke Energie GmbH",
                position="Leiterin Plattformtechnik",
                start_date="2020-04",
                highlights=(
                    "Leite 34 Ingenieurinnen und Ingenieure in fünf Teams.",
                    "Cloud-Kosten in zwei Jahren um 28 % gesenkt.",
                    "Einführung von Kubernetes für 60 Dienste; die Bereitstellungszeit sank von vier Stunden auf 25 Minuten.",
                    "Rufbereitschaft neu geordnet und Nachtalarme von 40 auf 6 im Monat verringert.",
                    "Aufbau und Betrieb einer Messdatenplattform mit Kafka für 1,2 Millionen Zähler.",
                ),
            ),
            Work(
                name="Domhafen Versicherung AG",
                position="Teamleiterin Softwareentwicklung",
                start_date="2014-09",
                end_date="2020-03",
                highlights=(
                    "Führte zwölf Entwickler in zwei Teams.",
                    "Buildzeit von 40 auf 7 Minuten verkürzt.",
                    "Ablösung des Schadensystems durch Dienste in Java geplant und umgesetzt.",
                    "Auswahlgespräche mit einheitlichem Bewertungsbogen eingeführt.",
                ),
            ),
            Work(
                name="Pfeilbach Logistik",
                position="Softwareentwicklerin",
                start_date="2009-10",
                end_date="2014-08",
                highlights=(
                    "Entwicklung der Tourenplanung für 300 Fahrzeuge in Java.",
                    "Neuen Abgleich der Frachtbriefe entworfen; Rückfragen sanken von 90 auf 20 in der Woche.",
                    "Drei Auszubildende durch ihre Abschlussprüfung begleitet.",
                ),
            ),
        ),
        education=(
            Education(
                institution="Hochschule Saalburg",
                area="Informatik",
                study_type="Diplom",
                end_date="2009",
            ),
        ),
        certificates=(Certificate(name="Certified Kubernetes Administrator", date="2021-06"),),
        skills=(Skill(name="Plattform", keywords=("Kubernetes", "Kafka", "PostgreSQL", "Terraform")),),
        languages=(
            Language(language="Deutsch", fluency="Muttersprache"),
            Language(language="Englisch", fluency="C1"),
        ),
    )


def german_posting() -> Posting:
    """A post at an invented company, asked for in German."""
    asked = (
        ("Aufbau und Leitung unserer Plattformteams", _DUTY),
        ("Weiterentwicklung unserer Cloud-Umgebung", _DUTY),
        ("Sie verantworten das Cloud-Budget", _DUTY),
        ("Mehrjährige Erfahrung mit Kubernetes im Betrieb", _MUST),
        ("Erfahrung in der Führung technischer Teams", _MUST),
        ("Sehr gute Kenntnisse in Kafka", _MUST),
        ("Abgeschlossenes Studium der Informatik", _MUST),
        ("Verhandlungssicheres Englisch", _MUST),
        ("Kenntnisse in Rust", _NICE),
    )
    description = "Die Ahrenquell Stadtwerke versorgen neun Gemeinden mit Wärme und Strom.\n" + "\n".join(
        text for text, _ in asked
    )
    return Posting(
        title="Bereichsleitung Plattform (m/w/d)",
        company="Ahrenquell Stadtwerke GmbH",
        description=description,
        language="de",
        requirements=tuple(Requirement(text=text, kind=kind) for text, kind in asked),
    )


def french() -> Profile:
    """A head of data in Nantes with three posts."""
    return Profile(
        basics=Basics(
            name="Maëlle Kervadec",
            label="Responsable plateforme de données",
            email="maelle@kervadec.example",
            phone="+33 2 55 55 01 42",
            location=Location(city="Nantes", country_code="FR"),
        ),
        work=(
            Work(
                name="Assurances Tourmaline",
                position="Responsable plateforme de données",
                start_date="2019-09",
                highlights=(
                    "Encadre 18 ingénieurs répartis en trois équipes.",
                    "Réduit les coûts d’infrastructure de 27 % en deux ans.",
                    "Mise en place de Kafka pour 45 flux ; le délai de livraison des données est passé de 24 heures à 15 minutes.",
                    "Conception et déploiement d’un catalogue de données utilisé par 300 personnes.",
                    "Incidents de production ramenés de 30 à 8 par mois.",
                ),
            ),
            Work(
                name="Laboratoires Hautevigne",
                position="Cheffe de projet informatique",
                start_date="2013-03",
                end_date="2019-08",
                highlights=(
                    "Dirigé une équipe de neuf développeurs.",
                    "Migré 120 traitements vers PostgreSQL sans interruption de service.",
                    "Pilotage du budget informatique, soit 2,4 millions d’euros par an.",
                ),
            ),
            Work(
                name="Atelier Grésigne",
                position="Développeuse",
                start_date="2008-09",
                end_date="2013-02",
                highlights=(
                    "Développement du portail de commande en Python pour 60 boutiques.",
                    "Temps de réponse du catalogue ramené de trois secondes à 400 millisecondes.",
                    "Formé quatre stagiaires aux tests automatisés.",
                ),
            ),
        ),
        education=(
            Education(
                institution="Université de Brocéliande",
                area="Informatique",
                study_type="Master",
                end_date="2008",
            ),
        ),
        skills=(Skill(name="Données", keywords=("Kafka", "PostgreSQL", "Python", "Airflow")),),
        languages=(
            Language(language="Français", fluency="Langue maternelle"),
            Language(language="Anglais", fluency="C1"),
        ),
    )


def french_posting() -> Posting:
    """A post at an invented company, asked for in French."""
    asked = (
        ("Piloter la migration de notre entrepôt de données", _DUTY),
        ("Encadrement d’une équipe de 15 personnes", _DUTY),
        ("Vous définissez la feuille de route data", _DUTY),
        ("Expérience confirmée de Kafka", _MUST),
        ("Maîtrise de Python", _MUST),
        ("Diplôme d’ingénieur ou master en informatique", _MUST),
        ("Anglais courant", _MUST),
        ("Connaissance de Snowflake", _NICE),
    )
    description = "La Mutuelle des Salines protège les familles de onze départements.\n" + "\n".join(
        text for text, _ in asked
    )
    return Posting(
        title="Directeur des données (H/F)",
        company="Mutuelle des Salines",
        description=description,
        language="fr",
        requirements=tuple(Requirement(text=text, kind=kind) for text, kind in asked),
    )


def match_of(posting: Posting, met: Mapping[int, tuple[str, str]]) -> Match:
    """A match as a matcher would give it: the musts and wishes that facts meet (pointer and quote) by their place."""
    judged = tuple(
        RequirementMatch(
            requirement=requirement,
            verdict=Verdict.MET if index in met else Verdict.UNMET,
            why="It says so." if index in met else "Nothing says so.",
            facts=(Evidence(*met[index]),) if index in met else (),
        )
        for index, requirement in enumerate(posting.requirements)
        if requirement.kind is not _DUTY
    )
    return Match(requirements=judged, fit=4, fit_why="Most is met.")


def german_match() -> Match:
    """Henrike's match with the German post."""
    met = {
        3: ("/work/0/highlights/2", "Kubernetes"),
        4: ("/work/1/highlights/0", "Führte zwölf Entwickler"),
        5: ("/work/0/highlights/4", "Kafka"),
        6: ("/education/0/studyType", "Diplom"),
        7: ("/languages/1/language", "Englisch"),
    }
    return match_of(german_posting(), met)


def french_match() -> Match:
    """Maëlle's match with the French post."""
    met = {
        3: ("/work/0/highlights/2", "Kafka"),
        4: ("/work/2/highlights/0", "Python"),
        5: ("/education/0/studyType", "Master"),
        6: ("/languages/1/language", "Anglais"),
    }
    return match_of(french_posting(), met)


def facts(profile: Profile, **answers: str) -> Facts:
    """The facts of one of them, with answers to the optional questions."""
    return facts_of(profile, answers)
