"""Invented people whose CVs the tests of matching read."""

from __future__ import annotations

from datetime import date

from bonafide.matching.resume import Resume, resume_of
from bonafide.matching.verdicts import judge
from bonafide.model.fact import facts_of
from bonafide.model.match import RequirementMatch
from bonafide.model.posting import JobLocation, Requirement, RequirementKind
from bonafide.model.profile import Basics, Certificate, Education, Language, Location, Profile, Skill, Work

TODAY = date(2026, 3, 15)


def platform_lead() -> Profile:
    """Leads a platform group at a parcel company; PostgreSQL in deeds, Ansible only in a list."""
    return Profile(
        basics=Basics(
            name="Oda Brandvik",
            summary="Platform engineer who likes quiet nights.",
            location=Location(city="Ghent", country_code="BE"),
        ),
        work=(
            Work(
                name="Pakketje NV",
                position="Head of Platform Engineering",
                start_date="2020-04",
                highlights=(
                    "Lead 24 engineers in four teams and a EUR 3.2m cloud budget.",
                    "Moved 90 services to EKS with Argo CD.",
                    "Carried the ISO 27001 certification together with the auditors.",
                    "Present reliability figures to the board each quarter.",
                ),
            ),
            Work(
                name="Veldwerk BV",
                position="Backend Developer",
                start_date="2014-01",
                end_date="2020-06",
                highlights=(
                    "Built order services in Kotlin on PostgreSQL.",
                    "Introduced Kafka for shipment events.",
                ),
            ),
        ),
        education=(
            Education(
                institution="Hogeschool Leie", area="Informatics", study_type="Bachelor", end_date="2013"
            ),
        ),
        certificates=(Certificate(name="Certified Kubernetes Administrator", date="2021"),),
        skills=(Skill(name="Tools", keywords=("Ansible", "Airflow", "Terraform")),),
        languages=(
            Language(language="Dutch", fluency="Native"),
            Language(language="English", fluency="C1"),
            Language(language="French", fluency="A2"),
        ),
    )


def resume(profile: Profile | None = None) -> Resume:
    return resume_of(facts_of(profile or platform_lead()), TODAY)


def must(text: str) -> Requirement:
    return Requirement(text=text, kind=RequirementKind.MUST)


def judged(text: str, profile: Profile | None = None, *places: JobLocation) -> RequirementMatch:
    """One must, judged against the profile (the platform lead's unless given)."""
    return judge(must(text), resume(profile), places)
