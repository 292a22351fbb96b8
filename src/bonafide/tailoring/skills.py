"""Skills in the posting's own wording, where it is the same thing and only then."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bonafide.language import sentences, terms
from bonafide.model.draft import Change, ChangeKind, CvEntry, CvSection, Line, SectionKind
from bonafide.model.posting import Posting
from bonafide.tailoring.relevance import Relevance


def wordings(posting: Posting) -> Mapping[str, str]:
    """How the posting writes each vocabulary term it names, by term; its first wording counts."""
    text = f"{posting.title or ''}\n{posting.description}"
    found: dict[str, str] = {}
    for hit in terms.find_terms(text):
        found.setdefault(hit.term, text[hit.start : hit.end])
    return found


def reworded(
    sections: tuple[CvSection, ...],
    posting: Posting,
    relevance: Mapping[str, Relevance],
    kept: frozenset[str] = frozenset(),
) -> tuple[tuple[CvSection, ...], tuple[Change, ...]]:
    """The sections with skills in the posting's wording and groups that it asks for first.

    Skills at the pointers in `kept` stay worded as they are.
    """
    written = wordings(posting)
    changes: list[Change] = []
    result = tuple(
        _section(section, written, relevance, kept, changes)
        if section.kind is SectionKind.SKILLS
        else section
        for section in sections
    )
    return result, tuple(changes)


def _section(
    section: CvSection,
    written: Mapping[str, str],
    relevance: Mapping[str, Relevance],
    kept: frozenset[str],
    changes: list[Change],
) -> CvSection:
    entries = [_entry(entry, written, kept, changes) for entry in section.entries]
    return CvSection(section.kind, tuple(sorted(entries, key=lambda entry: -_worth(entry, relevance))))


def _worth(entry: CvEntry, relevance: Mapping[str, Relevance]) -> float:
    pointers = (pointer for line in entry.lines() for pointer in line.facts)
    return max((relevance[pointer].value for pointer in pointers if pointer in relevance), default=0.0)


def _entry(
    entry: CvEntry, written: Mapping[str, str], kept: frozenset[str], changes: list[Change]
) -> CvEntry:
    taken = {line.text.casefold() for line in entry.lines()}
    details = tuple(
        line if line.facts[0] in kept else _skill(line, written, taken, changes) for line in entry.details
    )
    # A skill that stands alone has its name as the title; a group's name is the person's own heading.
    alone = entry.title is not None and not entry.details and entry.title.facts[0] not in kept
    title = _skill(entry.title, written, taken, changes) if alone and entry.title else entry.title
    return replace(entry, title=title, details=details)


def _skill(line: Line, written: Mapping[str, str], taken: set[str], changes: list[Change]) -> Line:
    hits = terms.find_terms(line.text)
    if len(hits) != 1 or hits[0].end - hits[0].start != len(line.text):
        return line
    wording = written.get(hits[0].term, line.text)
    wording = _cased(wording, line.text)
    if wording.casefold() in taken or not _one_name(wording, line.text):
        return line
    reason = f"The posting writes “{wording}” for the same thing."
    changes.append(Change(line.facts[0], ChangeKind.REWORDED, reason, line.text))
    return replace(line, text=wording)


def _one_name(wording: str, original: str) -> bool:
    """Whether two wordings are one name: written out or short, whole or clipped, and not just inflected.

    The vocabulary also joins a product with what it is for; that is no licence to write one for the other.
    """
    one, other = (text.casefold().replace(" ", "") for text in (wording, original))
    stems = [[sentences.stem(word) for word in sentences.words(text)] for text in (wording, original)]
    if one == other or stems[0] == stems[1]:
        return False
    short, long = sorted((wording, original), key=len)
    initials = "".join(word[0] for word in re.findall(r"\w+", long)).casefold()
    numeral = re.fullmatch(r"([a-z])(\d+)([a-z])", short.casefold())
    if numeral and len(long) == int(numeral[2]) + 2:
        return long.casefold().startswith(numeral[1]) and long.casefold().endswith(numeral[3])
    clipped = " " not in wording + original and (one in other or other in one)
    return clipped or short.casefold().rstrip("s") == initials


def _cased(wording: str, original: str) -> str:
    """The posting's wording with the original's capital, so that a list of skills stays even."""
    if wording.islower() and original[:1].isupper():
        return wording[0].upper() + wording[1:]
    return wording
