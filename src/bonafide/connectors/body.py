"""A response's body within bounds: counted while it streams, and again while it is unpacked."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

from bonafide.connectors import sniff
from bonafide.connectors.guard import SAVED_PAGE
from bonafide.model.faults import FetchFault

MEGABYTE = 1024 * 1024
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
# What a header may call a page; anything vaguer is told from the bytes.
_TYPES = {
    "text/html": sniff.HTML,
    "application/xhtml+xml": sniff.HTML,
    "application/json": sniff.JSON,
    "application/ld+json": sniff.JSON,
    "text/json": sniff.JSON,
    "application/xml": sniff.XML,
    "text/xml": sniff.XML,
}
_TEXTUAL = (sniff.HTML, sniff.JSON, sniff.XML, sniff.TEXT)
_READABLE = (
    sniff.PDF,
    sniff.DOCX,
    sniff.ODT,
    sniff.HTML,
    sniff.JSON,
    sniff.XML,
    sniff.TEXT,
    "multipart/related",
)


def gathered(chunks: Iterable[bytes], encoding: str, cap: int) -> bytes:
    """The whole body, unpacked; FetchFault where either side is over `cap` bytes or the packing is broken."""
    unpack = _unpacker(encoding, cap)
    parts: list[bytes] = []
    received = size = 0
    for chunk in chunks:
        received += len(chunk)
        part = unpack.feed(chunk, cap - size) if unpack else chunk
        size += len(part)
        if received > cap or size > cap:
            raise too_large(cap)
        parts.append(part)
    if unpack and received:
        unpack.finish()
    return b"".join(parts)


def beginning(chunks: Iterable[bytes], encoding: str, most: int) -> bytes:
    """The body's first `most` bytes, unpacked; the rest is not read."""
    unpack = _unpacker(encoding, most)
    content = b""
    for chunk in chunks:
        content += unpack.feed(chunk, most - len(content)) if unpack else chunk
        if len(content) >= most:
            break
    return content[:most]


def too_large(cap: int) -> FetchFault:
    """The fault of a page over the bound."""
    return FetchFault(f"The page is larger than {cap / MEGABYTE:g} MB.", mend=SAVED_PAGE)


def media_type(header: str, content: bytes) -> str:
    """The type of a page from its bytes and its Content-Type, with the charset that the header names, if known.

    FetchFault where it is a picture, a film or an archive.
    """
    told, _, parameters = header.partition(";")
    sniffed, _, mark = sniff.media_type(content).partition(";")
    if sniffed == sniff.BINARY and told.strip().lower() in _TYPES:
        sniffed = sniff.TEXT  # a stray zero byte, or two bytes to a letter: the header says that it is text
    if sniffed not in _READABLE:
        raise FetchFault(f"The link leads to {sniffed}, not to a page.", mend="Give the posting's own link.")
    textual = sniffed in _TEXTUAL
    kind = _TYPES.get(told.strip().lower(), sniffed) if textual else sniffed
    if mark or not textual:
        return kind + (f";{mark}" if mark else "")
    charset = _CHARSET.search(parameters)
    return f"{kind}; charset={charset[1].lower()}" if charset and _known(charset[1]) else kind


def _known(charset: str) -> bool:
    try:
        # Codecs such as zip or rot13 are known too, and raise LookupError here: they give no text.
        b"page".decode(charset, errors="ignore")
    except (LookupError, ValueError):
        return False
    return True


class _Unpacker:
    """gzip (any number of members), zlib or raw deflate, never giving more than there is room for plus one byte."""

    def __init__(self, bits: int) -> None:
        self._bits = bits
        self._stream = zlib.decompressobj(bits)
        self._ended = False  # some member has; what follows may be padding
        self._open = False  # a member has given bytes and not ended

    def feed(self, chunk: bytes, room: int) -> bytes:
        """What the chunk unpacks to, as far as there is room."""
        parts: list[bytes] = []
        while chunk and room >= 0:
            if self._stream.eof:
                self._stream = zlib.decompressobj(self._bits)
            part = self._inflated(chunk, room + 1)
            if part is None:
                break
            parts.append(part)
            room -= len(part)
            chunk = self._rest()
        return b"".join(parts)

    def finish(self) -> None:
        """FetchFault where the end is missing."""
        if self._open or not self._ended:
            raise FetchFault("The page broke off before its end.", mend="Try again in a while.")

    def _rest(self) -> bytes:
        if not self._stream.eof:
            return self._stream.unconsumed_tail
        self._ended, self._open = True, False
        return self._stream.unused_data if self._bits == _GZIP else b""

    def _inflated(self, chunk: bytes, most: int) -> bytes | None:
        """The next bytes; None where only padding follows the end."""
        try:
            part = self._stream.decompress(chunk, most)
        except zlib.error as error:
            if self._ended and not self._open:
                return None
            if self._open or self._bits != zlib.MAX_WBITS:
                raise FetchFault(f"The page is packed in a broken way ({error}).", mend=SAVED_PAGE) from error
            # Some servers say deflate and send it raw, without zlib's frame.
            self._bits = -zlib.MAX_WBITS
            self._stream = zlib.decompressobj(self._bits)
            return self._inflated(chunk, most)
        self._open = self._open or bool(part)
        return part


_GZIP = zlib.MAX_WBITS | 16


def _unpacker(encoding: str, cap: int) -> _Unpacker | None:
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return None
    if name in ("gzip", "x-gzip"):
        return _Unpacker(_GZIP)
    if name == "deflate":
        return _Unpacker(zlib.MAX_WBITS)
    raise FetchFault(f"The page is packed in a way that was not asked for ({name[:40]!a}).", mend=SAVED_PAGE)
