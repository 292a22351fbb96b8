"""Cutting a CV to its pages: highlights go, least telling first; no job ever goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bonafide.model.draft import Change, ChangeKind, CvDraft, CvEntry, CvSection, Draft, SectionKind
from bonafide.tailoring.relevance import Relevance

# What a whole section is worth against single highlights, where its entries are asked for by nobody.
OPTIONAL = {
    SectionKind.INTERESTS: 0.1,
    SectionKind.PUBLICATIONS: 0.8,
    SectionKind.AWARDS: 0.9,
    SectionKind.VOLUNTEER: 0.7,
}
PRUNED = (SectionKind.WORK, SectionKind.PROJECTS, SectionKind.VOLUNTEER, SectionKind.EDUCATION)
FIRST_LINE = 2.0
"""What being the best line of its entry adds: every job keeps its best line as long as it can."""
NEWEST = 1.5
"""What being in the newest entry adds; halved with every entry further back."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Something that may go, and its worth: a section, or one line (`pointer`) of an entry."""

    value: float
    kind: SectionKind
    pointer: str = ""


def cuts_of(cv: CvDraft, relevance: Mapping[str, Relevance]) -> tuple[Cut, ...]:
    """All that may be cut, least telling first."""
    cuts = [cut for section in cv.sections for cut in _section_cuts(section, relevance)]
    return tuple(sorted(cuts, key=lambda cut: (cut.value, cut.kind, cut.pointer)))


def _section_cuts(section: CvSection, relevance: Mapping[str, Relevance]) -> list[Cut]:
    cuts: list[Cut] = []
    if section.kind in OPTIONAL:
        worth = max((_worth(entry, relevance) for entry in section.entries), default=0.0)
        cuts.append(Cut(OPTIONAL[section.kind] + worth, section.kind))
    if section.kind in PRUNED:
        for age, entry in enumerate(section.entries):
            cuts.extend(_entry_cuts(section.kind, entry, age, relevance))
    return cuts


def _entry_cuts(kind: SectionKind, entry: CvEntry, age: int, relevance: Mapping[str, Relevance]) -> list[Cut]:
    cuts = []
    for index, line in enumerate(entry.details):
        value = relevance[line.facts[0]].value if line.facts[0] in relevance else 0.0
        value += NEWEST / 2**age + (FIRST_LINE if index == 0 else 0.0)
        cuts.append(Cut(value, kind, line.facts[0]))
    return cuts


def _worth(entry: CvEntry, relevance: Mapping[str, Relevance]) -> float:
    pointers = [pointer for line in entry.lines() for pointer in line.facts]
    return max((relevance[pointer].value for pointer in pointers if pointer in relevance), default=0.0)


def cut(draft: Draft, cuts: tuple[Cut, ...], pages: int) -> Draft:
    """The draft without what `cuts` name; each cut is recorded as a change with its reason."""
    gone = {item.pointer for item in cuts if item.pointer}
    sections_gone = {item.kind for item in cuts if not item.pointer}
    room = "one page" if pages == 1 else f"{pages} pages"
    reason = f"Left out so that the CV fits {room}; the posting asks for it less than for what stayed."
    changes = [
        Change(line.facts[0], ChangeKind.LEFT_OUT, reason, line.text)
        for section in draft.cv.sections
        for entry in section.entries
        for line in entry.lines()
        if line.facts and (section.kind in sections_gone or line.facts[0] in gone)
    ]
    sections = tuple(
        CvSection(section.kind, tuple(_without(entry, gone) for entry in section.entries))
        for section in draft.cv.sections
        if section.kind not in sections_gone
    )
    kept = tuple(change for change in draft.changes if change.pointer not in {c.pointer for c in changes})
    return replace(draft, cv=replace(draft.cv, sections=sections), changes=(*kept, *changes))


def _without(entry: CvEntry, gone: set[str]) -> CvEntry:
    return replace(entry, details=tuple(line for line in entry.details if line.facts[0] not in gone))
