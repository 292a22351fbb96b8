"""BambooHR: the detail of one opening on a company's careers page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bonafide.model.posting import JobLocation
from bonafide.posting import dates, modes, places, salary, schema
from bonafide.posting.ats import fields
from bonafide.posting.findings import Findings

_MODES = {"0": "on-site", "1": "remote", "2": "hybrid"}


def read(record: Any, url: str | None) -> Findings | None:
    """What the opening states."""
    job = fields.part(record, "result", "jobOpening")
    title = fields.text(job, "jobOpeningName")
    if not title:
        return None
    lines = schema.lines_of(str(job.get("description") or ""))
    slug = fields.slug_in(url or fields.text(job, "jobOpeningShareUrl"), r"//([\w-]+)\.bamboohr")
    status = fields.text(job, "jobOpeningStatus") or "Open"
    return Findings(
        kind="bamboohr",
        title=title,
        company=fields.company_by_slug(slug, lines),
        places=_places(job),
        remote=_MODES.get(fields.text(job, "locationType") or ""),
        employment=modes.employment((fields.text(job, "employmentStatusLabel") or "",)),
        salary=salary.stated(fields.text(job, "compensation") or ""),
        posted=dates.of_record(job.get("datePosted")),
        lines=lines,
        closed=status.lower() in ("closed", "filled", "canceled", "on hold"),
    )


def _places(job: Mapping[str, Any]) -> tuple[JobLocation, ...]:
    where, other = fields.part(job, "location"), fields.part(job, "atsLocation")
    place = places.from_parts(
        fields.text(where, "city") or fields.text(other, "city"),
        fields.text(where, "state") or fields.text(other, "state"),
        fields.text(where, "addressCountry") or fields.text(other, "country"),
    )
    return (place,) if place else ()
