"""HTML as a flat tree, and the tree as lines. Nothing here recurses, so depth costs no stack."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bonafide.model.faults import UnreadableFault
from bonafide.posting.lines import Line, Role, cleaned, tidy

_DEEPEST = 1500
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_CLOSES_ITSELF = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "optgroup",
        "colgroup",
        "html",
        "head",
        "body",
        "rb",
        "rt",
        "rp",
        "path",
        "circle",
        "rect",
        "line",
        "polygon",
        "use",
        "g",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "button",
        "select",
        "textarea",
        "label",
        "caption",
        "title",
        "amp-accordion",
        "amp-carousel",
        "amp-sidebar",
    ]
)
_SILENT = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "iframe",
        "object",
        "head",
        "canvas",
        "video",
        "audio",
        "map",
    ]
)
_EMPHASIS = frozenset(("b", "strong", "u"))
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
    """A page: its nodes in document order (0 is the body), its scripts, and what its head says."""

    nodes: list[Node]
    scripts: tuple[Script, ...]
    title: str
    meta: dict[str, str]
    language: str

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
        _flat(tree.body),
        tuple(_scripts(tree)),
        tidy(head.text()) if head else "",
        _meta(tree),
        language,
    )


def fragment(html: str) -> tuple[Line, ...]:
    """The lines of a piece of HTML such as a record's description."""
    document = parse(html)
    return cleaned(lines(document, 0))


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


@dataclass(frozen=True, slots=True)
class Spot:
    """A line and the element it stands in; `linked` is the share of its text that is link or button."""

    line: Line
    node: int
    linked: float


def lines(
    document: Document, start: int, skip: frozenset[int] = frozenset(), unhide: bool = False
) -> list[Line]:
    """The lines below a node, in reading order."""
    return [spot.line for spot in spots(document, start, skip, unhide)]


def spots(
    document: Document, start: int, skip: frozenset[int] = frozenset(), unhide: bool = False
) -> list[Spot]:
    """The lines below a node with their places; `skip` are nodes to pass over with all they hold."""
    return _Reader(document, skip, unhide).read(start)


class _Reader:
    """Walks the nodes once and breaks the text where a block begins or ends."""

    def __init__(self, document: Document, skip: frozenset[int], unhide: bool) -> None:
        self.nodes = document.nodes
        self.skip = skip
        self.unhide = unhide
        self.found: list[Spot] = []
        self.runs: list[tuple[str, int, bool, bool]] = []  # text, parent, emphasised, linked
        self.open: list[int] = []

    def read(self, start: int) -> list[Spot]:
        index, stop = start, self.nodes[start].end
        while index < stop:
            self._leave(index)
            node = self.nodes[index]
            if not node.tag:
                self._text(node)
            elif self._passed_over(index, node, start):
                index = node.end
                continue
            else:
                self._enter(index, node)
            index += 1
        self._leave(stop)
        self._flush()
        return self.found

    def _passed_over(self, index: int, node: Node, start: int) -> bool:
        if node.tag in _SILENT or index in self.skip:
            return True
        return index != start and not self.unhide and hidden(node)

    def _enter(self, index: int, node: Node) -> None:
        if node.tag == "br" or node.tag in _BLOCKS:
            self._flush()
        if node.tag != "br":
            self.open.append(index)

    def _leave(self, index: int) -> None:
        while self.open and self.nodes[self.open[-1]].end <= index:
            if self.nodes[self.open[-1]].tag in _BLOCKS:
                self._flush()
            self.open.pop()

    def _text(self, node: Node) -> None:
        tags = {self.nodes[i].tag for i in self.open}
        self.runs.append((node.text, node.parent, bool(tags & _EMPHASIS), bool(tags & {"a", "button"})))

    def _flush(self) -> None:
        runs, self.runs = self.runs, []
        text = tidy("".join(run[0] for run in runs))
        if not text:
            return
        block = next(
            (i for i in reversed(self.open) if self.nodes[i].tag in _BLOCKS),
            self.open[-1] if self.open else 0,
        )
        size = sum(len(run[0].strip()) for run in runs) or 1
        linked = sum(len(run[0].strip()) for run in runs if run[3]) / size
        self.found.append(Spot(self._line(text, runs, block), block, linked))

    def _line(self, text: str, runs: list[tuple[str, int, bool, bool]], block: int) -> Line:
        lead = _lead(runs)
        role, level = self._role(text, lead, block)
        return Line(text, role, level, "" if lead == text else lead, _parts(runs), self._look(block))

    def _role(self, text: str, lead: str, block: int) -> tuple[Role, int]:
        lists = 0
        for index in reversed(self.open):
            node = self.nodes[index]
            if node.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                return Role.HEADING, int(node.tag[1])
            if node.attrs.get("role") == "heading":
                level = node.attrs.get("aria-level", "2")
                return Role.HEADING, int(level) if level.isdecimal() and level != "0" else 2
            lists += node.tag in ("ul", "ol", "menu", "dir")
        items = any(
            self.nodes[i].tag == "li" or self.nodes[i].attrs.get("role") == "listitem" for i in self.open
        )
        if items or lists:
            return Role.ITEM, max(1, lists)
        if lead == text and len(text.split()) <= 14 and not text.endswith((".", ",", ";")):
            return Role.HEADING, 7
        return Role.TEXT, 0

    def _look(self, block: int) -> str:
        node = self.nodes[block]
        return f"{node.tag}.{node.attrs.get('class', '')}"


def _lead(runs: list[tuple[str, int, bool, bool]]) -> str:
    """The emphasised text that the line begins with."""
    lead = []
    for text, _, emphasised, _ in runs:
        if not emphasised and text.strip():
            break
        lead.append(text)
    return tidy("".join(lead))


def _parts(runs: list[tuple[str, int, bool, bool]]) -> tuple[str, ...]:
    parts: list[tuple[int, str]] = []
    for text, parent, _, _ in runs:
        if parts and parts[-1][0] == parent:
            parts[-1] = (parent, parts[-1][1] + text)
        else:
            parts.append((parent, text))
    return tuple(part for part in (tidy(text) for _, text in parts) if part)
