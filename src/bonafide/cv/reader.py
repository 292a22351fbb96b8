"""One door for every format: told by the bytes, loaded on first use, faults in one voice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import Any, TypeVar

from bonafide.cv.kinds import Kind, kind_of
from bonafide.cv.tongues import language_in
from bonafide.model.faults import UnreadableFault
from bonafide.model.reading import CvReading, Printed

T = TypeVar("T")
MOST_BYTES = 20_000_000

# The format readers pull in their libraries, so each is imported when its first file comes.
_SHEET_READERS = {
    Kind.PDF: "bonafide.cv.pdf",
    Kind.DOCX: "bonafide.cv.docx",
    Kind.ODT: "bonafide.cv.odt",
    Kind.HTML: "bonafide.cv.html",
    Kind.MARKDOWN: "bonafide.cv.markdown",
    Kind.TEXT: "bonafide.cv.text",
}
_RECORD_READERS = {
    Kind.JSON: "bonafide.cv.json_resume",
    Kind.YAML: "bonafide.cv.rendercv",
    Kind.LINKEDIN: "bonafide.cv.linkedin",
}


def read(content: bytes, name: str) -> CvReading:
    """Read a CV; `name` is only used in messages and where the bytes leave the kind open.

    Raises `UnreadableFault` for what is empty, locked, scanned, broken, too large or of no known kind.
    """
    return _checked(_read, content, name)


def text_of(content: bytes, name: str) -> str:
    """The text of a document in reading order, a paragraph a line; a letter is read like this. Faults as `read`."""
    return _checked(_text, content, name)


def printed(content: bytes, name: str) -> tuple[Printed, ...]:
    """What a document says, a paragraph or value at a time, each with its place as `read` names it. Faults as `read`."""
    return _checked(_printed, content, name)


def _checked(reader: Callable[[bytes, str], T], content: bytes, name: str) -> T:
    if not content.strip():
        raise UnreadableFault("The file is empty.", where=name, mend="Choose the file again.")
    if len(content) > MOST_BYTES:
        raise UnreadableFault(
            f"The file has {len(content) // 1_000_000} MB; a CV has a few.",
            where=name,
            mend="Export it again without large pictures (20 MB at most).",
        )
    try:
        return reader(content, name)
    except UnreadableFault as fault:
        raise UnreadableFault(fault.what, where=fault.where or name, mend=fault.mend) from fault


def _text(content: bytes, name: str) -> str:
    kind = kind_of(content, name)
    if kind is Kind.LINKEDIN:
        raise UnreadableFault("This is a LinkedIn archive, not a letter.", mend="Give the letter's own file.")
    if kind in (Kind.TEXT, Kind.JSON, Kind.YAML):
        return content.decode("utf-8-sig", errors="replace")
    sheet = _function(_SHEET_READERS[kind], "read_sheet")(content)
    return "\n".join(paragraph.text for paragraph in sheet.paragraphs)


def _printed(content: bytes, name: str) -> tuple[Printed, ...]:
    kind = kind_of(content, name)
    if kind in _RECORD_READERS:
        return _told(_function(_RECORD_READERS[kind], "read_record")(content))
    sheet = _function(_SHEET_READERS[kind], "read_sheet")(content)
    return tuple(Printed(paragraph.whole, paragraph.place) for paragraph in sheet.paragraphs + sheet.aside)


def _told(record: CvReading) -> tuple[Printed, ...]:
    """What a record says: each of its values once, those without a field last."""
    found = [(source.place, source.text) for source in record.sources.values()]
    found += [(one.place, one.text) for one in record.unplaced]
    return tuple(Printed(text, place) for place, text in dict.fromkeys(found) if place is not None)


def _read(content: bytes, name: str) -> CvReading:
    kind = kind_of(content, name)
    if kind in _RECORD_READERS:
        record: CvReading = _function(_RECORD_READERS[kind], "read_record")(content)
        told = (source.text for source in record.sources.values())
        return record if record.language else replace(record, language=language_in(told))
    sheet = _function(_SHEET_READERS[kind], "read_sheet")(content)
    reading: CvReading = _function("bonafide.cv.structure", "read_structure")(sheet)
    return reading


def _function(module: str, name: str) -> Callable[..., Any]:
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found
