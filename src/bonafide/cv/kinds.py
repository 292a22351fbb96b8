"""Which kind of file the bytes are; the name only decides between plain text and Markdown."""

from __future__ import annotations

import re
from enum import Enum, auto

from bonafide.model.faults import UnreadableFault


class Kind(Enum):
    """What can be read."""

    PDF = auto()
    DOCX = auto()
    ODT = auto()
    HTML = auto()
    MARKDOWN = auto()
    TEXT = auto()
    JSON = auto()
    YAML = auto()
    LINKEDIN = auto()


_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_PICTURES = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
}
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|div|section|article|table|h[1-6]|p)\b", re.I)
_MARKDOWN = re.compile(r"^(?:#{1,4} \S|\*\*[^*]+\*\*|[-*] \S.*\n[-*] \S)", re.M)
_YAML = re.compile(r"^(?:cv|basics):[ \t]*(?:#.*)?$", re.M)
_FORMATS = "PDF, DOCX, ODT, HTML, Markdown, text, JSON Resume, RenderCV and LinkedIn's export can be read."


def kind_of(content: bytes, name: str) -> Kind:
    """The kind of a file; raises `UnreadableFault` for pictures, old Word files and other binaries."""
    head = content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in content[:1024]:
        return Kind.PDF
    if head.startswith(_ZIP):
        return _zip_kind(content)
    _refuse_binary(head, content)
    if head[:1] in (b"{", b"["):
        return Kind.JSON
    if head.startswith(b"<") and _MARKUP.search(content[:20_000]):
        return Kind.HTML
    return _text_kind(content, name)


def _zip_kind(content: bytes) -> Kind:
    if b"word/document.xml" in content:
        return Kind.DOCX
    if b"application/vnd.oasis.opendocument.text" in content[:200] or b"content.xml" in content:
        return Kind.ODT
    if b"Profile.csv" in content or b"Positions.csv" in content:
        return Kind.LINKEDIN
    raise UnreadableFault("This zip archive holds no document that can be read.", mend=_FORMATS)


def _refuse_binary(head: bytes, content: bytes) -> None:
    for mark, kind in _PICTURES.items():
        if head.startswith(mark):
            raise UnreadableFault(f"This is a {kind} picture: it has no text to read.", mend=_FORMATS)
    if head.startswith(_OLE):
        raise UnreadableFault(
            "This is a Word file of the old kind (.doc), or one locked with a password.",
            mend="Open it and save it as .docx or PDF without a password.",
        )
    if head.startswith(b"{\\rtf"):
        raise UnreadableFault("This is an RTF file.", mend="Open it and save it as .docx or PDF.")
    if b"\x00" in content[:4096] and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise UnreadableFault("This is a binary file of no kind that is known here.", mend=_FORMATS)


def _text_kind(content: bytes, name: str) -> Kind:
    ending = name.rpartition(".")[2].lower()
    if ending in ("md", "markdown"):
        return Kind.MARKDOWN
    text = content[:20_000].decode("utf-8", "replace")
    if ending in ("yaml", "yml") or (ending not in ("txt", "text") and _YAML.search(text)):
        return Kind.YAML
    return Kind.MARKDOWN if ending != "txt" and _MARKDOWN.search(text) else Kind.TEXT
