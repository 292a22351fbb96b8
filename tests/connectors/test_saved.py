from __future__ import annotations

import base64
import plistlib
import quopri

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide.connectors import saved, sniff
from bonafide.connectors.sources import page_of
from bonafide.model.faults import UnreadableFault
from bonafide.model.page import Page

HTML = "<!DOCTYPE html><html><p>Führung – vier Teams = eine Plattform</p></html>"
URL = "https://jobs.example/1?a=b"


ENCODERS = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes, "8bit": bytes}


def mhtml(encoding: str) -> bytes:
    """A file as a browser saves it, the page first and a style sheet after it."""
    lines = [
        b"From: <Saved by a browser>",
        b"MIME-Version: 1.0",
        b"Content-Type: multipart/related;",
        b'\ttype="text/html";',
        b'\tboundary="----MultipartBoundary--x1y2----"',
        b"",
        b"------MultipartBoundary--x1y2----",
        b'Content-Type: text/html; charset="utf-8"',
        b"Content-Transfer-Encoding: " + encoding.encode(),
        b"Content-Location: " + URL.encode(),
        b"",
        ENCODERS[encoding](HTML.encode()).rstrip(b"\n").replace(b"\n", b"\r\n"),
        b"------MultipartBoundary--x1y2----",
        b"Content-Type: text/css",
        b"",
        b"p { color: red }",
        b"------MultipartBoundary--x1y2------",
        b"",
    ]
    return b"\r\n".join(lines)


def archive(**fields: object) -> bytes:
    return plistlib.dumps({"WebMainResource": fields}, fmt=plistlib.FMT_BINARY)


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_the_page_of_an_mhtml_file(encoding: str) -> None:
    page = page_of(mhtml(encoding))
    assert (page.content.decode().strip(), page.media_type, page.url) == (
        HTML,
        "text/html; charset=utf-8",
        URL,
    )


def test_the_page_of_a_web_archive() -> None:
    content = archive(WebResourceData=HTML.encode(), WebResourceURL=URL, WebResourceTextEncodingName="UTF-8")
    assert page_of(content) == Page(HTML.encode(), "text/html; charset=utf-8", URL)
    assert page_of(archive(WebResourceData=HTML.encode())) == Page(HTML.encode(), "text/html")


def test_an_address_that_was_given_goes_before_the_one_inside() -> None:
    assert page_of(mhtml("base64"), "https://other.example/").url == "https://other.example/"


def test_other_files_are_left_alone() -> None:
    assert saved.unwrapped(HTML.encode(), sniff.HTML) is None


@pytest.mark.parametrize(
    "content",
    [
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/css\r\n\r\np",
        b"Content-Type: multipart/related\r\n\r\nno boundary",
        b"Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n\r\n--x--",
        b"Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\nabcde\r\n--x--",
        b"bplist00",
        b"bplist00" + b"\xff" * 60,
        archive(WebResourceData="text"),
        plistlib.dumps(["x"], fmt=plistlib.FMT_BINARY),
    ],
)
def test_a_file_without_a_page_is_told(content: bytes) -> None:
    with pytest.raises(UnreadableFault):
        page_of(content)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_damaged_files_are_never_a_bug(noise: bytes) -> None:
    for whole in (mhtml("base64"), archive(WebResourceData=b"x")):
        for content in (whole[:60] + noise, whole[:-20] + noise):
            try:
                page_of(content)
            except UnreadableFault:
                continue
