"""A PDF into paragraphs, by geometry: pieces, chunks, columns, rows, paragraphs."""

from __future__ import annotations

import re
from collections import Counter

from bonafide.cv.hyphens import Hyphens
from bonafide.cv.labels import is_dates, is_label, is_running
from bonafide.cv.paragraph import Paragraph, Sheet
from bonafide.cv.pdf_columns import Region, regions_of
from bonafide.cv.pdf_flow import paragraphs_of
from bonafide.cv.pdf_pieces import PdfPage, read_pieces
from bonafide.cv.pdf_rows import Chunk, chunks_of, rows_of
from bonafide.language.periods import find_periods

_NUMBERED = re.compile(r"[\s,][-–—|·]?\s*(\d{1,2})$")
# The share of a page's height at its top and bottom where running lines stand.
_MARGIN = 0.09


def read_sheet(content: bytes) -> Sheet:
    """Read a PDF; raises `UnreadableFault` where it is locked, broken or without text."""
    text = read_pieces(content)
    pages = [(page, chunks_of(page)) for page in text.pages]
    running = _running(pages)
    bodies = [[c for c in chunks if id(c) not in running] for _, chunks in pages]
    regions = [region for body in bodies for region in regions_of(body, is_label)]
    hyphens = Hyphens((c.text for body in bodies for c in body), text.producer)
    margin = [Region(((chunk,),), 0) for _, chunks in pages for chunk in chunks if id(chunk) in running]
    return Sheet(
        tuple(_by_flow(paragraphs_of(_flows(regions), hyphens))),
        tuple(paragraphs_of(margin, hyphens)),
        text.urls,
    )


def _flows(regions: list[Region]) -> list[Region]:
    """A flow at a time, so that a column goes on from one page to the next."""
    return sorted(regions, key=lambda region: region.flow)


def _by_flow(paragraphs: list[Paragraph]) -> list[Paragraph]:
    return sorted(paragraphs, key=lambda paragraph: paragraph.flow)


def _running(pages: list[tuple[PdfPage, list[Chunk]]]) -> set[int]:
    """The ids of chunks in running headers and footers: repeated, numbered, or dated by a program."""
    edges = [(page, chunk) for page, chunks in pages for chunk in _at_edges(page, chunks)]
    seen = Counter(key for key in {(page.number, _shape(chunk)) for page, chunk in edges})
    repeats = Counter(shape for _, shape in seen)
    found = set()
    for page, chunk in edges:
        repeated = repeats[_shape(chunk)] > 1 and not is_dates(chunk.text)
        if (
            is_running(chunk.text)
            or _is_numbered(chunk.text, page.number)
            or (repeated and not _is_first_head(page, chunk))
        ):
            found.add(id(chunk))
    return found


def _is_numbered(text: str, number: int) -> bool:
    """ "Ada Lark, CV – 2" on the second page."""
    found = _NUMBERED.search(text)
    return found is not None and number > 1 and int(found[1]) == number and not find_periods(text)


def _is_first_head(page: PdfPage, chunk: Chunk) -> bool:
    """The first page's head is no running line, though the name may be repeated on the others."""
    return page.number == 1 and chunk.y < _MARGIN * page.height


def _at_edges(page: PdfPage, chunks: list[Chunk]) -> list[Chunk]:
    rows = rows_of(chunks)
    top = [c for row in rows[:2] for c in row if c.y < _MARGIN * page.height]
    bottom = [c for row in rows[-2:] for c in row if c.y > (1 - _MARGIN) * page.height]
    return [*top, *bottom]


def _shape(chunk: Chunk) -> str:
    return re.sub(r"\d+", "#", chunk.text.lower())
