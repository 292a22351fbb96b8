"""A page as it is looked at: its nodes, the region that reads like a posting, and the words of its head."""

from __future__ import annotations

from dataclasses import dataclass

from bonafide.posting import maintext, tree
from bonafide.posting.maintext import MainText
from bonafide.posting.sections import Topic, topic_of
from bonafide.posting.tree import Document

_LEAST = 350.0


@dataclass(frozen=True, slots=True)
class Seen:
    """A page, its region that reads like a posting, its heads (`<title>` and the like) and its site's name."""

    document: Document
    main: MainText
    heads: tuple[str, ...]
    site: str


def look(html: str, url: str | None) -> Seen:
    """Looks at a page; folded-away panels are opened where nothing else reads like a posting."""
    document = tree.parse(html)
    main = maintext.find(document, url)
    if (main.weight < _LEAST or not asks(main)) and any(map(tree.hidden, document.nodes)):
        opened = maintext.find(document, url, unhide=True)
        main = opened if opened.weight > 2 * main.weight or asks(opened) else main
    meta = document.meta
    heads = tuple(head for head in (meta.get("og:title"), document.title, meta.get("twitter:title")) if head)
    return Seen(document, main, heads, meta.get("og:site_name", ""))


def asks(main: MainText) -> bool:
    """Whether a heading in the text announces requirements; folded-away panels may hold them."""
    return any(topic_of(line.text) is Topic.MUST for line in main.lines if len(line.text) <= 90)
