"""A draft laid out as a sheet: what is printed and in which manner, the same for every file format."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bonafide.documents.characters import clean
from bonafide.documents.words import Words, words
from bonafide.model.draft import CvEntry, CvSection, Draft, LetterDraft, Line, SectionKind
from bonafide.model.handout import Handout, HandoutSection


class Manner(StrEnum):
    """How the entries of a section are set."""

    ENTRIES = "entries"
    """A heading with dates, a line for the organisation, a paragraph, bullets."""
    ROWS = "rows"
    """One line: title, organisation, dates."""
    GROUPS = "groups"
    """One line: the group's name and what it holds."""
    INLINE = "inline"
    """All entries in one line, each with its note in brackets."""


_MANNERS = {
    SectionKind.CERTIFICATES: Manner.ROWS,
    SectionKind.AWARDS: Manner.ROWS,
    SectionKind.PUBLICATIONS: Manner.ROWS,
    SectionKind.SKILLS: Manner.GROUPS,
    SectionKind.INTERESTS: Manner.GROUPS,
    SectionKind.LANGUAGES: Manner.INLINE,
}


_CITY = "/basics/location/city"


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact as it is shown, and the address it links to ("" where it is no link)."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetEntry:
    """An entry's texts, "" where there is none.

    `head` and `under` are its first two lines without dates; `group` is the head with its notes where
    details follow in line (`Cloud (expert)`), `noted` all of it where it stands in a line with others
    (`German (C1)`).
    """

    head: str
    under: tuple[str, ...]
    dates: str
    summary: str
    details: tuple[str, ...]
    group: str
    noted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSection:
    """A section with its heading in the document's language."""

    heading: str
    manner: Manner
    entries: tuple[SheetEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What stands at the head of a CV and of its letter alike; `label` is "" where there is none."""

    language: str
    title: str
    page: str
    name: str
    label: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CvSheet(Masthead):
    """A CV ready for print."""

    summary_heading: str
    summary: str
    sections: tuple[SheetSection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSheet(Masthead):
    """A letter ready for print; `label` is always "", so that CV and letter share a masthead."""

    date: str
    recipient: tuple[str, ...]
    subject: str
    salutation: str
    paragraphs: tuple[str, ...]
    close: str
    signature: str


def cv_sheet(draft: Draft) -> CvSheet:
    """The sheet of the draft's CV."""
    language = draft.cv_language or draft.language
    cv, said = draft.cv, words(language)
    name = clean(cv.name.text)
    return CvSheet(
        language=language,
        title=said.cv.format(name=name),
        page=said.page,
        name=name,
        label=_text(cv.label),
        contacts=_contacts(cv.contacts),
        summary_heading=said.summary,
        summary=_prose(cv.summary),
        sections=tuple(sheet for section in cv.sections if (sheet := _section(section, said)).entries),
    )


def letter_sheet(draft: Draft) -> LetterSheet:
    """The sheet of the draft's letter; the sender's first line that is their name becomes the masthead."""
    letter, said = draft.letter, words(draft.language)
    name = clean(draft.cv.name.text)
    return LetterSheet(
        language=draft.language,
        title=said.letter.format(name=name),
        page=said.page,
        name=name,
        label="",
        contacts=tuple(c for c in _contacts(letter.sender) if c.text != name),
        date=said.dated(letter.date, _place(letter)),
        recipient=_texts(letter.recipient),
        subject=said.bound(clean(letter.subject.text)),
        salutation=said.bound(clean(letter.salutation.text)),
        paragraphs=tuple(said.bound(_prose(paragraph)) for paragraph in letter.paragraphs if paragraph),
        close=said.bound(clean(letter.close.text)),
        signature=clean(letter.signature.text),
    )


def _place(letter: LetterDraft) -> str:
    """Where the sender lives, "" where that is not known."""
    return next((clean(line.text) for line in letter.sender if line.facts == (_CITY,)), "")


def clean_handout(handout: Handout) -> Handout:
    """The handout with every text made plain."""
    return Handout(
        title=clean(handout.title),
        subtitle=clean(handout.subtitle),
        sections=tuple(_handout_section(section) for section in handout.sections),
    )


def _handout_section(section: HandoutSection) -> HandoutSection:
    return HandoutSection(
        heading=clean(section.heading),
        note=clean(section.note),
        paragraphs=tuple(clean(paragraph) for paragraph in section.paragraphs),
        items=tuple(clean(item) for item in section.items),
        sections=tuple(_handout_section(below) for below in section.sections),
    )


def _section(section: CvSection, said: Words) -> SheetSection:
    manner = _MANNERS.get(section.kind, Manner.ENTRIES)
    entries = tuple(_entry(entry) for entry in section.entries if _texts(entry.lines()))
    return SheetSection(
        heading=said.headings[section.kind],
        manner=manner,
        entries=_gathered(entries) if manner is Manner.GROUPS else entries,
    )


def _entry(entry: CvEntry) -> SheetEntry:
    lines = _texts(line for line in (entry.title, entry.organisation, entry.place) if line is not None)
    return _sheet_entry(lines, _text(entry.dates), _text(entry.summary), _texts(entry.details))


def _sheet_entry(lines: tuple[str, ...], dates: str, summary: str, details: tuple[str, ...]) -> SheetEntry:
    """An entry without a title is headed by its organisation."""
    head, under = (lines[0], lines[1:]) if lines else ("", ())
    return SheetEntry(
        head=head,
        under=under,
        dates=dates,
        summary=summary,
        details=details,
        group=_noted(head, (summary, *under)),
        noted=_noted(head, (summary, *under, *details)),
    )


def _noted(head: str, notes: Iterable[str]) -> str:
    known = ", ".join(note for note in notes if note)
    return f"{head} ({known})" if known else head


def _gathered(entries: tuple[SheetEntry, ...]) -> tuple[SheetEntry, ...]:
    """Named groups as they come; all that stands without a group in one nameless group at the end."""
    groups = tuple(entry for entry in entries if entry.head and entry.details)
    alone = tuple(
        text
        for entry in entries
        if not (entry.head and entry.details)
        for text in (entry.details or (entry.noted,))
    )
    return (*groups, _sheet_entry((), "", "", alone)) if alone else groups


def _contacts(lines: Iterable[Line]) -> tuple[Contact, ...]:
    return tuple(Contact(text, _address(text)) for text in _texts(lines))


def _address(text: str) -> str:
    """The address that a visible e-mail, web address or telephone number links to."""
    if re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", text):
        return f"mailto:{text}"
    if re.fullmatch(r"https?://\S+", text):
        return text
    if re.fullmatch(r"[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/\S*)?", text, re.IGNORECASE):
        return f"https://{text}"
    if re.fullmatch(r"\+?[\d\s()./-]{6,}", text):
        return "tel:" + re.sub(r"[^\d+]", "", text)
    return ""


def _texts(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(text for line in lines if (text := clean(line.text)))


def _text(line: Line | None) -> str:
    return "" if line is None else clean(line.text)


def _prose(lines: Iterable[Line]) -> str:
    return " ".join(_texts(lines))
