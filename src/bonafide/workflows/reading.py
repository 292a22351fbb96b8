"""Reading as a line of work: the pages of a posting in order of trust, and the file of a CV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date

from bonafide import cv, posting
from bonafide.model.faults import InputFault, NoPostingFault
from bonafide.model.page import Page
from bonafide.model.posting import Posting
from bonafide.model.profile import camel
from bonafide.model.reading import CvReading, Printed
from bonafide.workflows.pointers import split


def read_cv(content: bytes, name: str) -> CvReading:
    """The CV's reading; `name` is used in messages only. Raises UnreadableFault."""
    return cv.read(content, name)


def read_posting(pages: Sequence[Page], today: date | None = None) -> Posting:
    """The posting from its most trusted page that holds one; gaps are filled from the other pages.

    Raises the fault of the last page where none holds a posting.
    """
    found: Posting | None = None
    fault: InputFault = NoPostingFault("There is no page to read.", mend="Give a link, a file or a text.")
    for page in pages:
        try:
            read = posting.read(page, today)
        except InputFault as trouble:
            fault = trouble
            continue
        found = read if found is None else filled(found, read)
    if found is None:
        raise fault
    return found


def filled(trusted: Posting, other: Posting) -> Posting:
    """The trusted reading with what only the other page states; texts are never mixed."""
    gaps = {
        field.name: getattr(other, field.name)
        for field in fields(Posting)
        if field.name not in ("description", "requirements", "source", "closed", "sure")
        and getattr(trusted, field.name) in (None, ())
    }
    heads = {camel(name) for name in gaps}
    filling = {pointer: sure for pointer, sure in other.sure.items() if split(pointer)[0] in heads}
    return replace(trusted, **gaps, closed=trusted.closed or other.closed, sure={**filling, **trusted.sure})


def read_text(content: bytes, name: str) -> str:
    """The plain text of a document in reading order, a paragraph a line. Raises UnreadableFault."""
    return cv.text_of(content, name)


def read_printed(content: bytes, name: str) -> tuple[Printed, ...]:
    """What a CV's file says, piece by piece, each with its place. Raises UnreadableFault."""
    return cv.printed(content, name)
