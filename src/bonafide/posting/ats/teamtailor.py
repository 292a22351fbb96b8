"""Teamtailor: the JSON feed of a career site, each item with its JobPosting."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bonafide.posting import dates, schema
from bonafide.posting.ats import fields
from bonafide.posting.findings import Findings, over


def read(record: Any, url: str | None) -> Findings | None:
    """What the item that `url` names states, or the only one."""
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
