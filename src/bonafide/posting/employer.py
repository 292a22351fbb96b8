"""The company behind a page's job, weighed from all that the page names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bonafide.posting import around, names, sureness, titles
from bonafide.posting.findings import Findings
from bonafide.posting.lines import Line, description, fold
from bonafide.posting.seen import Seen
from bonafide.posting.tree import Document
from bonafide.posting.zone import Zone

_FOOT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*(?P<name>[^.,|·–—-]{2,60}?)(?:\s+\d{4}|[.,|·]|\s[-–—]|$)",
    re.I,
)


def company_of(
    seen: Seen, told: Findings | None, facts: Zone, shown: Findings, lines: Sequence[Line]
) -> tuple[str | None, float]:
    """The name that weighs most, and how sure it is; `shown` are the page's facts, `lines` the posting's text."""
    body = description(lines)
    sure = 4.6 if told and told.kind in ("json-ld", "microdata") else 4.0
    candidates: list[tuple[str | None, float]] = [
        (told.company if told else None, sure),
        (shown.company, 3.6),
    ]
    candidates += around.companies(seen.document, facts, shown.title)
    for head in seen.heads:
        candidates += [(name, 2.0) for name in titles.companies_in_head(head, seen.site, shown.title)]
    candidates.append((titles.employer(seen.site), 1.6))
    candidates += [(name, 1.2) for name in around.logos(seen.document)]
    candidates += [(match["name"], 1.0) for match in _FOOT.finditer(_foot(seen.document))]
    candidates += [(name, 0.4 - 0.02 * i) for i, name in enumerate(names.names_in(body)[:10])]
    towns = {place.city for found in (told, shown) if found for place in found.places}
    candidates = [(name, weight) for name, weight in candidates if name not in towns]
    site = names.bare(_site_name(seen))
    others = any(name and weight >= 2.0 and names.bare(name) != site for name, weight in candidates)
    foreign = others and _foreign(seen, body)
    chosen = names.choose_company(candidates, body, _site_name(seen), foreign, title=shown.title)
    return chosen, _sure(chosen, candidates, body) if chosen else 0.0


def _sure(chosen: str, candidates: Sequence[tuple[str | None, float]], body: str) -> float:
    """By what on the page names the same company, and by data or a label that names another."""
    told = [(names.bare(name), _witness(weight)) for name, weight in candidates if name and names.bare(name)]
    wanted = names.bare(chosen)
    same = {(kind, name) for name, kind in told if sureness.same_name(name, wanted)}
    kinds = [kind for name, kind in told if sureness.same_name(name, wanted)]
    spoken = ["slight"] if wanted and wanted in fold(body) else []
    others = [(kind, name) for name, kind in told if (kind, name) not in same]
    differing = [kind for kind, name in others if kind == "data" or (kind == "shown" and name in fold(body))][
        :1
    ]
    return sureness.witnesses([*kinds[:3], *spoken], differing)


def _witness(weight: float) -> str:
    """The kind of witness that a candidate of this weight is: data and labels weigh most, a text's own words least."""
    return "data" if weight > 3.5 else "shown" if weight >= 1.6 else "slight"


def _site_name(seen: Seen) -> str:
    """The site's name, or the last part of its pages' titles."""
    last = titles.pieces(seen.heads[-1])[-1:] if seen.heads else []
    return seen.site or "".join(last)


def _foreign(seen: Seen, body: str) -> bool:
    name = names.bare(_site_name(seen)).split()
    return bool(name) and name[0] not in fold(body)


def _foot(document: Document) -> str:
    return " ".join(node.text for node in document.nodes[-400:] if not node.tag)[-3000:]
