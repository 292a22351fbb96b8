"""Microdata (and RDFa Lite in the same manner): JobPosting items in a page's mark-up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bonafide.posting.lines import tidy
from bonafide.posting.markup import lines
from bonafide.posting.tree import Document, Node


def jobs(document: Document) -> list[tuple[int, dict[str, Any]]]:
    """Each JobPosting item: the index of its node and its properties in schema.org's shape."""
    return [(index, _item(document, index)) for index, node in enumerate(document.nodes) if _is_job(node)]


def _is_job(node: Node) -> bool:
    kind = node.attrs.get("itemtype", "") or node.attrs.get("typeof", "")
    return kind.rstrip("/").rsplit("/", 1)[-1].rsplit(":", 1)[-1] == "JobPosting"


def described(document: Document, index: int) -> int | None:
    """The node that holds the item's description, whose mark-up says more than its text."""
    return next((child for child, name in _properties(document, index) if name == "description"), None)


def _item(document: Document, index: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for child, name in _properties(document, index):
        found.setdefault(name, []).append(_value(document, child))
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def _properties(document: Document, index: int) -> Iterator[tuple[int, str]]:
    """The properties of an item, not those of the items within it."""
    nodes = document.nodes
    at = index + 1
    while at < nodes[index].end:
        node = nodes[at]
        names = (node.attrs.get("itemprop") or node.attrs.get("property") or "").split()
        for name in names:
            yield at, name.rsplit(":", 1)[-1].rsplit("/", 1)[-1]
        at = node.end if _opens_item(node) else at + 1


def _opens_item(node: Node) -> bool:
    return "itemscope" in node.attrs or "typeof" in node.attrs


def _value(document: Document, index: int) -> Any:
    node = document.nodes[index]
    if _opens_item(node):
        kind = (node.attrs.get("itemtype") or node.attrs.get("typeof") or "").rsplit("/", 1)[-1]
        whole = {"@type": kind, **_item(document, index)}
        return whole if len(whole) > 1 else _text(document, index)
    if "content" in node.attrs:
        return tidy(node.attrs["content"])
    if node.tag == "time" and node.attrs.get("datetime"):
        return node.attrs["datetime"]
    return _text(document, index)


def _text(document: Document, index: int) -> str:
    return " ".join(line.text for line in lines(document, index))
