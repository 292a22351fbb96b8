"""The one shape that every format reader gives: paragraphs in reading order, with style and place."""

from __future__ import annotations

from dataclasses import dataclass, field

from bonafide.model.place import Place


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks; `size` is in points, 0 where the format does not say."""

    size: float = 0.0
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one style; `url` is where it links to."""

    text: str
    style: Style = Style()
    url: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Text that stands together: a paragraph's own text, a table cell, a right-aligned date."""

    runs: tuple[Run, ...]
    place: Place

    @property
    def text(self) -> str:
        """The text of all runs."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph: its own text is the first cell, what stands beside it are the others.

    `level` is the depth of a list item (0: none), `heading` the rank of a declared heading (0: none),
    `gap` the white space above in lines (0: unknown or none), `x` the left edge in points.
    `flow` names the column it belongs to: 0 the main one.
    """

    cells: tuple[Cell, ...]
    level: int = 0
    heading: int = 0
    gap: float = 0.0
    x: float = 0.0
    flow: int = 0

    @property
    def text(self) -> str:
        """The first cell's text."""
        return self.cells[0].text

    @property
    def whole(self) -> str:
        """The text of all cells."""
        return "\t".join(cell.text for cell in self.cells)

    @property
    def place(self) -> Place:
        """The first cell's place."""
        return self.cells[0].place

    @property
    def style(self) -> Style:
        """The style of the first run that has letters."""
        runs = self.cells[0].runs
        return next((run.style for run in runs if run.text.strip()), Style())


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CV as paragraphs in reading order; `aside` is what stands at the margins of pages.

    `urls` are the addresses that the document links to, in order.
    """

    paragraphs: tuple[Paragraph, ...]
    aside: tuple[Paragraph, ...] = ()
    urls: tuple[str, ...] = field(default=())
