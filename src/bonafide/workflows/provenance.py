"""Where every printed line comes from: lines to facts, facts to their places in the CV."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bonafide.model.draft import Draft, Line
from bonafide.model.fact import Facts
from bonafide.model.reading import CvReading


def sources_of(draft: Draft, facts: Facts, reading: CvReading) -> dict[str, Any]:
    """`{lines: [{document, text, facts: [pointer]}], facts: {pointer: {text, place?, printed?, from}}}`.

    `from` is `cv`, or `you` for an answer and for a value that the person put right.
    A line without facts claims nothing about the person: a salutation, words of the posting.
    """
    lines = [*_lines("cv", draft.cv.lines()), *_lines("letter", draft.letter.lines())]
    cited = sorted({pointer for line in lines for pointer in line["facts"]})
    return {"lines": lines, "facts": {pointer: _fact(pointer, facts, reading) for pointer in cited}}


def _lines(document: str, lines: Iterable[Line]) -> list[dict[str, Any]]:
    return [{"document": document, "text": line.text, "facts": list(line.facts)} for line in lines]


def _fact(pointer: str, facts: Facts, reading: CvReading) -> dict[str, Any]:
    fact = facts.at(pointer)
    source = reading.sources.get(pointer)
    plain: dict[str, Any] = {"text": fact.text if fact else ""}
    if pointer.startswith("/you/"):
        return {**plain, "from": "you"}
    if source and source.place:
        plain |= {"place": source.place.to_json(), "printed": source.text}
    return {**plain, "from": "you" if source and source.corrected else "cv"}
