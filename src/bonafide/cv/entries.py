"""A section's paragraphs parted into entries: heads told by dates and dress, and the bodies under them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bonafide.cv.cleaning import clean
from bonafide.cv.labels import is_dates
from bonafide.cv.paragraph import Paragraph
from bonafide.cv.places import looks_like_place, may_be_place
from bonafide.cv.sections import Look, look
from bonafide.cv.words import (
    BODY_LABELS,
    COLUMN_LABELS,
    COMPANIES,
    DATE_PREPOSITIONS,
    DURATION,
    TITLES,
    tokens,
)
from bonafide.language.calendar import plain
from bonafide.language.periods import find_periods

_LONGEST_HEAD = 130
_MOST_HEAD_LINES = 4
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE = re.compile(r"[.;!?]['\"”’)]*$")
_ABBREVIATED = re.compile(r"(?:\b[A-Za-z]{1,4}|\b(?:[A-Za-z]\.)+[A-Za-z]?)\.$")
_LABELLED = re.compile(r"^[^\W\d][\w /&-]{2,30}:\s")
_EDGE = re.compile(r"[\s,;:|·•()\[\]–—/-]*")


@dataclass(slots=True)
class Block:
    """One entry: the lines of its head in order, and its body."""

    head: list[Paragraph]
    body: list[Paragraph] = field(default_factory=list)


def blocks_of(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Block]]:
    """What stands before the first entry, and the entries."""
    items = _without_bullets_of_heads(_with_whole_periods([p for p in paragraphs if not _heads_columns(p)]))
    carriers = [i for i, paragraph in enumerate(items) if is_dated(paragraph)]
    if not carriers:
        return _by_dress(items)
    heads = _head_ranges(items, carriers)
    blocks = []
    for (start, stop), (after, _) in pairwise([*heads, (len(items), len(items))]):
        blocks += _with_undated(items[start:stop], items[stop:after])
    return items[: heads[0][0]], blocks


def _heads_columns(paragraph: Paragraph) -> bool:
    """A table's first row, which says what its columns hold: "Zeitraum", "Arbeitgeber", "Funktion / Aufgaben"."""
    parts = [part for cell in paragraph.cells for part in re.split(r"\s*[/,&]\s*", clean(cell.text)) if part]
    return len(parts) > 1 and all(plain(part).strip(" :") in COLUMN_LABELS for part in parts)


def _with_undated(head: list[Paragraph], body: list[Paragraph]) -> list[Block]:
    """The entry, and those under it without dates: their first lines are dressed and set off as its own is."""
    first, blocks = head[0], [Block(head)]
    for index, line in enumerate(body):
        apart = index > 0 and line.gap > 1.2 * body[index - 1].gap and not is_headlike(body[index - 1])
        alike = line.style.bold and look(line) == look(first) and abs(line.x - first.x) < 1
        if alike and apart and line.gap >= first.gap > 0 and is_headlike(line) and not _is_label(line):
            blocks.append(Block([line]))
        else:
            blocks[-1].body.append(line)
    return blocks


def _is_label(line: Paragraph) -> bool:
    text = clean(line.text)
    return text.endswith(":") or plain(text).strip(" :") in BODY_LABELS


def _with_whole_periods(items: list[Paragraph]) -> list[Paragraph]:
    """Two years, a line each, are one period."""
    joined: list[Paragraph] = []
    for item in _with_whole_labels(items):
        last = clean(joined[-1].whole) if joined else ""
        if _YEAR.fullmatch(last) and _YEAR.fullmatch(clean(item.whole)) and last <= clean(item.whole):
            cell = joined[-1].cells[0]
            runs = (*cell.runs, replace(cell.runs[-1], text=f" – {clean(item.whole)}"))
            joined[-1] = replace(joined[-1], cells=(replace(cell, runs=runs),))
        else:
            joined.append(item)
    return joined


def _with_whole_labels(items: list[Paragraph]) -> list[Paragraph]:
    """ "Sept. 2016 – Dec." over "2020" in a narrow first cell is one period."""
    whole: list[Paragraph] = []
    for item in items:
        first = whole[-1].cells[0] if whole else item.cells[0]
        both = f"{clean(first.text)} {clean(item.text)}"
        if whole and len(both) < 40 and not is_dates(clean(first.text)) and is_dates(both):
            runs = (replace(first.runs[0], text=both),)
            whole[-1] = replace(whole[-1], cells=(replace(first, runs=runs), *whole[-1].cells[1:]))
            if item.cells[1:]:
                whole.append(replace(item, cells=item.cells[1:]))
        else:
            whole.append(item)
    return whole


def is_dated(paragraph: Paragraph) -> bool:
    """Whether a head's dates stand in the paragraph: beside it, or at an end of a short line."""
    if any(_holds_dates(cell.text) for cell in paragraph.cells[1:]):
        return len(paragraph.text) < 200
    text = clean(paragraph.text)
    return not paragraph.level and not _is_remark(text, paragraph) and _dates_at_edge(text)


def _is_remark(text: str, paragraph: Paragraph) -> bool:
    """ "Programme: Northern Line 2025": a labelled line with a year and no period."""
    label = _LABELLED.match(text)
    if not label or paragraph.style.bold or is_dates(text[label.end() :]):
        return False
    return all(not p.ongoing and p.start_date == p.end_date for p in find_periods(text))


def _holds_dates(text: str) -> bool:
    return is_dates(text) or (bool(find_periods(text)) and len(text) < 60)


def _dates_at_edge(text: str) -> bool:
    if len(text) > _LONGEST_HEAD:
        return False
    bare = DURATION.sub(" ", text).rstrip()
    if bare[-2:-1].isdigit():
        bare = bare.removesuffix(".")
    periods = find_periods(bare)
    for period in periods:
        before, after = bare[: period.start], bare[period.end :]
        is_range = period.ongoing or period.start_date != period.end_date
        if not is_range and (tokens(before) or ("",))[-1] in DATE_PREPOSITIONS:
            continue
        if _EDGE.fullmatch(before) or (_EDGE.fullmatch(after) and not _SENTENCE.search(bare)):
            return True
        if (
            is_range
            and not _SENTENCE.search(text)
            and (looks_like_place(after.strip(" ,;|()–—·-")) or len(text) < 90)
        ):
            return True
    return False


def is_headlike(paragraph: Paragraph) -> bool:
    """A line that could belong to a head: short, no list item, no sentence."""
    text = clean(paragraph.text)
    if paragraph.level or len(text) > _LONGEST_HEAD or len(text.split()) > 16:
        return False
    if _LABELLED.match(text) and not paragraph.style.bold:
        return False
    if not _SENTENCE.search(text):
        return True
    named = paragraph.style.bold and text.endswith(".") and "," in text
    return named or (bool(_ABBREVIATED.search(text)) and len(text) < 70)


def _without_bullets_of_heads(items: list[Paragraph]) -> list[Paragraph]:
    """Where every entry is a list item, items with dates are heads."""
    if any(is_dated(p) for p in items) or not items or not items[0].level:
        return items
    return [
        Paragraph(cells=p.cells, heading=p.heading, gap=p.gap, x=p.x, flow=p.flow)
        if p.level == 1 and _dates_at_edge(clean(p.text))
        else p
        for p in items
    ]


def _by_dress(items: list[Paragraph]) -> tuple[list[Paragraph], list[Block]]:
    """Entries without dates: each begins with a line that looks as the first does."""
    first = next((p for p in items if is_headlike(p)), None)
    if first is None:
        return items, []
    blocks: list[Block] = []
    before: list[Paragraph] = []
    for index, paragraph in enumerate(items):
        fresh = not blocks or blocks[-1].body or paragraph.gap > 1.9 or paragraph.heading > 0
        if is_headlike(paragraph) and look(paragraph) == look(first) and fresh:
            blocks.append(Block([paragraph]))
        elif not blocks:
            before.append(paragraph)
        elif is_headlike(paragraph) and not blocks[-1].body and len(blocks[-1].head) < 3 and index:
            blocks[-1].head.append(paragraph)
        else:
            blocks[-1].body.append(paragraph)
    return before, blocks


def _head_ranges(items: list[Paragraph], carriers: list[int]) -> list[tuple[int, int]]:
    """The half-open range of each head; carriers that share a head are one."""
    carriers = _merged(items, carriers)
    pattern = _first_pattern(items, carriers[0])
    ranges = _ranges(items, carriers, pattern)
    below = _habit_below(items, carriers, ranges)
    return _ranges(items, carriers, replace(pattern, below=below)) if below else ranges


def _ranges(items: list[Paragraph], carriers: list[int], pattern: _Pattern) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    for index, carrier in enumerate(carriers):
        floor = ranges[-1][1] if ranges else 0
        start = _start(items, carrier, floor, pattern, bool(ranges))
        ceiling = carriers[index + 1] if index + 1 < len(carriers) else len(items)
        ranges.append((start, _stop(items, carrier, start, ceiling, pattern)))
    return ranges


def _habit_below(
    items: list[Paragraph], carriers: list[int], ranges: list[tuple[int, int]]
) -> tuple[Look, ...]:
    """What the lines under the dates look like in at least half of the heads; () where heads differ."""
    below = Counter(
        tuple(look(item) for item in items[carrier + 1 : stop])
        for carrier, (_, stop) in zip(carriers, ranges, strict=True)
    )
    looks, count = max(below.items(), key=lambda item: (item[1], len(item[0])))
    return looks if 2 * count >= len(carriers) else ()


def _merged(items: list[Paragraph], carriers: list[int]) -> list[int]:
    """Dates alone on the line after a head with dates are that head's."""
    kept: list[int] = []
    for carrier in carriers:
        alone = is_dates(clean(items[carrier].text)) and len(items[carrier].cells) == 1
        if kept and kept[-1] == carrier - 1 and alone and items[carrier - 1].cells[1:]:
            continue
        kept.append(carrier)
    return kept


@dataclass(frozen=True, slots=True)
class _Pattern:
    """How the first entry is built: lines above its dates, and what its first line looks like.

    `below` is what the lines under the dates look like where heads have a habit there.
    """

    above: int
    first: Look
    below: tuple[Look, ...] = ()

    def holds(self, line: Paragraph, place: int) -> bool:
        """Whether a head's line stands at this place under the dates (0: the next) by habit."""
        return place < len(self.below) and look(line) == self.below[place]


def _first_pattern(items: list[Paragraph], carrier: int) -> _Pattern:
    start = carrier
    while start > 0 and is_headlike(items[start - 1]) and carrier - start < _MOST_HEAD_LINES:
        start -= 1
    return _Pattern(carrier - start, look(items[start]))


def _start(items: list[Paragraph], carrier: int, floor: int, pattern: _Pattern, later: bool) -> int:
    start = carrier
    while start > floor and is_headlike(items[start - 1]) and carrier - start < _MOST_HEAD_LINES:
        start -= 1
    if start == carrier or not later:
        return start
    clear = start > 0 and not is_headlike(items[start - 1])
    return _trimmed(items, start, carrier, pattern, clear)


def _trimmed(items: list[Paragraph], start: int, carrier: int, pattern: _Pattern, clear: bool) -> int:
    """Of the lines that could open the head, those that do, by the first entry's pattern, dress and white space."""
    for index in range(start, carrier):
        if look(items[index]) == pattern.first and carrier - index <= pattern.above:
            return index
    if pattern.above == 0:
        prominent = [i for i in range(start, carrier) if _outranks(items[i], items[carrier])]
        return prominent[-1] if prominent else carrier
    if clear and carrier - start <= pattern.above + 1:
        return start
    if look(items[carrier]) == pattern.first and not is_dates(clean(items[carrier].whole)):
        return carrier
    widest = max(range(start, carrier + 1), key=lambda i: (items[i].gap, i))
    if items[widest].gap > 1.3 * items[carrier].gap and carrier - widest <= pattern.above:
        return widest
    return max(start, carrier - pattern.above)


def _outranks(line: Paragraph, carrier: Paragraph) -> bool:
    """An employer's line over several positions: larger or bolder, or with an employer's words."""
    own, other = look(line), look(carrier)
    if (own[0], own[1], own[3]) > (other[0], other[1], other[3]):
        return True
    text = clean(line.text)
    return COMPANIES.count(text) > 0 and TITLES.count(text) == 0 and own[:2] == other[:2]


def _stop(items: list[Paragraph], carrier: int, start: int, ceiling: int, pattern: _Pattern) -> int:
    """The end of the head: lines under the dates that complete it."""
    stop = carrier + 1
    room = _room_below(items, stop, ceiling, pattern)
    lines = _told(items[start:stop])
    while stop < room and stop - start < _MOST_HEAD_LINES + 1 and is_headlike(items[stop]):
        if lines >= 2 and not (
            pattern.holds(items[stop], stop - carrier - 1) or _adds(items[stop], items, stop, ceiling)
        ):
            break
        lines += 1
        stop += 1
    return stop


def _room_below(items: list[Paragraph], stop: int, ceiling: int, pattern: _Pattern) -> int:
    """Lines before the next dates that are not the next entry's."""
    if ceiling >= len(items):
        return ceiling
    bodied = any(not is_headlike(p) for p in items[stop:ceiling])
    return ceiling if bodied else max(stop, ceiling - pattern.above)


def _told(lines: Sequence[Paragraph]) -> int:
    """How many parts of a head (position, employer) the lines tell already."""
    count = 0
    for line in lines:
        for cell in line.cells:
            bare = _without_place(_without_dates(cell.text))
            if bare and not looks_like_place(bare):
                count += 1 + bool(re.search(r"\s[|·•–—@]\s| at ", bare) or _tells_both(bare))
    return count


def _without_place(text: str) -> str:
    """ "Alder Ltd | Leeds" without the place."""
    name, sign, tail = text.rpartition(" | ")
    return name if sign and looks_like_place(tail) else text


def _tells_both(text: str) -> bool:
    """A line with commas that names a position and an employer."""
    parts = text.split(", ")
    employers = [part for part in parts if COMPANIES.count(part) and not TITLES.count(part)]
    return bool(employers) and any(TITLES.count(part) and not COMPANIES.count(part) for part in parts)


def _without_dates(text: str) -> str:
    rest = DURATION.sub(" ", clean(text))
    for period in reversed(find_periods(rest)):
        rest = rest[: period.start] + rest[period.end :]
    return rest.strip(" ,;:|·•()[]–—/-")


def _adds(line: Paragraph, items: list[Paragraph], index: int, ceiling: int) -> bool:
    """A third line belongs to the head if it is a place, or dressed unlike the body under it."""
    text = clean(line.text)
    if looks_like_place(text) or (is_dates(clean(items[index - 1].whole)) and may_be_place(text)):
        return True
    following = [p for p in items[index + 1 : ceiling] if not p.level and not is_headlike(p)]
    bulleted = index + 1 < ceiling and items[index + 1].level > 0
    dressed = line.style.bold or line.style.italic
    return bool(dressed and (following or bulleted))
