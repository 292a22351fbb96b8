"""Tells a media type from the bytes; names and headers lie, saved pages and CVs come with any extension."""

from __future__ import annotations

import re

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
HTML = "text/html"
JSON = "application/json"
XML = "application/xml"
TEXT = "text/plain"
MHTML = "multipart/related"
WEBARCHIVE = "application/x-webarchive"
BINARY = "application/octet-stream"

HEAD = 4096
MOST_COMMENTS = 8

_MAGIC = (
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"\x1f\x8b\x08", "application/gzip"),
    (b"bplist00", WEBARCHIVE),
)
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|script|style|link|div|p|h[1-6]|section|article|main|ul|table|span|br|a)"
    rb"[\s>/]",
    re.IGNORECASE,
)
_XML = re.compile(rb"\s*<(?:\?xml|!--|!doctype|[a-z_][\w.:-]*[\s>/])", re.IGNORECASE)
_JSON = re.compile(rb"\s*(?:\{\s*[\"}]|\[\s*(?:[\[{\"\]0-9-]|true|false|null))")
_MHTML_HEAD = re.compile(
    rb"\A(?:[A-Za-z-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?Content-Type:\s*multipart/related", re.I
)


def media_type(content: bytes) -> str:
    """The type of the content; text in a byte order mark's encoding carries `; charset=`."""
    head = content[:HEAD]
    encoding = _byte_order_mark(head)
    if encoding:
        text = head.decode(encoding, errors="ignore").lstrip("\ufeff").encode()
        return f"{_text_type(text, content)}; charset={encoding}"
    return _binary_type(content, head) or _text_type(head, content)


def _binary_type(content: bytes, head: bytes) -> str | None:
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return _zip_type(content)
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    return BINARY if b"\x00" in head else None


def _zip_type(content: bytes) -> str:
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in content[:200]:
        return ODT
    return DOCX if b"word/" in content else "application/zip"


def _text_type(head: bytes, content: bytes) -> str:
    if _HTML.match(_past_prologue(head)):
        return HTML
    if _JSON.match(head) and content.rstrip(b"\x00 \t\r\n")[-1:] in b"]}":
        return JSON
    if _XML.match(head):
        return HTML if b"<html" in head.lower() else XML
    return MHTML if _MHTML_HEAD.match(head) else TEXT


def _past_prologue(head: bytes) -> bytes:
    """The head after white space, an XML declaration and comments."""
    rest = head.lstrip()
    for opening, closing in ((b"<?xml", b"?>"), *((b"<!--", b"-->"),) * MOST_COMMENTS):
        if rest.startswith(opening):
            rest = rest.partition(closing)[2].lstrip()
    return rest


def _byte_order_mark(head: bytes) -> str | None:
    return next((encoding for mark, encoding in _BOMS if head.startswith(mark)), None)
