"""Markdown: headings, lists, emphasis, links, tables; front matter left aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bonafide.cv.layout import Layout, Line
from bonafide.cv.paragraph import Run, Sheet, Style
from bonafide.cv.text import decoded

_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_BULLET = re.compile(r"^(\s*)(?:[-*+•]|\d{1,2}[.)])\s+(?=\S)")
_RULE = re.compile(r"^\s{0,3}(?:[-*_]\s*){3,}$")
_UNDERLINE = re.compile(r"^\s{0,3}(=+|-+)\s*$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]{0,300})?/?>", re.I)
_INLINE = re.compile(
    r"!\[[^\]]*\]\([^)]*\)|\[(?P<label>[^\]]+)\]\((?P<url>[^)\s]+)[^)]*\)|<(?P<auto>(?:https?://|mailto:)[^>\s]+|[^\s<>@]+@[^\s<>]+)>"
    r"|(?P<strong>\*\*|__)|(?P<slant>(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w))|(?P<code>`+)|\\(?P<plain>[\\`*_{}\[\]()#+.!|~-])"
)
_ENTITIES = {"&nbsp;": " ", "&amp;": "&", "&ndash;": "–", "&mdash;": "—", "&lt;": "<", "&gt;": ">"}


def read_sheet(content: bytes) -> Sheet:
    """Read a Markdown file; paragraphs keep their line breaks as lines, as CVs mean them."""
    text = decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    text = _COMMENT.sub("", _FRONT.sub("", text))
    lines = text.split("\n")
    layout = Layout()
    index = 0
    while index < len(lines):
        index = _read_block(lines, index, layout)
    urls = tuple(dict.fromkeys(m["url"] for m in _INLINE.finditer(text) if m["url"]))
    return Sheet(tuple(layout.paragraphs), (), urls)


def _read_block(lines: Sequence[str], index: int, layout: Layout) -> int:
    line = lines[index]
    heading, below = _HEADING.match(line), lines[index + 1] if index + 1 < len(lines) else ""
    underlined = _UNDERLINE.match(below) if line.strip() and not _BULLET.match(line) else None
    if heading:
        layout.line(Line(_runs(heading[2]), 0, len(heading[1])))
        return index + 1
    if underlined and "|" not in line:
        layout.line(Line(_runs(line), 0, 1 if below.strip().startswith("=") else 2))
        return index + 2
    if "|" in line and _TABLE_RULE.match(below):
        return _read_table(lines, index, layout)
    if _RULE.match(line):
        layout.line(Line(()))
        return index + 1
    return _read_text(lines, index, layout)


def _read_text(lines: Sequence[str], index: int, layout: Layout) -> int:
    """A list item with its lazy lines, or a line."""
    bullet = _BULLET.match(lines[index])
    if not bullet:
        layout.line(Line(_runs(lines[index].strip().removeprefix("> "))))
        return index + 1
    parts = [lines[index][bullet.end() :]]
    index += 1
    while (
        index < len(lines)
        and lines[index].startswith("  ")
        and lines[index].strip()
        and not _BULLET.match(lines[index])
    ):
        parts.append(lines[index].strip())
        index += 1
    level = 1 + min(len(bullet[1].expandtabs(4)) // 2, 3)
    layout.line(Line(_runs(" ".join(part.strip() for part in parts)), level))
    return index


def _read_table(lines: Sequence[str], index: int, layout: Layout) -> int:
    rows = []
    header = _cells(lines[index])
    if any(cell.strip() for cell in header):
        rows.append(header)
    index += 2
    while index < len(lines) and "|" in lines[index]:
        rows.append(_cells(lines[index]))
        index += 1
    layout.table([[[Line(_runs(cell))] for cell in row] for row in rows])
    return index


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def _runs(text: str) -> tuple[Run, ...]:
    for entity, sign in _ENTITIES.items():
        text = text.replace(entity, sign)
    text = _TAG.sub("", text.replace("<br>", "\n").replace("<br/>", "\n"))
    return tuple(run for run in _inline(text.rstrip("\\").rstrip()) if run.text)


def _inline(text: str) -> Iterator[Run]:
    bold = italic = False
    last = 0
    for found in _INLINE.finditer(text):
        style = Style(0.0, bold, italic)
        yield Run(text[last : found.start()], style)
        last = found.end()
        if found["label"]:
            yield from (
                Run(run.text, Style(0.0, run.style.bold or bold, run.style.italic or italic), found["url"])
                for run in _inline(found["label"])
            )
        elif found["auto"]:
            yield Run(found["auto"].removeprefix("mailto:"), style, found["auto"])
        elif found["plain"]:
            yield Run(found["plain"], style)
        bold ^= bool(found["strong"])
        italic ^= bool(found["slant"])
    yield Run(text[last:], Style(0.0, bold, italic))
