"""Sections that are lists: languages, interests, references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bonafide.cv.bodies import text_of
from bonafide.cv.cleaning import clean
from bonafide.cv.experience import Readout
from bonafide.cv.gather import Entry, Found
from bonafide.cv.paragraph import Cell, Paragraph
from bonafide.cv.places import looks_like_place
from bonafide.cv.words import (
    begins_with_language,
    is_filler,
    is_fluency,
    is_language,
    is_language_label,
    is_only_fluency,
    tokens,
)
from bonafide.model.place import Place

# The last bracket, with a smaller one inside it.
_BRACKET = re.compile(r"^(.*?\S)\s*[(\[]((?:[^()\[\]]|[(\[][^()\[\]]*[)\]])+)[)\]]$")
_PARTED = re.compile(r"\s*(?::|[.…]{3,}|[–—|·•]|\s-\s|\t)\s*")
_METER = re.compile(r"\s*[●○•◦★☆■□▪▫◉◯]{2,}\s*$")
# No language and its level are longer.
_MOST_WORDS = 40
# A name in capitals behind a level in small letters.
_RUN_IN = re.compile(r"(?<=[^\W\d_])\s+([A-ZÀ-Þ][^\W\d_]{3,})(?=\s+[a-zà-ÿ])")
_LISTED = re.compile(r"\s*[;|•·\n\t]\s*|\s+/\s+|[,،]\s+(?![^()\[\]]*[)\]])")


# It often stands below the languages, and is none.
_LICENCE = re.compile(
    r"f[üu]hrerschein|fahrerlaubnis|driv(?:ing|er'?s) licen[cs]e|permis\b|patente|carn[eé] de conducir|rijbewijs|prawo jazdy",
    re.I,
)


def read_languages(paragraphs: Sequence[Paragraph]) -> Readout:
    """Spoken languages and how well: one a line, several a line, or a name over its level."""
    others = [p for p in paragraphs if _LICENCE.search(p.text) and not begins_with_language(p.text)]
    pieces = [piece for p in paragraphs if p not in others for piece in _language_pieces(p)]
    entries: list[Entry] = []
    for text, place in pieces:
        if entries and is_filler(text):
            _lengthen_level(entries[-1], text)
            continue
        if entries and is_only_fluency(text) and not begins_with_language(text):
            _add_level(entries, text, text, place)
            continue
        name, level = _name_and_level(text)
        if not name or is_language_label(name):
            continue
        if entries and not begins_with_language(name) and _lacks_level(entries[-1]):
            _add_level(entries, text, text, place)
            continue
        entry: Entry = {"language": Found(name, text, place, 0.95 if begins_with_language(name) else 0.75)}
        if level:
            entry["fluency"] = Found(level, text, place, 0.9)
        entries.append(entry)
    return entries, others


def language_entry(found: Found) -> Entry:
    """A language and its level, from one item of a list."""
    name, level = _name_and_level(found.value)
    entry: Entry = {"language": Found(name, found.text, found.place, 0.9)}
    if level:
        entry["fluency"] = Found(level, found.text, found.place, 0.85)
    return entry


def _lacks_level(entry: Entry) -> bool:
    """Whether the last name is a known language without a level: what is no language then is its level."""
    name = entry.get("language")
    return isinstance(name, Found) and begins_with_language(name.value) and "fluency" not in entry


def _lengthen_level(entry: Entry, text: str) -> None:
    """ "proficiency" on a line of its own ends the level above."""
    level = entry.get("fluency")
    if isinstance(level, Found):
        entry["fluency"] = replace(level, value=f"{level.value} {text}", text=f"{level.text} {text}")


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
    if len(cells) > 1 and is_language_label(cells[0][0]):
        cells = cells[1:]
    level = len(cells) == 2 and is_fluency(cells[1][0]) and not begins_with_language(cells[1][0])
    if level and not is_fluency(cells[0][0]):
        yield f"{cells[0][0]}: {cells[1][0]}", cells[0][1]
        return
    if _is_noted(texts := [text for text, _ in cells]):
        yield f"{texts[0]}: {texts[1]} ({', '.join(texts[2:])})", cells[0][1]
        return
    for text, place in cells:
        for part in _language_parts(text):
            yield part, place


def _is_noted(texts: Sequence[str]) -> bool:
    """A language, its level, and what else is said of it, a cell each."""
    if len(texts) < 3 or not is_language(texts[0]) or not is_fluency(texts[1]):
        return False
    return not any(begins_with_language(text) or is_only_fluency(text) for text in texts[2:])


def _language_parts(text: str) -> list[str]:
    label, colon, rest = text.partition(":")
    if colon and is_language_label(label):
        return (
            [f"{part} ({clean(label)})" for part in _language_parts(rest)]
            if is_fluency(label)
            else _language_parts(rest)
        )
    text = _METER.sub("", text)
    text = _RUN_IN.sub(lambda found: f"; {found[1]}", text) if _is_run_in(text) else text
    parts = [part.strip(" ,.") for part in _LISTED.split(text) if part.strip(" ,.")]
    joined: list[str] = []
    for part in parts:
        # "English, fluent": the level after a comma belongs to the name before it.
        further = is_fluency(part) and not begins_with_language(part)
        told = bool(joined and _name_and_level(joined[-1])[1])
        if joined and further and (not told or is_only_fluency(part)):
            sign = "," if told else ":"
            joined[-1] = f"{joined[-1]}{sign} {part}"
        else:
            joined.append(part)
    return joined


def _is_run_in(text: str) -> bool:
    """ "English native French good": names and levels in turn with nothing between."""
    names = [match for match in _RUN_IN.finditer(text) if begins_with_language(match[1])]
    return (
        bool(names)
        and not is_language(text[: names[0].start()])
        and not _LISTED.search(text)
        and begins_with_language(text)
        and len(names) == len(_RUN_IN.findall(text))
    )


def _name_and_level(text: str) -> tuple[str, str]:
    bracket = _BRACKET.match(text)
    if bracket and (is_fluency(bracket[2]) or not is_fluency(bracket[1])):
        name, level = bracket[1].strip(" :–-"), bracket[2]
        parts = _PARTED.split(name, maxsplit=1)
        if len(parts) == 2 and begins_with_language(parts[0]):
            return parts[0].strip(), f"{parts[1].strip()} ({level})"
        inner = _BRACKET.match(name)
        spoken, told = _parted_by_words(name)
        if told:
            return spoken, f"{told} ({level})"
        if looks_like_place(level) and not is_fluency(level):
            return text, ""
        return (name, level) if not inner or not is_fluency(inner[2]) else (inner[1], inner[2])
    parts = _PARTED.split(text, maxsplit=1)
    if len(parts) == 2 and parts[0]:
        return parts[0].strip(), parts[1].strip(" .")
    name, level = _parted_by_words(text)
    return (name, level) if level else (text.strip(" .:"), "")


def _parted_by_words(text: str) -> tuple[str, str]:
    """A name and a level with nothing between: where all the rest is a level, else where a level's word begins."""
    words = text.split()[:_MOST_WORDS]
    pairs = [(" ".join(words[:size]), " ".join(words[size:])) for size in range(1, len(words))]
    whole = (pair for pair in pairs if is_language(pair[0]) and is_only_fluency(pair[1]))
    begun = (pair for pair in pairs if is_fluency(pair[1]) and _opens_level(pair[1]))
    return next(whole, None) or next(begun, (text, ""))


def _opens_level(text: str) -> bool:
    first = text.partition(" ")[0]
    return bool(tokens(first)) and is_fluency(first)


def read_interests(paragraphs: Sequence[Paragraph]) -> Readout:
    """Interests, split at commas; a labelled line is a name with keywords."""
    return [entry for p in paragraphs for cell in p.cells for entry in _interests(cell)], []


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
    for paragraph in paragraphs:
        found = text_of(paragraph, 0.7)
        fresh = not entries or "reference" in entries[-1]
        if fresh and len(found.value) < 70:
            entries.append({"name": found})
        elif fresh:
            entries.append({"reference": found})
        else:
            entries[-1]["reference"] = found
    return entries, []


def split_list(text: str) -> list[str]:
    """The items of a listed line; commas inside brackets part nothing."""
    return [bare for item in _LISTED.split(text) if item and (bare := item.strip(" .").rstrip(","))]
