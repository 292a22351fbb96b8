"""ODT, read from its XML: paragraphs, headings, lists, tables, text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from bonafide.cv.layout import Layout, Line, Row
from bonafide.cv.paragraph import Run, Sheet, Style
from bonafide.cv.zipped import Archive, attribute, child, descendants, local
from bonafide.model.faults import UnreadableFault

_MOST_BLANKS = 40


@dataclass(frozen=True, slots=True)
class _Named:
    parent: str = ""
    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None


def read_sheet(content: bytes) -> Sheet:
    """Read an ODT; raises `UnreadableFault` where it is broken, locked or too large."""
    archive = Archive(content)
    tree = archive.tree("content.xml")
    body = child(tree, "body", "text")
    if tree is None or body is None:
        raise UnreadableFault("This ODT has no text in it.", mend="Save it again from your word processor.")
    declared = archive.tree("styles.xml")
    styles = {**(_styles(declared) if declared is not None else {}), **_styles(tree)}
    reader, layout = _Reader(styles), Layout()
    reader.lay(body, layout, 0)
    urls = tuple(dict.fromkeys(attribute(node, "href") or "" for node in descendants(tree, "a")))
    return Sheet(tuple(layout.paragraphs), (), tuple(url for url in urls if url))


def _styles(tree: Element) -> dict[str, _Named]:
    found = {}
    for node in descendants(tree, "style"):
        text = child(node, "text-properties")
        weight, slant = attribute(text, "font-weight"), attribute(text, "font-style")
        found[attribute(node, "name") or ""] = _Named(
            attribute(node, "parent-style-name") or "",
            None if weight is None else weight in ("bold", "600", "700", "800", "900"),
            None if slant is None else slant in ("italic", "oblique"),
            _points(attribute(text, "font-size")),
        )
    return found


def _points(text: str | None) -> float | None:
    if not text or not text.endswith("pt"):
        return None
    number = text.removesuffix("pt")
    return float(number) if number.replace(".", "", 1).isdigit() else None


class _Reader:
    def __init__(self, styles: dict[str, _Named]) -> None:
        self.styles = styles

    def lay(self, node: Element, layout: Layout, level: int) -> None:
        for item in node:
            name = local(item)
            if name in ("p", "h"):
                layout.line(self.line(item, level))
                for box in descendants(item, "text-box"):
                    self.lay(box, layout, level)
            elif name == "table":
                layout.table([self.row(row) for row in descendants(item, "table-row")])
            elif name == "list":
                self.lay(item, layout, level + 1)
            elif name in ("list-item", "section", "list-header"):
                self.lay(item, layout, level)
            elif name == "frame":
                for box in descendants(item, "text-box"):
                    self.lay(box, layout, level)

    def row(self, row: Element) -> Row:
        cells = [cell for cell in row if local(cell) == "table-cell"]
        return [list(self._lines(cell, 0)) for cell in cells]

    def _lines(self, node: Element, level: int) -> Iterator[Line]:
        for item in node:
            if local(item) in ("p", "h"):
                yield self.line(item, level)
            elif local(item) == "list":
                yield from self._lines(item, level + 1)
            else:
                yield from self._lines(item, level)

    def line(self, node: Element, level: int) -> Line:
        style = self._style(attribute(node, "style-name") or "", Style())
        rank = attribute(node, "outline-level") if local(node) == "h" else None
        title = (attribute(node, "style-name") or "").lower() == "title"
        heading = int(rank) if rank and rank.isdigit() else 1 if title else 0
        return Line(tuple(self._runs(node, style, "")), 0 if heading else level, heading)

    def _style(self, name: str, base: Style) -> Style:
        chain: list[_Named] = []
        while name in self.styles and len(chain) < 12:
            chain.append(self.styles[name])
            name = chain[-1].parent
        for own in reversed(chain):
            base = replace(
                base,
                size=base.size if own.size is None else own.size,
                bold=base.bold if own.bold is None else own.bold,
                italic=base.italic if own.italic is None else own.italic,
            )
        return base

    def _runs(self, node: Element, style: Style, url: str) -> Iterator[Run]:
        if node.text:
            yield Run(_flat(node.text), style, url)
        for item in node:
            yield from self._inside(item, style, url)
            if item.tail:
                yield Run(_flat(item.tail), style, url)

    def _inside(self, item: Element, style: Style, url: str) -> Iterator[Run]:
        name = local(item)
        if name == "span":
            yield from self._runs(item, self._style(attribute(item, "style-name") or "", style), url)
        elif name == "a":
            yield from self._runs(item, style, attribute(item, "href") or url)
        elif name in ("tab", "line-break", "s"):
            count = attribute(item, "c") or "1"
            blanks = " " * min(int(count) if count.isdigit() else 1, _MOST_BLANKS)
            yield Run({"tab": "\t", "line-break": "\n"}.get(name, blanks), style, url)


def _flat(text: str) -> str:
    """XML's own line breaks and tabs are blanks."""
    return " ".join(text.split("\n")).replace("\t", " ")
