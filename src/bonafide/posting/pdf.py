"""The text of a posting that was saved as PDF."""

from __future__ import annotations

import importlib
from typing import Any

from bonafide.model.faults import UnreadableFault
from bonafide.model.page import Page

_MOST_PAGES = 30
_MOST_TEXT = 1_000_000
_MEND = "Copy the posting's text and paste it."


def text_of(page: Page) -> str:
    """The PDF's lines in reading order; raises UnreadableFault for a locked, broken or scanned one."""
    pdfium = importlib.import_module("pypdfium2")  # a heavy library that only PDF readers need
    where = page.url or ""
    try:
        document = pdfium.PdfDocument(page.content)
    except pdfium.PdfiumError as fault:
        locked = "password" in str(fault).lower()
        what = "The PDF is locked with a password." if locked else "The PDF is damaged and cannot be opened."
        raise UnreadableFault(what, where=where, mend=_MEND) from fault
    try:
        text = _pages(document, pdfium.PdfiumError)
    finally:
        document.close()
    if len(text.strip()) < 40:
        raise UnreadableFault("The PDF holds pictures and no text: it was scanned.", where=where, mend=_MEND)
    return text


def _pages(document: Any, broken: type[Exception]) -> str:
    found: list[str] = []
    for number in range(min(len(document), _MOST_PAGES)):
        try:
            found.append(document[number].get_textpage().get_text_bounded())
        except broken:
            continue
        if sum(map(len, found)) > _MOST_TEXT:
            break
    return "\n".join(found).replace("\r\n", "\n").replace("\ufffe", "-")
