"""Workday: the answer of a career site's job view (`/wday/cxs/...`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bonafide.model.posting import JobLocation
from bonafide.posting import dates, modes, names, places, schema
from bonafide.posting.ats import fields
from bonafide.posting.findings import Findings


def read(record: Any, url: str | None) -> Findings | None:
    """What the job states. `startDate` is the day the posting began; `endDate` closes the posting."""
    job = fields.part(record, "jobPostingInfo")
    if not job.get("title"):
        return None
    lines = schema.lines_of(str(job.get("jobDescription") or ""))
    slug = fields.slug_in(url or fields.text(job, "externalUrl"), r"//([\w-]+)\.wd\d+\.")
    return Findings(
        kind="workday",
        title=fields.text(job, "title"),
        company=_organisation(record) or fields.company_by_slug(slug, lines),
        places=_places(job),
        remote=modes.presence((fields.text(job, "remoteType") or "",)),
        employment=modes.employment((fields.text(job, "timeType") or "",)),
        posted=dates.of_record(job.get("startDate")),
        until=dates.of_record(job.get("endDate")),
        lines=lines,
        closed=job.get("posted") is False,
    )


def _organisation(record: Any) -> str | None:
    """Without the number that many tenants put before the name of the legal entity."""
    name = fields.text(record, "hiringOrganization", "name")
    return names.without_entity(name) if name else None


def _places(job: Mapping[str, Any]) -> tuple[JobLocation, ...]:
    country = (
        fields.text(job, "jobRequisitionLocation", "country", "alpha2Code")
        or fields.text(job, "country", "alpha2Code")
        or fields.text(job, "country", "descriptor")
    )
    more = job.get("additionalLocations")
    named = (
        [fields.text(job, "location") or "", *(str(name) for name in more if isinstance(name, str))]
        if isinstance(more, list)
        else [fields.text(job, "location") or ""]
    )
    return places.distinct(place for name in named for place in _place(name, country))


def _place(name: str, country: str | None) -> tuple[JobLocation, ...]:
    """Tenants write `Recife, PE`, `DEU - Berlin`, `US-TX-Austin`, `London Office`."""
    plain = re.sub(r"^[A-Z]{2,3}(?:-[A-Z]{2})?\s*-\s*", "", name)
    found = places.read(plain)
    code = places.country_code(country or "")
    if found:
        return tuple(JobLocation(city=p.city, region=p.region, country=p.country or code) for p in found)
    city = plain.split(",")[0].split(" - ")[0].strip()
    return (JobLocation(city=city or None, country=code),) if city and modes.presence((city,)) is None else ()
