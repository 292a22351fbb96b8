from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide.connectors.sniff import DOCX, HTML, JSON, ODT, PDF, TEXT, XML, media_type


def archive(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, content in members:
            file.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", PDF),
        (b"\n\n%PDF-1.4\n", PDF),
        (archive(("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")), DOCX),
        (archive(("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<x/>")), ODT),
        (archive(("data.csv", b"a,b")), "application/zip"),
        (b"<!DOCTYPE html><html></html>", HTML),
        (b"\n  <!-- saved -->\n<html lang=en>", HTML),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html xmlns='y'>", HTML),
        (b"<div class=job>Head of Platform</div>", HTML),
        (b"<?xml version='1.0'?><position><id>1</id></position>", XML),
        (b"<workzag-jobs><position/></workzag-jobs>", XML),
        (b'{"title": "CTO"}', JSON),
        (b' \n[{"title": "CTO"}]\n', JSON),
        (b"{}", JSON),
        (b"[Remote] Head of Platform", TEXT),
        (b"{not json", TEXT),
        (b"<3 our team", TEXT),
        (b"< 5 years", TEXT),
        (b"Head of Platform\nBerlin", TEXT),
        ("Führungskraft".encode("latin-1"), TEXT),
        ("\ufeff<html>".encode(), f"{HTML}; charset=utf-8"),
        ("\ufeffHead of Platform".encode("utf-16-le"), f"{TEXT}; charset=utf-16"),
        ("\ufeff<p>x".encode("utf-16-be"), f"{HTML}; charset=utf-16"),
        (b"{\\rtf1 x}", "application/rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x", "application/msword"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"a\x00b", "application/octet-stream"),
        (
            b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n",
            "multipart/related",
        ),
        (b"", TEXT),
    ],
)
def test_the_type_is_told_from_the_bytes(content: bytes, kind: str) -> None:
    assert media_type(content) == kind


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_have_a_type(content: bytes) -> None:
    assert "/" in media_type(content)


@pytest.mark.parametrize("piece", [b"<!--", b"<!-- -->", b"A: b\r\n", b" ", b"<?xml ", b"-"])
def test_hostile_repetition_is_bounded(piece: bytes) -> None:
    assert media_type(piece * 100_000)
