"""The page inside a file that a browser saved: MHTML (one file from Chrome, Edge) or a web archive (Safari).

Found by plain searches in the bytes, in time linear in the file: no mail parser is let loose on it.
"""

from __future__ import annotations

import binascii
import importlib
import quopri
import re
from base64 import b64decode
from collections.abc import Mapping

from bonafide.connectors import sniff
from bonafide.model.faults import UnreadableFault
from bonafide.model.page import Page

MOST_PARTS = 2000
_BREAK = re.compile(rb"\r?\n\r?\n")
_MEND = "Save the page as “HTML only”, or paste its text."


def unwrapped(content: bytes, kind: str) -> Page | None:
    """The page in an MHTML file or a web archive (`kind` as `sniff` tells it); None for any other file.

    Raises UnreadableFault where the file holds no page.
    """
    if kind == sniff.MHTML:
        return _mhtml(content)
    return _webarchive(content) if kind == sniff.WEBARCHIVE else None


def _mhtml(content: bytes) -> Page:
    head, _ = _split(content)
    boundary = re.search(rb"boundary\s*=\s*\"?([^\"\s;]{1,100})", head, re.IGNORECASE)
    parts = content.split(b"--" + boundary[1], MOST_PARTS)[1:] if boundary else []
    for part in parts:
        fields, body = _split(part)
        headers = _headers(fields)
        kind = headers.get("content-type", "")
        if kind.lower().startswith(sniff.HTML):
            charset = re.search(r"charset\s*=\s*\"?([\w.:-]{1,40})", kind, re.IGNORECASE)
            decoded = _decoded(body.strip(b"\r\n"), headers.get("content-transfer-encoding", "").lower())
            return _page(decoded, headers.get("content-location"), charset[1] if charset else None)
    raise UnreadableFault("The saved file holds no page.", mend=_MEND)


def _split(part: bytes) -> tuple[bytes, bytes]:
    """A part's header and body."""
    part = part.lstrip(b"\r\n")
    end = _BREAK.search(part)
    return (part[: end.start()], part[end.end() :]) if end else (part, b"")


def _headers(fields: bytes) -> dict[str, str]:
    unfolded = re.sub(r"\r?\n[ \t]", " ", fields[: sniff.HEAD].decode("ascii", errors="replace"))
    pairs = (line.partition(":") for line in unfolded.splitlines())
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _decoded(body: bytes, encoding: str) -> bytes:
    if encoding == "quoted-printable":
        return quopri.decodestring(body)
    if encoding != "base64":
        return body
    try:
        return b64decode(body)
    except binascii.Error as error:
        raise UnreadableFault("The saved file is damaged.", mend=_MEND) from error


def _webarchive(content: bytes) -> Page:
    plist = importlib.import_module("plistlib")
    try:
        main = plist.loads(content)["WebMainResource"]
        return _page(
            main["WebResourceData"], _text(main, "WebResourceURL"), _text(main, "WebResourceTextEncodingName")
        )
    except (
        plist.InvalidFileException,
        KeyError,
        TypeError,
        ValueError,
        OverflowError,
        RecursionError,
    ) as error:
        raise UnreadableFault("The saved file is damaged, or holds no page.", mend=_MEND) from error


def _text(record: Mapping[str, object], key: str) -> str | None:
    value = record.get(key)
    return value if isinstance(value, str) else None


def _page(content: bytes, url: str | None, charset: str | None) -> Page:
    if not isinstance(content, bytes) or not content.strip():
        raise UnreadableFault("The saved file holds no page.", mend=_MEND)
    kind = f"{sniff.HTML}; charset={charset.lower()}" if charset else sniff.HTML
    return Page(content, kind, url if url and url.startswith(("http://", "https://")) else None)
