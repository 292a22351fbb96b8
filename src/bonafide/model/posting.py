"""A job posting and its requirements, as read from a page, a record or a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bonafide.model.place import Place


class RequirementKind(StrEnum):
    """What a line asks: it must be met, it would be nice, or it is what the holder will do."""

    MUST = "must"
    NICE = "nice"
    RESPONSIBILITY = "responsibility"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One line that asks something, verbatim, with its place in the description.

    `terms` are the vocabulary's or the text's own terms in it; `years` the least number of years asked.
    """

    text: str
    kind: RequirementKind
    terms: tuple[str, ...] = ()
    years: float | None = None
    place: Place | None = None

    def to_json(self) -> dict[str, Any]:
        """`{text, kind, terms, years?, place?}`."""
        plain: dict[str, Any] = {"text": self.text, "kind": str(self.kind), "terms": list(self.terms)}
        if self.years is not None:
            plain["years"] = self.years
        if self.place is not None:
            plain["place"] = self.place.to_json()
        return plain


@dataclass(frozen=True, slots=True, kw_only=True)
class JobLocation:
    """One place of work; `country` is ISO 3166-1 alpha-2."""

    city: str | None = None
    region: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Salary:
    """Pay as stated: amounts in units of `currency` (ISO 4217) per `unit` (YEAR, MONTH, DAY, HOUR)."""

    min: float | None = None
    max: float | None = None
    currency: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class PostingSource:
    """How it was read (`json-ld`, `greenhouse`, `text`, ...) and from which address, if any."""

    kind: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A posting. Dates are ISO 8601. `description` is the text in reading order, a paragraph a line.

    `remote` is on-site, hybrid or remote; `employment_type` is schema.org's FULL_TIME, PART_TIME,
    CONTRACTOR, TEMPORARY or INTERN. `contact` is the person to whom one applies, as the text names them. `closed` is True only where the page says so. `sure`: how sure the reader is of
    each value (0 to 1), by its JSON pointer (`/company`, `/locations/0/city`, `/requirements/3/kind`).
    """

    title: str | None = None
    company: str | None = None
    locations: tuple[JobLocation, ...] = ()
    remote: str | None = None
    employment_type: str | None = None
    salary: Salary | None = None
    date_posted: str | None = None
    valid_through: str | None = None
    language: str | None = None
    contact: str | None = None
    description: str = ""
    requirements: tuple[Requirement, ...] = ()
    source: PostingSource = PostingSource("text")
    closed: bool = False
    sure: Mapping[str, float] = field(default_factory=dict)

    def asks(self) -> tuple[Requirement, ...]:
        """The requirements that a candidate meets or not: all but the responsibilities."""
        return tuple(r for r in self.requirements if r.kind is not RequirementKind.RESPONSIBILITY)

    def to_json(self) -> dict[str, Any]:
        """The contract of `read posting`; what is not known is absent."""
        plain: dict[str, Any] = {
            "title": self.title,
            "company": self.company,
            "locations": [_known(city=p.city, region=p.region, country=p.country) for p in self.locations],
            "remote": self.remote,
            "employmentType": self.employment_type,
            "salary": self.salary and _known(**_salary(self.salary)),
            "datePosted": self.date_posted,
            "validThrough": self.valid_through,
            "language": self.language,
            "contact": self.contact,
            "description": self.description,
            "closed": self.closed or None,
        }
        return {
            **_known(**plain),
            "requirements": [requirement.to_json() for requirement in self.requirements],
            "source": _known(kind=self.source.kind, url=self.source.url),
            **self._meta(),
        }

    def _meta(self) -> dict[str, Any]:
        """`meta.bonafide.sources` as a CV has it, with the confidence alone."""
        sources = {pointer: {"confidence": round(sure, 2)} for pointer, sure in self.sure.items()}
        return {"meta": {"bonafide": {"sources": sources}}} if sources else {}


def _salary(salary: Salary) -> dict[str, Any]:
    return {"min": salary.min, "max": salary.max, "currency": salary.currency, "unit": salary.unit}


def _known(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}
