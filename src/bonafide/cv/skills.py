"""Skills: groups and what they hold, from labelled lines, lists, tables and grids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from bonafide.cv.bodies import text_of
from bonafide.cv.cleaning import clean
from bonafide.cv.experience import Readout
from bonafide.cv.gather import Entry, Found
from bonafide.cv.lists import split_list
from bonafide.cv.paragraph import Cell, Paragraph, Style
from bonafide.cv.words import is_fluency, is_language_label
from bonafide.model.place import OnPage

_LABEL = re.compile(r"^([^:]{2,45}):\s+(?=\S)|^([^:]{2,45}):$")
_DASHED = re.compile(r"^([^–—:]{2,40})\s+[–—-]\s+(?=\S.*,)")
_LEVEL = re.compile(r"^(.*\S)\s*(?:\(([^()]+)\)|[–—:-]\s+(.+))$")
_LISTED = re.compile(r"[,،]\s|\s[|•·/]\s|;\s")
_DOUBTFUL = 0.6
_METER = re.compile(r"^[●○•◦★☆■□▪▫\s]+$|^\d{1,3}\s?%$")


@dataclass(slots=True)
class _Group:
    name: Found | None
    left: float
    style: Style
    items: list[Found] = field(default_factory=list)


def read_skills(paragraphs: Sequence[Paragraph], heading: str = "") -> Readout:
    """Groups with keywords, in order; `heading` names the group of lists that have no other name."""
    groups: list[_Group] = []
    lines = [p for p in paragraphs if clean(p.whole) and not _METER.match(clean(p.text))]
    for index, paragraph in enumerate(lines):
        _read_line(paragraph, lines[index + 1 : index + 2], groups)
        if index and _may_go_on(lines[index - 1], paragraph):
            _mend_joint(paragraph, groups)
    return [_entry(group) for group in groups if group.items or group.name], []


def _may_go_on(before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a line of a page may end the item above it: small letters below a list whose last item nothing closes."""
    listed = not before.level and not paragraph.level and _LISTED.search(before.text)
    printed = isinstance(before.cells[-1].place, OnPage) and len(paragraph.cells) == 1
    open_end = clean(before.text)[-1:].isalnum()
    return bool(listed and printed and open_end and clean(paragraph.text)[:1].islower())


def _mend_joint(paragraph: Paragraph, groups: list[_Group]) -> None:
    """Two skills that may be one, the last above the line and the first in it, are doubtful.

    They are one where most skills above begin with a capital: a line of others would too.
    """
    place = paragraph.cells[0].place
    for group in groups:
        at = next((index for index, item in enumerate(group.items) if item.place == place), 0)
        if not at:
            continue
        above, below = (replace(item, confidence=_DOUBTFUL) for item in group.items[at - 1 : at + 1])
        capitals = sum(item.value[:1].isupper() for item in group.items[:at])
        if above.value[:1].islower() and 2 * capitals > at:
            whole = replace(above, value=f"{above.value} {below.value}", text=f"{above.text} {below.text}")
            group.items[at - 1 : at + 1] = [whole]
        else:
            group.items[at - 1 : at + 1] = [above, below]


def _read_line(paragraph: Paragraph, after: Sequence[Paragraph], groups: list[_Group]) -> None:
    if _heads_groups(paragraph, after):
        for cell in paragraph.cells:
            name = Found(clean(cell.text).rstrip(":"), clean(cell.text), cell.place, 0.9)
            groups.append(_Group(name, _left(cell), cell.runs[0].style))
        return
    if _is_labelled_row(paragraph):
        first, *rest = paragraph.cells
        group = _Group(
            Found(clean(first.text).rstrip(":"), clean(first.text), first.place, 0.9), 0.0, Style()
        )
        group.items = [item for cell in rest for item in _items(clean(cell.text), cell)]
        groups.append(group)
        return
    for cell in paragraph.cells:
        _read_cell(cell, groups)


def _read_cell(cell: Cell, groups: list[_Group]) -> None:
    text = clean(cell.text)
    label = _LABEL.match(text) or _DASHED.match(text)
    dressed = _dressed_name(cell) if not label else ""
    if dressed:
        group = _Group(Found(dressed, text, cell.place, 0.9), 0.0, Style())
        group.items = _items(text.removeprefix(dressed).strip(" :–—-|"), cell)
        groups.append(group)
        return
    if label:
        name = (label[1] or label[label.lastindex or 1]).strip()
        group = _Group(Found(name, text, cell.place, 0.95), 0.0, Style())
        group.items = _items(text[label.end() :], cell)
        groups.append(group)
        return
    group = _home(cell, groups)
    group.items += _items(text, cell)


def _dressed_name(cell: Cell) -> str:
    """A name in bold before a list in plain weight, "" where there is none."""
    bold = list(takewhile(lambda run: run.style.bold or not run.text.strip(), cell.runs))
    # The space behind the colon may be lost between two fonts: "Sampling:Niskin bottles, CTD".
    name = clean("".join(run.text for run in bold)).rstrip(" :")
    rest = clean("".join(run.text for run in cell.runs[len(bold) :]))
    return name if 1 < len(name) <= 45 and "," not in name and _LISTED.search(rest) else ""


def _home(cell: Cell, groups: list[_Group]) -> _Group:
    """The group that an unlabelled cell belongs to: the last one, or in a grid the last above it."""
    if not groups:
        groups.append(_Group(None, 0.0, Style()))
    latest = [group for group in groups if group.name and group.left] or groups
    row = [g for g in latest if g.name and latest[-1].name and _same_row(g.name, latest[-1].name)]
    fitting = [group for group in row if group.left <= _left(cell) + 3]
    return fitting[-1] if len(row) > 1 and fitting else groups[-1]


def _same_row(a: Found, b: Found) -> bool:
    if isinstance(a.place, OnPage) and isinstance(b.place, OnPage):
        return a.place.page == b.place.page and abs(a.place.box.y1 - b.place.box.y1) < 3
    return a.place == b.place


def _left(cell: Cell) -> float:
    return cell.place.box.x0 if isinstance(cell.place, OnPage) else 0.0


def _heads_groups(paragraph: Paragraph, after: Sequence[Paragraph]) -> bool:
    """A line of names over lists: larger or bolder than the next, or plain over list items."""
    if paragraph.level or not after or any(len(clean(c.text)) > 45 for c in paragraph.cells):
        return False
    if any(_LISTED.search(cell.text) or _LABEL.match(clean(cell.text) + " x") for cell in paragraph.cells):
        return clean(paragraph.text).endswith(":") and bool(after[0].level)
    own, below = paragraph.style, after[0].style
    distinct = own.size > below.size + 0.4 or (own.bold and not below.bold)
    return paragraph.heading > 0 or distinct or (after[0].level > 0 and len(paragraph.cells) == 1)


def _is_labelled_row(paragraph: Paragraph) -> bool:
    """A table's row: a name, then its list."""
    cells = paragraph.cells
    if len(cells) > 1 and is_language_label(cells[0].text):
        return True
    if len(cells) != 2 or "," in cells[0].text or len(clean(cells[0].text)) > 45:
        return False
    return "," in cells[1].text or cells[0].runs[0].style.bold != cells[1].runs[0].style.bold


def _items(text: str, cell: Cell) -> list[Found]:
    return [Found(item, text, cell.place, 0.93) for item in split_list(_unlevelled(text))]


def _unlevelled(text: str) -> str:
    """A single skill without its level: "Docker (advanced)" is the skill Docker."""
    found = _LEVEL.match(text)
    if (
        found
        and "," not in text
        and is_fluency(found[2] or found[3])
        and len((found[2] or found[3]).split()) < 4
    ):
        return found[1]
    return text


def _entry(group: _Group) -> Entry:
    entry: Entry = {}
    if group.name:
        entry["name"] = group.name
    if group.items:
        entry["keywords"] = list(group.items)
    return entry


def named_group(heading: Paragraph, paragraphs: Sequence[Paragraph]) -> Entry:
    """A section of its own that only lists: its heading names the group."""
    items = [item for p in paragraphs for cell in p.cells for item in _items(clean(cell.text), cell)]
    return {"name": text_of(heading, 0.9), "keywords": list(items)}
