"""A page's nodes as lines: broken where a block begins or ends, headings and items told by their mark-up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bonafide.model.faults import UnreadableFault
from bonafide.posting import grids
from bonafide.posting.lexicon import table
from bonafide.posting.lines import Line, Role, cleaned, tidy
from bonafide.posting.tree import Document, Node, hidden, parse

_BLOCKS = frozenset(table("elements")["blocks"])
_SILENT = frozenset(table("elements")["silent"])
# Text whose own line breaks a style sheet shows: lines that begin with bullets.
_OWN_BREAKS = re.compile(r"\n[ \t]*[•●▪◦*–-][ \t]+\S[^\n]*\n[ \t]*[•●▪◦*–-][ \t]+\S")
_KEPT_APART = frozenset(("span", "a", "time", "small", "label"))
_MOST_LINES = 8_000
_EMPHASIS = frozenset(("b", "strong", "u"))


def fragment(html: str) -> tuple[Line, ...]:
    """The lines of a piece of HTML such as a record's description."""
    document = parse(html)
    return cleaned(lines(document, 0))


@dataclass(frozen=True, slots=True)
class Spot:
    """A line and the element it stands in; `linked` is the share of its text that is link or button.

    `owners` are the elements of the line's parts, one each.
    """

    line: Line
    node: int
    linked: float
    owners: tuple[int, ...] = ()


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
            elif node.tag == "table" and (grid := grids.lines_of(self.nodes, index)):
                self._flush()
                self.found.extend(Spot(line, index, 0.0) for line in grid)
                index = node.end
                continue
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
        kept = "pre" in tags or _OWN_BREAKS.search(node.text) or self._styled_pre(node)
        for index, text in enumerate(node.text.split("\n") if kept else [node.text]):
            if index:
                self._flush()
            self.runs.append((text, node.parent, bool(tags & _EMPHASIS), bool(tags & {"a", "button"})))

    def _styled_pre(self, node: Node) -> bool:
        return "\n" in node.text and any(
            "white-space" in self.nodes[i].attrs.get("style", "") for i in self.open
        )

    def _flush(self) -> None:
        runs, self.runs = self.runs, []
        text = tidy(self._joined(runs))
        if not text:
            return
        block = next(
            (i for i in reversed(self.open) if self.nodes[i].tag in _BLOCKS),
            self.open[-1] if self.open else 0,
        )
        size = sum(len(run[0].strip()) for run in runs) or 1
        linked = sum(len(run[0].strip()) for run in runs if run[3]) / size
        owners = tuple(parent for _, parent in _parts(runs))
        self.found.append(Spot(self._line(text, runs, block), block, linked, owners))
        if len(self.found) > _MOST_LINES:
            raise UnreadableFault(
                f"The page shows more than {_MOST_LINES} lines, far more than a posting's.",
                mend="Copy the posting's text and paste it.",
            )

    def _joined(self, runs: list[tuple[str, int, bool, bool]]) -> str:
        """The runs as one text; what only a style sheet keeps apart (`<a>Acme</a><span>Oslo</span>`) gets a blank."""
        text = ""
        for index, (run, parent, _, _) in enumerate(runs):
            begins = run[:1].isupper() or (run[:1].isdigit() and len(run) > 3 and text[-3:].isalpha())
            apart = index and parent != runs[index - 1][1] and text[-1:].isalnum() and begins
            tags = {self.nodes[parent].tag, self.nodes[runs[index - 1][1]].tag}
            text += f" {run}" if apart and tags & _KEPT_APART else run
        return text

    def _line(self, text: str, runs: list[tuple[str, int, bool, bool]], block: int) -> Line:
        lead = _lead(runs)
        role, level = self._role(text, lead, block)
        return Line(
            text,
            role,
            level,
            "" if lead == text else lead,
            tuple(part for part, _ in _parts(runs)),
            self._look(block),
        )

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


def _parts(runs: list[tuple[str, int, bool, bool]]) -> tuple[tuple[str, int], ...]:
    """The runs of text by the elements that hold them, each with its element."""
    parts: list[tuple[str, int]] = []
    for text, parent, _, _ in runs:
        if parts and parts[-1][1] == parent:
            parts[-1] = (parts[-1][0] + text, parent)
        else:
            parts.append((text, parent))
    return tuple((tidy(text), parent) for text, parent in parts if tidy(text))
