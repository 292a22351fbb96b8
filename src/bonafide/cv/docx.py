"""DOCX, read from its XML: paragraphs, list items, tables, text boxes, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bonafide.cv.labels import is_running
from bonafide.cv.layout import Layout, Line, Row
from bonafide.cv.paragraph import Paragraph, Run, Sheet, Style
from bonafide.cv.words import HEADING_STYLES, LIST_STYLES, any_of
from bonafide.cv.zipped import Archive, attribute, child, descendants, local
from bonafide.model.faults import UnreadableFault

_MAIN = "word/document.xml"
_HEADING = re.compile(rf"^(?:{any_of(HEADING_STYLES)})\s*(\d)$", re.I)
_LIST_NAME = re.compile(any_of(LIST_STYLES), re.I)
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class _Named:
    """A style as the document declares it; None where it leaves a property to what it is based on."""

    name: str = ""
    based_on: str = ""
    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    level: int | None = None
    outline: int | None = None


def read_sheet(content: bytes) -> Sheet:
    """Read a DOCX; raises `UnreadableFault` where it is broken, locked or too large."""
    archive = Archive(content)
    document = archive.tree(_MAIN)
    body = child(document, "body")
    if body is None:
        raise UnreadableFault(
            "This DOCX has no document in it.", mend="Save it again from your word processor."
        )
    reader = _Reader(_styles(archive.tree("word/styles.xml")), _links(archive))
    layout = Layout()
    heads = _margins(archive, reader, "header")
    for line in heads:
        layout.line(line)
    reader.lay(body, layout, 0)
    feet = Layout()
    for line in _margins(archive, reader, "footer"):
        feet.line(line)
    return Sheet(tuple(_by_flow(layout.paragraphs)), tuple(feet.paragraphs), tuple(reader.links.values()))


def _by_flow(paragraphs: list[Paragraph]) -> list[Paragraph]:
    return sorted(paragraphs, key=lambda paragraph: paragraph.flow)


def _margins(archive: Archive, reader: _Reader, kind: str) -> Iterator[Line]:
    """The lines of headers or footers, each once; page numbers only at the foot."""
    seen = set()
    for name in sorted(archive.names()):
        if not re.fullmatch(rf"word/{kind}\d*\.xml", name):
            continue
        tree = archive.tree(name)
        for node in descendants(tree, "p") if tree is not None else ():
            line = reader.line(node)
            if line.text and line.text not in seen and (kind == "footer" or not is_running(line.text)):
                seen.add(line.text)
                yield line


def _links(archive: Archive) -> dict[str, str]:
    tree = archive.tree("word/_rels/document.xml.rels")
    found = {}
    for node in tree if tree is not None else ():
        if (attribute(node, "Type") or "").endswith("/hyperlink"):
            found[attribute(node, "Id") or ""] = attribute(node, "Target") or ""
    return found


def _styles(tree: Element | None) -> dict[str, _Named]:
    found = {}
    for node in descendants(tree, "style") if tree is not None else ():
        run, paragraph = child(node, "rPr"), child(node, "pPr")
        found[attribute(node, "styleId") or ""] = _Named(
            name=attribute(child(node, "name"), "val") or "",
            based_on=attribute(child(node, "basedOn"), "val") or "",
            bold=_switch(child(run, "b")),
            italic=_switch(child(run, "i")),
            size=_half_points(child(run, "sz")),
            level=_level(paragraph),
            outline=_whole(child(paragraph, "outlineLvl")),
        )
    return found


def _switch(node: Element | None) -> bool | None:
    return None if node is None else attribute(node, "val") not in _OFF


def _whole(node: Element | None) -> int | None:
    value = attribute(node, "val")
    return int(value) if value and value.isdigit() else None


def _half_points(node: Element | None) -> float | None:
    value = _whole(node)
    return None if value is None else min(value, 400) / 2


def _level(properties: Element | None) -> int | None:
    """The depth of a list item (from 1), 0 where a list is switched off, None where nothing is said."""
    numbering = child(properties, "numPr")
    if numbering is None:
        return None
    if _whole(child(numbering, "numId")) == 0:
        return 0
    return 1 + min(_whole(child(numbering, "ilvl")) or 0, 8)


class _Reader:
    """Turns nodes into lines with the document's styles and links at hand."""

    def __init__(self, styles: dict[str, _Named], links: dict[str, str]) -> None:
        self.styles = styles
        self.links = links

    def lay(self, node: Element, layout: Layout, flow: int) -> None:
        """Lay out a container's paragraphs and tables in order."""
        for item in node:
            name = local(item)
            if name == "p":
                layout.line(self.line(item), flow)
                for box in _boxes(item):
                    self.lay(box, layout, max(flow, 1 if len(box) > 3 else 0))
            elif name == "tbl":
                layout.table([self.row(row) for row in item if local(row) == "tr"], flow)
            elif name in ("sdt", "sdtContent", "ins", "smartTag", "customXml"):
                self.lay(item, layout, flow)

    def row(self, row: Element) -> Row:
        return [self.cell(cell) for cell in _through(row, "tc")]

    def cell(self, cell: Element) -> list[Line]:
        """A cell's lines; a table inside it is read row by row."""
        lines: list[Line] = []
        for item in _through(cell, "p", "tbl"):
            if local(item) == "p":
                lines.append(self.line(item))
                lines += [self.line(p) for box in _boxes(item) for p in descendants(box, "p")]
            else:
                lines += [self.line(node) for node in descendants(item, "p")]
        return lines

    def line(self, node: Element) -> Line:
        properties = child(node, "pPr")
        chain = self._chain(attribute(child(properties, "pStyle"), "val") or "")
        level = _level(properties)
        if level is None:
            level = next((s.level for s in chain if s.level is not None), None)
        if level is None:
            level = (
                1
                if any(_LIST_NAME.search(s.name) and "paragraph" not in s.name.lower() for s in chain[:1])
                else 0
            )
        runs = tuple(self._runs(node, chain, ""))
        return Line(runs, level, _rank(chain, properties))

    def _chain(self, style: str) -> list[_Named]:
        """A style and what it is based on."""
        chain: list[_Named] = []
        while style in self.styles and len(chain) < 12:
            chain.append(self.styles[style])
            style = chain[-1].based_on
        return chain

    def _runs(self, node: Element, chain: list[_Named], url: str) -> Iterator[Run]:
        for item in node:
            name = local(item)
            if name == "r":
                text = "".join(_text(item))
                if text:
                    yield Run(text, self._style(item, chain), url)
            elif name == "hyperlink":
                yield from self._runs(item, chain, self.links.get(attribute(item, "id") or "", url))
            elif name in ("ins", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml"):
                yield from self._runs(item, chain, url)

    def _style(self, run: Element, chain: list[_Named]) -> Style:
        own = child(run, "rPr")
        chain = [*self._chain(attribute(child(own, "rStyle"), "val") or ""), *chain]
        bold, italic, size = (
            _switch(child(own, "b")),
            _switch(child(own, "i")),
            _half_points(child(own, "sz")),
        )
        if bold is None:
            bold = next((s.bold for s in chain if s.bold is not None), False)
        if italic is None:
            italic = next((s.italic for s in chain if s.italic is not None), False)
        if size is None:
            size = next((s.size for s in chain if s.size is not None), 0.0)
        return Style(size, bold, italic)


def _rank(chain: list[_Named], properties: Element | None) -> int:
    """The rank of a heading: its style's, or the outline level it is given; a title is 1."""
    for style in chain:
        found = _HEADING.match(style.name)
        if found:
            return int(found[1])
        if style.name.lower() == "title":
            return 1
        if style.outline is not None and style.outline < 9:
            return style.outline + 1
    own = _whole(child(properties, "outlineLvl"))
    return own + 1 if own is not None and own < 9 else 0


def _text(run: Element) -> Iterator[str]:
    for item in run:
        name = local(item)
        if name == "t":
            yield item.text or ""
        elif name in ("tab", "ptab"):
            yield "\t"
        elif name in ("br", "cr"):
            yield "\n"
        elif name == "noBreakHyphen":
            yield "-"


def _boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes anchored in a paragraph; the copies kept for old programs are left out."""
    pending = list(paragraph)
    while pending:
        item = pending.pop(0)
        if local(item) == "txbxContent":
            yield item
        elif local(item) != "Fallback":
            pending = [*item, *pending]


def _through(node: Element, *names: str) -> Iterator[Element]:
    """Children of these names, also inside content controls."""
    for item in node:
        if local(item) in names:
            yield item
        elif local(item) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _through(item, *names)
