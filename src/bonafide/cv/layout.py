"""Paragraphs and tables of office files and web pages, laid out in reading order with their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bonafide.cv.cleaning import clean, cleaned
from bonafide.cv.headings import section_of
from bonafide.cv.labels import is_label
from bonafide.cv.paragraph import Cell, Paragraph, Run
from bonafide.model.place import InParagraph

_TYPED_BULLET = re.compile(r"[•‣▪●◦►✓➢❖○■□∙▸▹▶➤*–-]\s+[^\W\d_]")
# A table cell with more lines than this is a column of the page, not a cell.
_COLUMN_LINES = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as its file has it; tabs and line breaks are in the runs' text."""

    runs: tuple[Run, ...]
    level: int = 0
    heading: int = 0

    @property
    def text(self) -> str:
        return clean("".join(run.text for run in self.runs))


Row = Sequence[Sequence[Line]]


class Layout:
    """Gathers paragraphs; counts them from 1 for their places."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self._count = 0
        self._blank = False

    def line(self, line: Line, flow: int = 0) -> None:
        """Add a paragraph: its tabs part cells, its line breaks part lines."""
        self._count += 1
        place = InParagraph(self._count)
        if not line.text:
            self._blank = True
            return
        parts = _split(line.runs, "\n") if not line.level else [_unbroken(line.runs)]
        for runs in parts:
            cells = [Cell(trimmed, place) for cell in _split(runs, "\t") if (trimmed := _trimmed(cell))]
            if cells:
                self._add(tuple(cells), line, flow)

    def _add(self, cells: tuple[Cell, ...], line: Line, flow: int) -> None:
        gap = 2.0 if self._blank else 1.0
        self._blank = False
        level = line.level or int(_TYPED_BULLET.match(cells[0].text) is not None)
        self.paragraphs.append(Paragraph(cells=cells, level=level, heading=line.heading, gap=gap, flow=flow))

    def table(self, rows: Sequence[Row], flow: int = 0) -> None:
        """Add a table: a side bar's cells are columns, short cells stand beside each other."""
        if _is_columns(rows):
            side = _side_of(rows)
            for row in rows:
                for index, cell in enumerate(row):
                    self._lines(cell, 1 if index == side else flow)
            return
        for row in rows:
            self._row([cell for cell in row if any(line.text for line in cell)], flow)

    def _row(self, cells: Row, flow: int) -> None:
        if len(cells) > 1 and all(_is_single(cell) for cell in cells):
            self._beside([next(line for line in cell if line.text) for cell in cells], flow)
            return
        self._blank = True
        for cell in cells:
            self._lines(cell, flow)

    def _beside(self, lines: Sequence[Line], flow: int) -> None:
        first = lines[0]
        if section_of(first.text) and len(lines) > 1:
            self.line(first, flow)
            lines = lines[1:]
        self._count += 1
        place = InParagraph(self._count)
        cells = tuple(Cell(_trimmed(_unbroken(line.runs)), place) for line in lines)
        self._add(cells, lines[0], flow)

    def _lines(self, lines: Sequence[Line], flow: int) -> None:
        for line in lines:
            self.line(line, flow)


def _is_single(cell: Sequence[Line]) -> bool:
    lines = [line for line in cell if line.text]
    return len(lines) == 1 and not lines[0].level


def _is_columns(rows: Sequence[Row]) -> bool:
    """Whether the table lays the page out: few rows, two columns, each with a heading or many lines."""
    if len(rows) > 3 or any(len(row) > 3 for row in rows):
        return False
    return any(
        sum(len(cell) >= _COLUMN_LINES for cell in row) >= 2 and not _all_labels(row[0])
        for row in rows
        if len(row) > 1
    )


def _all_labels(cell: Sequence[Line]) -> bool:
    texts = [line.text for line in cell if line.text]
    return bool(texts) and all(is_label(text) and not section_of(text) for text in texts)


def _side_of(rows: Sequence[Row]) -> int:
    """The column with less text."""
    amounts: dict[int, int] = {}
    for row in rows:
        for index, cell in enumerate(row if len(row) > 1 else ()):
            amounts[index] = amounts.get(index, 0) + sum(len(line.text) for line in cell)
    return min(amounts, key=lambda index: (amounts[index], index))


def _split(runs: Sequence[Run], sign: str) -> list[tuple[Run, ...]]:
    parts: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split(sign)
        parts[-1].append(replace(run, text=first))
        parts += [[replace(run, text=other)] for other in others]
    return [tuple(part) for part in parts]


def _unbroken(runs: Sequence[Run]) -> tuple[Run, ...]:
    return tuple(replace(run, text=run.text.replace("\n", " ")) for run in runs)


def _trimmed(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Runs cleaned, without empty ones, without blanks at the ends."""
    kept = [replace(run, text=cleaned(run.text)) for run in runs]
    kept = [run for run in kept if run.text]
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(run for run in kept if run.text)
