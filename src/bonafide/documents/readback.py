"""The read-back: a printed PDF goes through the CV reader and must give the same facts again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from bonafide import cv
from bonafide.documents.characters import clean
from bonafide.documents.jsonresume import cv_json
from bonafide.documents.sheet import letter_sheet
from bonafide.grounding import Grounded
from bonafide.language import quantities

# A paragraph under an entry's heading is a summary to one reader and a highlight to another.
_PROSE = ("summary", "description", "highlights", "courses", "score", "fluency", "reference")


@dataclass(frozen=True, slots=True)
class Lost:
    """Something printed that was not read again as what it is.

    `what` is the JSON Resume field (`position`, `startDate`, ...), `figure` or `sentence`; `pointer` its
    place in the tailored CV; `elsewhere` says that the words came back, but in another field.
    """

    what: str
    text: str
    pointer: str
    elsewhere: bool = False

    def __str__(self) -> str:
        place = "read as something else" if self.elsewhere else "not read"
        return f"{self.what} “{self.text}” at {self.pointer or 'the letter'}: {place}"


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What a reading of the print is missing; nothing: the print is lossless."""

    missing: tuple[Lost, ...]

    @property
    def lossless(self) -> bool:
        """Whether everything came back as what it is."""
        return not self.missing


def read_back(pdf: bytes, grounded: Grounded) -> ReadBack:
    """The printed CV, read by `cv.read` and compared with its draft. Raises the reader's UnreadableFault."""
    reading = cv.read(pdf, "cv.pdf")
    expected, found = cv_json(grounded), reading.profile.to_json()
    everything = _plain(" ".join([*_texts(found), *(item.text for item in reading.unplaced)]))
    lost = [
        Lost(what, text, pointer, elsewhere=_plain(text) in everything)
        for what, text, pointer in _missing(expected, found)
    ]
    lines = ((line.text, line.facts[0] if line.facts else "") for line in grounded.draft.cv.lines())
    return ReadBack((*lost, *_figures(lines, everything)))


def read_back_letter(pdf: bytes, grounded: Grounded) -> ReadBack:
    """The printed letter: every line of it and every figure must stand in its text."""
    everything = _plain(_text_of(pdf))
    draft = grounded.draft.letter
    lines = [(line.text, line.facts[0] if line.facts else "") for line in draft.lines()]
    lines.append((letter_sheet(grounded.draft).date, ""))
    lost = [Lost("sentence", text, pointer) for text, pointer in lines if _plain(text) not in everything]
    return ReadBack((*lost, *_figures(lines, everything)))


def _missing(expected: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    yield from _missing_basics(expected["basics"], found.get("basics", {}))
    for section, entries in expected.items():
        if isinstance(entries, list):
            yield from _missing_entries(section, entries, found.get(section, []))


def _missing_basics(expected: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    have = {_plain(text) for text in _texts(found)}
    for field, value in expected.items():
        for text in _texts(value):
            if _plain(text) not in have:
                yield field, text, f"/basics/{field}"


def _missing_entries(
    section: str, expected: list[dict[str, Any]], found: list[dict[str, Any]]
) -> Iterator[tuple[str, str, str]]:
    """Each entry against the one that is most like it; a skill may stand in any group."""
    pairs = _paired(expected, found)
    for index, entry in enumerate(expected):
        pool = found if section == "skills" else pairs.get(index, [])
        for field, value in entry.items():
            have = _have(field, pool)
            for text in _texts(value):
                if _plain(text) not in have:
                    yield field, text, f"/{section}/{index}/{field}"


def _paired(
    expected: list[dict[str, Any]], found: list[dict[str, Any]]
) -> Mapping[int, list[dict[str, Any]]]:
    """The entry found for each expected one by its index: most alike first, none for two."""
    alike = (
        (-_likeness(entry, other), index, place)
        for index, entry in enumerate(expected)
        for place, other in enumerate(found)
    )
    pairs: dict[int, list[dict[str, Any]]] = {}
    taken: set[int] = set()
    for _, index, place in sorted(alike):
        if index not in pairs and place not in taken:
            pairs[index] = [found[place]]
            taken.add(place)
    return pairs


def _likeness(entry: Mapping[str, Any], other: Mapping[str, Any]) -> int:
    return sum(
        _plain(text) in _have(field, [other]) for field, value in entry.items() for text in _texts(value)
    )


def _have(field: str, entries: Sequence[Mapping[str, Any]]) -> set[str]:
    fields = _PROSE if field in _PROSE else ("name", "keywords") if field == "keywords" else (field,)
    return {_plain(text) for entry in entries for name in fields for text in _texts(entry.get(name, ""))}


def _figures(lines: Iterable[tuple[str, str]], everything: str) -> Iterator[Lost]:
    for text, pointer in lines:
        for quantity in quantities.find(clean(text)):
            if _plain(quantity.text) not in everything:
                yield Lost("figure", quantity.text, pointer)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def _plain(text: str) -> str:
    """What must agree: the characters, but not their spacing, case, dashes or a link's scheme."""
    text = re.sub(r"\bhttps?://(www\.)?", "", clean(text).casefold())
    return re.sub(r"[\s·]+", "", text.replace("–", "-").replace("—", "-")).rstrip("/")


def _text_of(pdf: bytes) -> str:
    # Loaded on use: it takes longer to import than a CV to print, and whoever only prints has no need of it.
    document = import_module("pypdfium2").PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()
