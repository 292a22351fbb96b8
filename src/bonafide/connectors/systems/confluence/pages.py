"""Pages of Confluence, exported as HTML or told by its interface as JSON -> what each says, and where it stands. Pure."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from bonafide.connectors.systems.confluence.said import Said, said
from bonafide.connectors.systems.decisions.adr import decision
from bonafide.evidence.decisions import Decision
from bonafide.model.faults import UnreadableFault
from bonafide.posting.tree import Document, parse

_FILE = Path(__file__).with_name("words.toml")
_WORDS: dict[str, list[str]] = tomllib.loads(_FILE.read_text("utf-8"))["pages"]
_CALLED = "|".join(map(re.escape, _WORDS["decision"]))
_DECISION = re.compile(rf"(?<!\w)(?:{_CALLED})(?![^\W\d_])", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_NAME = re.compile(r"<([A-Za-z][\w:-]*)")
_NUMBERED = re.compile(r"(?:^|[/\\_ ])(\d+)\.html?$", re.IGNORECASE)
"""A page's own number, which ends the name of its file."""
_EMPTY = frozenset({"br", "hr", "img", "col", "input"})
BODIES = ("storage", "view", "export_view", "styled_view")
MEND = "Ask with ?expand=body.storage (or body-format=storage), or export the space as HTML."


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its title, with the titles above it and its labels, and what it says."""

    key: str
    title: str
    around: tuple[str, ...]
    said: Said

    @property
    def decision(self) -> Decision | None:
        """What it says of a decision; None where it has no status. A status that stands alone counts where there is no other."""
        found = decision(self.said.text)
        if found or not self.said.status:
            return found
        return decision(f"Status: {self.said.status}\n{self.said.text}")

    def is_record(self, pattern: str) -> bool:
        """Whether it is called a decision: its title by the pattern, or without one, any word around it."""
        if pattern:
            return fnmatchcase(self.title.casefold(), pattern.casefold())
        return any(_DECISION.search(text) for text in (self.title, *self.around))


def exported(where: str, text: str) -> Page | None:
    """A page of a space that was exported as HTML; None for another file. Raises UnreadableFault where it is too large."""
    page = parse(text)
    at = {node.attrs["id"]: index for index, node in enumerate(page.nodes) if "id" in node.attrs}
    if "main-content" not in at:
        return None
    space, _, title = page.title.partition(" : ")
    above = said(page, at["breadcrumbs"]).text.splitlines() if "breadcrumbs" in at else []
    number = _NUMBERED.search(where)
    key = number[1] if number else where
    return Page(key, title or space, (space if title else "", *above), said(page, at["main-content"]))


def stored(where: str, found: Any) -> Iterator[Page | None]:
    """The pages of an answer of Confluence's interface, or of a list of answers; None for one that is too large.

    Raises UnreadableFault where there is no page with its body in it.
    """
    pages = [one for one in _objects(found) if str(one.get("status")) not in _WORDS["absent"]]
    titles = {str(one.get("id")): str(one.get("title", "")) for one in pages}
    bodies = [(one, body) for one in pages if (body := _body(one))]
    if not bodies:
        raise UnreadableFault("There is no page with its body in it.", where=where, mend=MEND)
    for one, body in bodies:
        told = _told(body)
        if told is None:
            yield None
            continue
        around = (titles.get(str(one.get("parentId")), ""), *_around(one))
        yield Page(str(one.get("id") or where), str(one.get("title", "")), around, told)


def _objects(found: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if isinstance(found, list) and depth < 3:
        for one in found:
            yield from _objects(one, depth + 1)
    elif isinstance(found, dict):
        listed = found.get("results")
        yield from _objects(listed, depth + 1) if isinstance(listed, list) else (found,)


def _body(one: Mapping[str, Any]) -> str:
    bodies = one.get("body")
    told = bodies if isinstance(bodies, dict) else {}
    for body in map(told.get, BODIES):
        if isinstance(body, dict) and isinstance(body.get("value"), str) and body["value"].strip():
            return str(body["value"])
    return ""


def _around(one: Mapping[str, Any]) -> Iterator[str]:
    """The titles of the pages above, the space's name, and the labels, as far as they were asked for."""
    ancestors, space = one.get("ancestors"), one.get("space")
    for above in ancestors if isinstance(ancestors, list) else ():
        if isinstance(above, dict):
            yield str(above.get("title", ""))
    if isinstance(space, dict):
        yield str(space.get("name", ""))
    metadata = one.get("metadata")
    for holder in (metadata if isinstance(metadata, dict) else {}, one):
        labels = holder.get("labels")
        listed = labels.get("results") if isinstance(labels, dict) else None
        for label in listed if isinstance(listed, list) else ():
            yield str(label.get("name", "")) if isinstance(label, dict) else ""


def _told(body: str) -> Said | None:
    try:
        return said(_parsed(body))
    except UnreadableFault:
        return None


def _parsed(body: str) -> Document:
    """The storage format is XML: what it closes at once, and what it quotes, is brought to what HTML means by it."""
    first, *rest = body.split("<![CDATA[")
    pieces = [first]
    for part in rest:
        quoted, _, after = part.partition("]]>")
        pieces += [html.escape(quoted), after]
    return parse(_TAG.sub(_closed, "".join(pieces)))


def _closed(tag: re.Match[str]) -> str:
    name = _NAME.match(tag[0])
    if not name or not tag[0].endswith("/>") or name[1].lower() in _EMPTY:
        return tag[0]
    return f"{tag[0][:-2]}></{name[1]}>"
