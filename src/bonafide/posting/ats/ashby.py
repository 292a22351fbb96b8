"""Ashby: a board of the posting API; the wanted job is told by its id in the address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bonafide.model.posting import JobLocation, Salary
from bonafide.posting import dates, modes, places, salary, schema
from bonafide.posting.ats import fields
from bonafide.posting.findings import Findings


def read(record: Any, url: str | None) -> Findings | None:
    """What the job that `url` names states, or the only one."""
    single = fields.part(record, "data", "jobPosting") or record
    job = fields.wanted(fields.items(record, "jobs"), url, "id", "jobUrl") if "jobs" in record else single
    if not job or not job.get("title"):
        return None
    lines = schema.lines_of(str(job.get("descriptionHtml") or job.get("descriptionPlain") or ""))
    board = r"ashbyhq\.com/(?:posting-api/job-board/)?([^/?#]+)"
    slug = fields.slug_in(fields.text(job, "jobUrl"), board) or fields.slug_in(url, board)
    return Findings(
        kind="ashby",
        title=fields.text(job, "title"),
        company=fields.company_by_slug(slug, lines),
        places=_places(job),
        remote=modes.presence((fields.text(job, "workplaceType") or "",))
        or ("remote" if job.get("isRemote") is True else None),
        employment=modes.employment((fields.text(job, "employmentType") or "",)),
        salary=_pay(fields.part(job, "compensation")),
        posted=dates.of_record(job.get("publishedAt") or job.get("publishedDate")),
        lines=lines,
    )


def _places(job: Mapping[str, Any]) -> tuple[JobLocation, ...]:
    return places.distinct(
        place for entry in (job, *fields.items(job, "secondaryLocations")) for place in _place(entry)
    )


def _place(entry: Mapping[str, Any]) -> tuple[JobLocation, ...]:
    address = fields.part(entry, "address", "postalAddress")
    named = [fields.text(address, f"address{name}") for name in ("Locality", "Region", "Country")]
    found = places.from_parts(*named)
    text = fields.text(entry, "location") or fields.text(entry, "locationName") or ""
    if found and found.city:
        return (found,)
    read_ = places.read(text)
    return read_ if any(place.city for place in read_) else (found,) if found else read_


def _pay(compensation: Mapping[str, Any]) -> Salary | None:
    tiers = [
        part
        for tier in fields.items(compensation, "compensationTiers")
        for part in fields.items(tier, "components")
    ]
    for part in (*fields.items(compensation, "summaryComponents"), *tiers):
        if part.get("compensationType") == "Salary" and part.get("minValue"):
            unit = (fields.text(part, "interval") or "").removeprefix("1 ")
            return salary.of_amounts(
                part.get("minValue"), part.get("maxValue"), fields.text(part, "currencyCode"), unit
            )
    return salary.stated(fields.text(compensation, "scrapeableCompensationSalarySummary") or "")
