"""The texts of a draft that may be said better, by place; and the draft with others in their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from bonafide.model.draft import CvEntry, Draft, Line, SectionKind
from bonafide.model.writing import Passage

TOLD = (SectionKind.WORK, SectionKind.PROJECTS, SectionKind.VOLUNTEER)
"""Sections whose lines are sentences; the others are names, dates and lists."""

Lines = tuple[Line, ...]


def passages(draft: Draft, *, letter: bool = True) -> tuple[Passage, ...]:
    """The summary's sentences, the lines of what the person did, and with `letter` its paragraphs."""
    return (*_of_the_cv(draft), *(_of_the_letter(draft) if letter else ()))


def replaced(draft: Draft, texts: Mapping[str, Lines]) -> Draft:
    """The draft with these lines in place of a passage's; a passage that is not named stays."""

    def line(place: str, old: Line) -> Line:
        return texts.get(place, (old,))[0]

    summary = tuple(line(f"summary/{index}", old) for index, old in enumerate(draft.cv.summary))
    sections = tuple(
        replace(section, entries=tuple(_entry(entry, line) for entry in section.entries))
        for section in draft.cv.sections
    )
    paragraphs = tuple(
        texts.get(f"letter/{index}", paragraph) for index, paragraph in enumerate(draft.letter.paragraphs)
    )
    return replace(
        draft,
        cv=replace(draft.cv, summary=summary, sections=sections),
        letter=replace(draft.letter, paragraphs=paragraphs),
    )


def lines_at(draft: Draft) -> Mapping[str, Lines]:
    """The lines of every passage by its place."""
    found: dict[str, Lines] = {f"summary/{index}": (line,) for index, line in enumerate(draft.cv.summary)}
    for entry in _told(draft):
        found |= {_place(entry, index): (line,) for index, line in enumerate(entry.details)}
    return found | {f"letter/{index}": lines for index, lines in enumerate(draft.letter.paragraphs)}


def _of_the_cv(draft: Draft) -> Iterator[Passage]:
    for index, line in enumerate(draft.cv.summary):
        yield Passage(f"summary/{index}", line.text)
    for entry in _told(draft):
        for index, line in enumerate(entry.details):
            yield Passage(_place(entry, index), line.text, entry.pointer)


def _of_the_letter(draft: Draft) -> Iterator[Passage]:
    for index, lines in enumerate(draft.letter.paragraphs):
        yield Passage(f"letter/{index}", " ".join(line.text for line in lines))


def _told(draft: Draft) -> Iterator[CvEntry]:
    for section in draft.cv.sections:
        if section.kind in TOLD:
            yield from section.entries


def _place(entry: CvEntry, index: int) -> str:
    return f"{entry.pointer}/{index}"


def _entry(entry: CvEntry, line: Callable[[str, Line], Line]) -> CvEntry:
    details = tuple(line(_place(entry, index), old) for index, old in enumerate(entry.details))
    return replace(entry, details=details)
