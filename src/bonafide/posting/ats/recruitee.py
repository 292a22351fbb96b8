"""Recruitee: one offer of the careers API, or a site's list of offers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bonafide.model.posting import JobLocation
from bonafide.posting import dates, modes, places, salary
from bonafide.posting.ats import fields
from bonafide.posting.findings import Findings


def read(record: Any, url: str | None) -> Findings | None:
    """What the offer states; its own texts, or a translation's where it has none."""
    job = fields.part(record, "offer") or (
        fields.wanted(fields.items(record, "offers"), url, "slug", "id") if "offers" in record else record
    )
    if not job:
        return None
    told = job if job.get("description") or job.get("requirements") else _translation(job)
    lines = fields.sections((None, told.get(name)) for name in ("description", "requirements"))
    pay = fields.part(job, "salary")
    return Findings(
        kind="recruitee",
        title=fields.text(job, "title") or fields.text(told, "title"),
        company=fields.text(job, "company_name")
        or fields.company_by_slug(fields.slug_in(url, r"//([\w-]+)\.recruitee"), lines),
        places=_places(job),
        remote="hybrid"
        if job.get("hybrid") is True
        else "remote"
        if job.get("remote") is True
        else "on-site"
        if job.get("on_site") is True
        else None,
        employment=_employment(fields.text(job, "employment_type_code") or ""),
        salary=salary.of_amounts(
            pay.get("min"), pay.get("max"), fields.text(pay, "currency"), fields.text(pay, "period")
        ),
        posted=dates.of_record(job.get("published_at") or job.get("created_at")),
        until=dates.of_record(job.get("close_at")),
        lines=lines,
        closed=job.get("status") in ("closed", "archived"),
    )


def _translation(job: Mapping[str, Any]) -> Mapping[str, Any]:
    texts = [entry for entry in fields.part(job, "translations").values() if isinstance(entry, Mapping)]
    return max(
        texts,
        key=lambda entry: (
            len(str(entry.get("description") or "")) + len(str(entry.get("requirements") or ""))
        ),
        default=job,
    )


def _employment(code: str) -> str | None:
    """`fulltime_permanent`, `parttime_fixed_term`, `freelance`, `internship`, ..."""
    plain = code.replace("fulltime", "full-time").replace("parttime", "part-time").replace("_", " ")
    return modes.employment((plain,))


def _places(job: Mapping[str, Any]) -> tuple[JobLocation, ...]:
    entries = fields.items(job, "locations") or [job]
    found = [
        places.from_parts(
            fields.text(e, "city"),
            fields.text(e, "state") or fields.text(e, "state_name"),
            fields.text(e, "country_code") or fields.text(e, "country"),
        )
        for e in entries
    ]
    return places.distinct(place for place in found if place) or places.read(
        fields.text(job, "location") or ""
    )
