"""Pieces put together into chunks (text without a wide gap) and chunks into rows of one baseline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from bonafide.cv.cleaning import clean, cleaned
from bonafide.cv.paragraph import Cell, Run, Style
from bonafide.cv.pdf_leftward import in_reading_order
from bonafide.cv.pdf_pieces import BULLETS, Dot, PdfPage, Piece, is_leftward
from bonafide.model.place import Box, OnPage

_NUMBER = re.compile(r"^\d{1,2}[.)]$")
_SYMBOL_FONT = re.compile(r"symbol|wingding|dingbat|webding|bullet", re.I)
_SPREAD = 0.08  # em between signs: from here on a text is letter-spaced
_SECOND_LEVEL = "◦○▹□⁃–-"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Text that stands together on one baseline; `bullet` is the level of the mark in front of it (0: none).

    `turned` is the width of a page that is read from right to left (0: another), whose x are counted from the right.
    """

    runs: tuple[Run, ...]
    x0: float
    x1: float
    y: float
    size: float
    page: int
    bullet: int = 0
    mark: float = 0.0
    turned: float = 0.0

    @property
    def text(self) -> str:
        return clean("".join(run.text for run in self.runs))

    @property
    def box(self) -> Box:
        x0, x1 = (self.turned - self.x1, self.turned - self.x0) if self.turned else (self.x0, self.x1)
        return Box(x0, self.y - 0.8 * self.size, x1, self.y + 0.25 * self.size)

    def cell(self) -> Cell:
        return Cell(self.runs, OnPage(self.page, self.box))


def chunks_of(page: PdfPage) -> list[Chunk]:
    """The page's chunks in rows from top to bottom, each row from left to right."""
    found = []
    for row in _baselines(page.pieces):
        for group in _near(row):
            chunk = _chunk(group, page)
            if chunk:
                found.append(chunk)
    return _with_drawn_bullets(_with_bullets(found), page.dots)


def rows_of(chunks: Iterable[Chunk]) -> list[list[Chunk]]:
    """Chunks grouped by baseline, top to bottom, left to right."""
    rows: list[list[Chunk]] = []
    for chunk in sorted(chunks, key=lambda c: (c.y, c.x0)):
        if rows and abs(chunk.y - rows[-1][0].y) < 0.3 * max(chunk.size, rows[-1][0].size):
            rows[-1].append(chunk)
        else:
            rows.append([chunk])
    return [sorted(row, key=lambda c: c.x0) for row in rows]


def _baselines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.y, p.x0)):
        if rows and abs(piece.y - rows[-1][0].y) < 0.3 * max(piece.style.size, rows[-1][0].style.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda p: p.x0) for row in rows]


def _near(row: list[Piece]) -> list[list[Piece]]:
    groups: list[list[Piece]] = []
    wide = _word_gap(row)
    for piece in row:
        last = groups[-1][-1] if groups else None
        room = 0.7 * max(min(piece.style.size, last.style.size), 6) if last else 0.0
        if last and not _is_broken(last, piece) and piece.x0 - last.x1 < max(room, wide):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _word_gap(row: list[Piece]) -> float:
    """What may part words in a line that is stretched to the column's width, in points; 0 in others."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(row)] + [space for piece in row for space in piece.spaces]
    gaps = [gap for gap in gaps if gap > 0.5]
    if len(gaps) < 5:
        return 0.0
    usual = median(gaps)
    stretched = 0.5 < usual / (row[0].style.size or 10) < 1.1 and max(gaps) < 1.6 * min(gaps)
    return 1.6 * usual if stretched else 0.0


def _is_broken(last: Piece, piece: Piece) -> bool:
    """A word broken in a narrow cell: its rest stands below, and what stands beside is another cell."""
    gap = piece.x0 - last.x1
    return last.text.endswith("-") and last.text[-2:-1].isalpha() and piece.text[:1].isupper() and gap > 1.5


def _chunk(pieces: list[Piece], page: PdfPage) -> Chunk | None:
    bullet, mark = _sign(pieces[0]), pieces[0].x0
    if bullet and len(pieces) == 1:
        # Its text stands further off: `_with_bullets` joins them.
        pieces[0].text, bullet = "•" if bullet == 1 else "◦", 0
    elif bullet:
        pieces = pieces[1:]
    runs = _runs_of(pieces, page)
    if not any(run.text.strip() for run in runs):
        return None
    while not _is_seen(pieces[0]):
        pieces = pieces[1:]
    size = max(pieces, key=lambda p: len(p.text)).style.size
    right = max(piece.x1 for piece in pieces)
    turned = page.width if page.leftward else 0.0
    return Chunk(runs, pieces[0].x0, right, pieces[0].y, size, page.number, bullet, mark, turned)


def _in_word(sign: str) -> bool:
    return sign.isalpha() or sign in ("-", "‐", "'", "’")


def _is_seen(piece: Piece) -> bool:
    """Whether a piece has text; an icon has none and is left of the text's edge."""
    return bool(cleaned(piece.text).strip())


def _sign(piece: Piece) -> int:
    """The level of the bullet that a piece is, 0 where it is none.

    Symbol's private signs and Word's "o" in Courier are bullets by their font.
    """
    if piece.text in BULLETS:
        return _level(piece.text)
    if len(piece.text) == 1 and _SYMBOL_FONT.search(piece.font):
        return 1
    return 2 if piece.text == "o" and "courier" in piece.font.lower() else 0


def _runs_of(pieces: list[Piece], page: PdfPage) -> tuple[Run, ...]:
    """The text of a chunk's pieces as it is read."""
    if not any(is_leftward(piece.text[:1]) for piece in pieces) and not page.leftward:
        return _runs(pieces)
    from_left = _seen_from_left(pieces, page.width) if page.leftward else pieces
    return _runs(in_reading_order(from_left, page.leftward), ordered=True)


def _seen_from_left(pieces: list[Piece], width: float) -> list[Piece]:
    return [replace(piece, x0=width - piece.x1, x1=width - piece.x0) for piece in reversed(pieces)]


def _runs(pieces: list[Piece], ordered: bool = False) -> tuple[Run, ...]:
    """Runs of one style; `ordered` pieces bring their blanks with them."""
    runs: list[Run] = []
    before: Piece | None = None
    tracking = _tracking(pieces)
    for piece in pieces:
        text = cleaned(_closed_up(piece))
        if before and text and runs and not ordered and _is_apart(before, piece, tracking):
            text = " " + text
        before = piece
        style = _style_in_word(runs, piece, text)
        if runs and (runs[-1].style, runs[-1].url) == (style, piece.url):
            runs[-1] = Run(runs[-1].text + text, style, piece.url)
        elif text:
            runs.append(Run(text, style, piece.url))
    return tuple(runs)


def _style_in_word(runs: Sequence[Run], piece: Piece, text: str) -> Style:
    """Small capitals are printed as a large sign and small ones: a word has the size of its first letter."""
    last = runs[-1] if runs else None
    if last is None or not _in_word(text[:1]) or not _in_word(last.text[-1:]):
        return piece.style
    return replace(piece.style, size=last.style.size)


def _tracking(pieces: list[Piece]) -> float:
    """The usual gap between signs that a program placed one by one, in points."""
    single = [piece for piece in pieces if len(piece.text) == 1]
    if len(pieces) < 4 or len(single) < 0.7 * len(pieces):
        return 0.0
    return max(0.0, median(b.x0 - a.x1 for a, b in pairwise(pieces)))


def _is_apart(before: Piece, piece: Piece, tracking: float) -> bool:
    """Whether a blank stands between; letter-spaced capitals and small capitals stand wide without one."""
    spaced_out = piece.spaces and _closed_up(piece) != piece.text and before.text[-2:].strip().isupper()
    wide = 0.35 if piece.joined or (spaced_out and len(before.text.split(" ")[-1]) == 1) else 0.13
    return piece.x0 - before.x1 - tracking > wide * max(piece.style.size, before.style.size)


def _closed_up(piece: Piece) -> str:
    """Letter-spaced words closed: "C O N T A C T" -> "CONTACT"; wider blanks part words."""
    if spread := _spread(piece):
        return spread
    tokens = piece.text.split(" ")
    if len(tokens) < 4 or sum(len(t) == 1 for t in tokens) < 0.8 * len(tokens):
        return piece.text
    wide = 1.6 * median(piece.spaces) if len(piece.spaces) == len(tokens) - 1 else float("inf")
    joined = tokens[0]
    for token, space in zip(tokens[1:], piece.spaces, strict=False):
        joined += f" {token}" if space > wide else token
    return joined


def _spread(piece: Piece) -> str:
    """The words of a text whose signs all stand apart, of which PDFium takes some for blanks; "" where they do not."""
    signs = piece.text.replace(" ", "")
    if " " not in piece.text or len(piece.gaps) != len(signs) - 1 or len(signs) < 4:
        return ""
    usual, size = median(piece.gaps), piece.style.size or 10
    if usual < _SPREAD * size or min(piece.gaps) < 0.3 * usual:
        return ""
    words = signs[0]
    for sign, gap in zip(signs[1:], piece.gaps, strict=True):
        words += f" {sign}" if gap > usual + 0.15 * size else sign
    return words


def _with_bullets(chunks: list[Chunk]) -> list[Chunk]:
    """Bullets that are text of their own, or the first sign of a chunk, become marks."""
    found: list[Chunk] = []
    waiting: Chunk | None = None
    for chunk in chunks:
        text = chunk.text
        if text in BULLETS or _NUMBER.match(text):
            if waiting:
                found.append(waiting)
            waiting = chunk
            continue
        if waiting and abs(waiting.y - chunk.y) < 0.4 * chunk.size and 0 <= chunk.x0 - waiting.x1 < 30:
            chunk = _marked(chunk, waiting.text, waiting.x0)
        elif waiting:
            found.append(waiting)
        waiting = None
        found.append(chunk)
    return [*found, waiting] if waiting else found


def _marked(chunk: Chunk, sign: str, x: float) -> Chunk:
    return replace(chunk, bullet=_level(sign[0]), mark=x)


def _level(sign: str) -> int:
    return 2 if sign in _SECOND_LEVEL and sign not in "–-" else 1


def _with_drawn_bullets(chunks: list[Chunk], dots: Sequence[Dot]) -> list[Chunk]:
    repeated = Counter((round(dot.x1), round(dot.size)) for dot in dots)
    likely = [dot for dot in dots if dot.size < 4 or repeated[round(dot.x1), round(dot.size)] > 2]
    return [_with_dot(chunk, likely) if likely and not chunk.bullet else chunk for chunk in chunks]


def _with_dot(chunk: Chunk, dots: Sequence[Dot]) -> Chunk:
    for dot in dots:
        beside = 0 < chunk.x0 - dot.x1 < 2.2 * chunk.size
        if beside and dot.size < 0.75 * chunk.size and 0 < chunk.y - dot.y < 0.7 * chunk.size:
            return replace(chunk, bullet=1, mark=dot.x1 - dot.size)
    return chunk


def plain_style(style: Style) -> tuple[float, bool]:
    """What tells a heading from a body: half points and weight."""
    return round(style.size * 2) / 2, style.bold
