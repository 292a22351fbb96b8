"""Work, voluntary work and projects: heads with their roles, and bodies."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from bonafide.cv.atoms import Atom, Head, found_text, head_of, undated_runs, with_dashes
from bonafide.cv.bodies import body_of, dates_of
from bonafide.cv.entries import Block, blocks_of
from bonafide.cv.gather import Entry, Found
from bonafide.cv.localities import settle_places, settle_tails
from bonafide.cv.paragraph import Paragraph
from bonafide.cv.places import may_be_place
from bonafide.cv.roles import Roles, tell_roles

Readout = tuple[list[Entry], list[Paragraph]]
"""Entries, and the paragraphs that fit none of them."""


def read_work(paragraphs: Sequence[Paragraph], towns: Collection[str] = ()) -> Readout:
    """Positions at employers; `towns` are places that the CV names elsewhere."""
    before, blocks = blocks_of(paragraphs)
    blocks = _ungrouped(blocks)
    heads = _whole([head_of(block.head) for block in blocks], blocks)
    heads = settle_places(heads, towns)
    roles = settle_tails(tell_roles(heads), heads)
    entries = [
        {**_names(role, head), **dates_of(head), **body_of(block.body)}
        for block, head, role in zip(blocks, heads, roles, strict=True)
    ]
    return [entry for entry in entries if entry], before


def _whole(heads: list[Head], blocks: list[Block]) -> list[Head]:
    """ "Lead – Platform" over an employer is one name where most heads have one name a line, in two lines."""
    rows = [tuple(sorted(atom.slot[0] for atom in head.atoms)) for head in heads]
    plain = sum(len(row) == 2 and row[0] != row[1] for row in rows)
    if 2 * plain < len(heads):
        return heads
    return [
        with_dashes(head, block.head, {row[0]}) if len(row) > 2 else head
        for head, block, row in zip(heads, blocks, rows, strict=True)
    ]


def read_volunteer(paragraphs: Sequence[Paragraph], towns: Collection[str] = ()) -> Readout:
    """As work, under the schema's other names."""
    entries, before = read_work(paragraphs, towns)
    return [
        _renamed(entry, {"name": "organization", "location": "", "description": ""}) for entry in entries
    ], before


def read_projects(paragraphs: Sequence[Paragraph]) -> Readout:
    """Projects: the first name is the project's, further ones describe it."""
    before, blocks = blocks_of(paragraphs)
    heads = [with_dashes(head_of(block.head), block.head, {0}) for block in blocks]
    entries = [_project(block, head) for block, head in zip(blocks, heads, strict=True)]
    return [entry for entry in entries if entry], before


def _project(block: Block, head: Head) -> Entry:
    entry: Entry = {}
    if head.atoms:
        entry["name"] = found_text(head.atoms[0], 0.85)
    body = _renamed(body_of(block.body), {"summary": "description"})
    if len(head.atoms) > 1 and "description" not in body:
        entry["description"] = found_text(head.atoms[1], 0.6)
    return {**entry, **dates_of(head), **body}


def _ungrouped(blocks: list[Block]) -> list[Block]:
    """An employer's line with the dates of the whole stay joins the first of the positions under it."""
    kept: list[Block] = []
    waiting: list[Paragraph] = []
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if following and not block.body and _is_employer_of(head_of(block.head), head_of(following.head)):
            waiting = [bare for line in block.head if (bare := _undated(line)).text.strip()]
            continue
        kept.append(Block([*waiting, *block.head], block.body))
        waiting = []
    return kept


def _is_employer_of(group: Head, first: Head) -> bool:
    """One name each, and the group's period holds the position's."""
    if len(group.atoms) != 1 or len(first.atoms) != 1 or group.period is None or first.period is None:
        return False
    outer, inner = group.period, first.period
    if not outer.start_date or not inner.start_date:
        return False
    ends = outer.ongoing or (inner.end_date is not None and outer.end_date is not None)
    dress = (group.atoms[0].bold, group.atoms[0].size) != (first.atoms[0].bold, first.atoms[0].size)
    return ends and dress and outer.start_date.year <= inner.start_date.year


def _undated(line: Paragraph) -> Paragraph:
    """The line with its first cell only and without dates, which are the whole stay's."""
    return replace(line, cells=(replace(line.cells[0], runs=tuple(undated_runs(line))),))


_REMARK = re.compile(r"\s+(?:\((?P<inside>[a-zà-ÿ]{2,}\s[^()]+)\)|[—–]\s+(?P<behind>[a-zà-ÿ]{2,}\s.+))$")


def _names(roles: Roles, head: Head) -> Entry:
    entry: Entry = {}
    if roles.employer:
        entry |= _employer(roles.employer, roles.sure)
    if roles.title:
        entry["position"] = found_text(roles.title, roles.sure)
    places = [*head.places, *([roles.place] if roles.place else [])]
    if places:
        entry["location"] = found_text(places[0], 0.9)
    extra = list(roles.rest)
    if extra and not places and may_be_place(extra[0].text):
        entry["location"] = found_text(extra.pop(0), 0.6)
    if extra and "description" not in entry:
        text = ", ".join(atom.text for atom in extra)
        entry["description"] = Found(text, text, extra[0].place, 0.5)
    return entry


def _employer(atom: Atom, sure: float) -> Entry:
    """`Harbour Voices (registered charity)`: the name, and what its line says of the employer, which no name begins small."""
    remark = _REMARK.search(atom.text)
    if not remark:
        return {"name": found_text(atom, sure)}
    said = remark["inside"] or remark["behind"]
    return {
        "name": found_text(replace(atom, text=atom.text[: remark.start()]), sure),
        "description": Found(said, said, atom.place, 0.6),
    }


def _renamed(entry: Entry, names: dict[str, str]) -> Entry:
    renamed = {names.get(name, name): value for name, value in entry.items()}
    renamed.pop("", None)
    return renamed
