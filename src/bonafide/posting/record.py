"""A record of unknown make: JSON that a page carries for its scripts, or an API's answer nobody has named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bonafide.model.posting import JobLocation, Salary
from bonafide.posting import dates, jsonld, literals, modes, places, salary, schema
from bonafide.posting.findings import Findings
from bonafide.posting.lexicon import table
from bonafide.posting.lines import Line, Role, fold
from bonafide.posting.tree import Script

_ASSIGNED = re.compile(r"(?:window\.|var |let |const |self\.)?[\w$.\[\]\"']{2,60}\s{0,20}=\s{0,20}(?=[{\[])")
_LEAST_TEXT = 200
_MOST_SCRIPT = 3_000_000
_MOST_LITERAL = 600_000


def of_scripts(scripts: Iterable[Script], heads: str) -> Findings | None:
    """The posting in a page's inline state; `heads` is the page's title, which the right job's repeats."""
    best: tuple[float, Mapping[str, Any]] | None = None
    for script in scripts:
        for whole in _states(script):
            found = best_job(whole, heads)
            if found and (best is None or found[0] > best[0]):
                best = found
    return findings(best[1], "page-state") if best else None


def _states(script: Script) -> Iterator[Any]:
    text = script.text
    if "ld+json" in script.media_type or len(text) < _LEAST_TEXT or len(text) > _MOST_SCRIPT:
        return
    if "json" in script.media_type or text.lstrip()[:1] in "{[":
        yield from jsonld.loaded(text)
        return
    end = 0
    for match in list(_ASSIGNED.finditer(text))[:40]:
        if match.start() >= end:
            value, end = _assigned(text, match.end())
            yield value
    if len(text) <= _MOST_LITERAL:
        yield from literals.returned(text)


def _assigned(text: str, start: int) -> tuple[Any, int]:
    """The value at an index as JSON, else as a script writes it, and the index behind it; None where neither."""
    try:
        return jsonld.lenient().raw_decode(text, start)
    except (ValueError, RecursionError):
        if len(text) > _MOST_LITERAL:
            return None, start
    try:
        return literals.value_at(text, start)
    except literals.NoLiteral:
        return None, start


def best_job(whole: Any, heads: str = "") -> tuple[float, Mapping[str, Any]] | None:
    """The object that reads most like a job: a title, a long text, and facts; with its score."""
    best: tuple[float, Mapping[str, Any]] | None = None
    for node in jsonld.walked(whole):
        if isinstance(node, Mapping):
            score = _score(node, heads)
            if score >= 4 and (best is None or score > best[0]):
                best = score, node
    return best


def _score(node: Mapping[str, Any], heads: str) -> float:
    title = schema.text_of(value_of(node, "title"))
    if not title or len(title) > 200:
        return 0.0
    text = sum(len(part) for part in _texts(node))
    if text < _LEAST_TEXT:
        return 0.0
    facts = sum(
        value_of(node, name) is not None
        for name in ("place", "posted", "employment", "company", "salary", "remote")
    )
    return 2.0 + min(text, 4000) / 1000 + facts + 3.0 * (fold(title) in fold(heads))


def value_of(node: Mapping[str, Any], name: str) -> Any:
    """The first value under one of the keys that records use for a field."""
    keys = {_key(key): key for key in node}
    for known in table("records")[name]["keys"]:
        value = node.get(keys.get(_key(known), ""))
        if value not in (None, "", [], {}):
            return value
    return None


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", str(name).lower())


def findings(node: Mapping[str, Any], kind: str) -> Findings:
    """What such an object states."""
    place = value_of(node, "place")
    flat = {key: value for key, value in node.items() if not isinstance(value, (list, dict))}
    return Findings(
        kind=kind,
        title=schema.text_of(value_of(node, "title")),
        company=_name(value_of(node, "company")),
        places=places.distinct(_places(place, named=True)) or places.distinct(_places(flat, named=False)),
        remote=_presence(value_of(node, "remote")),
        employment=modes.employment(_words(value_of(node, "employment"))),
        salary=_salary(value_of(node, "salary")),
        posted=dates.of_record(value_of(node, "posted")),
        until=dates.of_record(value_of(node, "until")),
        lines=tuple(_lines(node)),
    )


def _name(value: Any) -> str | None:
    if isinstance(value, Mapping):
        value = value_of(value, "name")
    return schema.text_of(value)


def _words(value: Any) -> list[str]:
    return [text for text in (str(v) for v in jsonld.walked(value) if isinstance(v, str)) if len(text) < 60]


def _presence(value: Any) -> str | None:
    if value is True:
        return "remote"
    return modes.presence(_words(value))


def _places(value: Any, named: bool) -> Iterator[JobLocation]:
    """The places in a value; `named`: an object in it may give its city as its name."""
    for node in jsonld.walked(value) if not isinstance(value, str) else [value]:
        if isinstance(node, Mapping):
            city, region, country = (
                schema.text_of(value_of(node, name)) for name in ("city", "region", "country")
            )
            name = schema.text_of(value_of(node, "name")) if named and city is None else None
            if name and (stated := places.stated(f"{name}, {country}" if country else name)):
                yield from stated
                return
            if found := places.from_parts(city, region, country):
                yield found
                return
        elif isinstance(node, str) and places.is_place(node):
            yield from places.read(node)


def _salary(value: Any) -> Salary | None:
    if isinstance(value, Mapping):
        unit = schema.text_of(value_of(value, "unit"))
        return salary.of_amounts(
            value_of(value, "low"), value_of(value, "high"), schema.text_of(value_of(value, "currency")), unit
        )
    return salary.stated(value) if isinstance(value, str) else None


def _texts(node: Mapping[str, Any]) -> list[str]:
    return [text for _, text in _sections(node)]


def _sections(node: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Headings and long texts of a job object in the order in which they stand."""
    wanted = {_key(key) for key in table("records")["text"]["keys"]}
    for key, value in node.items():
        if _key(key) in wanted:
            yield from _texts_in(value)


def _texts_in(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield "", value
    elif isinstance(value, list):
        for item in value[:200]:
            if isinstance(item, (str, Mapping)):
                yield from _texts_in(item)
    elif isinstance(value, Mapping):
        heading = schema.text_of(value_of(value, "heading")) or ""
        texts = [
            v
            for k, v in value.items()
            if isinstance(v, str) and _key(k) not in {_key(h) for h in table("records")["heading"]["keys"]}
        ]
        longest = max(texts, key=len, default="")
        if longest:
            yield heading, longest
        else:
            for item in value.values():
                if isinstance(item, list):
                    yield from ((heading, str(text)) for text in item if isinstance(text, str))


def _lines(node: Mapping[str, Any]) -> Iterator[Line]:
    seen: set[str] = set()
    for heading, text in _sections(node):
        if text in seen:
            continue
        seen.add(text)
        if heading:
            yield Line(heading, Role.HEADING, 3)
        yield from schema.lines_of(text)
