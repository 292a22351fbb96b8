"""The tailored CV as a JSON Resume 1.0 document, rebuilt from the printed lines and the facts they cite.

Each line goes back to the field its fact stands in, so what was cut is absent and what was reworded is
as printed. https://jsonresume.org/schema
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bonafide.documents.characters import clean
from bonafide.grounding import Grounded
from bonafide.language import periods
from bonafide.model.draft import CvDraft, Line
from bonafide.model.profile import SCHEMA

_BETWEEN = re.compile(r", (?![^()]*\))")  # a comma that is not within brackets
_DATES = ("startDate", "endDate", "date", "releaseDate")


def cv_json(grounded: Grounded) -> dict[str, Any]:
    """A JSON Resume document; entries in the order of print."""
    cv = grounded.draft.cv
    tree: dict[str, Any] = {"basics": dict(_basics(cv))}
    for line in (*cv.contacts, *_entry_lines(cv)):
        for pointer, value in _values(line):
            _put(tree, pointer, value)
    return {"$schema": SCHEMA, **_listed(tree)}


def _basics(cv: CvDraft) -> Iterator[tuple[str, str]]:
    """Name, headline and summary, which may rest on facts that stand elsewhere."""
    summary = " ".join(line.text for line in cv.summary)
    label = cv.label.text if cv.label else ""
    for field, text in (("name", cv.name.text), ("label", label), ("summary", summary)):
        if text:
            yield field, clean(text)


def _entry_lines(cv: CvDraft) -> Iterator[Line]:
    for section in cv.sections:
        for entry in section.entries:
            yield from entry.lines()


def _values(line: Line) -> Iterator[tuple[str, str]]:
    """The pointers that a line cites, each with its part of the text; a line that cannot be told apart
    goes whole to its first pointer."""
    if line.values:
        yield from zip(line.facts, line.values, strict=True)
        return
    text = clean(line.text)
    names = [pointer.rsplit("/", 1)[-1] for pointer in line.facts]
    if any(name in _DATES for name in names):
        yield from _dates(line, text)
        return
    parts = _parts(text, names)
    yield from zip(line.facts, parts, strict=True) if parts else ((p, text) for p in line.facts[:1])


def _parts(text: str, names: list[str]) -> list[str]:
    """`MSc, Physics` as degree and subject, `Bristol, GB` as city and country, `GitHub: ada` as both."""
    if names == ["studyType", "area"]:
        parts = _BETWEEN.split(text, maxsplit=1)
    elif names == ["network", "username"]:
        parts = text.split(": ", 1)
    elif names[:1] == ["city"]:
        parts = text.split(", ")
    else:
        return []
    return parts if len(parts) == len(names) else []


def _dates(line: Line, text: str) -> Iterator[tuple[str, str]]:
    """`Aug 2019 – present` cites the start alone, `2019` perhaps the end alone."""
    found = periods.find_periods(text)
    if not found:
        return
    first = found[0].start_date or found[0].end_date
    last = found[0].end_date or found[0].start_date
    for pointer in line.facts:
        date = last if pointer.endswith("/endDate") else first
        if date:
            yield pointer, date.iso()


def _put(tree: dict[str, Any], pointer: str, value: str) -> None:
    *path, last = pointer.split("/")[1:]
    for part in path:
        tree = tree.setdefault(part, {})
    tree[last] = value


def _listed(tree: Any) -> Any:
    """Tables whose keys are all indexes are lists, in the order in which they were printed."""
    if not isinstance(tree, dict):
        return tree
    if tree and all(key.isdigit() for key in tree):
        return [_listed(value) for value in tree.values()]
    return {key: _listed(value) for key, value in tree.items()}
