"""The person's name, and the label that stands beside or under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bonafide.cv.addresses import is_address
from bonafide.cv.cleaning import clean
from bonafide.cv.contacts import labelled
from bonafide.cv.gather import Found
from bonafide.cv.headings import section_of
from bonafide.cv.paragraph import Paragraph, Run
from bonafide.cv.person import Person
from bonafide.cv.reach import PARTS, SENTENCE, is_contact, read_cell, read_part
from bonafide.cv.words import CONTACT_LABELS, PERSONAL_LABELS, TITLES

_NAME = re.compile(r"^[^\W\d_][^\d@/\\|:;!?]*$")
# A name is often set larger than this, in points.
_DISPLAY = 13.0


def read_name(person: Person, top: Sequence[Paragraph]) -> list[Paragraph]:
    """Put the name, and the label that stands beside or under it; the rest in order."""
    top = _with_whole_name(top)
    candidates = [p for p in top if _could_be_name(_first_part(p))]
    if not candidates:
        return list(top)
    largest = max(p.style.size for p in candidates)
    declared = [p for p in candidates if p.heading == 1]
    chosen = (declared or [p for p in candidates if p.style.size >= largest - 0.3])[0]
    index = list(top).index(chosen)
    name, label = _parted_name(clean(chosen.text))
    used = {index}
    following = top[index + 1] if index + 1 < len(top) else None
    if following and _is_second_half(chosen, following, name):
        name = f"{name} {clean(following.text)}"
        used.add(index + 1)
    person.put("name", Found(name, clean(chosen.text), chosen.place, 0.95))
    if label and is_contact(label):
        for part in PARTS.split(label):
            read_part(person, part, chosen.cells[0], ())
    elif label:
        person.put("label", Found(label, clean(chosen.text), chosen.place, 0.85))
    for cell in chosen.cells[1:]:
        read_cell(person, cell, ())
    _read_label(person, top, max(used) + 1, chosen.flow, used)
    return [p for i, p in enumerate(top) if i not in used]


def _with_whole_name(top: Sequence[Paragraph]) -> list[Paragraph]:
    """A name in display size over two lines as one: a first name alone, or letters after a comma."""
    size = max((p.style.size for p in top), default=0.0)
    large = [i for i, p in enumerate(top) if size > _DISPLAY and abs(p.style.size - size) < 0.3]
    if len(large) != 2 or large[1] - large[0] > 4:
        return list(top)
    first, second = (top[i] for i in large)
    begun, rest = clean(first.text), clean(second.text)
    whole = f"{begun} {rest}"
    open_ended = begun.endswith((",", "-")) or len(begun.split()) == 1
    whole = begun + rest if begun.endswith("-") else whole
    if not open_ended or section_of(begun) or section_of(rest) or not _could_be_name(whole):
        return list(top)
    joined = replace(first.cells[0], runs=(Run(whole, first.style),))
    kept = list(top)
    kept[large[0]] = replace(first, cells=(joined, *first.cells[1:]))
    kept[large[1] : large[1] + 1] = [replace(second, cells=second.cells[1:])] if second.cells[1:] else []
    return kept


def _is_second_half(first: Paragraph, second: Paragraph, name: str) -> bool:
    alike = abs(first.style.size - second.style.size) < 0.3 and first.style.size > _DISPLAY
    return alike and len(name.split()) < 3 and _could_be_name("x " + clean(second.text)) and second.gap < 2


def _read_label(person: Person, top: Sequence[Paragraph], index: int, flow: int, used: set[int]) -> None:
    if index >= len(top) or "label" in person.basics or top[index].flow != flow:
        return
    paragraph = top[index]
    text = clean(paragraph.text)
    if len(paragraph.cells) > 1 or len(text) > 110 or SENTENCE.search(text) or is_contact(text):
        return
    if (is_address(text) and not TITLES.count(text)) or labelled(text)[0] in (
        *PERSONAL_LABELS,
        *CONTACT_LABELS,
    ):
        return
    person.put("label", Found(text, text, paragraph.place, 0.85))
    used.add(index)


def _first_part(paragraph: Paragraph) -> str:
    return _parted_name(clean(paragraph.text))[0]


def _parted_name(text: str) -> tuple[str, str]:
    """ "Ada Lark, Head of Care" -> the name and the label."""
    for sign in (" | ", " – ", " — ", " - ", " · ", ", "):
        left, found, right = text.partition(sign)
        if found and (TITLES.count(right) or sign != ", ") and _could_be_name(left):
            return left.strip(), right.strip()
    return text, ""


def _could_be_name(text: str) -> bool:
    words = text.split()
    if (
        not 2 <= len(words) <= 7
        or len(text) > 60
        or not _NAME.match(text)
        or SENTENCE.search(text[:-1] + "x")
    ):
        return bool(text) and len(text) <= 12 and len(words) == 1 and not text.isascii() and text.isalpha()
    if section_of(text) or is_address(text) or TITLES.count(text) > 0:
        return False
    small = [word for word in words if word[:1].islower()]
    return len(small) <= len(words) / 2
