from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bonafide.connectors.sources import CAP, is_link, page_of, read, read_file, read_stdin
from bonafide.model.faults import InputFault, UnreadableFault
from bonafide.model.page import Page

HTML = b"<html><p>Head of Platform</p></html>"


def test_a_file_becomes_a_page(tmp_path: Path) -> None:
    path = tmp_path / "saved.pdf"
    path.write_bytes(HTML)
    assert read(str(path)) == Page(HTML, "text/html")
    assert read(str(path), url="https://jobs.example/1").url == "https://jobs.example/1"


def test_standard_input_becomes_a_page() -> None:
    assert read("-", stdin=io.BytesIO(b"Head of Platform")) == Page(b"Head of Platform", "text/plain")


@pytest.mark.parametrize("link", ["https://jobs.example/1", "HTTP://jobs.example/1"])
def test_a_link_goes_to_the_fetcher(link: str) -> None:
    assert read(link, fetch=lambda url: Page(HTML, "text/html", url)).url == link


@pytest.mark.parametrize(
    "link", ["ftp://jobs.example/1", "file:///etc/passwd", "gopher://x", "chrome-extension://x/y"]
)
def test_other_schemes_are_refused(link: str) -> None:
    with pytest.raises(InputFault, match="Only http"):
        is_link(link)


@pytest.mark.parametrize("path", ["jobs.example/1", "C:\\jobs\\1.html", "a:b", "-", "./http:/x"])
def test_paths_are_no_links(path: str) -> None:
    assert not is_link(path)


@pytest.mark.parametrize("path", ["www.jobs.example", "jobs.example/1", "jobs.example/board/1?x=2"])
def test_a_link_without_its_scheme_is_told(path: str) -> None:
    with pytest.raises(InputFault, match=r"Did you mean https://"):
        read(path)


@pytest.mark.parametrize("path", ["no-such-file.pdf", "folder/cv.docx", "", "a\0b", "x" * 5000])
def test_a_missing_file(path: str) -> None:
    with pytest.raises(InputFault) as caught:
        read_file(path)
    assert "https" not in caught.value.mend


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFault, match="folder") as caught:
        read_file(tmp_path)
    assert caught.value.where == str(tmp_path)


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").touch()
    with pytest.raises(UnreadableFault, match="empty"):
        read_file(tmp_path / "cv.pdf")


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "cv.pdf"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(UnreadableFault, match=r"holds 200 MB; no more than 25 MB"):
        read_file(path)


def test_the_cap_itself_passes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100)
    assert len(read_file(tmp_path / "a", cap=100)) == 100
    with pytest.raises(UnreadableFault, match="holds"):
        read_file(tmp_path / "a", cap=99)


@pytest.mark.skipif(os.name != "posix", reason="POSIX devices")
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/random"])
def test_a_device(device: str) -> None:
    with pytest.raises(UnreadableFault, match="device"):
        read_file(device)


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_a_file_that_says_it_is_empty_and_is_not() -> None:
    assert read_file("/proc/version")


@pytest.mark.skipif(os.name != "posix", reason="named pipes")
def test_a_pipe_is_read_and_one_that_nobody_writes_to_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableFault, match="empty"):
        read_file(tmp_path / "pipe")
    reader, writer = os.pipe()
    os.write(writer, HTML)
    os.close(writer)
    assert read_file(f"/dev/fd/{reader}") == HTML
    os.close(reader)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the refusal is the system's own, planted."""

    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(UnreadableFault, match="may not"):
        read_file(tmp_path / "cv.pdf")


@pytest.mark.skipif(os.name != "posix", reason="symbolic links")
def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "a")
    with pytest.raises(UnreadableFault, match="cannot be opened"):
        read_file(tmp_path / "a")


def test_standard_input_is_bounded_and_not_empty() -> None:
    with pytest.raises(UnreadableFault, match="more than 25 MB"):
        read_stdin(io.BytesIO(b"x" * (CAP + 1)))
    with pytest.raises(UnreadableFault, match="empty"):
        read_stdin(io.BytesIO(b""))


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (b"<!-- saved from url=(0024)https://jobs.example/1?a=b -->\n", "https://jobs.example/1?a=b"),
        (b"<!-- saved from url=(0014)about:internet -->\n", None),
        (b"", None),
    ],
)
def test_the_address_that_a_browser_noted_is_kept(head: bytes, url: str | None) -> None:
    assert page_of(b"<!DOCTYPE html>\n" + head + HTML).url == url
    assert (
        page_of(b"<!DOCTYPE html>\n" + head + HTML, "https://other.example/").url == "https://other.example/"
    )


def test_our_fetcher_is_made_on_request_alone() -> None:
    script = (
        "import sys; from bonafide.connectors import files, sandbox, sources;"
        "print([m for m in ('httpx2', 'httpcore2', 'ssl') if m in sys.modules]);"
        "sources.fetcher(); print('httpcore2' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.split("\n")[:2] == ["[]", "True"]
