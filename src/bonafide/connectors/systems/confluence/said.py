"""A page of Confluence -> the lines that it says, as a decision record in Markdown has them. Pure.

Of a table's rows the label and what stands beside it are told, of a status (a lozenge) its word, of a date its day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bonafide.posting.lexicon import table
from bonafide.posting.tree import Document, Node, hidden

_ELEMENTS = table("elements")
_BLOCKS = frozenset(_ELEMENTS["blocks"]) | {"br", "ac:rich-text-body", "ac:layout-cell", "ac:task-body"}
_SILENT = frozenset(_ELEMENTS["silent"]) | {
    "ac:parameter",
    "ac:placeholder",
    "ac:plain-text-body",
    "ac:task-status",
}
CELLS = frozenset({"th", "td"})
_HEADINGS = {f"h{rank}": f"{'#' * rank} " for rank in range(1, 7)}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, a status, or the end of a line (then `text` is how the next one begins: `## ` of a heading).

    `table` is the index of a table that stands there.
    """

    text: str
    ends: bool = False
    status: bool = False
    table: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: whether it is a head, and its lines."""

    head: bool
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A page's lines, and the first status that stands alone in one."""

    text: str
    status: str = ""


def said(page: Document, start: int = 0) -> Said:
    """What the node at `start` says, with all below it."""
    lines: list[str] = []
    alone = ""
    for pieces in _split(_pieces(page.nodes, start, page.nodes[start].end, tables=True)):
        if pieces and pieces[0].table:
            lines += _rows(page.nodes, pieces[0].table)
        alone = alone or _alone(pieces)
        lines.append(_line(pieces))
    return Said("\n".join(filter(str.strip, lines)), alone)


def _pieces(nodes: Sequence[Node], start: int, end: int, *, tables: bool = False) -> Iterator[Piece]:
    """What stands between two nodes; of tables, if they are not to be read as text, where they are."""
    index, ends = start, list[int]()
    while index < end:
        while ends and ends[-1] <= index:
            ends.pop()
            yield Piece("", ends=True)
        node = nodes[index]
        index += 1
        if node.tag in _SILENT or hidden(node):
            index = node.end
        elif _is_status(node):
            yield Piece(_status(nodes, index - 1), status=True)
            index = node.end
        elif node.tag == "time" and node.attrs.get("datetime"):
            yield Piece(f" {node.attrs['datetime'][:10]} ")
            index = node.end
        elif tables and node.tag == "table":
            yield Piece("", ends=True, table=index - 1)
            index = node.end
        elif node.tag in _BLOCKS:
            yield Piece(_HEADINGS.get(node.tag, ""), ends=True)
            if node.end > index:
                ends.append(node.end)
        elif not node.tag:
            yield Piece(node.text)


def _is_status(node: Node) -> bool:
    if node.tag in ("ac:structured-macro", "ac:macro"):
        return node.attrs.get("ac:name") == "status"
    return "status-macro" in node.attrs.get("class", "").split()


def _status(nodes: Sequence[Node], index: int) -> str:
    """The word of a status: all that its element says, or of a macro the parameter that is its title."""
    node = nodes[index]
    if not node.tag.startswith("ac:"):
        return _text(nodes, index, node.end)
    title = (
        at
        for at in range(index, node.end)
        if nodes[at].tag == "ac:parameter" and nodes[at].attrs.get("ac:name") == "title"
    )
    return next((_text(nodes, at, nodes[at].end) for at in title), "")


def _text(nodes: Sequence[Node], start: int, end: int) -> str:
    return " ".join("".join(node.text for node in nodes[start:end] if not node.tag).split())


def _alone(pieces: Sequence[Piece]) -> str:
    told = [piece for piece in pieces if piece.text.strip(" \n\t#")]
    return told[0].text if len(told) == 1 and told[0].status else ""


def _line(pieces: Sequence[Piece]) -> str:
    """A line of text. What stands before a status is its label; of several side by side one is to be chosen."""
    text, labelled = "", False
    for piece in pieces:
        before = text.strip("# \n\t")
        if not piece.status:
            text += piece.text
        elif labelled or not before:
            text = f"{text.rstrip().rstrip('/')} / {piece.text}" if labelled else piece.text
        else:
            text = f"{before.removesuffix(':')}: {piece.text}"
        labelled |= piece.status
    return " ".join(text.replace("|", "/").split())


def _rows(nodes: Sequence[Node], start: int) -> Iterator[str]:
    """The rows of a table as Markdown has them, each a label and a value; a head above a single row holds its labels."""
    rows = [[_cell(nodes, at) for at in _inner(nodes, row, CELLS)] for row in _inner(nodes, start, {"tr"})]
    if len(rows) == 2 and len(rows[0]) > 1 and all(cell.head for cell in rows[0]):
        pairs = list(zip(*rows, strict=False))
    else:
        pairs = [pair for row in rows for pair in _pairs(row)]
    for label, value in pairs:
        yield from (f"| {' '.join(label.lines)} | {line} |" for line in value.lines)


def _pairs(row: Sequence[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """Every head of a row with the cell beside it; of a row without heads the first two cells."""
    beside = list(pairwise(row))
    if any(cell.head for cell in row):
        yield from ((one, other) for one, other in beside if one.head and not other.head)
    else:
        yield from beside[:1]


def _inner(nodes: Sequence[Node], start: int, tags: frozenset[str] | set[str]) -> Iterator[int]:
    """The nodes of these tags below one, but not below each other or in a table within."""
    index = start + 1
    while index < nodes[start].end:
        node = nodes[index]
        if node.tag in tags and not hidden(node):
            yield index
        index = node.end if node.tag in tags or node.tag == "table" else index + 1


def _cell(nodes: Sequence[Node], index: int) -> Cell:
    lines = list(_split(_pieces(nodes, index + 1, nodes[index].end)))
    told = [line for line in map(_line, lines) if line]
    if len(told) > 1 and all(map(_alone, filter(_line, lines))):
        # One of them is to be chosen, as on a template; a history has dates beside its states.
        told = [" / ".join(told)]
    return Cell(nodes[index].tag == "th", tuple(told))


def _split(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in pieces:
        if piece.ends:
            yield line
            line = []
        line.append(piece)
    yield line
