"""A printed page as a picture, for a screen that shows no PDF."""

from __future__ import annotations

import struct
import zlib

import pypdfium2

from bonafide.model.faults import InputFault

MOST_PIXELS = 4000


def page_png(pdf: bytes, page: int, width: int) -> bytes:
    """Page `page` (from 1) of a PDF as a PNG `width` pixels wide.

    Raises InputFault where there is no such page. PDFium knows no threads: call it in a child process.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        if not 1 <= page <= len(document) or not 1 <= width <= MOST_PIXELS:
            raise InputFault(f"There is no page {page} of that size.", mend="Load the page again.")
        sheet = document[page - 1]
        bitmap = sheet.render(scale=width / sheet.get_width(), rev_byteorder=True, prefer_bgrx=False)
        return _png(bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels, bytes(bitmap.buffer))
    finally:
        document.close()


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page in points, as it is shown. Call it in a child process."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(document[number].get_size() for number in range(len(document)))
    finally:
        document.close()


def _png(width: int, height: int, stride: int, channels: int, pixels: bytes) -> bytes:
    """PNG by its specification (W3C, third edition): eight bits, grey, RGB or RGBA, no filter."""
    kind = {1: 0, 3: 2, 4: 6}[channels]
    rows = b"".join(b"\0" + pixels[y * stride : y * stride + width * channels] for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(rows, 6))
        + _chunk(b"IEND", b"")
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
