"""Paragraphs parted into sections by their headings, known by word or by dress."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bonafide.cv.cleaning import clean
from bonafide.cv.headings import closed_up, likely_section, section_of
from bonafide.cv.labels import is_dates
from bonafide.cv.paragraph import Paragraph

TOP = "top"
OTHER = "other"
_LONGEST_HEADING = 45
_SIGNS = re.compile(r"\s*[|·•]\s*")
_BODIED = ("work", "volunteer", "education", "projects")
# A list in which a line that names one of the short sections is no item.
_LISTED, _SHORT = ("languages", "certificates", "education", "awards"), ("interests", "references")
_MAJOR = ("work", "education", "skills", "languages", "projects", "summary", "certificates")

Look = tuple[float, bool, bool, bool, int]
"""Size in half points, bold, italic, capitals, rank: what a reader sees of a line."""


@dataclass(slots=True)
class Section:
    """A section's kind (a JSON Resume section, or top, contact, personal, summary, other) and its paragraphs."""

    kind: str
    heading: Paragraph | None
    paragraphs: list[Paragraph] = field(default_factory=list)


def look(paragraph: Paragraph) -> Look:
    """What the paragraph's first letters look like."""
    style, text = paragraph.style, paragraph.text
    return (round(style.size * 2) / 2, style.bold, style.italic, _capitals(text), paragraph.heading)


def divide(paragraphs: Sequence[Paragraph]) -> list[Section]:
    """The sections in order; what stands before the first heading of a flow is `top`."""
    flows = sorted({paragraph.flow for paragraph in paragraphs})
    found = []
    for flow in flows:
        found += _divide_flow([p for p in paragraphs if p.flow == flow])
    return found


def _with_whole_heading(paragraph: Paragraph) -> Paragraph:
    """A heading whose words were set so far apart that each became a cell."""
    cells = paragraph.cells
    styles = {run.style for cell in cells for run in cell.runs}
    words = " ".join(closed_up(cell.text) for cell in cells)
    if len(cells) < 2 or len(styles) > 1 or not words.isupper() or not section_of(clean(words)):
        return paragraph
    return replace(paragraph, cells=(replace(cells[0], runs=(replace(cells[0].runs[0], text=words),)),))


def _divide_flow(paragraphs: list[Paragraph]) -> list[Section]:
    paragraphs = [_with_whole_heading(paragraph) for paragraph in paragraphs]
    dress = _heading_dress(paragraphs)
    body = _body_look(paragraphs)
    sections = [Section(TOP, None)]
    for index, paragraph in enumerate(paragraphs):
        run_in = _run_in(paragraph, sections[-1])
        if run_in:
            sections.append(run_in)
            continue
        kind = _opens(paragraph, sections[-1], dress, body, paragraphs[index + 1 : index + 3])
        if kind is None:
            sections[-1].paragraphs.append(paragraph)
        else:
            sections.append(Section(kind, paragraph))
    return [section for section in sections if section.heading or section.paragraphs]


def _run_in(paragraph: Paragraph, current: Section) -> Section | None:
    """ "Interests: rowing, chess" on one line behind a list of something else: a section with its heading."""
    label, colon, rest = paragraph.text.partition(":")
    if current.kind not in _LISTED or not colon or not rest.strip() or len(paragraph.cells) > 1:
        return None
    if paragraph.level or section_of(clean(label)) not in _SHORT:
        return None
    run = paragraph.cells[0].runs[0]
    head, tail = (
        replace(paragraph.cells[0], runs=(replace(run, text=text),)) for text in (label, rest.strip())
    )
    return Section(
        section_of(clean(label)) or OTHER,
        replace(paragraph, cells=(head,)),
        [replace(paragraph, cells=(tail,), gap=0.0)],
    )


def _opens(
    paragraph: Paragraph, current: Section, dress: Look | None, body: Look, after: list[Paragraph]
) -> str | None:
    """The kind of section that the paragraph opens, None where it is no heading."""
    text = clean(closed_up(paragraph.text))
    if not _could_head(paragraph, text):
        return None
    kind = section_of(text)
    own = look(paragraph)
    if kind == "title" and paragraph.flow == 0 and current.kind == TOP:
        return None
    if kind and kind != "title" and (dress is None or _as_prominent(own, dress)):
        return kind
    if kind or dress is None or own != dress or dress[:3] == body[:3] or current.kind == TOP:
        return None
    likely = likely_section(text)
    if likely and likely != "title":
        return likely
    return None if _belongs_to_entry(current, paragraph, after) else OTHER


def _could_head(paragraph: Paragraph, text: str) -> bool:
    if len(paragraph.cells) > 1 or not text or len(text) > _LONGEST_HEADING:
        return False
    return not paragraph.level or paragraph.style.bold or paragraph.heading > 0


def _belongs_to_entry(current: Section, paragraph: Paragraph, after: list[Paragraph]) -> bool:
    """A line dressed as headings are, but beside dates or further right: part of an entry's head."""
    if paragraph.heading or current.kind not in _BODIED:
        return False
    before = current.paragraphs[-2:]
    texts = [clean(cell.text) for p in (*before, *after) for cell in p.cells]
    dated = any(is_dates(part) for text in texts for part in _SIGNS.split(text))
    inside = current.heading is not None and paragraph.x > current.heading.x + 3
    return dated or inside


def _as_prominent(own: Look, dress: Look) -> bool:
    if own[4] or dress[4]:
        return bool(own[4]) and (not dress[4] or own[4] <= dress[4])
    if own[0] > dress[0] + 0.4:
        return True
    return own[0] >= dress[0] - 0.4 and (own[1], own[3]) >= (dress[1], dress[3])


def _heading_dress(paragraphs: list[Paragraph]) -> Look | None:
    """What most known headings look like, each section counted once; None where none is known."""
    seen: dict[tuple[Look, str], None] = {}
    for paragraph in paragraphs:
        text = clean(closed_up(paragraph.text))
        kind = section_of(text) if _could_head(paragraph, text) else None
        if kind and kind != "title":
            seen[look(paragraph), kind] = None
    counts: Counter[Look] = Counter()
    for own, kind in seen:
        counts[own] += 3 if kind in _MAJOR else 1
    return max(counts, key=lambda own: (counts[own], own[4] > 0, own)) if counts else None


def _body_look(paragraphs: list[Paragraph]) -> Look:
    counts: Counter[Look] = Counter()
    for paragraph in paragraphs:
        counts[look(paragraph)] += len(paragraph.text)
    return max(counts, key=lambda own: (counts[own], own)) if counts else (0.0, False, False, False, 0)


def _capitals(text: str) -> bool:
    return text.isupper() and sum(char.isalpha() for char in text) > 2
