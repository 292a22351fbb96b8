"""Small texts that stand beside or around what matters: labels of rows, running headers and footers."""

from __future__ import annotations

import re

from bonafide.cv.forms import is_part_of_label
from bonafide.cv.headings import section_of
from bonafide.cv.places import looks_like_place
from bonafide.cv.words import CLOSING, CONTACT_LABELS, DURATION, RUNNING
from bonafide.language.calendar import plain
from bonafide.language.periods import find_periods

_REST = re.compile(r"[\W\d_]*")


def is_label(text: str) -> bool:
    """A heading, a date or duration, a place, or the name of a field of contacts or of a form."""
    if len(text) > 60:
        return False
    return (
        section_of(text) is not None
        or is_dates(text)
        or plain(text).strip(" :") in CONTACT_LABELS
        or looks_like_place(text)
        or is_part_of_label(text)
    )


def is_dates(text: str) -> bool:
    """Nothing but a period, a date, or how long it was."""
    rest = DURATION.sub("", text)
    for period in reversed(find_periods(rest)):
        rest = rest[: period.start] + rest[period.end :]
    return rest != text and _REST.fullmatch(rest) is not None


def is_closing(text: str) -> bool:
    """What stands at a CV's foot and tells nothing of the person: references on request, a consent, a signature's date."""
    return any(pattern.search(plain(text)) for pattern in CLOSING)


def is_running(text: str) -> bool:
    """A page number, or a line that a program put at the margin ("Last updated in May 2024")."""
    return any(pattern.search(plain(text)) for pattern in RUNNING)
