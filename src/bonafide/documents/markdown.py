"""CV, letter and handout as Markdown (CommonMark), readable as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bonafide.documents.sheet import (
    Contact,
    Manner,
    SheetEntry,
    SheetSection,
    clean_handout,
    cv_sheet,
    letter_sheet,
)
from bonafide.grounding import Grounded
from bonafide.model.handout import Handout, HandoutSection


def cv_markdown(grounded: Grounded) -> str:
    """The CV: name as title, sections and entries as headings, dates in italics under an entry's heading."""
    sheet = cv_sheet(grounded.draft)
    blocks = [f"# {plain(sheet.name)}"]
    if sheet.label:
        blocks.append(f"**{plain(sheet.label)}**")
    blocks.append(_contacts(sheet.contacts))
    if sheet.summary:
        blocks += [f"## {plain(sheet.summary_heading)}", starting(sheet.summary)]
    for section in sheet.sections:
        blocks += [f"## {plain(section.heading)}", *_section(section)]
    return _document(blocks)


def letter_markdown(grounded: Grounded) -> str:
    """The letter, its subject as the heading."""
    sheet = letter_sheet(grounded.draft)
    return _document(
        [
            f"**{plain(sheet.name)}**",
            _contacts(sheet.contacts),
            plain(sheet.date),
            "  \n".join(starting(line) for line in sheet.recipient),
            f"# {plain(sheet.subject)}" if sheet.subject else "",
            plain(sheet.salutation),
            *(starting(paragraph) for paragraph in sheet.paragraphs),
            plain(sheet.close),
            plain(sheet.signature),
        ]
    )


def handout_markdown(handout: Handout) -> str:
    """The handout; its sections nest as headings."""
    paper = clean_handout(handout)
    blocks = [f"# {plain(paper.title)}", f"*{plain(paper.subtitle)}*" if paper.subtitle else ""]
    for section in paper.sections:
        blocks += _handout_section(section, 2)
    return _document(blocks)


def plain(text: str) -> str:
    """Text that Markdown prints as it is, within a line."""
    text = re.sub(r"([\\`*<\[\]])", r"\\\1", text)
    text = re.sub(r"(?<![^\W_])_|_(?![^\W_])", r"\\_", text)
    return re.sub(r"&(?=#?\w+;)", r"\\&", text)


def starting(text: str) -> str:
    """The same at the start of a paragraph, where `- `, `# ` or `1. ` would mean more."""
    return re.sub(r"^(?:([#>+=~|-])|(\d+)([.)]))", r"\2\\\1\3", plain(text))


def _document(blocks: list[str]) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"


def _contacts(contacts: tuple[Contact, ...]) -> str:
    return " · ".join(_contact(contact) for contact in contacts)


def _contact(contact: Contact) -> str:
    text = plain(contact.text)
    return f"[{text}](<{contact.url}>)" if contact.url else text


def _section(section: SheetSection) -> Iterator[str]:
    if section.manner is Manner.ENTRIES:
        for entry in section.entries:
            yield from _entry(entry)
    elif section.manner is Manner.INLINE:
        yield ", ".join(plain(entry.noted) for entry in section.entries)
    else:
        line = _row if section.manner is Manner.ROWS else _group
        yield "\n".join(f"- {line(entry)}" for entry in section.entries)


def _entry(entry: SheetEntry) -> Iterator[str]:
    yield f"### {plain(entry.head)}" if entry.head else ""
    under = f"**{plain(' · '.join(entry.under))}**" if entry.under else ""
    dates = f"*{plain(entry.dates)}*" if entry.dates else ""
    yield "  \n".join(line for line in (under, dates) if line)
    yield starting(entry.summary)
    yield "\n".join(f"- {starting(detail)}" for detail in entry.details)


def _row(entry: SheetEntry) -> str:
    parts = [f"**{plain(entry.head)}**", *map(plain, entry.under)]
    if entry.dates:
        parts.append(f"*{plain(entry.dates)}*")
    more = " ".join(text for text in (entry.summary, *entry.details) if text)
    return " · ".join(parts) + (f"  \n  {plain(more)}" if more else "")


def _group(entry: SheetEntry) -> str:
    name = f"**{plain(entry.group)}:** " if entry.head else ""
    return name + plain(", ".join(entry.details))


def _handout_section(section: HandoutSection, level: int) -> Iterator[str]:
    yield f"{'#' * min(level, 6)} {plain(section.heading)}"
    yield f"*{plain(section.note)}*" if section.note else ""
    yield from map(starting, section.paragraphs)
    yield "\n".join(f"- {starting(item)}" for item in section.items)
    for below in section.sections:
        yield from _handout_section(below, level + 1)
