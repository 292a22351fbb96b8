"""One page, record, text or PDF -> one Posting."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree

from bonafide.model.faults import NoPostingFault, UnreadableFault
from bonafide.model.page import Page
from bonafide.model.posting import JobLocation, Posting, PostingSource
from bonafide.posting import (
    contacts,
    deadlines,
    jsonld,
    kinds,
    labels,
    modes,
    names,
    pdf,
    plain,
    positioned,
    record,
    requirements,
    salary,
    schema,
    titles,
    tongue,
    tree,
    walls,
)
from bonafide.posting import (
    page as web,
)
from bonafide.posting.ats import registry
from bonafide.posting.findings import Findings, over
from bonafide.posting.likeness import could_be_one, lists_asks, reads_like_one
from bonafide.posting.lines import Line, Role, description
from bonafide.posting.sections import topic_of


def read(page: Page, today: date | None = None) -> Posting:
    """Reads a posting out of HTML, JSON, XML, PDF or plain text, told from the bytes.

    `today` dates what the page dates relatively (`3 days ago`); without it such a date stays unknown.
    Raises UnreadableFault for bytes that cannot be read and NoPostingFault where they hold no posting.
    """
    kind = kinds.kind_of(page)
    found = _READERS[kind](page, today)
    if found is None or (not found.lines and not found.title):
        raise walls.refuse(_shown(page, kind), page.url, pasted=kind == "text")
    return _posting(found, page)


def embedded_record(page: Page) -> str | None:
    """The public record's address for a company's own page that shows an ATS board's job, if it does."""
    if kinds.kind_of(page) != "html":
        return None
    return registry.embedded_address(kinds.text_of(page), page.url)


def _html(page: Page, today: date | None) -> Findings | None:
    text = kinds.text_of(page)
    if put := positioned.text_of(tree.parse(text)):
        return _of_text(plain.lines_of(put, wrapped=True), today, "html")
    found = web.read(text, page.url, today)
    if found is not None and len(description(found.lines)) < 1200 and walls.walled(description(found.lines)):
        return None
    return found


def _json(page: Page, today: date | None) -> Findings | None:
    whole = _loaded(kinds.text_of(page), page.url)
    system = registry.system_of(whole)
    found = registry.read(system, whole, page.url) if system else None
    if found is not None:
        return found
    jobs = list(jsonld.job_objects(whole))
    if jobs:
        return schema.findings(max(jobs, key=lambda job: len(str(job.get("description") or ""))), "json-ld")
    best = record.best_job(whole, page.url or "") if not (system and isinstance(whole, Mapping)) else None
    return record.findings(best[1], "record") if best else None


def _loaded(text: str, url: str | None) -> Any:
    values = jsonld.loaded(text.lstrip("\ufeff"))
    if not values:
        raise UnreadableFault(
            "The JSON is broken or nested too deeply.",
            where=url or "",
            mend="Copy the posting's text and paste it.",
        )
    return values[0] if len(values) == 1 else values


def _xml(page: Page, today: date | None) -> Findings | None:
    text = kinds.text_of(page)
    if re.search(r"<!(?:DOCTYPE|ENTITY)", text[:20_000], re.I):
        raise UnreadableFault(
            "The XML declares entities, which no posting needs.",
            where=page.url or "",
            mend="Copy the posting's text and paste it.",
        )
    try:
        root = ElementTree.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (ElementTree.ParseError, RecursionError, ValueError) as fault:
        raise UnreadableFault(
            "The XML is broken.", where=page.url or "", mend="Copy the posting's text and paste it."
        ) from fault
    if next(root.iter("position"), None) is not None:
        return registry.read("personio", root, page.url)
    return record.findings(best[1], "xml") if (best := record.best_job(_plain_tree(root))) else None


def _plain_tree(root: ElementTree.Element) -> list[dict[str, str]]:
    """Every element that holds only texts, as an object of its children's texts."""
    return [
        {re.sub(r"^\{[^}]*\}", "", child.tag): (child.text or "").strip() for child in node}
        for node in root.iter()
        if len(node) > 1 and all(isinstance(child.tag, str) for child in node)
    ]


def _pdf(page: Page, today: date | None) -> Findings | None:
    return _of_text(plain.lines_of(kinds.bounded(pdf.text_of(page), page.url), wrapped=True), today, "pdf")


def _text(page: Page, today: date | None) -> Findings | None:
    return _of_text(plain.lines_of(kinds.bounded(kinds.text_of(page), page.url)), today, "text")


def _of_text(lines: tuple[Line, ...], today: date | None, kind: str) -> Findings | None:
    found, body = plain.findings(lines, today)
    topics = {topic_of(line.text) for line in body if len(line.text) <= 90}
    text = description(lines)
    # A page may be anything; a text that somebody gives as a posting needs less to be taken at their word.
    taken = kind == "text" and (
        could_be_one(text, topics, found.title) or lists_asks(found.title, requirements.find(body))
    )
    if not taken and not reads_like_one(text, topics):
        return None
    # The head is no part of the text that is kept: what it says of the posting's end is taken from all lines.
    country = next((place.country for place in found.places if place.country), None)
    until = found.until or deadlines.find((line.text for line in lines), found.posted, country == "US")
    return replace(found, kind=kind, lines=body, until=until, closed=walls.closed(text))


_POINTERS = {
    "title": "title",
    "company": "company",
    "remote": "remote",
    "employment": "employmentType",
    "posted": "datePosted",
    "until": "validThrough",
}
_READERS = {"html": _html, "json": _json, "xml": _xml, "pdf": _pdf, "text": _text}


def _shown(page: Page, kind: str) -> str:
    if kind == "pdf":
        return ""
    return re.sub(
        r"<(?:script|style)\b.*?(?:</(?:script|style)>|\Z)|<[^<>]{1,500}>",
        " ",
        kinds.text_of(page)[:300_000],
        flags=re.S | re.I,
    )


def _posting(found: Findings, page: Page) -> Posting:
    lines = tuple(line for line in found.lines if line.text)
    if not lines:
        raise NoPostingFault(
            "The record names a job and holds no text of it.",
            where=page.url or "",
            mend="Copy the posting's text and paste it.",
        )
    text = kinds.bounded(description(lines), page.url)
    settled = over(found, _said(found, lines))
    asked = requirements.find(lines)
    return Posting(
        title=titles.without_noise(settled.title or "") or None,
        company=settled.company,
        locations=settled.places,
        remote=settled.remote,
        employment_type=settled.employment,
        salary=settled.salary,
        date_posted=settled.posted,
        valid_through=settled.until,
        language=tongue.language_of(text) or settled.language,
        contact=contacts.find([line.text for line in lines], settled.company),
        description=text,
        requirements=tuple(one for one, _ in asked),
        source=PostingSource(found.kind, page.url),
        closed=settled.closed or walls.closed(text),
        sure=_sure(settled, [sure for _, sure in asked]),
    )


def _sure(settled: Findings, asked: Sequence[float]) -> dict[str, float]:
    """How sure each value is, by its pointer into the posting."""
    of = settled.confidence
    places = {
        f"/locations/{index}/{part}": of("places")
        for index, place in enumerate(settled.places)
        for part in ("city", "region", "country")
        if getattr(place, part)
    }
    pay = {
        f"/salary/{part}": of("salary")
        for part in ("min", "max", "currency", "unit")
        if settled.salary and getattr(settled.salary, part) is not None
    }
    plain = {f"/{name}": of(field) for field, name in _POINTERS.items() if getattr(settled, field)}
    return {**plain, **places, **pay, **{f"/requirements/{i}/kind": sure for i, sure in enumerate(asked)}}


def _said(found: Findings, lines: tuple[Line, ...]) -> Findings:
    """What the posting's own sentences state, for what no field does."""
    texts = [line.text for line in lines]
    places = found.places or _named_places(lines)
    country = next((place.country for place in places if place.country), None)
    head = [found.title or "", *texts]
    return Findings(
        kind="said",
        company=names.choose_company(
            [(name, 1 - 0.05 * i) for i, name in enumerate(names.names_in("\n".join(texts))[:8])],
            "\n".join(texts),
            "",
            False,
        ),
        places=places,
        remote=modes.presence((found.title or "",)) or modes.presence_in(texts),
        employment=modes.employment(re.findall(r"\(([^()]{3,30})\)", found.title or ""))
        or modes.employment_in(head),
        salary=salary.find(_paying(lines), country),
        until=deadlines.find(texts, found.posted, country == "US"),
    )


def _named_places(lines: tuple[Line, ...]) -> tuple[JobLocation, ...]:
    """Places under a heading or behind a label in the text, where their country is clear."""
    stated = labels.findings(lines, None, False, None).places
    return tuple(place for place in stated if place.city and place.country)


def _paying(lines: tuple[Line, ...]) -> list[str]:
    return [
        line.text for line in lines if line.role is not Role.HEADING or any(c.isdigit() for c in line.text)
    ]
