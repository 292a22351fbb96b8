"""Rows joined into paragraphs: wrapped lines, hanging list items, cells beside them, words mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bonafide.cv.headings import section_of
from bonafide.cv.hyphens import Hyphens
from bonafide.cv.labels import is_dates
from bonafide.cv.paragraph import Cell, Paragraph, Run
from bonafide.cv.pdf_columns import Region
from bonafide.cv.pdf_drafts import Draft, begin, begin_beside, gap_above, is_full
from bonafide.cv.pdf_rows import Chunk, plain_style
from bonafide.cv.words import DEGREES, SCHOOLS
from bonafide.language.calendar import plain
from bonafide.language.periods import find_periods
from bonafide.model.place import OnPage

_ENDED = re.compile(r"[.!?:;…]['\"”’)\]]*$")
_GOES_ON = re.compile(
    r"(?:[,&(/|•·–-]|\b(?:and|or|of|the|for|in|with|to|und|et|y|e|en|i|de|der|die|für|mit))$", re.I
)
_OPENS_ADDRESS = re.compile(r"\S+@\S|https?://|www\.|[\w.-]+\.[a-z]{2,}/", re.I)
_LABELLED = re.compile(r"[^\W\d][\w /&-]{1,30}:\s")
_LISTED = re.compile(r"\s[•·|]\s|,\s")
# Lines shorter than this may be items of a list.
_SHORT = 36
# Text larger than this is a name or title: it is wrapped wherever it is full.
_DISPLAY = 15


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a region's rows have in common: the right edge of its text, and whether it lists items in small letters."""

    right: float
    lower_items: bool


def paragraphs_of(regions: Iterable[Region], hyphens: Hyphens) -> list[Paragraph]:
    """The paragraphs of all regions in order; a paragraph may go on from one page to the next."""
    drafts: list[Draft] = []
    for region in regions:
        _read_region(region, drafts)
    _raise_asides(drafts)
    return [_paragraph(draft, hyphens) for draft in drafts]


def _raise_asides(drafts: list[Draft]) -> None:
    """A date or place printed beside a list item or prose, under one beside the heading above, belongs to that."""
    head: Draft | None = None
    for draft in drafts:
        if not _is_body(draft):
            head = draft if draft.beside else None
            continue
        for cell in tuple(draft.beside):
            if head and _fits_under(cell[0], head):
                draft.beside.remove(cell)
                head.beside.append(cell)


def _is_body(draft: Draft) -> bool:
    return bool(draft.lines[0].bullet) or bool(_ENDED.search(draft.last.text)) or len(draft.lines) > 1


def _fits_under(chunk: Chunk, head: Draft) -> bool:
    last = head.beside[-1][-1]
    aligned = abs(chunk.x1 - last.x1) < 3 or abs(chunk.x0 - last.x0) < 3
    near = chunk.page == last.page and 0 < chunk.y - last.y < 1.9 * chunk.size
    return aligned and near and not any(_kind(chunk.text) == _kind(cell[0].text) for cell in head.beside)


def _kind(text: str) -> str:
    if find_periods(text):
        return "dates"
    return "duration" if is_dates(text) else "other"


def _read_region(region: Region, drafts: list[Draft]) -> None:
    frame = _frame(region)
    before: Chunk | None = None
    for row in region.rows:
        cells = _cells(row, frame)
        if len(cells) > 1 and _is_label_heading(cells):
            drafts.append(Draft([cells[0]], [], gap_above(before, cells[0]), region.flow))
            cells = cells[1:]
        draft = drafts[-1] if drafts and drafts[-1].flow == region.flow else None
        listed = next((i for i, cell in enumerate(cells) if cell.bullet or _hangs_under(draft, cell)), 0)
        if listed:
            begin_beside(drafts, cells[:listed], before, region.flow)
            cells = cells[listed:]
        main = cells[0]
        if draft and before and _is_stacked(draft, cells, before):
            _stack(draft, cells)
        elif draft and _fills_all(draft, cells, frame):
            for whole, cell in zip((draft.lines, *draft.beside), _at_columns(draft, cells), strict=True):
                whole += [cell] if cell else []
        elif draft and _fills_name(draft, cells):
            draft.lines.append(main)
            begin(drafts, cells[1:], before, region.flow)
        elif draft and (_fills_first(draft, cells) or _goes_on(draft, cells, frame)):
            draft.lines.append(main)
            draft.beside += [[cell] for cell in cells[1:]]
        else:
            begin(drafts, cells, before, region.flow)
        before = main


def _hangs_under(draft: Draft | None, cell: Chunk) -> bool:
    """Whether a cell further right goes on with the list item above it."""
    if draft is None or not draft.lines[0].bullet or cell.page != draft.last.page:
        return False
    return abs(cell.x0 - draft.last.x0) < 2 and 0 < cell.y - draft.last.y < 1.6 * cell.size


def _is_label_heading(cells: list[Chunk]) -> bool:
    """A section's heading printed on the first line of what it heads, in a dress of its own."""
    if section_of(" ".join(cell.text for cell in cells)):
        return False
    styles = {plain_style(cell.runs[0].style) for cell in cells[1:]}
    dressed = plain_style(cells[0].runs[0].style) not in styles or cells[0].text.isupper()
    return dressed and section_of(cells[0].text) is not None


def _frame(region: Region) -> _Frame:
    right = max((row[-1].x1 for row in region.rows), default=0.0)
    pairs = pairwise(row[0] for row in region.rows)
    items = [
        b for a, b in pairs if b.text[:1].islower() and len(a.text) < _SHORT and not is_full(a, b, right)
    ]
    return _Frame(right, bool(items))


def _cells(row: Sequence[Chunk], frame: _Frame) -> list[Chunk]:
    """The row's chunks, those merged that only a wide blank parts."""
    cells = [row[0]]
    for chunk in row[1:]:
        gap = chunk.x0 - cells[-1].x1
        at_right = abs(chunk.x1 - frame.right) < 3 and len(row) == 2
        broken = cells[-1].text.endswith("-") and chunk.text[:1].isupper()
        if gap < 0.9 * chunk.size and not (at_right or chunk.bullet or broken):
            cells[-1] = _merged(cells[-1], chunk)
        else:
            cells.append(chunk)
    return cells


def _merged(a: Chunk, b: Chunk) -> Chunk:
    blank = Run(" ", a.runs[-1].style)
    return Chunk((*a.runs, blank, *b.runs), a.x0, b.x1, a.y, a.size, a.page, a.bullet, a.mark)


def _is_stacked(draft: Draft, cells: list[Chunk], before: Chunk) -> bool:
    """The row only continues cells beside: it stands under one of them, close by."""
    main = cells[0]
    if not draft.beside or main.bullet or main.page != before.page or section_of(main.text):
        return False
    return any(
        abs(main.x0 - cell[-1].x0) < 2.5 or abs(main.x1 - cell[-1].x1) < 2.5
        for cell in draft.beside
        if 0 < main.y - cell[-1].y < 1.8 * main.size and main.x0 > draft.lines[0].x0 + 2 * main.size
    )


def _fills_first(draft: Draft, cells: list[Chunk]) -> bool:
    """The row continues a narrow first cell, whose words are broken to fit beside the second."""
    main, last = cells[0], draft.last
    if not draft.beside or len(cells) > 1 or main.bullet or main.page != last.page:
        return False
    narrow = main.x1 < draft.beside[0][0].x0 and abs(main.x0 - last.x0) < 2.5
    begun = len(draft.lines) > 1 or last.text.endswith("-")
    return narrow and begun and 0 < main.y - last.y < 1.6 * main.size


def _at_columns(draft: Draft, cells: list[Chunk]) -> list[Chunk | None]:
    """For each column of a paragraph the cell that stands under its last line."""
    columns = (draft.last, *(cell[-1] for cell in draft.beside))
    return [next((c for c in cells if abs(c.x0 - column.x0) < 2.5), None) for column in columns]


def _fills_all(draft: Draft, cells: list[Chunk], frame: _Frame) -> bool:
    """The row goes on with two cells or more of a table's row at once: none of them had room for its next word."""
    if len(cells) < 2 or not draft.beside or draft.lines[0].bullet:
        return False
    columns = (draft.last, *(cell[-1] for cell in draft.beside))
    edges = [*(column.x0 for column in columns[1:]), frame.right]
    under = [(a, b, edge) for a, b, edge in zip(columns, _at_columns(draft, cells), edges, strict=True) if b]
    return len(under) == len(cells) and all(_had_no_room(a, b, edge) for a, b, edge in under)


def _fills_name(draft: Draft, cells: list[Chunk]) -> bool:
    """The row goes on with its first cell, whose next word had no room, while the cell beside begins a new line."""
    if len(cells) != 2 or not draft.beside or draft.lines[0].bullet or is_dates(cells[1].text):
        return False
    under = _at_columns(draft, cells)
    stands = under[0] is cells[0] and under[1] is cells[1]
    return stands and _had_no_room(draft.last, cells[0], draft.beside[0][0].x0)


def _had_no_room(above: Chunk, cell: Chunk, edge: float) -> bool:
    close = cell.page == above.page and 0 < cell.y - above.y < 1.45 * cell.size
    alike = plain_style(cell.runs[0].style) == plain_style(above.runs[-1].style)
    return close and alike and not cell.bullet and is_full(above, cell, edge - 0.8 * cell.size)


def _stack(draft: Draft, cells: list[Chunk]) -> None:
    main = cells[0]
    for cell in draft.beside:
        if _ends_open(cell[-1].text) and abs(main.x1 - cell[-1].x1) < 3:
            cell.append(main)
            return
        if abs(main.x0 - cell[-1].x0) < 2.5 and main.x1 <= cell[-1].x1 + 200 and len(draft.beside) > 0:
            if abs(main.x1 - cell[-1].x1) < 2.5 or cell is draft.beside[-1]:
                break
            cell.append(main)
            draft.beside += [[extra] for extra in cells[1:]]
            return
    draft.beside += [[cell] for cell in cells]


def _goes_on(draft: Draft, cells: list[Chunk], frame: _Frame) -> bool:
    """Whether a row continues the paragraph above it."""
    main, last = cells[0], draft.last
    if main.bullet or (draft.beside and not draft.lines[0].bullet and len(draft.lines) > 3):
        return False
    same_page = main.page == last.page
    if same_page and not 0 < main.y - last.y < 1.75 * max(main.size, last.size):
        return False
    other = min(abs(main.size - last.size), abs(main.size - last.runs[-1].style.size))
    if other > 0.6 or (same_page and _is_further(draft, main)):
        return False
    if draft.lines[0].bullet and draft.lines[0].mark:
        return _hangs(draft, main, frame, same_page)
    return same_page and _wraps(draft, cells, frame)


def _is_further(draft: Draft, main: Chunk) -> bool:
    """Whether the row stands further below than the lines of the paragraph do among themselves."""
    if len(draft.lines) < 2 or draft.last.page != draft.lines[-2].page:
        return False
    return main.y - draft.last.y > 1.1 * (draft.last.y - draft.lines[-2].y) + 0.3


def _hangs(draft: Draft, main: Chunk, frame: _Frame, same_page: bool) -> bool:
    first = draft.lines[0]
    hanging = abs(main.x0 - first.x0) < 3.5 or (len(draft.lines) > 1 and abs(main.x0 - draft.last.x0) < 2)
    if not same_page:
        return hanging and not _ENDED.search(draft.last.text)
    if hanging:
        return True
    under_mark = abs(main.x0 - first.mark) < 3.5
    return under_mark and is_full(draft.last, main, frame.right) and not _starts_bold(main, first)


def _starts_bold(main: Chunk, first: Chunk) -> bool:
    return main.runs[0].style.bold and not first.runs[-1].style.bold


def _wraps(draft: Draft, cells: list[Chunk], frame: _Frame) -> bool:
    """Whether a row goes on with prose, a name or an address that had no room in the row above."""
    main, last = cells[0], draft.last
    if len(cells) > 1 or not _continues_dress(draft, main) or _opens_another(draft, main):
        return False
    if draft.beside and len(draft.lines) == 1:
        right = min(cell[0].x0 for cell in draft.beside)
        close = main.y - last.y < 1.45 * main.size and main.x1 < right + last.size
        return close and is_full(last, main, right - last.size) and not _ENDED.search(last.text)
    lower = main.text[:1].islower() and not _ENDED.search(last.text) and not frame.lower_items
    if not is_full(last, main, frame.right):
        return lower and len(last.text) > _SHORT
    lower |= main.text[:1].islower() and _LISTED.search(last.text) is not None
    if lower or main.size > _DISPLAY or _is_long(last.text) or _is_wrapped_head(last, main):
        return True
    # A list of short items has its longest end at the edge too: only a begun paragraph's pitch tells.
    return len(draft.lines) > 1 and abs((main.y - last.y) - (last.y - draft.lines[-2].y)) < 0.5


def _continues_dress(draft: Draft, main: Chunk) -> bool:
    """At the paragraph's edge, or under the middle of a broken address, and dressed as its end is."""
    last = draft.last
    centred = abs((main.x0 + main.x1) - (last.x0 + last.x1)) < 6 and _ends_open(last.text)
    if abs(main.x0 - draft.lines[0].x0) > 2.5 and not centred:
        return False
    if draft.lines[0].runs[0].style.bold and _ends_in_dates(main.text):
        return False
    return plain_style(main.runs[0].style) == plain_style(last.runs[-1].style)


def _is_long(text: str) -> bool:
    """No item of a list of short ones: many letters, several items, an address, or an end that leads on."""
    return (
        len(text) > _SHORT
        or _GOES_ON.search(text) is not None
        or _is_address(text)
        or len(_LISTED.findall(text)) > 1
    )


def _opens_another(draft: Draft, main: Chunk) -> bool:
    """An address, a school under a degree, a labelled line under another: each begins a line of its own."""
    last = draft.last.text
    if _OPENS_ADDRESS.match(main.text) and not _is_address(last):
        return True
    if _LABELLED.match(main.text) and _LABELLED.match(draft.lines[0].text) and not _GOES_ON.search(last):
        return True
    first = main.text.split(" ", 1)[0]
    school = first[:1].isupper() and SCHOOLS.has(plain(first)) and not SCHOOLS.count(last)
    return (
        school and " " in main.text and DEGREES.count(draft.lines[0].text) > 0 and not _GOES_ON.search(last)
    )


def _is_wrapped_head(last: Chunk, main: Chunk) -> bool:
    """Two close lines of one weight, the first of them full: a position or a name in a narrow column."""
    bold = last.runs[-1].style.bold and main.runs[0].style.bold
    return bold and main.y - last.y < 1.45 * main.size and not _ends_in_dates(last.text)


def _ends_in_dates(text: str) -> bool:
    """A further line of an entry's head, however full the line above it is."""
    periods = find_periods(text)
    return len(text) < 90 and any(p.ongoing or p.start_date != p.end_date for p in periods)


def _ends_open(text: str) -> bool:
    """An address that goes on in the next line."""
    token = text.rsplit(" ", 1)[-1]
    return text.endswith(("-", "/", "_", ".", "@")) and ("/" in token[:-1] or "@" in token)


def _is_address(text: str) -> bool:
    return " " not in text and ("@" in text or "/" in text)


def _paragraph(draft: Draft, hyphens: Hyphens) -> Paragraph:
    first = draft.lines[0]
    cells = [_cell(draft.lines, hyphens), *(_cell(cell, hyphens) for cell in draft.beside)]
    return Paragraph(cells=tuple(cells), level=first.bullet, gap=draft.gap, x=first.x0, flow=draft.flow)


def _cell(lines: list[Chunk], hyphens: Hyphens) -> Cell:
    runs = list(lines[0].runs)
    box = lines[0].box
    for line in lines[1:]:
        runs = hyphens.joined(runs, line.runs)
        if line.page == lines[0].page:
            box = box.joined(line.box)
    return Cell(tuple(runs), OnPage(lines[0].page, box))
