"""What the person switched off goes, and is said to have gone because they said so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bonafide.model.draft import Change, ChangeKind, CvEntry, CvSection, Draft, Line

REASON = "You switched it off."


def dropped(draft: Draft, pointers: frozenset[str]) -> Draft:
    """The draft without the lines that rest on these facts; an entry's own heading lines stay."""
    if not pointers:
        return draft
    gone = [line for line in _optional(draft) if line.facts and line.facts[0] in pointers]
    texts = frozenset(gone)
    cv = replace(
        draft.cv,
        summary=tuple(line for line in draft.cv.summary if line not in texts),
        sections=tuple(_sections(draft.cv.sections, texts, pointers)),
    )
    changes = tuple(change for change in draft.changes if change.pointer not in pointers)
    new = tuple(Change(line.facts[0], ChangeKind.LEFT_OUT, REASON, line.text) for line in gone)
    return replace(draft, cv=cv, changes=(*changes, *new))


def _optional(draft: Draft) -> Iterator[Line]:
    yield from draft.cv.summary
    for section in draft.cv.sections:
        for entry in section.entries:
            yield from (line for line in (entry.summary, *entry.details) if line is not None)
            if not entry.details and entry.title is not None and not entry.dates:
                yield entry.title


def _sections(
    sections: tuple[CvSection, ...], gone: frozenset[Line], pointers: frozenset[str]
) -> Iterator[CvSection]:
    for section in sections:
        entries = tuple(_without(entry, gone) for entry in section.entries if not _whole(entry, pointers))
        if entries:
            yield CvSection(section.kind, entries)


def _whole(entry: CvEntry, pointers: frozenset[str]) -> bool:
    """Whether the entry is one line only (a skill, a language) and that line is switched off."""
    alone = not entry.details and entry.title is not None and not entry.dates
    return alone and entry.title is not None and entry.title.facts[0] in pointers


def _without(entry: CvEntry, gone: frozenset[Line]) -> CvEntry:
    return replace(
        entry,
        summary=None if entry.summary in gone else entry.summary,
        details=tuple(line for line in entry.details if line not in gone),
    )
