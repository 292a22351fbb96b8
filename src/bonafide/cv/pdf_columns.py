"""A page's chunks parted into columns: side bars read by themselves, labels and dates beside their rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from bonafide.cv.headings import section_of
from bonafide.cv.labels import is_dates
from bonafide.cv.pdf_labels import IsLabel, dated_rows, groups_of, rows_with_labels, text_of, without_heading
from bonafide.cv.pdf_rows import Chunk, plain_style, rows_of

MAIN, SIDE = 0, 1
_MOST_DEPTH = 6
# A side bar is at least this tall, in points.
_LEAST_HEIGHT = 45
_SHORT_LABEL = 32


@dataclass(frozen=True, slots=True)
class Region:
    """Rows of chunks that are read together; `flow` tells the main text from a side bar."""

    rows: tuple[tuple[Chunk, ...], ...]
    flow: int


@dataclass(frozen=True, slots=True)
class _Gutter:
    x: float
    left: list[Chunk]
    right: list[Chunk]
    score: float


def regions_of(chunks: list[Chunk], is_label: IsLabel, depth: int = 0) -> list[Region]:
    """The regions of one page in reading order.

    `is_label` knows text that stands beside what it belongs to: headings of sections, dates, places.
    """
    if depth > _MOST_DEPTH or len(chunks) < 6:
        return [_plain(chunks)] if chunks else []
    gutters = [(gutter, _kind(gutter, is_label)) for gutter in _gutters(chunks)]
    named = [gutter for gutter, kind in gutters if kind == "labels"]
    if named:
        labels = _at_one_edge(named).left
        return [Region(rows_with_labels(labels, chunks, is_label), MAIN)]
    for gutter, kind in gutters:
        if kind == "columns":
            return _parted(chunks, gutter, is_label, depth)
    return [_plain(chunks)]


def _at_one_edge(gutters: list[_Gutter]) -> _Gutter:
    """The likeliest of the gutters with the other stretches of the page at its edge."""
    first = gutters[0]
    same = [gutter for gutter in gutters if abs(gutter.x - first.x) < 3]
    left = [chunk for gutter in same for chunk in gutter.left]
    right = [chunk for gutter in same for chunk in gutter.right]
    return _Gutter(first.x, left, right, first.score)


def _plain(chunks: list[Chunk]) -> Region:
    return Region(tuple(tuple(row) for row in rows_of(chunks)), MAIN)


def _parted(chunks: list[Chunk], gutter: _Gutter, is_label: IsLabel, depth: int) -> list[Region]:
    inside = {id(chunk) for chunk in (*gutter.left, *gutter.right)}
    top = min(chunk.y for chunk in (*gutter.left, *gutter.right))
    above = [chunk for chunk in chunks if id(chunk) not in inside and chunk.y <= top]
    below = [chunk for chunk in chunks if id(chunk) not in inside and chunk.y > top]
    left_flow, right_flow = _flows(gutter)
    return [
        *regions_of(above, is_label, depth + 1),
        *_in_flow(regions_of(gutter.left, is_label, depth + 1), left_flow),
        *_in_flow(regions_of(gutter.right, is_label, depth + 1), right_flow),
        *regions_of(below, is_label, depth + 1),
    ]


def _in_flow(regions: list[Region], flow: int) -> list[Region]:
    return [replace(region, flow=max(region.flow, flow)) for region in regions]


def _flows(gutter: _Gutter) -> tuple[int, int]:
    """A column clearly narrower than the other is a side bar; equal ones are read one after the other."""
    left, right = _width(gutter.left), _width(gutter.right)
    if left < 0.8 * right:
        return SIDE, MAIN
    return (MAIN, SIDE) if right < 0.8 * left else (MAIN, MAIN)


def _width(chunks: list[Chunk]) -> float:
    return max(c.x1 for c in chunks) - min(c.x0 for c in chunks)


def _gutters(chunks: list[Chunk]) -> list[_Gutter]:
    """Possible gutters, the most likely first."""
    middle = _middle(chunks)
    found = [g for x in _left_edges(chunks) for g in _at(chunks, x, middle)]
    return sorted(found, key=lambda g: -g.score)[:4]


def _left_edges(chunks: list[Chunk]) -> list[float]:
    edges: list[list[float]] = []
    for x in sorted(min(c.x0, c.mark or c.x0) for c in chunks):
        if edges and x - edges[-1][0] < 2.5:
            edges[-1].append(x)
        else:
            edges.append([x])
    return [group[0] for group in edges if len(group) >= 3 and group[0] > edges[0][0] + 15]


def _crosses(chunk: Chunk, x: float, middle: float) -> bool:
    """Whether a chunk runs over a gutter or up to it, or is a heading in the middle of the page."""
    if chunk.x0 < x - 3 and chunk.x1 > x - 4:
        return chunk.x1 > x - 3 or not (section_of(chunk.text) or is_dates(chunk.text))
    return abs((chunk.x0 + chunk.x1) / 2 - middle) < 3 and section_of(chunk.text) is not None


def _middle(chunks: list[Chunk]) -> float:
    """Where headings in the middle of the page stand, infinite where fewer than two do."""
    middle = (min(c.x0 for c in chunks) + max(c.x1 for c in chunks)) / 2
    near = [c for c in chunks if abs((c.x0 + c.x1) / 2 - middle) < 12 and section_of(c.text)]
    middles = sorted((c.x0 + c.x1) / 2 for c in near)
    starts = {round(c.x0) for c in near}
    spread = middles[-1] - middles[0] if middles else 0.0
    return middles[0] if len(near) > 1 and len(starts) > 1 and spread < 3 else float("inf")


def _at(chunks: list[Chunk], x: float, middle: float) -> list[_Gutter]:
    """The gutters in front of `x`: one for each stretch of the page that nothing crosses."""
    across = [*(c for c in chunks if _crosses(c, x, middle)), *_heads_of_all(chunks, x)]
    crossing = sorted(across, key=lambda c: c.y)
    last_lines = {id(c) for above in crossing for c in chunks if _ends(above, c)}
    chunks = [c for c in chunks if id(c) not in last_lines]
    bounds = [float("-inf"), *(c.y for c in crossing), float("inf")]
    found = []
    for top, bottom in pairwise(bounds):
        inside = [c for c in chunks if top < c.y < bottom and c not in crossing]
        left = [c for c in inside if c.x0 < x - 3]
        right = [c for c in inside if c.x0 >= x - 3]
        gutter = _weighed(x, left, right)
        if gutter:
            found.append(gutter)
    return found


def _heads_of_all(chunks: list[Chunk], x: float) -> list[Chunk]:
    """Sections' headings left of a gutter beside which nothing stands: they head the whole page, and no column."""
    heads = [c for c in chunks if c.x1 < x - 3 and section_of(c.text)]
    right = [c for c in chunks if c.x0 >= x - 3]
    alone = [h for h in heads if not any(abs(c.y - h.y) < 0.8 * max(c.size, h.size) for c in right)]
    if not heads or len(alone) < len(heads):
        return []
    return heads if len(heads) > 1 or _is_one_of_wide(heads[0], chunks, right) else []


def _is_one_of_wide(head: Chunk, chunks: list[Chunk], right: list[Chunk]) -> bool:
    """Whether longer headings at the same edge, which reach over the gutter, are dressed alike, and it has none to its right."""
    if any(section_of(c.text) for c in right):
        return False
    same = [c for c in chunks if c is not head and abs(c.x0 - head.x0) < 1 and section_of(c.text)]
    dress = plain_style(head.runs[0].style)
    return len(same) > 1 and all(plain_style(c.runs[0].style) == dress for c in same)


def _ends(above: Chunk, chunk: Chunk) -> bool:
    """Whether a short line is the last of the wide paragraph above it, and of no column."""
    close = 0 < chunk.y - above.y < 1.5 * chunk.size and abs(chunk.x0 - above.x0) < 1.5
    return close and abs(chunk.size - above.size) < 0.3 and not chunk.bullet and not section_of(chunk.text)


def _weighed(x: float, left: list[Chunk], right: list[Chunk]) -> _Gutter | None:
    named = all(section_of(text_of(row)) or is_dates(text_of(row)) for row in rows_of(left))
    if left and named and len(rows_of(right)) > 2:
        return _Gutter(x, left, right, 1000.0 * len(left))
    if len(rows_of(left)) < 3 or len(rows_of(right)) < 3:
        return None
    heights = [max(c.y for c in side) - min(c.y for c in side) for side in (left, right)]
    gap = x - max(c.x1 for c in left)
    headed = all(section_of(text_of(rows_of(side)[0])) for side in (left, right))
    if min(heights) < (15 if headed else 40) or gap < 4:
        return None
    return _Gutter(x, left, right, min(heights) * min(gap, 25) * len({round(c.y) for c in right}) ** 0.5)


def _kind(gutter: _Gutter, is_label: IsLabel) -> str:
    """`columns`, `labels` (a narrow left column that names what stands beside it) or `rows`."""
    if _is_date_column(gutter) or _are_tails(gutter):
        return "rows"
    if _both_headed(gutter):
        return "columns"
    narrow, wide = sorted((gutter.left, gutter.right), key=lambda side: sum(len(c.text) for c in side))
    groups = groups_of(narrow)
    labels = sum(_all_labels(group, is_label) or _is_dated_label(group) for group in groups)
    texts = [" ".join(text_of(row) for row in group) for group in groups]
    headings = all(
        section_of(text) or is_dates(text) or _is_dated_label(group)
        for text, group in zip(texts, groups, strict=True)
    )
    if labels >= 0.7 * len(groups) and (headings or len(groups) > 2 or narrow is gutter.right):
        return "labels" if narrow is gutter.left else "rows"
    beside = _within(narrow, wide), _within(wide, narrow)
    if _is_table(rows_of(beside[0]), rows_of(beside[1])):
        return "rows"
    if not _stands_beside(groups_of(beside[0]), wide):
        return "columns" if _is_tall(gutter) else "rows"
    dated = sum(is_dates(" ".join(c.text for c in row)) for row in rows_of(narrow))
    return "labels" if narrow is gutter.left and dated >= 2 else "rows"


def _within(chunks: list[Chunk], others: list[Chunk]) -> list[Chunk]:
    """The chunks of one side at the heights of the other."""
    top, bottom = min(c.y for c in others) - 2, max(c.y for c in others) + 2
    return [chunk for chunk in chunks if top <= chunk.y <= bottom]


def _both_headed(gutter: _Gutter) -> bool:
    """Whether sections' headings open both columns, or both have several, at heights of their own."""
    left, right = rows_of(gutter.left), rows_of(gutter.right)
    if section_of(text_of(left[0])) and section_of(text_of(right[0])):
        return True
    heads = [[row[0].y for row in rows if section_of(text_of(row))] for rows in (left, right)]
    apart = [y for y in heads[0] if all(abs(y - other) > 2 for other in heads[1])]
    return min(len(apart), len(heads[1])) > 1


def _is_tall(gutter: _Gutter) -> bool:
    """A column of the page, not a pair of short lists."""
    edge = [chunk.y for chunk in gutter.right if chunk.x0 < gutter.x + 30]
    left = [chunk.y for chunk in gutter.left]
    return min(max(edge) - min(edge), max(left) - min(left)) > _LEAST_HEIGHT


def _is_date_column(gutter: _Gutter) -> bool:
    """What begins at the gutter is dates: they stand beside the rows, whatever else is further right."""
    edge = [chunk for chunk in gutter.right if chunk.x0 < gutter.x + 30]
    dated = sum(is_dates(chunk.text) for chunk in edge)
    return dated >= 0.6 * len(edge) and len(edge) < len(gutter.right)


def _are_tails(gutter: _Gutter) -> bool:
    """Right-hand ends of the left side's lines, some of them dates: no line and no heading of their own."""
    rows = rows_of(gutter.right)
    lines = [chunk.y for chunk in gutter.left]
    if any(section_of(text_of(row)) or not any(abs(row[0].y - y) < 2 for y in lines) for row in rows):
        return False
    return sum(any(is_dates(part) for part in text_of(row).split(" | ")) for row in rows) >= 2


def _stands_beside(groups: list[list[list[Chunk]]], wide: list[Chunk]) -> bool:
    """Whether each group of the narrow column begins beside a line that opens a block of the wide one."""
    edge = min(chunk.x0 for chunk in wide)
    opening = [c.y for c in wide if c.x0 < edge + 2.5 and not c.bullet]
    firsts = []
    for group in groups:
        rows = [row for row in without_heading(group) if not section_of(text_of(row))]
        if rows:
            firsts.append(rows[0][0].y)
    beside = sum(any(abs(y - other) < 3 for other in opening) for y in firsts)
    return len(firsts) >= 3 and beside >= 0.9 * len(firsts)


def _is_table(narrow: list[list[Chunk]], wide: list[list[Chunk]]) -> bool:
    """Rows that nearly all stand beside one another."""
    beside = sum(any(abs(row[0].y - other[0].y) < 2 for other in wide) for row in narrow)
    return beside >= 0.9 * len(narrow) and len(wide) <= 1.35 * len(narrow)


def _all_labels(group: list[list[Chunk]], is_label: IsLabel) -> bool:
    texts = [" ".join(chunk.text for chunk in row) for row in group]
    return is_label(" ".join(texts)) or all(is_label(text) for text in texts)


def _is_dated_label(group: list[list[Chunk]]) -> bool:
    """Dates, and at most a short line or two, such as a place: `03/2019 – 05/2021`, `Lampton`."""
    dated = dated_rows(group)
    rest = [text_of(row) for row in group[dated:]]
    return (
        dated > 0
        and len(rest) <= 2
        and all(len(text) <= _SHORT_LABEL and text[:1].isupper() for text in rest)
    )
