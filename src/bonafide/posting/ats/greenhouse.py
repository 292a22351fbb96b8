"""Greenhouse: one job of the job-board API, or a board's list of jobs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bonafide.model.posting import JobLocation, Salary
from bonafide.posting import dates, modes, places, salary, schema
from bonafide.posting.ats import fields
from bonafide.posting.findings import Findings


def read(record: Any, url: str | None) -> Findings | None:
    """What a job states; of a list the one that `url` names."""
    job = fields.wanted(fields.items(record, "jobs"), url, "id") if "jobs" in record else record
    if not job or not job.get("title"):
        return None
    lines = schema.lines_of(str(job.get("content") or ""))
    found = places.read(fields.text(job, "location", "name") or "")
    return Findings(
        kind="greenhouse",
        title=fields.text(job, "title"),
        company=fields.text(job, "company_name") or _board(job, url, lines),
        places=found or _offices(job),
        remote=modes.presence((fields.text(job, "location", "name") or "",)),
        employment=_metadata(job),
        salary=_pay(job),
        posted=dates.of_record(job.get("first_published") or job.get("updated_at")),
        until=dates.of_record(job.get("application_deadline")),
        lines=lines,
    )


def _board(job: Mapping[str, Any], url: str | None, lines: Any) -> str | None:
    pattern = r"greenhouse\.io/(?:v1/boards/)?([\w-]+)/jobs"
    slug = fields.slug_in(fields.text(job, "absolute_url"), pattern) or fields.slug_in(url, pattern)
    return fields.company_by_slug(slug, lines)


def _offices(job: Mapping[str, Any]) -> tuple[JobLocation, ...]:
    named = (
        fields.text(office, "location") or fields.text(office, "name") or ""
        for office in fields.items(job, "offices")
    )
    return places.distinct(place for name in named for place in places.read(name))


def _metadata(job: Mapping[str, Any]) -> str | None:
    values = [
        str(entry.get("value"))
        for entry in fields.items(job, "metadata")
        if "type" in str(entry.get("name")).lower()
    ]
    return modes.employment(values)


def _pay(job: Mapping[str, Any]) -> Salary | None:
    for span in fields.items(job, "pay_input_ranges"):
        low, high = span.get("min_cents"), span.get("max_cents")
        if isinstance(low, (int, float)) and isinstance(high, (int, float)):
            unit = salary.unit_of(fields.text(span, "title") or "")
            return salary.of_amounts(low / 100, high / 100, fields.text(span, "currency_type"), unit)
    return None
