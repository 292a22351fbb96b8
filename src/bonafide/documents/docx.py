"""CV and letter as DOCX: real headings, lists and links, the look of the PDF, the same bytes each run.

The few parts of Office Open XML that a CV needs are written here (ECMA-376, part 1); styles and
numbering are files in `data/docx`. A library would cost more time to import than this takes to write.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html import escape
from pathlib import Path

from bonafide.documents.looks import Look, look
from bonafide.documents.paper import Paper, paper_named
from bonafide.documents.sheet import (
    Contact,
    CvSheet,
    LetterSheet,
    Manner,
    SheetEntry,
    SheetSection,
    cv_sheet,
    letter_sheet,
)
from bonafide.documents.word_look import column, filled
from bonafide.grounding import Grounded

PARTS = Path(__file__).parent / "data" / "docx"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can hold


def cv_docx(grounded: Grounded, *, template: str = "classic", paper: str = "a4") -> bytes:
    """The CV as a Word document of one column. Raises InputFault on an unknown template or paper."""
    sheet = cv_sheet(grounded.draft)
    chosen = look(template)
    body = _cv(sheet, under=chosen.word("", "dates") == "under")
    return _package(sheet, body, chosen, paper_named(paper))


def letter_docx(grounded: Grounded, *, template: str = "classic", paper: str = "a4") -> bytes:
    """The letter as a Word document with the CV's masthead. Raises InputFault as `cv_docx` does."""
    sheet = letter_sheet(grounded.draft)
    return _package(sheet, _letter(sheet), look(template), paper_named(paper))


def _cv(sheet: CvSheet, *, under: bool) -> Iterator[str]:
    """`under`: dates stand beneath what they date, and not at the right of it."""
    yield from _masthead(sheet)
    if sheet.summary:
        yield _paragraph("Heading1", _run(sheet.summary_heading))
        yield _paragraph("BodyText", _run(sheet.summary))
    for section in sheet.sections:
        yield _paragraph("Heading1", _run(section.heading))
        yield from _section(_dates_under(section) if under else section)


def _letter(sheet: LetterSheet) -> Iterator[str]:
    yield from _masthead(sheet)
    yield _paragraph("Date", _run(sheet.date))
    for line in sheet.recipient:
        yield _paragraph("Recipient", _run(line))
    yield _paragraph("Subject", _run(sheet.subject))
    for text in (sheet.salutation, *sheet.paragraphs):
        yield _paragraph("LetterText", _run(text))
    yield _paragraph("Closing", _run(sheet.close))
    yield _paragraph("Signature", _run(sheet.signature))


def _masthead(sheet: CvSheet | LetterSheet) -> Iterator[str]:
    yield _paragraph("Title", _run(sheet.name))
    if sheet.label:
        yield _paragraph("Subtitle", _run(sheet.label))
    if sheet.contacts:
        contacts = (_contact(index, contact) for index, contact in enumerate(sheet.contacts))
        yield _paragraph("Contacts", _run(" · ").join(contacts))


def _section(section: SheetSection) -> Iterator[str]:
    if section.manner is Manner.INLINE:
        yield _paragraph("BodyText", _run(", ".join(entry.noted for entry in section.entries)))
        return
    for entry in section.entries:
        if section.manner is Manner.ENTRIES:
            yield from _entry(entry)
        elif section.manner is Manner.ROWS:
            yield from _row(entry)
        else:
            yield _group(entry)


def _dates_under(section: SheetSection) -> SheetSection:
    """The section with each entry's dates as the last part of the line beneath its head."""
    entries = tuple(
        replace(entry, under=(*entry.under, entry.dates), dates="") if entry.dates else entry
        for entry in section.entries
    )
    return replace(section, entries=entries)


def _entry(entry: SheetEntry) -> Iterator[str]:
    """Heading and organisation stay with what follows them in the entry, and only with that."""
    more = bool(entry.summary or entry.details)
    yield _paragraph("Heading2", _run(entry.head) + _dates(entry), keep=more or bool(entry.under))
    if entry.under:
        yield _paragraph("Organisation", _run(" · ".join(entry.under)), keep=more)
    if entry.summary:
        yield _paragraph("BodyText", _run(entry.summary))
    for detail in entry.details:
        yield _paragraph("ListBullet", _run(detail))


def _row(entry: SheetEntry) -> Iterator[str]:
    rest = "".join(f" · {part}" for part in entry.under)
    yield _paragraph("Row", _run(entry.head, "Strong") + (_run(rest) if rest else "") + _dates(entry))
    more = " ".join(text for text in (entry.summary, *entry.details) if text)
    if more:
        yield _paragraph("BodyText", _run(more))


def _group(entry: SheetEntry) -> str:
    name = _run(f"{entry.group}: ", "Strong") if entry.head else ""
    return _paragraph("BodyText", name + _run(", ".join(entry.details)))


def _dates(entry: SheetEntry) -> str:
    return f"<w:r><w:tab/></w:r>{_run(entry.dates, 'Dates')}" if entry.dates else ""


def _contact(index: int, contact: Contact) -> str:
    run = _run(contact.text)
    return f'<w:hyperlink r:id="rIdLink{index}">{run}</w:hyperlink>' if contact.url else run


def _run(text: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _paragraph(style: str, runs: str, *, keep: bool = True) -> str:
    """`keep=False`: the next paragraph may stand on another page, whatever the style says."""
    parting = "" if keep else '<w:keepNext w:val="0"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{parting}</w:pPr>{runs}</w:p>'


def _package(sheet: CvSheet | LetterSheet, body: Iterator[str], look: Look, paper: Paper) -> bytes:
    whole = "".join((*body, _page(paper, column(look))))
    document = f"{_HEAD}<w:document {_W} {_R}><w:body>{whole}</w:body></w:document>"
    parts = {
        "[Content_Types].xml": _part("content_types"),
        "_rels/.rels": _part("package_rels"),
        "docProps/core.xml": _properties(sheet),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relations(sheet.contacts),
        "word/styles.xml": filled(_part("styles"), look).replace("{language}", escape(sheet.language)),
        "word/numbering.xml": filled(_part("numbering"), look),
        "word/settings.xml": _part("settings"),
        "word/footer1.xml": _footer(sheet),
    }
    return _zip(parts)


def _page(paper: Paper, width: int) -> str:
    """The page's size and margins; `titlePg`: the first page goes without the footer."""
    side = (paper.width - width) // 2
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/>'
        f'<w:pgSz w:w="{paper.width}" w:h="{paper.height}"/>'
        f'<w:pgMar w:top="964" w:right="{side}" w:bottom="1020" w:left="{side}" '
        'w:header="600" w:footer="600" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def _zip(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # or the bytes would tell Windows from the rest
            archive.writestr(entry, text.encode("utf-8"))
    return file.getvalue()


@cache
def _part(name: str) -> str:
    return (PARTS / f"{name}.xml").read_text(encoding="utf-8")


def _relations(contacts: tuple[Contact, ...]) -> str:
    ours = "".join(
        f'<Relationship Id="rId{name.title()}" Type="{_REL}/{name}" Target="{target}.xml"/>'
        for name, target in (
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("settings", "settings"),
            ("footer", "footer1"),
        )
    )
    links = "".join(
        f'<Relationship Id="rIdLink{index}" Type="{_REL}/hyperlink" Target="{escape(contact.url)}" '
        'TargetMode="External"/>'
        for index, contact in enumerate(contacts)
        if contact.url
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{space}">{ours}{links}</Relationships>'


def _properties(sheet: CvSheet | LetterSheet) -> str:
    """Title, author and language; no dates, which would differ from run to run."""
    return (
        f'{_HEAD}<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
        f"<dc:title>{escape(sheet.title)}</dc:title><dc:creator>{escape(sheet.name)}</dc:creator>"
        f"<dc:language>{escape(sheet.language)}</dc:language></cp:coreProperties>"
    )


def _footer(sheet: CvSheet | LetterSheet) -> str:
    """Name and page number; the first page has no footer (`titlePg`)."""
    fields = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    pieces = re.split(r"(\{pages?\})", sheet.page)
    words = "".join(
        f'<w:fldSimple w:instr=" {fields[piece]} ">{_run("1")}</w:fldSimple>'
        if piece in fields
        else _run(piece)
        for piece in pieces
        if piece
    )
    line = _paragraph("Footer", f"{_run(sheet.name)}<w:r><w:tab/></w:r>{words}")
    return f"{_HEAD}<w:ftr {_W}>{line}</w:ftr>"
