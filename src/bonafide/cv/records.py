"""Certificates, awards, publications: a name, who gave or printed it, a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from bonafide.cv.atoms import Atom, Head, found_text, head_of, undated_runs
from bonafide.cv.bodies import text_of
from bonafide.cv.cleaning import clean
from bonafide.cv.entries import Block, blocks_of, is_headlike
from bonafide.cv.experience import Readout
from bonafide.cv.gather import Entry, Found
from bonafide.cv.paragraph import Paragraph
from bonafide.cv.sections import look
from bonafide.cv.words import GRADE_WORDS, ISSUED_BY, any_of

_BRACKET = re.compile(r"^(.*?)\s*[(\[](.+)[)\]]$")
_CLEAR = re.compile(r"\s+[|·•]\s+")
_EDGES = " ,;:|·•–—-"
_SIGNED = re.compile(r"\s*[,;:|·•–—-]\s")
# "Solutions Architect – Professional, Some Issuer": the grade after the dash is part of the name.
_GRADED = re.compile(rf"^(?P<name>[^,]+?\s[–—-]\s(?:{any_of(GRADE_WORDS)})\b[^,]*)(?:,\s*(?P<by>.+))?$", re.I)
_ISSUED = re.compile(rf"^(?:{any_of(ISSUED_BY)})\s*:?\s*", re.I)


def read_certificates(paragraphs: Sequence[Paragraph]) -> Readout:
    """Certificates: name, issuer, date."""
    return _records(paragraphs, "name", "issuer", "date", "")


def read_awards(paragraphs: Sequence[Paragraph]) -> Readout:
    """Awards: title, who gave it, date."""
    return _records(paragraphs, "title", "awarder", "date", "summary")


def read_publications(paragraphs: Sequence[Paragraph]) -> Readout:
    """Publications and talks: name, publisher, date."""
    return _records(paragraphs, "name", "publisher", "release_date", "summary")


def _records(paragraphs: Sequence[Paragraph], name: str, by: str, date: str, more: str) -> Readout:
    if paragraphs and all(p.level == 1 for p in paragraphs):
        return [e for p in paragraphs if (e := _record([p], [], name, by, date, more))], []
    before, blocks = blocks_of(paragraphs)
    blocks = [part for block in blocks for part in _undated(block, listed=not more)]
    entries = [_record([paragraph], [], name, by, date, more) for paragraph in before]
    entries += [_record(block.head, block.body, name, by, date, more) for block in blocks]
    return [entry for entry in entries if entry], []


def _undated(block: Block, listed: bool) -> list[Block]:
    """The block, and those without dates under it: its further lines in the dress of its first."""
    first = look(block.head[0])
    parts = [Block(block.head)]
    for paragraph in block.body:
        alike = look(paragraph) == first and is_headlike(paragraph)
        if alike and (listed or paragraph.style.bold):
            parts.append(Block([paragraph]))
        else:
            parts[-1].body.append(paragraph)
    return parts


def _record(
    lines: Sequence[Paragraph], body: Sequence[Paragraph], name: str, by: str, date: str, more: str
) -> Entry:
    head = head_of(lines)
    atoms = _dressed(lines, head) or _parted(lines, head) or _graded(lines, head) or _names(head)
    entry: Entry = {}
    issued = [atom for atom in atoms if _ISSUED.match(atom.text)]
    named = [atom for atom in atoms if atom not in issued] + [p for p in head.places if not atoms]
    if named:
        entry[name] = found_text(named[0], 0.85)
    giver = issued[0] if issued else named[1] if len(named) > 1 else None
    if giver:
        entry[by] = Found(_ISSUED.sub("", giver.text), giver.text, giver.place, 0.75)
    if head.period and head.where:
        last = head.period.end_date or head.period.start_date
        if last:
            entry[date] = Found(last.iso(), head.printed, head.where, 0.95)
    if more and body:
        text = " ".join(text_of(paragraph).value for paragraph in body)
        entry[more] = Found(text, text, body[0].place, 0.8)
    return entry


def _dressed(lines: Sequence[Paragraph], head: Head) -> list[Atom]:
    """A name in bold and, after a sign, who gave it: neither is parted further at weaker signs."""
    if len(lines) != 1 or not head.atoms:
        return []
    runs = [run for run in undated_runs(lines[0]) if run.text.strip()]
    bold = [run.style.bold for run in runs]
    if True not in bold or False not in bold or bold != sorted(bold, reverse=True):
        return []
    plain = bold.index(False)
    rest = "".join(run.text for run in runs[plain:])
    return (
        _named(head.atoms[0], "".join(run.text for run in runs[:plain]), rest) if _SIGNED.match(rest) else []
    )


def _parted(lines: Sequence[Paragraph], head: Head) -> list[Atom]:
    """A line with a sign that stands in no name: "Rescue Diver – Level 2 · Alder School"."""
    if len(lines) != 1 or not head.atoms:
        return []
    text = "".join(run.text for run in undated_runs(lines[0]))
    name, *rest = _CLEAR.split(text, maxsplit=1)
    return _named(head.atoms[0], name, rest[0]) if rest and rest[0].strip(_EDGES) else []


def _graded(lines: Sequence[Paragraph], head: Head) -> list[Atom]:
    """A certificate with its grade behind a dash, and who gave it behind a comma."""
    if len(lines) != 1 or not head.atoms:
        return []
    text = clean("".join(run.text for run in undated_runs(lines[0]))).strip(_EDGES)
    graded = _GRADED.match(text)
    return _named(head.atoms[0], graded["name"], graded["by"] or "") if graded else []


def _named(atom: Atom, name: str, rest: str) -> list[Atom]:
    """Both as atoms; of the rest the first part."""
    giver = _CLEAR.split(" " + rest.strip(_EDGES))[0]
    texts = (clean(name).strip(_EDGES), clean(giver).strip(_EDGES))
    return [replace(atom, text=text) for text in texts if text]


def _names(head: Head) -> list[Atom]:
    """The head's names; a line that says who issued it is one."""
    rows = [_in_one(list(group)) for _, group in groupby(head.atoms, key=lambda atom: atom.slot[:2])]
    if any(_ISSUED.match(atom.text) for atom in rows):
        return rows
    return [part for atom in head.atoms for part in _name_and_issuer(atom)]


def _in_one(atoms: list[Atom]) -> Atom:
    """The names of one line as they were printed."""
    text = atoms[0].text
    for atom in atoms[1:]:
        text += f" – {atom.text}" if atom.mark == "strong" else f" {atom.text}"
    return replace(atoms[0], text=text)


def _name_and_issuer(atom: Atom) -> list[Atom]:
    """ "Name (Issuer)", "Name, Issuer" as the two names they are."""
    bracket = _BRACKET.match(atom.text)
    if bracket and len(bracket[2].split()) > 1:
        return [replace(atom, text=bracket[1]), replace(atom, text=bracket[2])]
    left, comma, right = atom.text.rpartition(", ")
    if comma and len(left) > 8 and right[:1].isupper() and len(right.split()) <= 6:
        return [replace(atom, text=left), replace(atom, text=right)]
    return [atom]
