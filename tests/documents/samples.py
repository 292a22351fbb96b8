"""Invented people on paper: drafts as tailoring would hand them over, and what stands in for the check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bonafide.model.draft import CvDraft, CvEntry, CvSection, Draft, LetterDraft, Line, SectionKind


@dataclass(frozen=True)
class Backed:
    """A draft that has passed the check."""

    draft: Draft


def line(text: str, *facts: str) -> Line:
    return Line(text, facts)


def entry(
    pointer: str,
    title: str = "",
    organisation: str = "",
    dates: str = "",
    *,
    place: str = "",
    summary: str = "",
    details: Iterable[str] = (),
) -> CvEntry:
    def at(text: str, field: str) -> Line | None:
        return Line(text, (f"{pointer}/{field}",)) if text else None

    return CvEntry(
        pointer=pointer,
        title=at(title, "position"),
        organisation=at(organisation, "name"),
        place=at(place, "location"),
        dates=_period(pointer, dates),
        summary=at(summary, "summary"),
        details=tuple(Line(d, (f"{pointer}/highlights/{i}",)) for i, d in enumerate(details)),
    )


def _period(pointer: str, dates: str) -> Line | None:
    ended = " – " in dates and not dates.endswith("present")
    facts = (f"{pointer}/startDate", *([f"{pointer}/endDate"] if ended else []))
    return Line(dates, facts) if dates else None


def skills(pointer: str, group: str, *keywords: str) -> CvEntry:
    return CvEntry(
        pointer=pointer,
        title=Line(group, (f"{pointer}/name",)) if group else None,
        details=tuple(Line(k, (f"{pointer}/keywords/{i}",)) for i, k in enumerate(keywords)),
    )


def degree(
    pointer: str, study: str, area: str, school: str, dates: str = "", details: Iterable[str] = ()
) -> CvEntry:
    return CvEntry(
        pointer=pointer,
        title=Line(f"{study}, {area}", (f"{pointer}/studyType", f"{pointer}/area")),
        organisation=Line(school, (f"{pointer}/institution",)),
        dates=Line(dates, (f"{pointer}/startDate", f"{pointer}/endDate")) if dates else None,
        details=tuple(Line(d, (f"{pointer}/courses/{i}",)) for i, d in enumerate(details)),
    )


def spoken(pointer: str, language: str, fluency: str = "") -> CvEntry:
    return CvEntry(
        pointer=pointer,
        title=Line(language, (f"{pointer}/language",)),
        summary=Line(fluency, (f"{pointer}/fluency",)) if fluency else None,
    )


def certificate(pointer: str, name: str, issuer: str = "", dates: str = "") -> CvEntry:
    return CvEntry(
        pointer=pointer,
        title=Line(name, (f"{pointer}/name",)),
        organisation=Line(issuer, (f"{pointer}/issuer",)) if issuer else None,
        dates=Line(dates, (f"{pointer}/date",)) if dates else None,
    )


CONTACTS = (
    Line("ines.falkenrath@mail.example", ("/basics/email",)),
    Line("+44 20 7946 0321", ("/basics/phone",)),
    Line("Bristol, GB", ("/basics/location/city", "/basics/location/countryCode")),
    Line("https://falkenrath.example", ("/basics/url",)),
    Line("linkedin.com/in/ines-falkenrath", ("/basics/profiles/0/url",)),
)

LETTER = LetterDraft(
    sender=(Line("Ines Falkenrath", ("/basics/name",)), *CONTACTS[:3]),
    date="2026-11-24",
    recipient=(Line("Tidewater Grid"), Line("Hiring team")),
    subject=Line("Chief Technology Officer"),
    salutation=Line("Dear hiring team,"),
    paragraphs=(
        (
            line("You are looking for somebody to bring one cadence to three product lines."),
            line("That is the work I have done at Harbourlight for the past six years.", "/work/0/name"),
        ),
        (
            line("At Harbourlight I lead 64 engineers in 9 teams.", "/work/0/highlights/0"),
            line(
                "I brought deployments from fortnightly to 11 a day while the change failure rate fell from "
                "18 % to 4 %.",
                "/work/0/highlights/1",
            ),
            line(
                "The bill for the cloud fell by £1.2 million a year over the same time.",
                "/work/0/highlights/2",
            ),
        ),
        (
            line(
                "Before that, at Cobalt & Wren Logistics, I cut the median time to restore service from "
                "95 minutes to 17 minutes.",
                "/work/1/highlights/0",
            ),
            line(
                "It took error budgets, a rota that people could live with and reviews that closed.",
                "/work/1/highlights/0",
            ),
        ),
        (line("I would be glad to talk about how that could look at Tidewater Grid."),),
    ),
    close=Line("Yours sincerely,"),
    signature=Line("Ines Falkenrath", ("/basics/name",)),
)

FULL = Draft(
    cv=CvDraft(
        name=Line("Ines Falkenrath", ("/basics/name",)),
        label=Line("Chief Technology Officer", ("/basics/label",)),
        contacts=CONTACTS,
        summary=(
            line("Engineering leader with 17 years in logistics and energy software.", "/basics/summary"),
            line("Leads 64 engineers in 9 teams across Bristol, Porto and Gdańsk.", "/work/0/highlights/0"),
        ),
        sections=(
            CvSection(
                SectionKind.WORK,
                (
                    entry(
                        "/work/0",
                        "Chief Technology Officer",
                        "Harbourlight Energy Ltd.",
                        "Aug 2020 – present",
                        place="Bristol",
                        details=(
                            "Lead 64 engineers in 9 teams across Bristol, Porto and Gdańsk; voluntary attrition "
                            "fell from 21 % to 7 % in two years.",
                            "Brought deployments from fortnightly to 11 a day with trunk-based development, "
                            "feature flags and CI/CD on GitHub Actions; change failure rate fell from 18 % to 4 %.",
                            "Cut cloud spend by £1.2 million a year through rightsizing, storage tiers and a "
                            "monthly cost review with every team lead.",
                            "Led the ISO 27001 certification from gap analysis to audit without a major finding.",
                        ),
                    ),
                    entry(
                        "/work/1",
                        "Vice President of Engineering",
                        "Cobalt & Wren Logistics",
                        "Mar 2016 – Jul 2020",
                        place="London",
                        summary="Owned platform, reliability and data for a parcel network of 38 depots.",
                        details=(
                            "Cut the median time to restore service from 95 minutes to 17 minutes with error "
                            "budgets, on-call rotas and post-incident reviews tracked to closure.",
                            "Moved 120 services from two data centres to Kubernetes on AWS in four waves.",
                            "Grew the department from 14 to 52 people, 9 of the 11 leads promoted from within.",
                        ),
                    ),
                    entry(
                        "/work/2",
                        "Head of Platform",
                        "Kestrel & Moor",
                        "2012 – 2016",
                        place="Leeds",
                        details=(
                            "Built the first internal developer platform; lead time for changes fell from 12 days to 2.",
                            "Introduced architecture decision records, 140 of them by the end of 2015.",
                        ),
                    ),
                    entry(
                        "/work/3",
                        "Senior Software Engineer",
                        "Ravenscar Instruments",
                        "Sep 2009 – Feb 2012",
                        details=("Wrote the telemetry pipeline that 2,300 wind turbines report to.",),
                    ),
                ),
            ),
            CvSection(
                SectionKind.SKILLS,
                (
                    skills("/skills/0", "Leadership", "organisation design", "OKRs", "hiring", "budgeting"),
                    skills(
                        "/skills/1", "Cloud", "AWS", "Kubernetes", "Terraform", "OpenTelemetry", "Prometheus"
                    ),
                    skills("/skills/2", "Languages and data", "Go", "Python", "C++", "PostgreSQL", "Kafka"),
                ),
            ),
            CvSection(
                SectionKind.EDUCATION,
                (
                    degree("/education/0", "MSc", "Computer Science", "University of Leeds", "2008 – 2009"),
                    degree("/education/1", "BSc", "Mathematics", "Northgate University", "2005 – 2008"),
                ),
            ),
            CvSection(
                SectionKind.CERTIFICATES,
                (
                    certificate("/certificates/0", "Certified Kubernetes Administrator", "CNCF", "Jun 2021"),
                    certificate("/certificates/1", "AWS Certified Solutions Architect", "Amazon", "2019"),
                ),
            ),
            CvSection(
                SectionKind.LANGUAGES,
                (
                    spoken("/languages/0", "English", "native"),
                    spoken("/languages/1", "German", "C1"),
                    spoken("/languages/2", "Portuguese"),
                ),
            ),
        ),
    ),
    letter=LETTER,
)

THIN = Draft(
    cv=CvDraft(
        name=Line("Jo Ba", ("/basics/name",)),
        contacts=(Line("jo@ba.example", ("/basics/email",)),),
        sections=(
            CvSection(
                SectionKind.WORK,
                (entry("/work/0", "Barista", "Corner Cup", details=("Opened the shop six days a week.",)),),
            ),
        ),
    ),
    letter=LETTER,
)


def crowded(jobs: int = 10, bullets: int = 3) -> Draft:
    """Many jobs with long titles and employers, missing dates and titles, many skills."""
    work = tuple(
        entry(
            f"/work/{i}",
            ""
            if i == 6
            else f"Senior Director of Cross-functional Platform Engineering and Site Reliability {i}"
            if i % 3 == 1
            else f"Engineering Manager {i}",
            f"Wolverhampton & Northern Counties Amalgamated Data Services Partnership No. {i} plc"
            if i % 4 == 1
            else f"Foxglove {i} Ltd",
            "" if i == 3 else f"Jan {2024 - 2 * i} – Dec {2025 - 2 * i}",
            place="" if i == 5 else "Stoke-on-Trent, Staffordshire",
            details=tuple(
                f"Reduced the end-to-end lead time of change number {j} in year {i} from {20 + i + j} days to "
                f"{3 + j} days by means of smaller batches, paired reviews and a paved road for CI/CD."
                for j in range(bullets)
            ),
        )
        for i in range(jobs)
    )
    many = tuple(f"Technology {i}" for i in range(40))
    return Draft(
        cv=CvDraft(
            name=Line("Maximiliane-Theodora von Hohenfels-Castellanos y Etxeberria", ("/basics/name",)),
            contacts=CONTACTS,
            sections=(
                CvSection(SectionKind.WORK, work),
                CvSection(SectionKind.SKILLS, (skills("/skills/0", "", *many), skills("/skills/1", "Alone"))),
            ),
        ),
        letter=LETTER,
    )
