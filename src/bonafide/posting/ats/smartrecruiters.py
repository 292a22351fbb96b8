"""SmartRecruiters: one posting of the posting API, whose text stands in four sections."""

from __future__ import annotations

from typing import Any

from bonafide.posting import dates, modes, places
from bonafide.posting.ats import fields
from bonafide.posting.findings import Findings

_SECTIONS = ("companyDescription", "jobDescription", "qualifications", "additionalInformation")
# These headings are the system's, not the author's, and say nothing that the sections' own do not.
_PLAIN = ("companyDescription", "jobDescription", "additionalInformation")


def read(record: Any, url: str | None) -> Findings | None:
    """What the posting states."""
    if not record.get("name"):
        return None
    ad = fields.part(record, "jobAd", "sections")
    lines = fields.sections(
        (None if name in _PLAIN else fields.text(ad, name, "title"), fields.part(ad, name).get("text"))
        for name in _SECTIONS
    )
    where = fields.part(record, "location")
    place = places.from_parts(
        fields.text(where, "city"), fields.text(where, "region"), fields.text(where, "country")
    )
    mode = "hybrid" if where.get("hybrid") is True else "remote" if where.get("remote") is True else None
    return Findings(
        kind="smartrecruiters",
        title=fields.text(record, "name"),
        company=fields.text(record, "company", "name"),
        places=(place,) if place else places.read(fields.text(where, "fullLocation") or ""),
        remote=mode,
        employment=modes.employment(
            (
                fields.text(record, "typeOfEmployment", "label") or "",
                fields.text(record, "typeOfEmployment", "id") or "",
            )
        ),
        posted=dates.of_record(record.get("releasedDate")),
        language=fields.text(record, "language", "code"),
        lines=lines,
        closed=record.get("active") is False,
    )
