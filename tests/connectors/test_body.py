from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide.connectors.body import beginning, gathered, media_type
from bonafide.model.faults import FetchFault

CAP = 10_000


def raw_deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


PACKERS = {"gzip": gzip.compress, "deflate": zlib.compress, "identity": bytes}


def chunks(content: bytes, size: int) -> Iterator[bytes]:
    return (content[at : at + size] for at in range(0, len(content), size))


@settings(deadline=None)
@given(st.binary(max_size=CAP), st.sampled_from(sorted(PACKERS)), st.integers(1, 4000))
def test_what_was_packed_comes_back(content: bytes, encoding: str, size: int) -> None:
    assert gathered(chunks(PACKERS[encoding](content), size), encoding, CAP + 100) == content


@settings(deadline=None)
@given(st.binary(min_size=1, max_size=CAP), st.integers(1, 4000))
def test_deflate_without_its_frame_comes_back(content: bytes, size: int) -> None:
    packed = raw_deflate(content)
    if size > 1:
        assert gathered(chunks(packed, size), "deflate", CAP + 100) == content


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
@pytest.mark.parametrize("size", [1, 7, 1000])
def test_padding_after_the_end_is_no_fault(encoding: str, size: int) -> None:
    packed = PACKERS[encoding](b"page") + b"\0" * 50
    assert gathered(chunks(packed, size), encoding, CAP) == b"page"


@settings(deadline=None)
@given(st.lists(st.binary(max_size=60), min_size=1, max_size=6), st.integers(1, 50))
def test_gzip_in_any_number_of_members_comes_back(members: list[bytes], size: int) -> None:
    packed = b"".join(gzip.compress(member) for member in members)
    assert gathered(chunks(packed, size), "gzip", CAP) == b"".join(members)


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_is_stopped_at_the_cap(encoding: str) -> None:
    bomb = PACKERS[encoding](b"\0" * 50_000_000)
    tracemalloc.start()
    with pytest.raises(FetchFault, match="larger than"):
        gathered([bomb], encoding, CAP * 10)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < CAP * 100


def test_many_small_bombs_are_stopped_at_the_cap() -> None:
    with pytest.raises(FetchFault, match="larger than"):
        gathered([gzip.compress(b"\0" * 5000) * 100], "gzip", CAP)


def test_an_endless_body_is_stopped_at_the_cap() -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b"x" * 1000

    with pytest.raises(FetchFault, match="larger than"):
        gathered(endless(), "", CAP)
    assert len(beginning(endless(), "", CAP)) == CAP


def test_exactly_the_cap_passes() -> None:
    assert len(gathered([b"x" * CAP], "", CAP)) == CAP


def test_a_cut_or_broken_packing_is_told() -> None:
    with pytest.raises(FetchFault, match="broke off"):
        gathered([gzip.compress(b"x" * 500)[:-9]], "gzip", CAP)
    with pytest.raises(FetchFault, match="broke off"):
        gathered([gzip.compress(b"x") + gzip.compress(b"y" * 500)[:-9]], "gzip", CAP)
    with pytest.raises(FetchFault, match="broken way"):
        gathered([b"no gzip at all"], "gzip", CAP)


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "compress"])
def test_a_packing_that_was_not_asked_for_is_refused(encoding: str) -> None:
    with pytest.raises(FetchFault, match="not asked for"):
        gathered([b"x"], encoding, CAP)


@pytest.mark.parametrize(
    ("header", "content", "kind"),
    [
        ("text/html; charset=ISO-8859-2", b"<p>x", "text/html; charset=iso-8859-2"),
        ('text/html; charset="utf-8"', b"hello", "text/html; charset=utf-8"),
        ("text/html; charset=zip", b"<p>x", "text/html"),
        ("text/html; charset=no-such", b"<p>x", "text/html"),
        ("application/json", b'{"a": 1}', "application/json"),
        ("text/plain", b'{"a": 1}', "application/json"),
        ("", b"<!doctype html><p>x", "text/html"),
        ("text/html", b"%PDF-1.7 ...", "application/pdf"),
        ("application/pdf", b"<html><p>log in", "text/html"),
        ("text/html; charset=latin-1", b"\xef\xbb\xbf<p>x", "text/html; charset=utf-8"),
        ("text/html", b"<p>a stray \x00 byte", "text/html"),
        ("text/html; charset=utf-16-le", "<p>x".encode("utf-16-le"), "text/html; charset=utf-16-le"),
    ],
)
def test_the_media_type_is_told_from_header_and_bytes(header: str, content: bytes, kind: str) -> None:
    assert media_type(header, content) == kind


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n...", b"\x00\x01\x02", b"PK\x03\x04..."])
def test_what_is_no_page_is_refused(content: bytes) -> None:
    with pytest.raises(FetchFault, match="not to a page"):
        media_type("application/octet-stream", content)
