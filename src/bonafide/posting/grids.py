"""Tables of requirements that say must or nice to have, by column or by row, as headed lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bonafide.posting.lexicon import table
from bonafide.posting.lines import BULLET, Line, Role, fold, tidy
from bonafide.posting.tree import Node

_MOST_ROWS = 200
_BREAKS = frozenset(("li", "p", "br", "div"))
_SHARE_RATED = 0.6
Cell = list[str]
Row = list[Cell]
Rating = tuple[str, str]


def lines_of(nodes: Sequence[Node], index: int) -> list[Line]:
    """The lists that the table at an index means, must before nice; empty where it is no such table."""
    return lists_of(list(_rows(nodes, index)))


def lists_of(rows: Sequence[Row]) -> list[Line]:
    """The lists that rows of cells mean, whose columns or whose single rows say must or nice; else empty."""
    if not 2 <= len(rows) <= _MOST_ROWS:
        return []
    return _by_columns(rows) or _by_rows(rows)


def _by_columns(rows: Sequence[Row]) -> list[Line]:
    kinds = {at: kind for at, cell in enumerate(rows[0]) if (kind := kind_of(" ".join(cell)))}
    if set(kinds.values()) != {"must", "nice"}:
        return []
    found: list[Line] = []
    for kind in ("must", "nice"):
        column = next(at for at, named in kinds.items() if named == kind)
        items = [item for row in rows[1:] for item in _said(row, column, kinds)]
        found.extend(_list(" ".join(rows[0][column]), items))
    return found


def _by_rows(rows: Sequence[Row]) -> list[Line]:
    """A table in which each row says its own kind in one cell: `Chartered engineer | Essential | Interview`."""
    width = max(map(len, rows))
    rated = max(([_rating(row, at) for row in rows] for at in range(width)), key=lambda kinds: _count(kinds))
    if _count(rated) < max(2, _SHARE_RATED * len(rows)):
        return []
    told = [(rating, row) for row, rating in zip(rows, rated, strict=True) if rating]
    column = max(range(width), key=lambda at: _variety([row for _, row in told], at))
    found: list[Line] = []
    for kind in ("must", "nice"):
        of_kind = [(word, row[column]) for (named, word), row in told if named == kind and column < len(row)]
        items = [BULLET.sub("", text) for _, cell in of_kind for text in cell if text]
        found.extend(_list(of_kind[0][0], items) if of_kind else [])
    return found


def _list(heading: str, items: Sequence[str]) -> list[Line]:
    return [Line(heading, Role.HEADING, 6), *(Line(item, Role.ITEM, 1) for item in items)] if items else []


def _rating(row: Row, column: int) -> Rating | None:
    """The kind that a cell gives its row, and the word for it; a letter stands for its word."""
    cell = " ".join(row[column]) if column < len(row) else ""
    word = table("grids")["letters"].get(fold(cell), cell)
    kind = kind_of(word)
    return (kind, word) if kind else None


def _count(ratings: Sequence[Rating | None]) -> int:
    return sum(rating is not None for rating in ratings)


def _variety(rows: Sequence[Row], column: int) -> tuple[int, int]:
    """How many different texts a column holds, and how long they are: the requirements' own varies most."""
    texts = [" ".join(row[column]) for row in rows if column < len(row)]
    return len(set(texts)), sum(map(len, texts))


def _said(row: Row, column: int, kinds: Mapping[int, str]) -> Iterator[str]:
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


def _rows(nodes: Sequence[Node], index: int) -> Iterator[Row]:
    """The table's rows: each cell as its lines; tables inside it are left to themselves."""
    row: Row | None = None
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
