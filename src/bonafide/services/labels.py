"""What sections and fields are called where people correct them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from bonafide.model.profile import (
    Award,
    Basics,
    Certificate,
    Education,
    Interest,
    Language,
    Location,
    Network,
    Project,
    Publication,
    Reference,
    Skill,
    Volunteer,
    Work,
)

Words = str | Promise

SECTIONS: Mapping[str, tuple[Words, Words, type]] = {
    "/basics": (_("You"), "", Basics),
    "/basics/profiles": (_("Accounts elsewhere"), _("Add an account"), Network),
    "/work": (_("Work"), _("Add a position"), Work),
    "/education": (_("Education"), _("Add a degree or course"), Education),
    "/skills": (_("Skills"), _("Add a group of skills"), Skill),
    "/languages": (_("Languages"), _("Add a language"), Language),
    "/certificates": (_("Certificates"), _("Add a certificate"), Certificate),
    "/projects": (_("Projects"), _("Add a project"), Project),
    "/volunteer": (_("Unpaid work"), _("Add unpaid work"), Volunteer),
    "/publications": (_("Publications and talks"), _("Add a publication"), Publication),
    "/awards": (_("Awards"), _("Add an award"), Award),
    "/interests": (_("Interests"), _("Add an interest"), Interest),
    "/references": (_("References"), _("Add a reference"), Reference),
}
"""By pointer, in the order in which a person thinks of a CV: title, what adding one is called, the noun."""

STEPS: Mapping[str, Words] = {
    "fetch": _("Fetching the posting"),
    "read-posting": _("Reading the posting"),
    "read-cv": _("Reading the CV"),
    "match": _("Matching requirements with facts, planning the interviews"),
    "tailor": _("Tailoring the CV and the letter"),
    "ground": _("Checking every statement against the facts"),
    "rewrite": _("Asking the language model for better sentences, and checking each"),
    "print": _("Printing, and reading the print back"),
}
"""What the person is told while a step of a preparation runs: the workflow's own words, where they can be translated."""

INNER: Mapping[str, type] = {"location": Location}
LONG = frozenset({"summary", "description", "highlights", "reference"})
BRIEF = frozenset(
    [
        "startDate",
        "endDate",
        "date",
        "releaseDate",
        "countryCode",
        "postalCode",
        "city",
        "region",
        "fluency",
        "datePosted",
        "validThrough",
        "min",
        "max",
        "currency",
        "unit",
        "country",
        "remote",
        "employmentType",
    ]
)
HIDDEN = frozenset({"image"})

FIELDS: Mapping[str, Words] = {
    "name": _("Name"),
    "label": _("Headline"),
    "email": _("E-mail"),
    "phone": _("Telephone"),
    "url": _("Web address"),
    "summary": _("Summary"),
    "address": _("Street"),
    "postalCode": _("Postcode"),
    "city": _("Town"),
    "countryCode": _("Country"),
    "region": _("Region"),
    "network": _("Network"),
    "username": _("User name"),
    "position": _("Position"),
    "location": _("Place"),
    "description": _("Description"),
    "startDate": _("From"),
    "endDate": _("Until"),
    "highlights": _("Line"),
    "organization": _("Organisation"),
    "institution": _("School"),
    "area": _("Subject"),
    "studyType": _("Degree"),
    "score": _("Grade"),
    "courses": _("Course"),
    "title": _("Title"),
    "date": _("Date"),
    "awarder": _("Given by"),
    "issuer": _("Issued by"),
    "publisher": _("Published by"),
    "releaseDate": _("Date"),
    "level": _("Level"),
    "keywords": _("Skill"),
    "language": _("Language"),
    "fluency": _("How well"),
    "reference": _("What they say"),
    "roles": _("Role"),
    "entity": _("For"),
    "type": _("Kind"),
}
OWN: Mapping[tuple[str, str], Words] = {
    ("/work", "name"): _("Employer"),
    ("/skills", "name"): _("Group"),
    ("/interests", "keywords"): _("Detail"),
    ("/projects", "keywords"): _("Tool"),
}
"""Fields that are called something else in one section."""

POSTING: Mapping[str, Words] = {
    "title": _("Title"),
    "company": _("Company"),
    "remote": _("Remote"),
    "employmentType": _("Employment"),
    "datePosted": _("Posted"),
    "validThrough": _("Open until"),
    "contact": _("Apply to"),
    "min": _("Pay from"),
    "max": _("Pay to"),
    "currency": _("Currency"),
    "unit": _("For each"),
    "city": _("Town"),
    "region": _("Region"),
    "country": _("Country"),
    "text": _("What is asked"),
    "kind": _("Kind"),
}
CODES: Mapping[str, Words] = {
    "": _("not said"),
    "on-site": _("on site"),
    "hybrid": _("partly remote"),
    "remote": _("remote"),
    "FULL_TIME": _("full time"),
    "PART_TIME": _("part time"),
    "CONTRACTOR": _("contractor"),
    "TEMPORARY": _("temporary"),
    "INTERN": _("internship"),
    "YEAR": _("year"),
    "MONTH": _("month"),
    "DAY": _("day"),
    "HOUR": _("hour"),
    "must": _("must"),
    "nice": _("nice to have"),
    "responsibility": _("task"),
}


def field_name(section: str, field: str) -> str:
    """What a field is called in its section, in the language of who asks."""
    return _named(section, field, get_language())


@cache
def _named(section: str, field: str, language: str | None) -> str:
    """Kept for each language: a page names some two hundred fields."""
    return str(OWN.get((section, field)) or FIELDS.get(field, field))
