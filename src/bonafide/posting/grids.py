"""Tables of requirements whose columns say must or nice to have, by ticks or by the text in them, as headed lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bonafide.posting.lexicon import table
from bonafide.posting.lines import BULLET, Line, Role, fold, tidy
from bonafide.posting.tree import Node

_MOST_ROWS = 200
_BREAKS = frozenset(("li", "p", "br", "div"))
Cell = list[str]


def lines_of(nodes: Sequence[Node], index: int) -> list[Line]:
    """The lists that the table at an index means, must before nice; empty where it is no such table."""
    rows = list(_rows(nodes, index))
    if not 2 <= len(rows) <= _MOST_ROWS:
        return []
    kinds = {at: kind for at, cell in enumerate(rows[0]) if (kind := kind_of(" ".join(cell)))}
    if set(kinds.values()) != {"must", "nice"}:
        return []
    found: list[Line] = []
    for kind in ("must", "nice"):
        column = next(at for at, named in kinds.items() if named == kind)
        items = [item for row in rows[1:] for item in _said(row, column, kinds)]
        if items:
            found.append(Line(" ".join(rows[0][column]), Role.HEADING, 6))
            found.extend(Line(item, Role.ITEM, 1) for item in items)
    return found


def _said(row: Sequence[Cell], column: int, kinds: Mapping[int, str]) -> Iterator[str]:
    """What a row says in a column: its first other cell where it is ticked, else the column's own text."""
    cell = row[column] if column < len(row) else []
    whole = fold(" ".join(cell))
    if whole in _words("blanks"):
        return
    if whole in _words("ticks"):
        named = next((text for at, text in enumerate(row) if at not in kinds and text), [])
        yield from [" ".join(named)] if named else []
    else:
        yield from (BULLET.sub("", text) for text in cell)


def kind_of(head: str) -> str | None:
    """`must` or `nice` where a word that heads a column, or a list, says nothing else."""
    plain = fold(head).strip(" .:*?!")
    return next((kind for kind in ("must", "nice") if plain in _words(kind)), None)


@lru_cache(maxsize=8)
def _words(name: str) -> frozenset[str]:
    return frozenset(map(fold, table("grids")[name]))


def _rows(nodes: Sequence[Node], index: int) -> Iterator[list[Cell]]:
    """The table's rows: each cell as its lines; tables inside it are left to themselves."""
    row: list[Cell] | None = None
    at, end = index + 1, nodes[index].end
    while at < end:
        node = nodes[at]
        if node.tag == "table":
            at = node.end
            continue
        if node.tag == "tr":
            if row is not None:
                yield row
            row = []
        elif node.tag in ("td", "th") and row is not None:
            row.append(_cell(nodes, at))
            at = node.end
            continue
        at += 1
    if row is not None:
        yield row


def _cell(nodes: Sequence[Node], index: int) -> Cell:
    lines = [""]
    for node in nodes[index + 1 : nodes[index].end]:
        if node.tag in _BREAKS:
            lines.append("")
        lines[-1] += node.text if not node.tag else ""
    return [text for line in lines if (text := tidy(line))]
