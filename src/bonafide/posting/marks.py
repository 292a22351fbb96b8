"""What a page's mark-up calls an element: `class="job-location"`, `data-at="header-company"`, an icon before it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from bonafide.posting.lexicon import table
from bonafide.posting.lines import fold
from bonafide.posting.tree import Document, Node

_LARGEST = 200
_NEAR = 5
_NAMED_BY = ("class", "id", "itemprop", "name", "aria-label", "title", "alt", "rel")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z]+")


def field_of(document: Document, index: int) -> str | None:
    """`title`, `company`, `place`, `posted`, `until` or `other` by the names of an element, of those around it as
    long as they hold little else, and of an icon before it; None where no name is known."""
    for above in list(document.above(index))[:_NEAR]:
        if above == 0 or _holds_more(document, above):
            return None
        found = _named(document.nodes[above]) or _icon_before(document, above)
        if above == index and not found:
            found = _icon_in(document, index)
        if found:
            return found
    return None


def _holds_more(document: Document, index: int) -> bool:
    size = 0
    for node in document.nodes[index : document.nodes[index].end]:
        size += len(node.text)
        if size > _LARGEST:
            return True
    return False


def _icon_before(document: Document, index: int) -> str | None:
    """The field of an element without text right before this one: a map pin, a briefcase."""
    nodes = document.nodes
    at = nodes[index].parent + 1
    before = None
    while 0 < at < index:
        if nodes[at].tag or nodes[at].text.strip():
            before = at
        at = nodes[at].end
    return None if before is None else _icon(document, before)


def _icon_in(document: Document, index: int) -> str | None:
    """The field of an element without text that another one begins with."""
    inside = (
        at
        for at in range(index + 1, document.nodes[index].end)
        if document.nodes[at].tag or document.nodes[at].text.strip()
    )
    return _icon(document, first) if (first := next(inside, None)) is not None else None


def _icon(document: Document, index: int) -> str | None:
    """The field that an element without text stands for."""
    inside = document.nodes[index : document.nodes[index].end]
    if any(node.text.strip() for node in inside):
        return None
    found = next((field for node in inside[:4] if (field := _named(node))), None)
    return None if found == "other" else found


def is_text(node: Node) -> bool:
    """Whether an element's names say that it holds the posting's text."""
    return _says_text(f"{node.attrs.get('class', '')} {node.attrs.get('id', '')} {' '.join(_data(node))}")


@lru_cache(maxsize=4096)
def _says_text(names: str) -> bool:
    words = [*map(fold, filter(None, _CAMEL.split(names)))]
    pairs = (" ".join(pair) for pair in pairwise(words))
    return not _texts().isdisjoint(words) or not _texts().isdisjoint(pairs)


def _data(node: Node) -> list[str]:
    return [value for name, value in node.attrs.items() if name.startswith("data-") and len(value) <= 60]


def _named(node: Node) -> str | None:
    names = [value for name in _NAMED_BY if (value := node.attrs.get(name))]
    for name, value in node.attrs.items():
        if name.startswith("data-") or name.endswith("href"):
            names += [name[5:] if name.startswith("data-") else "", value.rpartition("#")[2]]
    if "-" in node.tag:
        names.append(node.tag)
    return _field_in(" ".join(name for name in names if len(name) <= 160))


@lru_cache(maxsize=8192)
def _field_in(names: str) -> str | None:
    """The field of the last known word or pair of words in the names; a container's name cancels it."""
    found = None
    before = ""
    for word in map(fold, filter(None, _CAMEL.split(names))):
        found = _words().get(f"{before} {word}") or _words().get(word) or found
        before = word
    return None if found == "vague" else found


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    marks = {field: words for field, words in table("marks").items() if field != "text"}
    return {word: field for field, words in marks.items() for word in map(fold, words)}


@lru_cache(maxsize=1)
def _texts() -> frozenset[str]:
    return frozenset(map(fold, table("marks")["text"]))
