"""Labels in a margin - dates, headings - put before the blocks that they name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from statistics import median

from bonafide.cv.headings import section_of
from bonafide.cv.labels import is_dates
from bonafide.cv.paragraph import Run
from bonafide.cv.pdf_rows import Chunk, rows_of
from bonafide.language.periods import find_periods

IsLabel = Callable[[str], bool]


def rows_with_labels(
    labels: list[Chunk], chunks: list[Chunk], is_label: IsLabel
) -> tuple[tuple[Chunk, ...], ...]:
    """All rows, with each of the labels before the block that it names, though it may be printed at its middle."""
    groups = [raised for group in groups_of(labels) for raised in _raised(group)]
    raised_ids = {id(chunk) for group in groups for row in group for chunk in row}
    rows = rows_of(chunk for chunk in chunks if id(chunk) not in raised_ids)
    steps = [b[0].y - a[0].y for a, b in pairwise(rows)]
    pitch = median(steps or [12.0])
    before: dict[int, list[tuple[Chunk, ...]]] = {}
    last = 0
    for group in groups:
        last = _block_start(rows, group, pitch, last)
        before.setdefault(last, []).extend(_label_rows(group, is_label))
    ordered: list[tuple[Chunk, ...]] = []
    for index, row in enumerate(rows):
        ordered += [*before.get(index, ()), tuple(row)]
    return tuple(ordered)


def _raised(group: list[list[Chunk]]) -> list[list[list[Chunk]]]:
    """Headings and dates are lines of their own; names of rows stay in their rows."""
    texts = [" ".join(chunk.text for chunk in row) for row in group]
    first = _rows_of_period(texts)
    if first and len(group) > first and is_dates(" ".join(texts)):
        return [group[:first], *_raised(group[first:])]
    if section_of(" ".join(texts)) or is_dates(" ".join(texts)):
        return [group]
    dated = dated_rows(group)
    if dated > 1:
        return [group[:dated], *_raised(group[dated:])]
    rest = without_heading(group)
    if len(rest) < len(group):
        head = group[: len(group) - len(rest)]
        return [head, *_raised(rest)]
    return [[row] for row, text in zip(group, texts, strict=True) if section_of(text) or is_dates(text)]


def _rows_of_period(texts: list[str]) -> int:
    """How many rows at the beginning are one whole period, 0 where none is: the next dates are another's."""
    for size in range(min(3, len(texts)), 0, -1):
        text = " ".join(texts[:size])
        periods = find_periods(text)
        whole = len(periods) == 1 and (periods[0].ongoing or periods[0].start_date != periods[0].end_date)
        if whole and is_dates(text):
            return size
    return 0


def _block_start(rows: list[list[Chunk]], group: list[list[Chunk]], pitch: float, last: int) -> int:
    first = group[0][0]
    found = (i for i, row in enumerate(rows) if row[0].y >= first.y - 0.4 * first.size)
    index = next(found, len(rows) - 1)
    beside = abs(rows[index][0].y - first.y) < 2.5 and not rows[index][0].bullet
    if beside and dated_rows(group):
        return max(index, last)
    if dated_rows(group) and not beside:
        return _opening(rows, group, last, index)
    while index > last and rows[index][0].y - rows[index - 1][0].y < 1.4 * pitch:
        index -= 1
    return index


def _opening(rows: list[list[Chunk]], group: list[list[Chunk]], last: int, index: int) -> int:
    """The first line of the block at whose middle dates are printed: the nearest head above its items."""
    low = group[-1][0].y + 0.4 * group[-1][0].size
    above = [i for i in range(last, len(rows)) if rows[i][0].y <= low and _is_head(rows[i])]
    if not above:
        return max(index, last)
    at = above[-1]
    while at > last and _is_head(rows[at - 1]) and rows[at][0].y - rows[at - 1][0].y < 1.6 * rows[at][0].size:
        at -= 1
    return at


def _is_head(row: list[Chunk]) -> bool:
    return not row[0].bullet and not section_of(text_of(row))


def _label_rows(group: list[list[Chunk]], is_label: IsLabel) -> list[tuple[Chunk, ...]]:
    """A label broken over rows is one; several labels are a row each."""
    chunks = [chunk for row in group for chunk in row]
    if len(chunks) == 1 or not is_label(" ".join(chunk.text for chunk in chunks)):
        return [tuple(row) for row in group]
    # A day over another is a period, whose dash some leave out.
    sign = " – " if len(group) == 2 and all(_is_single_date(text_of(row)) for row in group) else " "
    blank = (Run(sign, chunks[0].runs[0].style),)
    runs = [run for chunk in chunks for run in (*blank, *chunk.runs)][1:]
    return [(replace(chunks[0], runs=tuple(runs), x1=max(c.x1 for c in chunks)),)]


def _is_single_date(text: str) -> bool:
    periods = find_periods(text)
    return len(periods) == 1 and is_dates(text) and periods[0].start_date == periods[0].end_date


def groups_of(chunks: list[Chunk]) -> list[list[list[Chunk]]]:
    """Rows grouped by white space."""
    groups: list[list[list[Chunk]]] = []
    for row in rows_of(chunks):
        if groups and row[0].y - groups[-1][-1][0].y < 1.7 * row[0].size:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def dated_rows(group: list[list[Chunk]]) -> int:
    """How many rows at a group's beginning are its dates, which a narrow column breaks over several."""
    texts = [text_of(row) for row in group[:3]]
    return next((size for size in range(len(texts), 0, -1) if is_dates(" ".join(texts[:size]))), 0)


def without_heading(rows: list[list[Chunk]]) -> list[list[Chunk]]:
    """The rows without a heading that is broken over the first two or three."""
    for size in (3, 2):
        if len(rows) >= size and section_of(" ".join(text_of(row) for row in rows[:size])):
            return rows[size:]
    return rows


def text_of(row: list[Chunk]) -> str:
    return " ".join(chunk.text for chunk in row)
