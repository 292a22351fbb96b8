"""Pages whose words are put at places of their own, as converters of PDFs make them: their lines are put together again."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bonafide.posting.lines import tidy
from bonafide.posting.tree import Document, Node

_PLACING = re.compile(
    r"(?<![\w-])(position|left|top|bottom)\s*:\s*(absolute|-?\d{1,6}(?:\.\d{1,6})?)\s*(?:px|pt|em|rem|%)?",
    re.I,
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
_NAMED = re.compile(r"[.#][\w-]+")
# What begins a word of its own inside a fragment; other elements may stand in the middle of one.
_BREAKS = frozenset(("br", "div", "p", "li", "td", "tr"))
_LEAST, _SHARE = 12, 0.6
_LEAST_BROKEN = 3  # lines that go on in small letters in the next: a page that is not to be read line by line
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
    # Where each line is whole and ends where its sentence does, the page can be read as it stands.
    return _text(lines) if len(lines) < len(pieces) or _are_broken(lines) else None


def _are_broken(lines: list[list[_Piece]]) -> bool:
    pairs = itertools.pairwise(line[0].text for line in lines)
    return sum(a[-1:] not in ".:;!?" and b[:1].islower() for a, b in pairs) >= _LEAST_BROKEN


_Placing = dict[str, str]


def _placings(document: Document) -> list[_Placing]:
    """Where each node is put, by the rules for its classes and its id, and by its own attribute."""
    rules: dict[str, _Placing] = {}
    for names, body in itertools.chain.from_iterable(map(_rules, document.sheets)):
        for name in map(str.strip, names.split(",")):
            if _NAMED.fullmatch(name) and (placing := _placing(body)):
                rules.setdefault(name, {}).update(placing)
    return [_of_node(node, rules) for node in document.nodes]


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """A style sheet's selectors and declarations, without those for print and other media."""
    other_media = False
    for part in _COMMENT.sub("", sheet).split("}"):
        names, brace, body = part.rpartition("{")
        if "@" in names:
            other_media = True
        elif not brace:
            other_media = False
        elif not other_media:
            yield names, body


def _placing(style: str) -> _Placing:
    return {name.lower(): value.lower() for name, value in _PLACING.findall(style)}


def _of_node(node: Node, rules: Mapping[str, _Placing]) -> _Placing:
    found: _Placing = {}
    for name in node.attrs.get("class", "").split() if rules else ():
        found |= rules.get(f".{name}", {})
    return found | rules.get(f"#{node.attrs.get('id', '')}", {}) | _placing(node.attrs.get("style", ""))


def _pieces(document: Document) -> Iterator[_Piece]:
    """The elements with a place and text of their own, none inside another."""
    nodes, covered = document.nodes, 0
    placings = _placings(document)
    put = [placing.get("position") == "absolute" for placing in placings]
    for index, node in enumerate(nodes):
        if index < covered or not put[index]:
            continue
        at = {name: float(value) for name, value in placings[index].items() if value != "absolute"}
        nested = any(put[index + 1 : node.end])
        text = tidy("".join(map(_text_in, nodes[index + 1 : node.end])))
        if nested or "left" not in at or not ("top" in at or "bottom" in at) or not text:
            continue
        covered = node.end
        yield _Piece(text, node.parent, at["top"] if "top" in at else -at["bottom"], at["left"])


def _text_in(node: Node) -> str:
    return " " if node.tag in _BREAKS else node.text


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
