"""Teamtailor: the JSON feed of a career site, each item with its JobPosting, or one job of its JSON:API."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bonafide.posting import dates, modes, names, places, salary, schema
from bonafide.posting.ats import fields
from bonafide.posting.findings import Findings, over
from bonafide.posting.lines import description


def read(record: Any, url: str | None) -> Findings | None:
    """What the item that `url` names states, or the only one."""
    if "data" in record:
        return _of_api(record)
    entries = [
        {**item, "number": fields.slug_in(fields.text(item, "url"), r"/jobs/(\d+)")}
        for item in fields.items(record, "items")
    ]
    item = fields.wanted(entries, url, "number", "url", "id")
    if not item or not item.get("title"):
        return None
    own = Findings(
        kind="teamtailor",
        title=fields.text(item, "title"),
        posted=dates.of_record(item.get("date_published")),
        lines=schema.lines_of(str(item.get("content_html") or item.get("content_text") or "")),
    )
    told = schema.findings(fields.part(item, "_jobposting"), "teamtailor")
    return replace(over(own, told), company=told.company or fields.text(record, "title"))


def _of_api(record: Any) -> Findings | None:
    """A job whose facts are attributes and whose places stand among what the answer includes."""
    job = fields.part(record, "data", "attributes")
    if not job.get("title"):
        return None
    lines = schema.lines_of(str(job.get("body") or ""))
    towns = [
        fields.part(e, "attributes") for e in fields.items(record, "included") if e.get("type") == "locations"
    ]
    found = (places.from_parts(fields.text(t, "city"), None, fields.text(t, "country")) for t in towns)
    return Findings(
        kind="teamtailor",
        title=fields.text(job, "title"),
        company=names.choose_company(
            [(name, 1 - 0.05 * i) for i, name in enumerate(names.names_in(description(lines))[:8])],
            description(lines),
            "",
            False,
        ),
        places=places.distinct(place for place in found if place),
        remote=modes.presence((fields.text(job, "remote-status") or "",)),
        employment=modes.employment((fields.text(job, "employment-type") or "",)),
        salary=salary.of_amounts(
            job.get("min-salary"),
            job.get("max-salary"),
            fields.text(job, "currency"),
            fields.text(job, "salary-time-unit"),
        ),
        posted=dates.of_record(job.get("created-at")),
        until=dates.of_record(job.get("end-date")),
        language=fields.text(job, "language-code"),
        lines=lines,
    )
