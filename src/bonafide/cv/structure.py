"""Paragraphs of any format into a profile: sections, entries, values, each with its source."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from bonafide.cv.basics import is_contact_line, read_basics
from bonafide.cv.cleaning import clean
from bonafide.cv.doubt import doubted
from bonafide.cv.education import read_education
from bonafide.cv.entries import is_dated
from bonafide.cv.experience import Readout, read_projects, read_volunteer, read_work
from bonafide.cv.forms import unformed
from bonafide.cv.gather import Entry, Found, Gathered, build
from bonafide.cv.headings import section_of
from bonafide.cv.labels import is_closing
from bonafide.cv.lists import language_entry, read_interests, read_languages, read_references
from bonafide.cv.paragraph import Paragraph, Sheet
from bonafide.cv.person import Person
from bonafide.cv.records import read_awards, read_certificates, read_publications
from bonafide.cv.remainder import remainder
from bonafide.cv.sections import OTHER, TOP, Section, divide
from bonafide.cv.skills import named_group, read_skills
from bonafide.cv.tongues import language_of
from bonafide.cv.words import begins_with_language, is_language_label
from bonafide.model.faults import UnreadableFault
from bonafide.model.reading import CvReading, Unplaced

_POSTS: dict[str, Callable[[Sequence[Paragraph], Collection[str]], Readout]] = {
    "work": read_work,
    "volunteer": read_volunteer,
}
_READERS: dict[str, Callable[[Sequence[Paragraph]], Readout]] = {
    "projects": read_projects,
    "education": read_education,
    "languages": read_languages,
    "certificates": read_certificates,
    "awards": read_awards,
    "publications": read_publications,
    "interests": read_interests,
    "references": read_references,
    "skills": read_skills,
}
_LONGEST_ITEM = 60
MOST_CHARACTERS = 120_000
# A paragraph of Chinese has no blanks and stays far under this.
LONGEST_WORD = 3_000


def read_structure(sheet: Sheet) -> CvReading:
    """The reading of a CV's paragraphs; raises `UnreadableFault` where there is no text, or a book's."""
    _check_amount([clean(paragraph.whole) for paragraph in sheet.paragraphs])
    closing = [p for p in sheet.paragraphs if is_closing(clean(p.whole))]
    sections = _settled(divide(unformed([p for p in sheet.paragraphs if p not in closing])))
    person = _person(sections, sheet)
    city = person.location.get("city")
    found, unplaced = _entries(sections, (city.value,) if isinstance(city, Found) else ())
    _move_languages(found)
    profile, sources = build(Gathered(person.basics, person.location, person.profiles, doubted(found)))
    margin = [Unplaced(clean(p.whole), p.place) for p in (*sheet.aside, *closing)]
    kept = [u for u in (*person.unplaced, *unplaced, *margin) if u.text]
    told = [*(source.text for source in sources.values()), *(u.text for u in kept)]
    kept += remainder(sheet.paragraphs, told)
    return CvReading(profile, sources, tuple(kept), language_of(sections, sheet.paragraphs))


def _check_amount(texts: Sequence[str]) -> None:
    characters = sum(map(len, texts))
    if not characters:
        raise UnreadableFault("The file holds no text.", mend="Choose a file with a CV in it.")
    if characters > MOST_CHARACTERS:
        raise UnreadableFault(
            f"The file holds {characters // 1000} thousand characters; a long CV has thirty.",
            mend="Choose the CV alone, without what it was bound with.",
        )
    longest = max(
        (len(word) for text in texts if len(text) > LONGEST_WORD for word in text.split()), default=0
    )
    if longest > LONGEST_WORD:
        raise UnreadableFault(
            f"The file holds a word of {longest} characters; it is damaged, or no CV.",
            mend="Open it, look for what is not text, and save it anew.",
        )


def _settled(sections: list[Section]) -> list[Section]:
    """Sections whose heading says one thing and whose content another."""
    return _with_contact([_settle(section, sections) for section in sections])


def _with_contact(sections: list[Section]) -> list[Section]:
    """Where the head tells no e-mail address, a line with one at the end of a section is the contact's."""
    told = _of_kind(sections, TOP, "title", "contact", "personal", "references", "summary")
    if any(is_contact_line(paragraph) for paragraph in told):
        return sections
    for section in sections:
        found = next((i for i, p in enumerate(section.paragraphs) if is_contact_line(p)), None)
        if found is not None and section.kind not in ("references", "work"):
            line = section.paragraphs.pop(found)
            return [*sections, Section("contact", None, [line])]
    return sections


def _settle(section: Section, sections: Sequence[Section]) -> Section:
    if section.kind == OTHER and _is_list(section.paragraphs):
        return Section("skills-group", section.heading, section.paragraphs)
    if section.kind == "summary" and _is_history(section.paragraphs):
        return replace(section, kind="work")
    twice = [s for s in sections if s.kind == "languages"]
    if section.kind == "languages" and len(twice) > 1 and section is not twice[-1]:
        # Programming languages, a group of skills: the spoken ones come last.
        return Section("skills-group", section.heading, section.paragraphs)
    return section


def _is_history(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a "career summary" lists posts with their dates."""
    dated = sum(map(is_dated, paragraphs))
    return dated > 1 and 2 * dated >= len(paragraphs)


def _is_list(paragraphs: Sequence[Paragraph]) -> bool:
    items = [clean(cell.text) for p in paragraphs for cell in p.cells]
    return bool(items) and all(len(item) <= _LONGEST_ITEM and not item.endswith(".") for item in items)


def _person(sections: Sequence[Section], sheet: Sheet) -> Person:
    top = _of_kind(sections, TOP, "title")
    contact = _of_kind(sections, "contact", "personal")
    return read_basics(top, contact, _of_kind(sections, "summary"), sheet.urls)


def _of_kind(sections: Iterable[Section], *kinds: str) -> list[Paragraph]:
    return [p for section in sections if section.kind in kinds for p in section.paragraphs]


def _move_languages(found: dict[str, list[Entry]]) -> None:
    """A group of skills that lists spoken languages is the languages."""
    groups = found.get("skills", [])
    spoken = [group for group in groups if _is_spoken(group)]
    found["skills"] = [group for group in groups if group not in spoken]
    for group in spoken:
        items = group["keywords"]
        if isinstance(items, list):
            found.setdefault("languages", []).extend(language_entry(item) for item in items)


def _is_spoken(group: Entry) -> bool:
    name, items = group.get("name"), group.get("keywords")
    if not isinstance(name, Found) or not isinstance(items, list):
        return False
    titled = section_of(name.value) == "languages" or is_language_label(name.value)
    return titled and all(begins_with_language(item.value) for item in items)


def _readout(section: Section, towns: Collection[str]) -> Readout | None:
    """A section's entries; positions are told with the person's own town at hand."""
    if section.kind in _POSTS:
        return _POSTS[section.kind](section.paragraphs, towns)
    reader = _READERS.get(section.kind)
    return reader(section.paragraphs) if reader else None


def _entries(
    sections: Sequence[Section], towns: Collection[str]
) -> tuple[dict[str, list[Entry]], list[Unplaced]]:
    found: dict[str, list[Entry]] = {}
    unplaced: list[Unplaced] = []
    for section in sections:
        readout = _readout(section, towns)
        if readout:
            entries, rest = readout
            found.setdefault(section.kind, []).extend(entries)
            unplaced += [Unplaced(clean(p.whole), p.place) for p in rest]
        elif section.kind == "skills-group" and section.heading:
            found.setdefault("skills", []).append(named_group(section.heading, section.paragraphs))
        elif section.kind == OTHER:
            whole = [section.heading, *section.paragraphs] if section.heading else section.paragraphs
            unplaced += [Unplaced(clean(p.whole), p.place) for p in whole]
    return found, unplaced
