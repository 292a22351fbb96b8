"""What a page says to machines, and whether that is about the job it shows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bonafide.posting import jsonld, markup, microdata, record, schema
from bonafide.posting.findings import Findings
from bonafide.posting.lines import Role, cleaned, description, fold
from bonafide.posting.seen import Seen, asks


def told_by(seen: Seen, url: str | None) -> Findings | None:
    """What the page says to machines: JSON-LD, else microdata, else its inline state."""
    visible = " ".join(
        (*seen.heads, *(spot.line.text for spot in seen.main.spots if spot.line.role is Role.HEADING))
    )
    found = jsonld.jobs(seen.document.scripts)
    if found:
        return schema.findings(_right_one(found, visible, url), "json-ld")
    items = microdata.jobs(seen.document)
    if items:
        index, job = max(items, key=lambda item: seen.document.nodes[item[0]].end - item[0])
        node = microdata.described(seen.document, index)
        told = schema.findings(job, "microdata")
        return (
            replace(told, lines=cleaned(markup.lines(seen.document, node, unhide=True)))
            if node is not None
            else told
        )
    return record.of_scripts(seen.document.scripts, " ".join(seen.heads))


def stale(seen: Seen, told: Findings) -> bool:
    """Whether the page shows another job than its data states: nothing of its title, and hardly a line of its text."""
    visible = fold(" ".join((*seen.heads, *(spot.line.text for spot in seen.main.spots))))
    named = [spot.line.text for spot in seen.main.spots if spot.line.role is not Role.ITEM]
    if (
        not told.title
        or re.search(rf"(?<!\w){re.escape(fold(told.title))}(?!\w)", fold(" ".join((*seen.heads, *named))))
        or len(description(seen.main.lines)) < 400
        or not asks(seen.main)
    ):
        return False
    long = [fold(line.text) for line in told.lines if len(line.text) > 25]
    return sum(text[:60] in visible for text in long) <= 0.3 * len(long)


def _right_one(jobs: Sequence[Mapping[str, Any]], visible: str, url: str | None) -> Mapping[str, Any]:
    def fits(job: Mapping[str, Any]) -> float:
        title = fold(schema.text_of(job.get("title") or job.get("name")) or "")
        own = str(job.get("url") or job.get("@id") or "")
        named = bool(url and own and own.rstrip("/") == url.rstrip("/"))
        return (
            3.0 * named
            + 2.0 * bool(title and title in fold(visible))
            + min(len(str(job.get("description") or "")), 5000) / 5000
        )

    return max(jobs, key=fits)
