"""A tailored CV and letter before the check: every line names the facts it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of text to be printed and the pointers of the facts it rests on (none: it claims nothing).

    `values` are the cited facts' own values where the text prints them otherwise: a telephone number in
    E.164, a country's code. They go into data; the text goes on paper.
    """

    text: str
    facts: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


class SectionKind(StrEnum):
    """The sections of a printed CV; their headings are words of the document's language, not claims."""

    WORK = "work"
    PROJECTS = "projects"
    EDUCATION = "education"
    CERTIFICATES = "certificates"
    SKILLS = "skills"
    LANGUAGES = "languages"
    VOLUNTEER = "volunteer"
    AWARDS = "awards"
    PUBLICATIONS = "publications"
    INTERESTS = "interests"
    REFERENCES = "references"


@dataclass(frozen=True, slots=True, kw_only=True)
class CvEntry:
    """One position, degree, group of skills, ...; `pointer` is the profile's entry, `/work/0`.

    `title` is the position, degree, certificate, project, language or name of a skill group;
    `organisation` the employer, school, issuer. `details` are highlights; for skills, the keywords.
    """

    pointer: str
    title: Line | None = None
    organisation: Line | None = None
    place: Line | None = None
    dates: Line | None = None
    summary: Line | None = None
    details: tuple[Line, ...] = ()

    def lines(self) -> Iterator[Line]:
        """Every line of the entry in the order of print."""
        for line in (self.title, self.organisation, self.place, self.dates, self.summary):
            if line is not None:
                yield line
        yield from self.details


@dataclass(frozen=True, slots=True)
class CvSection:
    """A section and its entries in the order of print."""

    kind: SectionKind
    entries: tuple[CvEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CvDraft:
    """A CV: who, how to reach them, a summary of sentences, sections."""

    name: Line
    label: Line | None = None
    contacts: tuple[Line, ...] = ()
    summary: tuple[Line, ...] = ()
    sections: tuple[CvSection, ...] = ()

    def lines(self) -> Iterator[Line]:
        """Every line in the order of print."""
        yield self.name
        if self.label is not None:
            yield self.label
        yield from self.contacts
        yield from self.summary
        for section in self.sections:
            for entry in section.entries:
                yield from entry.lines()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDraft:
    """A cover letter; each paragraph is a tuple of sentences. `date` is ISO 8601, printed by language."""

    sender: tuple[Line, ...]
    date: str
    recipient: tuple[Line, ...]
    subject: Line
    salutation: Line
    paragraphs: tuple[tuple[Line, ...], ...]
    close: Line
    signature: Line

    def lines(self) -> Iterator[Line]:
        """Every line but the date in the order of print."""
        yield from self.sender
        yield from self.recipient
        yield self.subject
        yield self.salutation
        for paragraph in self.paragraphs:
            yield from paragraph
        yield self.close
        yield self.signature


class ChangeKind(StrEnum):
    """What tailoring did to one value of the person's CV."""

    KEPT = "kept"
    MOVED = "moved"
    SHORTENED = "shortened"
    REWORDED = "reworded"
    LEFT_OUT = "left-out"


@dataclass(frozen=True, slots=True)
class Change:
    """One value of the original (`pointer`), what became of it, and why."""

    pointer: str
    kind: ChangeKind
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Both documents, and what was changed against the original. `language` (`en`, `de`, ...) is the letter's,
    `cv_language` the CV's, "" where it is the same.

    `questions` are what the person could answer to strengthen a thin CV: asked, never filled in.
    """

    cv: CvDraft
    letter: LetterDraft
    language: str = "en"
    cv_language: str = ""
    changes: tuple[Change, ...] = ()
    questions: tuple[str, ...] = ()
