"""A PDF's text as pieces of one style on one baseline, with the small drawn dots that serve as bullets.

PDFium keeps global state: one process reads one file at a time.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from bonafide.cv.paragraph import Style
from bonafide.model.faults import UnreadableFault

MOST_PAGES = 40
MOST_CHARACTERS = 60_000
_TEXT, _PATH, _IMAGE = 1, 2, 3
_SPACE, _BREAKS = (0x20, 0xA0), (0x0, 0xA, 0xD)
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
# How PDFium tells a hyphen at the end of a line.
_LINE_END_HYPHENS = (0x2, 0xFFFE)
BULLETS = frozenset("•‣▪●◦·►✓➢❖○■□∙⁃▸▹▶➤➔✔✦◆◇–—*-⁌⁍→»›")
# Arabic writes these two as one sign only in the other order, which some files give backwards.
_ALEF_LAM = re.compile("([اأإآ])ل$")
_LOCKED = 4
# The share of leftward letters from which a page is read from right to left: tools and addresses are Latin everywhere.
_LEAST_LEFTWARD = 0.3


@dataclass(slots=True)
class Piece:
    """Text of one style; x and y in points from the top left, y the baseline.

    `spaces` are the widths of its blanks, `gaps` those between all its signs; `joined` is True where it follows the piece before without one.
    """

    text: str
    x0: float
    x1: float
    y: float
    style: Style
    font: str
    joined: bool = False
    url: str = ""
    spaces: list[float] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Dot:
    """A small drawn shape: the middle of its height, its right edge and its size in points."""

    x1: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page; `number` counts from 1.

    A `leftward` page is read from right to left: all its x are counted from its right edge, so that what leads has the smaller.
    """

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    dots: tuple[Dot, ...]
    leftward: bool = False


@dataclass(frozen=True, slots=True)
class PdfText:
    """All pages; `producer` is the program that wrote the file, in small letters."""

    pages: tuple[PdfPage, ...]
    producer: str
    urls: tuple[str, ...]


def read_pieces(content: bytes) -> PdfText:
    """The text of a PDF; raises `UnreadableFault` where it is locked, broken or a scan."""
    document = _open(content)
    try:
        pages = [_page(document, index) for index in range(min(len(document), MOST_PAGES))]
        producer = document.get_metadata_value("Producer") + " " + document.get_metadata_value("Creator")
    except pypdfium2.PdfiumError as fault:
        raise UnreadableFault("A page of this PDF is broken.", mend="Export the PDF again.") from fault
    finally:
        document.close()
    if sum(len(piece.text) for page, _ in pages for piece in page.pieces) < 20:
        raise UnreadableFault(
            "This PDF has no text: it is a scan or a picture.",
            mend="Export it from the program it was written in, or run text recognition (OCR) on it first.",
        )
    urls = tuple(dict.fromkeys(url for _, links in pages for url, *_ in links))
    return PdfText(tuple(page for page, _ in pages), producer.lower(), urls)


def _open(content: bytes) -> Any:
    try:
        document = pypdfium2.PdfDocument(content)
        len(document)
    except pypdfium2.PdfiumError as fault:
        if getattr(fault, "err_code", None) == _LOCKED or "password" in str(fault).lower():
            raise UnreadableFault(
                "This PDF is locked with a password.", mend="Save a copy without the password."
            ) from fault
        raise UnreadableFault(
            "This PDF is broken or cut off.", mend="Export or download it again."
        ) from fault
    return document


def _page(document: Any, index: int) -> tuple[PdfPage, list[tuple[str, Any]]]:
    page = document[index]
    try:
        left, _, _, top = page.get_cropbox()
        links = _links(document, page, left, top)
        pieces, leftward = _Pieces(page, left, top).read()
        _link(pieces, links)
        width, height = page.get_size()
        found = PdfPage(index + 1, width, height, tuple(pieces), tuple(_dots(page, left, top)))
        return (_seen_from_right(found) if leftward else found), links
    finally:
        page.close()


def _seen_from_right(page: PdfPage) -> PdfPage:
    for piece in page.pieces:
        piece.x0, piece.x1 = page.width - piece.x1, page.width - piece.x0
    dots = tuple(Dot(page.width - dot.x1 + dot.size, dot.y, dot.size) for dot in page.dots)
    return replace(page, dots=dots, leftward=True)


_Look = tuple[Style, str]


@dataclass(frozen=True, slots=True)
class _Sign:
    """A character as PDFium gives it; `before` is a blank, the end of a line, or nothing."""

    char: str
    x0: float
    x1: float
    y: float
    look: _Look
    before: str


class _Pieces:
    """Reads one page's characters; a class, since PDFium answers through out-parameters kept between calls."""

    def __init__(self, page: Any, left: float, top: float) -> None:
        self.text = page.get_textpage()
        self.left, self.top = left, top
        self.pieces: list[Piece] = []
        self.styles: dict[int | None, _Look] = {}

    def read(self) -> tuple[list[Piece], bool]:
        """The page's pieces, and whether it is read from right to left; lines with leftward signs come sign by sign."""
        signs = list(self._signs())
        heights = {round(sign.y) for sign in signs if is_leftward(sign.char)}
        leftward = bool(heights) and _reads_leftward(signs)
        current = None
        for sign in signs:
            current = None if sign.before == "\n" else current
            if leftward or (heights and not heights.isdisjoint(range(round(sign.y) - 1, round(sign.y) + 2))):
                self._add_alone(sign)
                current = None
            else:
                current = self._add(current, sign)
        return self.pieces, leftward

    def _signs(self) -> Iterator[_Sign]:
        box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        at_box, at_x, at_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
        text, before, high = self.text.raw, "", 0
        for index in range(min(pdfium.FPDFText_CountChars(text), MOST_CHARACTERS)):
            # PDFium gives UTF-16: what lies beyond (most pictographs) comes as two halves.
            unit = pdfium.FPDFText_GetUnicode(text, index)
            if unit in _HIGH:
                high = unit
                continue
            code, high = code_point(high, unit), 0
            if code in _SPACE:
                before = before or " "
            elif code in _BREAKS:
                before = "\n"
            else:
                pdfium.FPDFText_GetLooseCharBox(text, index, at_box)
                pdfium.FPDFText_GetCharOrigin(text, index, at_x, at_y)
                char = "-" if code in _LINE_END_HYPHENS else chr(code)
                look = self._style(pdfium.FPDFText_GetTextObject(text, index), box.top - box.bottom)
                yield _Sign(
                    char, box.left - self.left, box.right - self.left, self.top - y.value, look, before
                )
                before = ""

    def _add_alone(self, sign: _Sign) -> None:
        """A piece of one sign, with the marks on it and the others of its ligature."""
        text = unicodedata.normalize("NFKC", sign.char) if is_leftward(sign.char) else sign.char
        last = self.pieces[-1] if self.pieces else None
        if last and abs(last.y - sign.y) < 1.0 and (_is_mark(sign.char) or _is_at(last, sign)):
            last.text = _ALEF_LAM.sub(r"ل\1", last.text + text)
        else:
            self.pieces.append(Piece(text, sign.x0, sign.x1, sign.y, *sign.look))

    def _add(self, piece: Piece | None, sign: _Sign) -> Piece:
        char, blank = sign.char, sign.before == " "
        begins_item = piece is not None and ((blank and piece.text in BULLETS) or _is_icon(piece.text))
        begins_item = begins_item or _is_icon(char)
        if piece and not begins_item and piece.style == sign.look[0] and abs(piece.y - sign.y) < 1.0:
            size = piece.style.size or 10
            gap = sign.x0 - piece.x1
            if -0.5 * size < gap < (0.9 if blank else 0.45) * size:
                piece.gaps.append(gap)
                if blank:
                    piece.spaces.append(gap)
                piece.text += f" {char}" if blank else char
                piece.x1 = max(sign.x1, piece.x1)
                return piece
        joined = piece is not None and not blank and abs(piece.y - sign.y) < 1.0
        self.pieces.append(Piece(char, sign.x0, sign.x1, sign.y, *sign.look, joined))
        return self.pieces[-1]

    def _style(self, handle: Any, height: float) -> _Look:
        key = ctypes.cast(handle, ctypes.c_void_p).value
        known = self.styles.get(key)
        if known is None:
            known = self.styles[key] = _look(handle, height) if key else (Style(), "")
        return known


def code_point(high: int, unit: int) -> int:
    """The code point of a UTF-16 unit and the high half before it (0: none); a half alone is the replacement."""
    if unit not in _LOW:
        return unit
    return 0x10000 + ((high - _HIGH.start) << 10) + (unit - _LOW.start) if high else 0xFFFD


def _look(handle: Any, height: float) -> _Look:
    name = ctypes.create_string_buffer(160)
    pdfium.FPDFFont_GetBaseFontName(pdfium.FPDFTextObj_GetFont(handle), name, 160)
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(handle, ctypes.byref(size))
    pdfium.FPDFPageObj_GetMatrix(handle, ctypes.byref(matrix))
    # The size that is seen is the font's times the text matrix; the weight that PDFium tells is noise.
    seen = round(size.value * (abs(matrix.d) or abs(matrix.b) or 1.0), 1)
    if height > 1 and seen > 3 * height:
        # A scaled page: the height of the sign's own box is nearer.
        seen = round(height / 1.2, 1)
    font = name.value.decode("latin-1")
    return _named_style(font, seen), font


@lru_cache(maxsize=512)
def _named_style(font: str, size: float) -> Style:
    low = font.partition("+")[2].lower() or font.lower()
    bold = any(word in low for word in ("bold", "black", "heavy", "semibd", "medi", "cmbx"))
    italic = any(word in low for word in ("italic", "oblique", "slanted", "cmti"))
    return Style(size, bold or low.endswith(("-bd", "-b", ",b")), italic)


def _is_icon(text: str) -> bool:
    """A sign of an icon font, in the area that Unicode leaves to fonts."""
    return len(text) == 1 and "\ue000" <= text <= "\uf8ff"


@lru_cache(maxsize=4096)
def is_leftward(char: str) -> bool:
    """Whether a sign belongs to a script that runs from right to left."""
    return bool(char) and unicodedata.bidirectional(char) in ("R", "AL")


def _reads_leftward(signs: Sequence[_Sign]) -> bool:
    """Whether a page with these signs is read from right to left as a whole."""
    letters = [sign.char for sign in signs if sign.char.isalpha()]
    return sum(map(is_leftward, letters)) > _LEAST_LEFTWARD * len(letters)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) == "Mn"


def _is_at(piece: Piece, sign: _Sign) -> bool:
    """Whether a sign has the very place of the one before: both are of one ligature."""
    room = 0.1 * piece.style.size
    return is_leftward(sign.char) and abs(piece.x0 - sign.x0) < room and abs(piece.x1 - sign.x1) < room


def _dots(page: Any, left: float, top: float) -> list[Dot]:
    edges = [ctypes.c_float() for _ in range(4)]
    pointers = [ctypes.byref(edge) for edge in edges]
    dots = []
    for index in range(min(pdfium.FPDFPage_CountObjects(page.raw), MOST_CHARACTERS)):
        shape = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(shape) not in (_PATH, _IMAGE):
            continue
        pdfium.FPDFPageObj_GetBounds(shape, *pointers)
        x0, y0, x1, y1 = (edge.value for edge in edges)
        width, height = x1 - x0, y1 - y0
        if 0.8 <= width <= 7 and 0.8 <= height <= 7 and 0.5 < width / height < 2:
            dots.append(Dot(x1 - left, top - (y0 + y1) / 2, max(width, height)))
    return dots


_Link = tuple[str, tuple[float, float, float, float]]


def _links(document: Any, page: Any, left: float, top: float) -> list[_Link]:
    """The addresses that areas of the page link to: (address, (x0, y0, x1, y1))."""
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    found: list[_Link] = []
    area = pdfium.FS_RECTF()
    while (
        pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)) and len(found) < 200
    ):
        action = pdfium.FPDFLink_GetAction(link)
        length = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0) if action else 0
        if length and length < 2000 and pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(area)):
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, length)
            box = (area.left - left, top - area.top, area.right - left, top - area.bottom)
            found.append((buffer.value.decode("utf-8", "replace"), box))
    return found


def _link(pieces: list[Piece], links: list[_Link]) -> None:
    for url, (x0, y0, x1, y1) in links:
        for piece in pieces:
            middle = (piece.x0 + piece.x1) / 2
            if x0 - 1 <= middle <= x1 + 1 and y0 - 1 <= piece.y - 0.3 * piece.style.size <= y1 + 1:
                piece.url = url
