"""Bad input: one clear sentence, the right status, bounded cost, and nothing lost."""

from __future__ import annotations

import io
import json
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import typst

from bonafide.cli.main import run

ROOT = Path(__file__).resolve().parents[2]
POSTING, CV = str(ROOT / "sample" / "posting.html"), str(ROOT / "sample" / "cv.pdf")
LOCKED = b"""%%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
4 0 obj<</Filter/Standard/V 1/R 2/P -64/O<%s>/U<%s>>>endobj
trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<01><01>]>>
%%%%EOF
""" % (b"11" * 32, b"22" * 32)


def scan() -> bytes:
    """A page with a picture of nothing and no text."""
    return typst.compile(b"#rect(width: 5cm, height: 5cm, fill: gray)", timestamp=0)


def bomb() -> bytes:
    """A small DOCX that unpacks to 300 MB."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", b" " * (300 * 1024 * 1024))
    return held.getvalue()


CVS = {
    "empty.pdf": (b"", "empty"),
    "scan.pdf": (scan(), "text"),
    "locked.pdf": (LOCKED, "password"),
    "page.pdf": (b"<!doctype html><html><body><script>1</script></body></html>", "no text"),
    "torn.pdf": (b"%PDF-1.7\n1 0 obj<</Type", "broken"),
    "noise.bin": (bytes(range(256)) * 40, "binary"),
}


@pytest.mark.parametrize("name", CVS)
def test_a_cv_that_cannot_be_read_is_one_sentence(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, says = CVS[name]
    (tmp_path / name).write_bytes(content)
    assert run(["read", "cv", str(tmp_path / name)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err.casefold()
    assert "Traceback" not in err
    assert len(err.strip().splitlines()) == 1


def test_a_zip_bomb_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bomb.docx").write_bytes(bomb())
    assert run(["read", "cv", str(tmp_path / "bomb.docx")]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_file_of_200_mb_is_refused_before_it_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tmp_path / "big.pdf").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert run(["read", "cv", str(tmp_path / "big.pdf")]) == 2
    assert "200 MB" in capsys.readouterr().err


def test_a_page_without_a_posting_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.html").write_text(
        "<html><body><h1>Our cafe</h1><p>We sell cake on Sundays.</p></body></html>"
    )
    assert run(["read", "posting", str(tmp_path / "page.html")]) == 2
    assert "posting" in capsys.readouterr().err


def test_all_faults_come_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    assert run(["read", "cv", str(tmp_path / "empty.pdf"), str(tmp_path / "gone.pdf"), CV]) == 2
    out, err = capsys.readouterr()
    assert len(err.strip().splitlines()) == 2
    assert "Marta Ellingham" in out


class Site(BaseHTTPRequestHandler):
    """A site with a missing page, a log-in page and a redirect into the machine."""

    def do_GET(self) -> None:
        """Answer by path."""
        if self.path == "/robots.txt" or self.path == "/gone":
            self.send_error(404)
            return
        if self.path == "/inside":
            self.send_response(302)
            self.send_header("Location", "http://169.254.169.254/latest/meta-data/")
            self.end_headers()
            return
        self.send_response(401)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The site's address on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize(
    ("path", "says"), [("/gone", "gone"), ("/login", "save the page"), ("/inside", "169.254.169.254")]
)
def test_a_link_that_cannot_be_read_says_why(
    site: str, path: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", "posting", "--allow-loopback", site + path]) == 3
    out, err = capsys.readouterr()
    assert (out, says.casefold() in err.casefold()) == ("", True)


def test_this_machine_is_not_fetched_unless_it_is_allowed(
    site: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", "posting", site + "/gone"]) == 3
    assert "127.0.0.1" in capsys.readouterr().err


def test_a_run_that_stops_keeps_what_was_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "scan.pdf").write_bytes(scan())
    out = tmp_path / "out"
    assert (
        run(["prepare", POSTING, str(tmp_path / "scan.pdf"), "--out", str(out), "--today", "2026-11-20"]) == 2
    )
    kept = {path.name for path in out.iterdir()}
    assert {"posting.html", "posting.json", "application.json"} <= kept
    assert "cv.pdf" not in kept
    assert "read-cv" in (out / "application.json").read_text()
    assert "What was read is kept" in capsys.readouterr().err


def test_a_link_that_fails_is_kept_with_the_reason_and_the_cv(
    site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert (
        run(["prepare", f"{site}/login", CV, "--allow-loopback", "--out", str(out), "--today", "2026-11-20"])
        == 3
    )
    record = json.loads((out / "application.json").read_text())
    assert record["link"] == f"{site}/login"
    assert "Save the page" in record["stopped"]["why"]
    assert "Marta Ellingham" in (out / "profile.json").read_text()
    assert "What was read is kept" in capsys.readouterr().err


def test_a_mistyped_path_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["prepare", "gone.html", CV]) == 2
    assert list(tmp_path.iterdir()) == []
