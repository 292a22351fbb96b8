"""Invented people and postings that the tests of several rooms share."""

from __future__ import annotations

from datetime import date
from functools import partial

from bonafide.model.fact import Facts, facts_of
from bonafide.model.match import Evidence, Match, RequirementMatch, Verdict
from bonafide.model.posting import Posting, Requirement, RequirementKind
from bonafide.model.profile import (
    Basics,
    Certificate,
    Education,
    Language,
    Location,
    Profile,
    Skill,
    Work,
)

TODAY = date(2026, 11, 20)


def profile() -> Profile:
    """An engineering leader with three positions."""
    return Profile(
        basics=Basics(
            name="Orla Brennick",
            label="VP Engineering",
            email="orla@brennick.example",
            phone="+353 1 555 0142",
            location=Location(city="Dublin", country_code="IE"),
        ),
        work=(
            Work(
                name="Larkspur Freight",
                position="VP Engineering",
                start_date="2020-02",
                highlights=(
                    "Lead 58 engineers in seven teams through four engineering managers.",
                    "Raised availability of the booking platform from 99.2 % to 99.95 % in three quarters with published SLOs.",
                    "Cut cloud spend by 31 % by reserving capacity and switching idle environments off.",
                    "Replaced nightly file transfers with Kafka streams; orders now reach depots in 20 seconds instead of six hours.",
                ),
            ),
            Work(
                name="Corvane Insurance",
                position="Engineering Manager",
                start_date="2015-05",
                end_date="2020-01",
                highlights=(
                    "Managed two teams of 12 engineers on the claims platform.",
                    "Introduced incident reviews whose actions were tracked; repeat incidents fell by half within a year.",
                    "Hired 17 engineers with a structured interview and one scoring sheet.",
                ),
            ),
            Work(
                name="Pellworth Games",
                position="Software Engineer",
                start_date="2010-09",
                end_date="2015-04",
                highlights=("Wrote the matchmaking service for 400,000 daily players in Go.",),
            ),
        ),
        education=(
            Education(
                institution="University of Galway", area="Computer Science", study_type="BSc", end_date="2010"
            ),
        ),
        certificates=(Certificate(name="ISO 27001 Lead Implementer", issuer="BSI", date="2021-06"),),
        skills=(
            Skill(name="Platforms", keywords=("Kubernetes", "Kafka", "Postgres", "AWS")),
            Skill(name="Practices", keywords=("SLOs", "incident reviews", "budgeting")),
        ),
        languages=(Language(language="English", fluency="native"), Language(language="German", fluency="B1")),
    )


def facts(**answers: str) -> Facts:
    """Orla's facts, with her answers to the optional questions."""
    return facts_of(profile(), answers)


def posting() -> Posting:
    """A CTO post at an invented company."""
    asked = (
        ("You have led an engineering organisation of 50 people or more", RequirementKind.MUST),
        ("A service with a published availability target, in production", RequirementKind.MUST),
        ("Event streaming with Kafka in production", RequirementKind.MUST),
        ("Cloud cost under control", RequirementKind.MUST),
        ("PostgreSQL at scale", RequirementKind.MUST),
        ("A degree in computer science", RequirementKind.MUST),
        ("Conversational Welsh", RequirementKind.NICE),
    )
    description = (
        "Quillmere runs a patient archive for eleven hospitals and a stubborn old mainframe.\n"
        "You inherit a tired scheduling engine and three overlapping data warehouses.\n"
        "Lead the move away from a mainframe that nobody dares to restart.\n"
    ) + "\n".join(text for text, _ in asked)
    return Posting(
        title="Chief Technology Officer",
        company="Quillmere Health",
        description=description,
        language="en",
        requirements=tuple(Requirement(text=text, kind=kind) for text, kind in asked),
    )


def match() -> Match:
    """Orla's match with the post, as a matcher would give it."""
    met = {
        0: ("/work/0/highlights/0", "58 engineers"),
        1: ("/work/0/highlights/1", "99.95 %"),
        2: ("/work/0/highlights/3", "Kafka streams"),
        3: ("/work/0/highlights/2", "Cut cloud spend by 31 %"),
        4: ("/skills/0/keywords/2", "Postgres"),
        5: ("/education/0/area", "Computer Science"),
    }
    judged = tuple(
        RequirementMatch(
            requirement=requirement,
            verdict=Verdict.MET if index in met else Verdict.UNMET,
            why="It says so." if index in met else "Nothing says so.",
            facts=(Evidence(*met[index]),) if index in met else (),
        )
        for index, requirement in enumerate(posting().requirements)
    )
    return Match(requirements=judged, fit=4, fit_why="Six of seven are met.")


class Direct:
    """A guard for tests (`model.ports.Guarded`): the parser runs in this process, when it is asked for."""

    def __call__(self, parser, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        return parser(*args, **kwargs)

    def begin(self, parser, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        return partial(parser, *args, **kwargs)
