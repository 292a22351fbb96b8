"""The original CV beside the tailored one: what became of each of the person's lines, in their own order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bonafide.model.draft import Change, ChangeKind, Draft, Line
from bonafide.model.edits import Edits
from bonafide.model.fact import Fact, Facts

SWITCHED = frozenset({"summary", "description", "highlights", "keywords", "courses"})
"""Fields whose values may be switched; names, titles, employers and dates of an entry stay or go with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One value of the original: what became of it and why, as it is printed now ("" where it is not).

    `decided` is True where the person wants it as it was, False where they switched it off, None otherwise.
    """

    pointer: str
    original: str
    kind: ChangeKind
    reason: str
    printed: str
    decided: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedEntry:
    """An entry's heading values (position, employer, dates) and its switchable lines."""

    pointer: str
    section: str
    heading: tuple[str, ...]
    lines: tuple[Compared, ...]


def compared(facts: Facts, draft: Draft, edits: Edits) -> tuple[ComparedEntry, ...]:
    """Every entry of the original that has something to switch, in the CV's own order."""
    changes = {change.pointer: change for change in draft.changes}
    printed = _printed(draft)
    entries: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.section not in ("you", "references"):
            entries.setdefault(fact.entry or f"/{fact.section}", []).append(fact)
    return tuple(
        entry
        for pointer, found in entries.items()
        if (entry := _entry(pointer, found, changes, printed, edits)).lines
    )


def _entry(
    pointer: str,
    facts: list[Fact],
    changes: Mapping[str, Change],
    printed: Mapping[str, str],
    edits: Edits,
) -> ComparedEntry:
    return ComparedEntry(
        pointer=pointer,
        section=facts[0].section,
        heading=tuple(_heading(facts)),
        lines=tuple(_line(fact, changes, printed, edits) for fact in facts if fact.name in SWITCHED),
    )


def _heading(facts: list[Fact]) -> Iterator[str]:
    if facts[0].section != "basics":
        for fact in facts:
            if fact.name in ("name", "position", "organization", "institution", "studyType", "area", "title"):
                yield fact.text


def _line(fact: Fact, changes: Mapping[str, Change], printed: Mapping[str, str], edits: Edits) -> Compared:
    change = changes.get(fact.pointer)
    kind = change.kind if change else ChangeKind.KEPT
    now = printed.get(fact.pointer, "")
    if not now and kind is not ChangeKind.LEFT_OUT:
        kind = ChangeKind.LEFT_OUT
    decided = True if fact.pointer in edits.kept else False if fact.pointer in edits.dropped else None
    return Compared(
        pointer=fact.pointer,
        original=fact.text,
        kind=kind,
        reason=change.reason if change else "",
        printed=now,
        decided=decided,
    )


def _printed(draft: Draft) -> Mapping[str, str]:
    """The printed text at each fact that a CV line cites; a summary's sentences are joined again."""
    found: dict[str, list[str]] = {}
    for line in _lines(draft):
        for pointer in line.facts:
            found.setdefault(pointer, []).append(line.text)
    return {pointer: " ".join(texts) for pointer, texts in found.items()}


def _lines(draft: Draft) -> Iterator[Line]:
    yield from draft.cv.summary
    for section in draft.cv.sections:
        for entry in section.entries:
            yield from entry.lines()
