"""Lever: a posting of the postings API."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bonafide.model.posting import JobLocation
from bonafide.posting import dates, modes, places, salary
from bonafide.posting.ats import fields
from bonafide.posting.findings import Findings


def read(record: Any, url: str | None) -> Findings | None:
    """What a posting states; of a list the one that `url` names. Its text stands in several fields, some twice."""
    job = fields.wanted(record, url, "id", "hostedUrl") if isinstance(record, list) else record
    if not job or not job.get("text"):
        return None
    lines = fields.sections(_parts(job))
    pay = fields.part(job, "salaryRange")
    slug = fields.slug_in(fields.text(job, "hostedUrl") or url, r"lever\.co/(?:v0/postings/)?([\w.-]+)")
    return Findings(
        kind="lever",
        title=fields.text(job, "text"),
        company=fields.company_by_slug(slug, lines),
        places=_places(job),
        remote=modes.presence(
            (fields.text(job, "workplaceType") or "", fields.text(job, "categories", "location") or "")
        ),
        employment=modes.employment((fields.text(job, "categories", "commitment") or "",)),
        salary=salary.of_amounts(
            pay.get("min"), pay.get("max"), fields.text(pay, "currency"), fields.text(pay, "interval")
        ),
        posted=dates.of_record(job.get("createdAt")),
        lines=lines,
    )


def _parts(job: Mapping[str, Any]) -> Iterator[tuple[str | None, Any]]:
    yield None, job.get("description") or job.get("descriptionPlain")
    for entry in fields.items(job, "lists"):
        yield fields.text(entry, "text"), f"<ul>{entry.get('content') or ''}</ul>"
    yield None, job.get("additional") or job.get("additionalPlain")
    yield None, job.get("salaryDescription")


def _places(job: Mapping[str, Any]) -> tuple[JobLocation, ...]:
    categories = fields.part(job, "categories")
    every = categories.get("allLocations")
    named = [str(name) for name in every] if isinstance(every, list) else []
    found = places.distinct(
        place for name in [fields.text(categories, "location") or "", *named] for place in places.read(name)
    )
    if not found and (name := fields.text(categories, "location")) and modes.presence((name,)) is None:
        return (JobLocation(city=name, country=places.country_code(fields.text(job, "country") or "")),)
    return found or tuple(
        JobLocation(country=code) for code in [places.country_code(fields.text(job, "country") or "")] if code
    )
