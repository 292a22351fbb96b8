"""JSON-LD scripts, also the broken ones, and the JobPosting objects in them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from math import isfinite
from typing import Any

from bonafide.posting.tree import Script

_TRAILING = re.compile(r",(\s*[}\]])")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*(?:;\s*)?$"
)
_LOOSE_KEY = re.compile(r"([{,]\s*)([A-Za-z_]\w*)\s*:")
_COMMENT = re.compile(r"(?m)(?:^|(?<=[,{}\[\]]))[ \t]*//[^\n]*$")
_CLOSING = re.compile(r"\s*(?:[,:}\]]|$)")
_LONGEST_NUMBER = 300
_MOST_NODES = 200_000


def jobs(scripts: Iterable[Script]) -> list[Mapping[str, Any]]:
    """The JobPosting objects of a page in the order in which they stand."""
    wholes = [whole for script in scripts if "ld+json" in script.media_type for whole in loaded(script.text)]
    found = [job for whole in wholes for job in job_objects(whole)]
    known = _by_id(wholes) if any(map(_refers, found)) else {}
    return [_resolved(job, known) for job in found] if known else found


def _refers(job: Mapping[str, Any]) -> bool:
    return any(_reference(value) for value in job.values())


def _reference(value: Any) -> str | None:
    """The identifier where a value is nothing but a pointer to another object of the page."""
    found = value.get("@id") if isinstance(value, Mapping) and len(value) <= 2 else None
    return found if isinstance(found, str) and set(value) <= {"@id", "@type"} else None


def _by_id(wholes: list[Any]) -> dict[str, Mapping[str, Any]]:
    """The page's objects that say more than who they are, by their identifiers."""
    nodes = (node for whole in wholes for node in walked(whole) if isinstance(node, Mapping))
    return {str(node["@id"]): node for node in nodes if "@id" in node and not _reference(node)}


def _resolved(job: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """The job with its pointers to other objects of the page followed, one step deep."""
    return {name: known.get(_reference(value) or "", value) for name, value in job.items()}


def job_objects(whole: Any) -> Iterator[Mapping[str, Any]]:
    """Every JobPosting in a JSON value, at any depth (graphs, lists, `mainEntity`)."""
    for node in walked(whole):
        if isinstance(node, Mapping) and is_job(node):
            yield node


def is_job(node: Mapping[str, Any]) -> bool:
    """Whether an object says that it is a JobPosting."""
    kinds = node.get("@type", node.get("type"))
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and re.split(r"[/:#]", name)[-1] == "JobPosting" for name in names)


def walked(whole: Any) -> Iterator[Any]:
    """Every value of a JSON document, in order, without recursion and bounded in number."""
    waiting = [whole]
    seen = 0
    while waiting and seen < _MOST_NODES:
        node = waiting.pop()
        seen += 1
        yield node
        if isinstance(node, Mapping):
            waiting.extend(reversed(list(node.values())))
        elif isinstance(node, list):
            waiting.extend(reversed(node))


def loaded(text: str) -> list[Any]:
    """The JSON values in a script's text, after the mendings that real pages need; empty if none helps."""
    plain = _WRAPPING.sub("", _WRAPPING.sub("", text.strip())).strip()
    for attempt in _mended(plain):
        values = _values(attempt)
        if values:
            return values
    return []


def _mended(plain: str) -> Iterator[str]:
    yield plain
    if "&quot;" in plain or "&#34;" in plain:
        yield html.unescape(plain)
    without = _TRAILING.sub(r"\1", _uncommented(_COMMENT.sub("", plain)))
    yield without
    yield _TRAILING.sub(r"\1", _quoted(without))
    yield _LOOSE_KEY.sub(r'\1"\2":', without)


def _uncommented(text: str) -> str:
    kept: list[str] = []
    at = 0
    while (start := text.find("/*", at)) >= 0 and (end := text.find("*/", start + 2)) >= 0:
        kept.append(text[at:start])
        at = end + 2
    return "".join(kept) + text[at:]


def _values(text: str) -> list[Any]:
    """One value, or several one behind the other."""
    decoder = lenient()
    found: list[Any] = []
    index = 0
    while index < len(text):
        try:
            value, index = decoder.raw_decode(text, index)
        except (ValueError, RecursionError):
            return []
        found.append(value)
        index = re.compile(r"[\s;,]*").match(text, index).end()  # type: ignore[union-attr]
    return found


def lenient() -> json.JSONDecoder:
    """A decoder that takes control characters in strings, and leaves numbers that no posting holds as texts."""
    return json.JSONDecoder(strict=False, parse_int=_whole_number, parse_float=_number, parse_constant=str)


def _whole_number(text: str) -> int | str:
    return int(text) if len(text) <= _LONGEST_NUMBER else text


def _number(text: str) -> float | str:
    number = float(text)
    return number if isfinite(number) else text


def _quoted(text: str) -> str:
    """Quotation marks inside strings escaped: one that no comma, colon or bracket follows ends no string."""
    found: list[str] = []
    inside = escaped = False
    for index, char in enumerate(text):
        if char == '"' and not escaped:
            closes = inside and _CLOSING.match(text, index + 1) is not None
            if inside and not closes:
                found.append("\\")
            else:
                inside = not inside
        escaped = char == "\\" and not escaped
        found.append(char)
    return "".join(found)
