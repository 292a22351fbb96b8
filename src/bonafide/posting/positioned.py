"""Pages whose words are put at places of their own, as converters of PDFs make them: their lines are put together again."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bonafide.posting.lines import tidy
from bonafide.posting.tree import Document

_ABSOLUTE = re.compile(r"position\s*:\s*absolute", re.I)
_AT = {
    name: re.compile(rf"(?<![\w-]){name}\s*:\s*(-?\d{{1,6}}(?:\.\d{{1,4}})?)\s*(?:px|pt|em|rem|%)?", re.I)
    for name in ("left", "top", "bottom")
}
_LEAST, _SHARE = 12, 0.6
_SAME_LINE = 2.5  # units between the tops of fragments that stand on one line
_APART = 1.5  # line heights above a new paragraph


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    sheet: int
    top: float
    left: float


def text_of(document: Document) -> str | None:
    """The page's text line by line, a blank one between paragraphs; None where its words flow as usual."""
    pieces = list(_pieces(document))
    shown = sum(len(node.text.strip()) for node in document.nodes if not node.tag)
    if len(pieces) < _LEAST or sum(len(piece.text) for piece in pieces) < _SHARE * shown:
        return None
    lines = _lines(pieces)
    # Where each line is whole the page can be read as it stands.
    return _text(lines) if len(lines) < len(pieces) else None


def _pieces(document: Document) -> Iterator[_Piece]:
    """The elements with a place and text of their own, none inside another."""
    nodes, covered = document.nodes, 0
    for index, node in enumerate(nodes):
        style = node.attrs.get("style", "")
        if index < covered or not _ABSOLUTE.search(style):
            continue
        at = {name: float(found[1]) for name, form in _AT.items() if (found := form.search(style))}
        inner = range(index + 1, node.end)
        nested = any(_ABSOLUTE.search(nodes[i].attrs.get("style", "")) for i in inner)
        text = tidy(" ".join(nodes[i].text for i in inner))
        if nested or "left" not in at or not ("top" in at or "bottom" in at) or not text:
            continue
        covered = node.end
        yield _Piece(text, node.parent, at["top"] if "top" in at else -at["bottom"], at["left"])


def _lines(pieces: list[_Piece]) -> list[list[_Piece]]:
    """The pieces by sheet, from top to bottom, those of one line from left to right."""
    sheets = defaultdict[int, list[_Piece]](list)
    for piece in pieces:
        sheets[piece.sheet].append(piece)
    found: list[list[_Piece]] = []
    for sheet in sheets.values():
        begun = False
        for piece in sorted(sheet, key=lambda one: (one.top, one.left)):
            if begun and piece.top - found[-1][0].top <= _SAME_LINE:
                found[-1].append(piece)
            else:
                found.append([piece])
            begun = True
    return [sorted(line, key=lambda one: one.left) for line in found]


def _text(lines: list[list[_Piece]]) -> str:
    steps = sorted(step for a, b in itertools.pairwise(lines) if (step := b[0].top - a[0].top) > 0)
    usual = steps[len(steps) // 4] if steps else 0.0
    said: list[str] = []
    for before, line in zip([None, *lines], lines, strict=False):
        step = line[0].top - before[0].top if before else 0.0
        if before and not 0 <= step <= _APART * usual:
            said.append("")
        said.append(" ".join(piece.text for piece in line))
    return "\n".join(said)
