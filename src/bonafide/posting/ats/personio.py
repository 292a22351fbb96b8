"""Personio: the XML feed of a company's positions; the wanted one is told by its id in the address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from bonafide.model.posting import JobLocation
from bonafide.posting import dates, modes, places
from bonafide.posting.ats import fields
from bonafide.posting.findings import Findings
from bonafide.posting.lines import Line, description


def read(record: Any, url: str | None) -> Findings | None:
    """What the position that `url` names states, or the only one; `record` is the feed's root element."""
    positions = {
        str(index): {"node": node, "id": node.findtext("id")}
        for index, node in enumerate(record.iter("position"))
    }
    job = fields.wanted(positions.values(), url, "id")
    if not job:
        return None
    node: Element = job["node"]
    lines = fields.sections(_parts(node))
    return Findings(
        kind="personio",
        title=_text(node, "name"),
        company=_text(node, "subcompany")
        or fields.company_by_slug(fields.slug_in(url, r"//([\w-]+)\.jobs\.personio"), lines),
        places=_places(node, lines, url),
        employment=_employment({name: _text(node, name) or "" for name in ("employmentType", "schedule")}),
        posted=dates.of_record(_text(node, "createdAt")),
        lines=lines,
    )


def _parts(node: Element) -> Iterable[tuple[str | None, str]]:
    for entry in node.iter("jobDescription"):
        yield _text(entry, "name"), entry.findtext("value") or ""


def _text(node: Element, name: str) -> str | None:
    return " ".join((node.findtext(name) or "").split()) or None


def _employment(values: Mapping[str, str]) -> str | None:
    kind = modes.employment((values["employmentType"],))
    return kind if kind == "INTERN" else modes.employment((values["schedule"],)) or kind


def _places(node: Element, lines: Iterable[Line], url: str | None) -> tuple[JobLocation, ...]:
    """Offices are named freely; where none is a known city, the text and the feed's own domain tell the country."""
    names = [_text(node, "office") or "", *(office.text or "" for office in node.iter("office"))]
    found: list[JobLocation] = []
    for name in dict.fromkeys(name.strip() for name in names if name.strip()):
        known = places.read(name)
        country = next(iter(places.countries_in(description(lines))), None) or (
            "DE" if ".personio.de" in (url or "") else None
        )
        found.extend(
            known or [JobLocation(city=name, country=country)]
            if modes.presence((name,)) is None or known
            else []
        )
    return places.distinct(found)
