"""Paragraphs being put together from rows: begun where they belong, though a table may print them elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bonafide.cv.headings import section_of
from bonafide.cv.labels import is_dates
from bonafide.cv.pdf_rows import Chunk, plain_style

# A column beside a list is at least this wide, in points.
_LEAST_COLUMN = 40.0


@dataclass(slots=True)
class Draft:
    """A paragraph being put together: rows of its first cell, and the cells beside it."""

    lines: list[Chunk]
    beside: list[list[Chunk]]
    gap: float
    flow: int
    full: bool = False
    urls: list[str] = field(default_factory=list)

    @property
    def last(self) -> Chunk:
        return self.lines[-1]


def begin(drafts: list[Draft], cells: list[Chunk], before: Chunk | None, flow: int) -> None:
    """A new paragraph of one row: under an item and further right an item below that, beside a list above the list."""
    main = cells[0]
    if drafts and drafts[-1].flow == flow and len(cells) == 1 and _is_inner(drafts[-1], main):
        main = replace(main, bullet=2, mark=0.0)
    draft = Draft([main], [[cell] for cell in cells[1:]], gap_above(before, main), flow)
    drafts.insert(_index_of(main, drafts, flow), draft)


def _index_of(main: Chunk, drafts: list[Draft], flow: int) -> int:
    """Before the list that stands beside the row, if it is under what is above that list; else at the end."""
    if main.bullet or is_dates(main.text) or section_of(main.text):
        return len(drafts)
    index = len(drafts)
    while index and _is_right_of(drafts[index - 1], main, flow):
        index -= 1
    above = drafts[index - 1] if index else None
    under = above is not None and above.flow == flow and abs(above.lines[0].x0 - main.x0) < 2.5
    return index if under else len(drafts)


def _is_right_of(draft: Draft, main: Chunk, flow: int) -> bool:
    item = draft.lines[0]
    apart = item.mark > main.x1 and item.mark - main.x0 > _LEAST_COLUMN
    return bool(item.bullet) and draft.flow == flow and item.page == main.page and apart


def _is_inner(draft: Draft, main: Chunk) -> bool:
    item, last = draft.lines[0], draft.last
    near = last.page == main.page and 0 < main.y - last.y < 1.8 * main.size
    alike = plain_style(main.runs[0].style) == plain_style(item.runs[0].style)
    if main.bullet or not item.bullet or not near or not alike:
        return False
    further = main.x0 - item.x0
    return 6 < further < 30 if item.mark else abs(further) < 1.5


def begin_beside(drafts: list[Draft], cells: list[Chunk], before: Chunk | None, flow: int) -> None:
    """What stands beside a list; a name broken in its narrow column is made whole."""
    above = next((d for d in reversed(drafts) if d.flow == flow and not d.lines[0].bullet), None)
    if above and len(cells) == 1 and above.beside and _is_rest_of_name(above, cells[0]):
        above.lines.append(cells[0])
    else:
        begin(drafts, cells, before, flow)


def _is_rest_of_name(above: Draft, main: Chunk) -> bool:
    """Whether a line continues the narrow first cell above: it had no room there, and is dressed alike."""
    last, edge = above.last, above.beside[0][0].x0
    under = main.page == last.page and abs(main.x0 - last.x0) < 2 and 0 < main.y - last.y < 1.4 * main.size
    alike = plain_style(main.runs[0].style) == plain_style(last.runs[-1].style)
    return under and alike and main.x1 < edge and is_full(last, main, edge - 0.8 * main.size)


def gap_above(before: Chunk | None, chunk: Chunk) -> float:
    """The white space above a row in lines, 0 where it is unknown."""
    if before is None or before.page != chunk.page or chunk.y <= before.y:
        return 0.0
    return round((chunk.y - before.y) / max(before.size, chunk.size, 1.0), 2)


def is_full(last: Chunk, main: Chunk, right: float) -> bool:
    """Whether the next line's first word had no room at the end of this one."""
    word = main.text.split(" ", 1)[0]
    blank = (last.x1 - last.x0) / max(len(last.text), 1)
    # Letters differ in width: a word is measured by its own line.
    wide = len(word) * (main.x1 - main.x0) / max(len(main.text), 1)
    return last.x1 + wide + blank > right - 0.5 * blank
