"""Workable: one job of the accounts API, or an account's list of jobs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bonafide.model.posting import JobLocation
from bonafide.posting import dates, modes, places
from bonafide.posting.ats import fields
from bonafide.posting.findings import Findings

_TYPES = {
    "full": "FULL_TIME",
    "part": "PART_TIME",
    "contract": "CONTRACTOR",
    "temporary": "TEMPORARY",
    "internship": "INTERN",
}
_MODES = {
    "hybrid": "hybrid",
    "remote": "remote",
    "on_site": "on-site",
    "onsite": "on-site",
    "on-site": "on-site",
}


def read(record: Any, url: str | None) -> Findings | None:
    """What the job states, of a list the one that `url` names; the company is the account, else its name in `url`."""
    account = fields.text(record, "name") if "jobs" in record else None
    if "jobs" in record:
        record = fields.wanted(fields.items(record, "jobs"), url, "shortcode", "id") or {}
    if not record.get("title"):
        return None
    lines = fields.sections((None, record.get(name)) for name in ("description", "requirements", "benefits"))
    slug = fields.slug_in(url, r"workable\.com/(?:api/v\d/accounts/)?([\w-]+)")
    kind = fields.text(record, "type") or fields.text(record, "employment_type") or ""
    return Findings(
        kind="workable",
        title=fields.text(record, "title"),
        company=account
        or fields.text(record, "company", "name")
        or fields.text(record, "company")
        or fields.company_by_slug(slug, lines),
        places=_places(record),
        remote=_presence(record),
        employment=_TYPES.get(kind.lower()) or modes.employment((kind,)),
        posted=dates.of_record(
            record.get("published") or record.get("published_on") or record.get("created_at")
        ),
        language=fields.text(record, "language"),
        lines=lines,
        closed=record.get("state") in ("archived", "closed"),
    )


def _presence(record: Mapping[str, Any]) -> str | None:
    """The job's mode; the older API keeps it with the place."""
    named = fields.text(record, "workplace") or fields.text(record, "location", "workplace_type") or ""
    afar = (
        record.get("remote") is True
        or record.get("telecommuting") is True
        or fields.part(record, "location").get("telecommuting") is True
    )
    return _MODES.get(named.lower()) or ("remote" if afar else None)


def _places(record: Mapping[str, Any]) -> tuple[JobLocation, ...]:
    entries = [entry for entry in fields.items(record, "locations") if entry.get("hidden") is not True] or [
        fields.part(record, "location")
    ]
    found = (
        places.from_parts(
            fields.text(e, "city"),
            fields.text(e, "region"),
            fields.text(e, "countryCode") or fields.text(e, "country"),
        )
        for e in entries
    )
    return places.distinct(place for place in found if place)
