"""Which system a link or a record belongs to; the table is data, its readers are loaded when needed."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Any, Protocol, cast

from bonafide.posting import jsonld, sureness
from bonafide.posting.findings import Findings
from bonafide.posting.lexicon import table
from bonafide.posting.lines import description

_LONGEST_LINK = 4000
_MOST_LINKS = 200


class Reader(Protocol):
    """A module that reads one system's record."""

    def read(self, record: Any, url: str | None) -> Findings | None: ...


def record_address(url: str) -> str | None:
    """The public record for a job's link, or None where no known system serves it."""
    if len(url) > _LONGEST_LINK:
        return None
    for system in table("ats").values():
        for link in system.get("links", ()):
            if found := _compiled(link["match"]).match(url):
                return _filled(link["record"], found.groupdict())
    return None


def embedded_address(html: str, url: str | None) -> str | None:
    """The public record of the one job that a company's own page shows through a system's board.

    None where the page names several jobs, as a list of openings does.
    """
    for system in table("ats").values():
        for embed in system.get("embeds", ()):
            job = _compiled(embed["job"]).search(url or "") if "job" in embed else None
            if "job" in embed and not job:
                continue
            named = job.groupdict() if job else {}
            marks = islice(_compiled(embed["page"]).finditer(html), _MOST_LINKS)
            records = {_filled(embed["record"], {**found.groupdict(), **named}) for found in marks}
            if len(records) == 1:
                return records.pop()
    return None


def system_of(record: Any) -> str | None:
    """The name of the system whose marks a record bears."""
    first = record[0] if isinstance(record, list) and record else record
    if not isinstance(first, Mapping):
        return None
    for name, system in table("ats").items():
        if any(all(_holds(first, key) for key in keys) for keys in system["marks"]):
            return name
    return None


def read(system: str, record: Any, url: str | None) -> Findings | None:
    """What the record of a known system states; None where it holds no posting."""
    found = reader(system).read(record, url)
    if found is None or not found.company or _prints(record, found):
        return found
    return replace(found, sure={**found.sure, "company": sureness.guessed("company")})


def _prints(record: Any, found: Findings) -> bool:
    """Whether the record or its text has the company's name, which is else made of the board's address."""
    name = found.company or ""
    if not isinstance(record, Mapping | list) or name in description(found.lines):
        return True
    return any(isinstance(value, str) and name in value for value in jsonld.walked(record))


def reader(system: str) -> Reader:
    """The system's module."""
    return cast(Reader, importlib.import_module(f"bonafide.posting.ats.{system}"))


def _holds(record: Any, key: str) -> bool:
    head, _, rest = key.partition(".")
    if isinstance(record, list):
        record = record[0] if record else None
    if not isinstance(record, Mapping) or head not in record:
        return False
    return not rest or _holds(record[head], rest)


def _filled(template: str, groups: Mapping[str, str | None]) -> str:
    plain = {name: value or "" for name, value in groups.items()}
    filled = (
        template.format(**{**plain, "language": plain.get("language") or "en"})
        if "{language}" in template
        else template.format(**plain)
    )
    return filled.removesuffix("#")


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
