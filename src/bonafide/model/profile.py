"""A person's CV as JSON Resume 1.0 names it (https://jsonresume.org/schema), frozen.

Dates are ISO 8601 strings of the precision that was printed: `2019`, `2019-08`, `2019-08-01`.
A value that is not known is None or empty and is absent from the JSON. No `end_date` means ongoing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A postal place; `country_code` is ISO 3166-1 alpha-2."""

    address: str | None = None
    postal_code: str | None = None
    city: str | None = None
    country_code: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """An account elsewhere (JSON Resume's `basics.profiles`)."""

    network: str | None = None
    username: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Basics:
    """Who the person is and how to reach them; `phone` is E.164 where it could be told."""

    name: str | None = None
    label: str | None = None
    image: str | None = None
    email: str | None = None
    phone: str | None = None
    url: str | None = None
    summary: str | None = None
    location: Location | None = None
    profiles: tuple[Network, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One position at one employer (`name`)."""

    name: str | None = None
    position: str | None = None
    url: str | None = None
    location: str | None = None
    description: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    summary: str | None = None
    highlights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """Unpaid work for an organisation."""

    organization: str | None = None
    position: str | None = None
    url: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    summary: str | None = None
    highlights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Education:
    """A course of study; `study_type` is the degree, `area` the subject."""

    institution: str | None = None
    url: str | None = None
    area: str | None = None
    study_type: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    score: str | None = None
    courses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """A prize or honour."""

    title: str | None = None
    date: str | None = None
    awarder: str | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A credential that somebody issued."""

    name: str | None = None
    date: str | None = None
    issuer: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A paper, book, article or talk."""

    name: str | None = None
    publisher: str | None = None
    release_date: str | None = None
    url: str | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """A group of skills (`name`) and what it holds (`keywords`), or one skill by its name."""

    name: str | None = None
    level: str | None = None
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A spoken language and how well."""

    language: str | None = None
    fluency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """Something done for its own sake."""

    name: str | None = None
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Who vouches, and what they said."""

    name: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project outside or across the positions."""

    name: str | None = None
    description: str | None = None
    highlights: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    start_date: str | None = None
    end_date: str | None = None
    url: str | None = None
    roles: tuple[str, ...] = ()
    entity: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The whole CV; sections in the order of the JSON Resume schema."""

    basics: Basics = field(default_factory=Basics)
    work: tuple[Work, ...] = ()
    volunteer: tuple[Volunteer, ...] = ()
    education: tuple[Education, ...] = ()
    awards: tuple[Award, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    publications: tuple[Publication, ...] = ()
    skills: tuple[Skill, ...] = ()
    languages: tuple[Language, ...] = ()
    interests: tuple[Interest, ...] = ()
    references: tuple[Reference, ...] = ()
    projects: tuple[Project, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """A JSON Resume document; what is not known is absent."""
        return {"$schema": SCHEMA, **_section(self)}


def camel(name: str) -> str:
    """`start_date` -> `startDate`: our field names are the schema's in snake case."""
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def _section(value: Any) -> dict[str, Any]:
    known = {}
    for item in fields(value):
        plain = _plain(getattr(value, item.name))
        if plain not in (None, "", [], {}):
            known[camel(item.name)] = plain
    return known


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return _section(value) if is_dataclass(value) else value
