"""HTML: headings, paragraphs, lists, tables and the inline style that CV pages carry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from bonafide.cv.layout import Layout, Line, Row
from bonafide.cv.paragraph import Run, Sheet, Style
from bonafide.cv.text import decoded

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(
    (
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "nav",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "address",
        "figure",
        "form",
        "pre",
        "hr",
        "body",
        "center",
        "fieldset",
        "details",
        "summary",
    )
)
_SILENT = frozenset(
    ("script", "style", "head", "noscript", "template", "svg", "button", "select", "iframe", "object")
)
_BOLD = frozenset(("b", "strong", "th"))
_ITALIC = frozenset(("i", "em", "cite"))
_DEEPEST = 150


def read_sheet(content: bytes) -> Sheet:
    """Read a page; what scripts would add is not there."""
    tree = LexborHTMLParser(decoded(content))
    layout = Layout()
    if tree.body is not None:
        _Reader(layout).block(tree.body, 0, 0)
    urls = [node.attributes.get("href") or "" for node in tree.css("a[href]")]
    return Sheet(tuple(layout.paragraphs), (), tuple(dict.fromkeys(url for url in urls if ":" in url)))


class _Reader:
    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    def block(self, node: Any, level: int, depth: int) -> None:
        """A block: its own inline text as lines, the blocks inside it in order."""
        if depth > _DEEPEST:
            return
        pending: list[Run] = []
        for item in node.iter(include_text=True):
            if item.tag in _SILENT or _is_hidden(item):
                continue
            if item.tag in _BLOCKS or _holds_blocks(item):
                self._flush(pending, level, node)
                pending = []
                self._inner(item, level, depth)
            else:
                pending += _runs(item, Style(0.0, node.tag in _BOLD), "", depth)
        self._flush(pending, level, node)

    def _inner(self, item: Any, level: int, depth: int) -> None:
        if item.tag == "table":
            self.layout.table([_row(row) for row in item.css("tr")])
        elif item.tag in ("ul", "ol"):
            self.block(item, level + 1, depth + 1)
        else:
            self.block(item, level, depth + 1)

    def _flush(self, runs: list[Run], level: int, node: Any) -> None:
        if any(run.text.strip() for run in runs):
            rank = int(node.tag[1]) if node.tag in _HEADINGS else 0
            self.layout.line(Line(tuple(runs), max(level, 1) if node.tag == "li" else level, rank))


def _row(row: Any) -> Row:
    return [list(_cell_lines(cell)) for cell in row.iter() if cell.tag in ("td", "th")]


def _cell_lines(cell: Any) -> Iterator[Line]:
    inner = Layout()
    _Reader(inner).block(cell, 0, 1)
    for paragraph in inner.paragraphs:
        runs = [run for part in paragraph.cells for run in (*part.runs, Run("\t"))][:-1]
        yield Line(tuple(runs), paragraph.level, paragraph.heading)


def _holds_blocks(node: Any) -> bool:
    return node.tag not in ("-text", "br") and any(child.tag in _BLOCKS for child in node.iter())


def _is_hidden(node: Any) -> bool:
    if node.tag == "-text":
        return False
    style = (node.attributes.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "hidden" in node.attributes


def _runs(node: Any, style: Style, url: str, depth: int) -> list[Run]:
    if node.tag == "-text":
        return [Run(_flat(node.text(deep=False)), style, url)]
    if node.tag == "br":
        return [Run("\n", style)]
    if node.tag in _SILENT or depth > _DEEPEST or _is_hidden(node):
        return []
    css = (node.attributes.get("style") or "").replace(" ", "").lower()
    heavy = (
        node.tag in _BOLD or "font-weight:bold" in css or "font-weight:700" in css or "font-weight:600" in css
    )
    inner = Style(0.0, style.bold or heavy, style.italic or node.tag in _ITALIC)
    link = node.attributes.get("href") or url if node.tag == "a" else url
    # Pieces beside each other without a blank between them, as flex rows have, are apart on the screen.
    runs = [run for item in node.iter(include_text=True) for run in _runs(item, inner, link, depth + 1)]
    return [*runs, Run(" ", style)] if node.tag in ("span", "time", "small") and _is_apart(node) else runs


def _is_apart(node: Any) -> bool:
    following = node.next
    return following is not None and following.tag in ("span", "time", "small", "em", "strong", "a", "b", "i")


def _flat(text: str | None) -> str:
    flat = " ".join((text or "").split())
    if not text:
        return ""
    return f"{' ' if text[:1].isspace() else ''}{flat}{' ' if text[-1:].isspace() and flat else ''}"
