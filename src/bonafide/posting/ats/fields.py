"""What the readers of records share: finding the wanted job of a board, typed access, sections as lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bonafide.posting import schema
from bonafide.posting.lines import Line, Role, description, fold
from bonafide.posting.names import from_slug, title_from_slug


def text(record: Any, *path: str) -> str | None:
    """The text at a path of keys, or None."""
    for key in path:
        record = record.get(key) if isinstance(record, Mapping) else None
    if isinstance(record, bool) or not isinstance(record, (str, int, float)):
        return None
    return schema.text_of(record)


def part(record: Any, *path: str) -> Mapping[str, Any]:
    """The object at a path of keys, or an empty one."""
    for key in path:
        record = record.get(key) if isinstance(record, Mapping) else None
    return record if isinstance(record, Mapping) else {}


def items(record: Any, key: str) -> list[Mapping[str, Any]]:
    """The objects in the list at a key."""
    found = record.get(key) if isinstance(record, Mapping) else None
    return [item for item in found if isinstance(item, Mapping)] if isinstance(found, list) else []


def wanted(jobs: Iterable[Mapping[str, Any]], url: str | None, *names: str) -> Mapping[str, Any] | None:
    """The job of a board whose number or address stands in the page's address; of one job, that one."""
    listed = list(jobs)
    for job in listed:
        for name in names:
            own = str(job.get(name) or "").rstrip("/")
            if url and len(own) > 2 and re.search(rf"(?<![\w-]){re.escape(own)}(?![\w-])", url):
                return job
    return listed[0] if len(listed) == 1 else None


def sections(parts: Iterable[tuple[str | None, Any]]) -> tuple[Line, ...]:
    """Headings and HTML texts as lines; a heading that its own text repeats or that has none is left out."""
    found: list[Line] = []
    for heading, html in parts:
        lines = schema.lines_of(html) if isinstance(html, str) and html.strip() else ()
        if lines and heading and fold(heading) != fold(lines[0].text):
            found.append(Line(heading, Role.HEADING, 3))
        found.extend(lines)
    return tuple(found)


def company_by_slug(slug: str | None, lines: Iterable[Line]) -> str | None:
    """The company behind an address's name for it, as the text prints it."""
    return (from_slug(slug, description(lines)) or title_from_slug(slug)) if slug else None


def slug_in(url: str | None, pattern: str) -> str | None:
    """The first group of a pattern in an address."""
    found = re.search(pattern, url or "")
    return found.group(1) if found else None
