"""Sections that are lists: skills, languages, certificates, awards, publications, interests, references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from bonafide.cv.atoms import Atom, found_text, head_of
from bonafide.cv.bodies import text_of
from bonafide.cv.cleaning import clean
from bonafide.cv.entries import blocks_of
from bonafide.cv.experience import Readout
from bonafide.cv.gather import Entry, Found
from bonafide.cv.paragraph import Cell, Paragraph
from bonafide.cv.words import begins_with_language, is_fluency, is_only_fluency, tokens
from bonafide.model.place import Place

_BRACKET = re.compile(r"^(.*?)\s*[(\[](.+)[)\]]$")
_PARTED = re.compile(r"\s*(?::|[–—|·•]|\s-\s|\t)\s*")
_LISTED = re.compile(r"\s*[;|•·\n\t]\s*|\s+/\s+|,\s+(?![^()\[\]]*[)\]])")
_ISSUED = re.compile(
    r"^(?:issued by|published by|awarded by|issuer|ausgestellt von|verliehen von|herausgegeben von|delivre par|délivré par|publié par|décerné par|emitido por|otorgado por|publicado por|uitgegeven door|rilasciato da|pubblicato da|wydany przez)\s*:?\s*",
    re.I,
)
_NONE = re.compile(
    r"^.{0,40}\b(?:(?:up)?on request|auf anfrage|auf wunsch|sur demande|a petición|op aanvraag|a pedido|su richiesta|na życzenie)"
    r"\b.{0,12}$",
    re.I,
)


def read_languages(paragraphs: Sequence[Paragraph]) -> Readout:
    """Spoken languages and how well: one a line, several a line, or a name over its level."""
    pieces = [piece for p in paragraphs for piece in _language_pieces(p)]
    entries: list[Entry] = []
    for text, place in pieces:
        if entries and is_only_fluency(text) and not begins_with_language(text):
            _add_level(entries, text, text, place)
            continue
        name, level = _name_and_level(text)
        if not name:
            continue
        entry: Entry = {"language": Found(name, text, place, 0.95)}
        if level:
            entry["fluency"] = Found(level, text, place, 0.9)
        entries.append(entry)
    return entries, []


def language_entry(found: Found) -> Entry:
    """A language and its level, from one item of a list."""
    name, level = _name_and_level(found.value)
    entry: Entry = {"language": Found(name, found.text, found.place, 0.9)}
    if level:
        entry["fluency"] = Found(level, found.text, found.place, 0.85)
    return entry


def _add_level(entries: list[Entry], level: str, text: str, place: Place) -> None:
    """A level alone belongs to the first of the last names that has none."""
    open_ones = []
    for entry in reversed(entries):
        if "fluency" in entry:
            break
        open_ones.append(entry)
    if open_ones:
        open_ones[-1]["fluency"] = Found(level, text, place, 0.8)


def _language_pieces(paragraph: Paragraph) -> Iterator[tuple[str, Place]]:
    cells = [(clean(cell.text), cell.place) for cell in paragraph.cells if clean(cell.text)]
    if len(cells) == 2 and is_fluency(cells[1][0]) and not is_fluency(cells[0][0]):
        yield f"{cells[0][0]}: {cells[1][0]}", cells[0][1]
        return
    for text, place in cells:
        for part in _language_parts(text):
            yield part, place


def _language_parts(text: str) -> list[str]:
    parts = [part.strip(" ,.") for part in _LISTED.split(text) if part.strip(" ,.")]
    joined: list[str] = []
    for part in parts:
        # "English, fluent": the level after a comma belongs to the name before it.
        if joined and is_fluency(part) and not _name_and_level(joined[-1])[1]:
            joined[-1] = f"{joined[-1]}: {part}"
        else:
            joined.append(part)
    return joined


def _name_and_level(text: str) -> tuple[str, str]:
    bracket = _BRACKET.match(text)
    if bracket and (is_fluency(bracket[2]) or not is_fluency(bracket[1])):
        name, level = bracket[1].strip(" :–-"), bracket[2]
        inner = _BRACKET.match(name)
        return (name, level) if not inner or not is_fluency(inner[2]) else (inner[1], inner[2])
    parts = _PARTED.split(text, maxsplit=1)
    if len(parts) == 2 and parts[0]:
        return parts[0].strip(), parts[1].strip(" .")
    words = text.split()
    for size in range(1, len(words)):
        if is_fluency(" ".join(words[size:])) and tokens(words[size]) and is_fluency(words[size]):
            return " ".join(words[:size]), " ".join(words[size:])
    return text.strip(" .:"), ""


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
    entries = [_record([paragraph], [], name, by, date, more) for paragraph in before]
    entries += [_record(block.head, block.body, name, by, date, more) for block in blocks]
    return [entry for entry in entries if entry], []


def _record(
    lines: Sequence[Paragraph], body: Sequence[Paragraph], name: str, by: str, date: str, more: str
) -> Entry:
    head = head_of(lines)
    rows = [_in_one(list(group)) for _, group in groupby(head.atoms, key=lambda atom: atom.slot[:2])]
    if any(_ISSUED.match(atom.text) for atom in rows):
        atoms = rows
    else:
        atoms = [part for atom in head.atoms for part in _name_and_issuer(atom)]
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


def _in_one(atoms: list[Atom]) -> Atom:
    """The names of one line as they were printed."""
    text = atoms[0].text
    for atom in atoms[1:]:
        text += f" – {atom.text}" if atom.mark == "strong" else f" {atom.text}"
    return _with(atoms[0], text)


def _name_and_issuer(atom: Atom) -> list[Atom]:
    """ "Name (Issuer)", "Name, Issuer" as the two names they are."""
    bracket = _BRACKET.match(atom.text)
    if bracket and len(bracket[2].split()) > 1:
        return [_with(atom, bracket[1]), _with(atom, bracket[2])]
    left, comma, right = atom.text.rpartition(", ")
    if comma and len(left) > 8 and right[:1].isupper() and len(right.split()) <= 6:
        return [_with(atom, left), _with(atom, right)]
    return [atom]


def _with(atom: Atom, text: str) -> Atom:
    return Atom(text, atom.place, atom.slot, atom.bold, atom.italic, atom.size, atom.mark)


def read_interests(paragraphs: Sequence[Paragraph]) -> Readout:
    """Interests, split at commas; a labelled line is a name with keywords."""
    told = [p for p in paragraphs if not _NONE.match(clean(p.text))]
    entries = [entry for p in told for cell in p.cells for entry in _interests(cell)]
    return entries, [p for p in paragraphs if p not in told]


def _interests(cell: Cell) -> list[Entry]:
    text = clean(cell.text).rstrip(".")
    label, colon, rest = text.partition(": ")
    if colon and len(label) < 40:
        keywords = [Found(item, text, cell.place, 0.9) for item in split_list(rest)]
        return [{"name": Found(label, text, cell.place, 0.9), "keywords": keywords}]
    return [{"name": Found(item, text, cell.place, 0.85)} for item in split_list(text)]


def read_references(paragraphs: Sequence[Paragraph]) -> Readout:
    """Who vouches: a name over what they said."""
    entries: list[Entry] = []
    rest = [p for p in paragraphs if _NONE.match(clean(p.text))]
    for paragraph in (p for p in paragraphs if p not in rest):
        found = text_of(paragraph, 0.7)
        fresh = not entries or "reference" in entries[-1]
        if fresh and len(found.value) < 70:
            entries.append({"name": found})
        elif fresh:
            entries.append({"reference": found})
        else:
            entries[-1]["reference"] = found
    return entries, rest


def split_list(text: str) -> list[str]:
    """The items of a listed line; commas inside brackets part nothing."""
    return [item.strip(" .") for item in _LISTED.split(text) if item and item.strip(" .")]
