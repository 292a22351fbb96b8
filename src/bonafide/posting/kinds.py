"""What a page's bytes are, told from the bytes first, and their text within bounds."""

from __future__ import annotations

import codecs
import re

from bonafide.model.faults import UnreadableFault
from bonafide.model.page import Page

MOST_BYTES = 5_000_000
MOST_PDF_BYTES = 25_000_000
MOST_TEXT = 400_000
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]{2,40})|encoding\s*=\s*["']([\w-]{2,40})["']""", re.I)
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|main|article|section|table|h1|p|meta|title|script)\b", re.I
)
_BLANKS = re.compile(r"[\ufeff\s]*")
_PROLOGUE = re.compile(r"<\?xml[^>]{0,500}>")
# An object with a quoted key, also inside lists: `[2026] Lamp Engineer` and `{urgent}` are text.
_RECORD = re.compile(r"(?:\[\s*){0,9}\{\s*(?:\"[^\"\n]{0,200}\"\s*:|\})")
_TAGS = re.compile(r"</(?:p|div|li|ul|h[1-6]|span|td|a|body|html)>", re.I)
_BINARY = (
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x7fELF",
    b"MZ",
)
_MEND = "Save the page as HTML or PDF, or copy the posting's text and paste it."


def kind_of(page: Page) -> str:
    """`pdf`, `json`, `xml`, `html` or `text`; raises UnreadableFault for anything else, empty or too large."""
    content = page.content
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise UnreadableFault("There is nothing in it.", where=page.url or "", mend=_MEND)
    if b"%PDF-" in content[:1024]:
        _bound(page, MOST_PDF_BYTES)
        return "pdf"
    if content.startswith(_BINARY):
        raise UnreadableFault("This is no page, record, PDF or text.", where=page.url or "", mend=_MEND)
    _bound(page, MOST_BYTES)
    return _of_text(text_of(page)[:200_000], page.media_type)


def _of_text(text: str, media_type: str) -> str:
    start = text.lstrip("\ufeff \t\r\n")[:4000]
    if start[:1] in ("{", "[") and ("json" in media_type or _RECORD.match(start)):
        return "json"
    if _HTML.match(text, _past_comments(text)):
        return "html"
    if start.startswith("<?xml") or (
        re.match(r"<[a-zA-Z][\w:-]*(?:\s[^<>]*)?>", start) and "xml" in media_type
    ):
        return "xml"
    if ("html" in media_type and "<" in start) or len(_TAGS.findall(text)) >= 6:
        return "html"
    return "xml" if re.match(r"<[a-zA-Z][\w:-]*(?:\s[^<>]*)?>\s*<", start) else "text"


def _past_comments(text: str) -> int:
    """Where the text goes on behind an XML declaration and any number of comments."""
    at = _past_blanks(text, 0)
    if prologue := _PROLOGUE.match(text, at):
        at = _past_blanks(text, prologue.end())
    while text.startswith("<!--", at) and (end := text.find("-->", at)) >= 0:
        at = _past_blanks(text, end + 3)
    return at


def _past_blanks(text: str, at: int) -> int:
    found = _BLANKS.match(text, at)
    return found.end() if found else at


def _bound(page: Page, most: int) -> None:
    if len(page.content) > most:
        raise UnreadableFault(
            f"It is larger than {most // 1_000_000} MB, which no posting is.",
            where=page.url or "",
            mend=_MEND,
        )


def bounded(text: str, where: str | None) -> str:
    """The text, or UnreadableFault where it is longer than postings are (in characters)."""
    if len(text) > MOST_TEXT:
        raise UnreadableFault(
            "The text is far longer than a posting.",
            where=where or "",
            mend="Give the posting's own page, or paste only its text.",
        )
    return text


def text_of(page: Page) -> str:
    """The page's bytes as text, in the encoding they declare or show."""
    content = page.content
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(name, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(content, page.media_type)


def _declared(content: bytes, media_type: str) -> str:
    found = _CHARSET.search(media_type.encode("ascii", "ignore")) or _CHARSET.search(content[:4096])
    name = (found.group(1) or found.group(2)).decode("ascii") if found else ""
    if name.lower().replace("-", "") in ("iso88591", "latin1", "usascii", "utf8", ""):
        name = (
            "utf-8"
            if content.decode("utf-8", "replace").count("\ufffd") * 200 < len(content)
            and name.lower().startswith("utf")
            else "windows-1252"
        )
    try:
        return content.decode(codecs.lookup(name).name, "replace")
    except (LookupError, UnicodeError):
        return content.decode("windows-1252", "replace")
