"""CV and letter as plain text, for a form's text box or an e-mail: no markup, one idea a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bonafide.documents.sheet import Manner, SheetEntry, SheetSection, cv_sheet, letter_sheet
from bonafide.grounding import Grounded


def cv_text(grounded: Grounded) -> str:
    """The CV: headings in capitals, an entry's dates on its first line, bullets as `- `."""
    sheet = cv_sheet(grounded.draft)
    blocks = [_lines((sheet.name, sheet.label, " | ".join(contact.text for contact in sheet.contacts)))]
    if sheet.summary:
        blocks.append(_lines((sheet.summary_heading.upper(), sheet.summary)))
    for section in sheet.sections:
        first, *rest = _section(section)
        blocks += [_lines((section.heading.upper(), first)), *rest]
    return "\n\n".join(blocks) + "\n"


def letter_text(grounded: Grounded) -> str:
    """The letter, a paragraph a line, with empty lines between."""
    sheet = letter_sheet(grounded.draft)
    blocks = (
        _lines((sheet.name, *(contact.text for contact in sheet.contacts))),
        sheet.date,
        _lines(sheet.recipient),
        sheet.subject,
        sheet.salutation,
        *sheet.paragraphs,
        _lines((sheet.close, sheet.signature)),
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(section: SheetSection) -> Iterator[str]:
    """The blocks of a section: one for each entry, or one for all where an entry is one line."""
    if section.manner is Manner.ENTRIES:
        yield from (_entry(entry) for entry in section.entries)
    elif section.manner is Manner.ROWS:
        yield _lines(_row(entry) for entry in section.entries)
    elif section.manner is Manner.GROUPS:
        yield _lines(_group(entry) for entry in section.entries)
    else:
        yield ", ".join(entry.noted for entry in section.entries)


def _entry(entry: SheetEntry) -> str:
    first = " | ".join(part for part in (entry.head, entry.dates) if part)
    return _lines((first, " | ".join(entry.under), entry.summary, *(f"- {text}" for text in entry.details)))


def _row(entry: SheetEntry) -> str:
    first = " | ".join(part for part in (entry.head, *entry.under, entry.dates) if part)
    return _lines((first, entry.summary, *entry.details))


def _group(entry: SheetEntry) -> str:
    name = f"{entry.group}: " if entry.head else ""
    return name + ", ".join(entry.details)


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line)
