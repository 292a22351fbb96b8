"""HTML as a flat list of nodes in document order. Nothing here recurses, so depth costs no stack."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bonafide.model.faults import UnreadableFault
from bonafide.posting.lexicon import table
from bonafide.posting.lines import tidy

_DEEPEST = 1500
_MOST_NODES = 120_000
_MOST_TEXT = 800_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_CLOSES_ITSELF = frozenset(table("elements")["unclosed"])
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s|_|-)(?:sr-?only|visually-?hidden|screen-?reader(?:-text)?|skip-link)(?:$|\s|_)"
)
_NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@dataclass(slots=True)
class Node:
    """An element (`tag`) or a text (`tag` is empty); `end` is the index behind its last descendant."""

    tag: str
    parent: int
    text: str = ""
    attrs: dict[str, str] = field(default_factory=dict)
    end: int = 0


@dataclass(frozen=True, slots=True)
class Script:
    """A script that carries data."""

    media_type: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A page: its nodes in document order (0 is the body), its scripts and style sheets, and what its head says."""

    nodes: list[Node]
    scripts: tuple[Script, ...]
    title: str
    meta: dict[str, str]
    language: str
    sheets: tuple[str, ...] = ()

    def above(self, index: int) -> Iterator[int]:
        """The node itself and its ancestors, innermost first."""
        while index >= 0:
            yield index
            index = self.nodes[index].parent


def parse(html: str) -> Document:
    """Reads a page or a fragment; raises UnreadableFault where it is nested beyond any real page."""
    _refuse_depth(html)
    parser = importlib.import_module("selectolax.lexbor")  # not everybody who reads a posting reads HTML
    tree = parser.LexborHTMLParser(html)
    root = tree.css_first("html")
    language = (root.attributes.get("lang") or "") if root else ""
    head = tree.css_first("title")
    return Document(
        _bounded(_flat(tree.body)),
        tuple(_scripts(tree)),
        tidy(head.text()) if head else "",
        _meta(tree),
        language,
        tuple(node.text() or "" for node in tree.css("style")),
    )


def _refuse_depth(html: str) -> None:
    depth = 0
    for match in _TAG.finditer(html):
        if match.group(2).lower() in _CLOSES_ITSELF:
            continue
        depth = max(0, depth - 1) if match.group(1) else depth + 1
        if depth > _DEEPEST:
            raise UnreadableFault(
                "The page is nested too deeply to be read.",
                mend="Copy the posting's text and paste it instead.",
            )


def _bounded(nodes: list[Node]) -> list[Node]:
    if len(nodes) > _MOST_NODES or sum(len(node.text) for node in nodes) > _MOST_TEXT:
        raise UnreadableFault(
            "The page is far larger than a posting's.",
            mend="Copy the posting's text and paste it.",
        )
    return nodes


def _scripts(tree: Any) -> Iterator[Script]:
    for node in tree.css("script"):
        attrs = node.attributes
        if not attrs.get("src"):
            yield Script((attrs.get("type") or "").lower(), attrs.get("id") or "", node.text() or "")


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        attrs = node.attributes
        name = attrs.get("property") or attrs.get("name") or attrs.get("http-equiv")
        if name and attrs.get("content"):
            found.setdefault(name.lower(), tidy(attrs["content"]))
    for node in tree.css("link[rel=canonical]"):
        found.setdefault("canonical", node.attributes.get("href") or "")
    return found


def _flat(body: Any) -> list[Node]:
    if body is None:
        return [Node("body", -1, end=1)]
    nodes: list[Node] = []
    where: dict[int, int] = {}
    for found in body.traverse(include_text=True):
        above = found.parent
        parent = where.get(above.mem_id, -1) if above is not None and nodes else -1
        if found.tag == "-text":
            nodes.append(Node("", parent, text=found.text_content or ""))
        elif found.tag and not found.tag.startswith(("-", "_", "!")):
            where[found.mem_id] = len(nodes)
            nodes.append(Node(found.tag, parent, attrs={k: v or "" for k, v in found.attributes.items()}))
    _close(nodes)
    return nodes


def _close(nodes: list[Node]) -> None:
    for index in range(len(nodes) - 1, -1, -1):
        node = nodes[index]
        node.end = max(node.end, index + 1)
        if node.parent >= 0:
            nodes[node.parent].end = max(nodes[node.parent].end, node.end)


def hidden(node: Node) -> bool:
    """Whether a browser would not show the node, or only to a screen reader."""
    attrs = node.attrs
    return (
        "hidden" in attrs
        or attrs.get("aria-hidden") == "true"
        or bool(_NO_DISPLAY.search(attrs.get("style", "")))
        or bool(_HIDDEN_CLASS.search(attrs.get("class", "").lower()))
    )
