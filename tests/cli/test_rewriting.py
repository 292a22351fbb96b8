"""`prepare --rewrite` with a model server that lies: the papers are those without it, and the key is nowhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
KEY = "sk-quince-and-larch"


class Liar(BaseHTTPRequestHandler):
    """Puts an employer that nobody had into every passage."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        passages = json.loads(asked["messages"][1]["content"])["passages"]
        lies = [{**one, "text": f"{one['text'].rstrip('.')} at Spotify in 1999."} for one in passages]
        content = json.dumps({"choices": [{"message": {"content": json.dumps({"passages": lies})}}]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


@pytest.fixture
def liar() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Liar) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/v1"
        server.shutdown()


def prepared(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("bonafide")), "prepare"]
    command += [str(SAMPLE / "posting.html"), str(SAMPLE / "cv.pdf"), "--no-board", "--today", "2026-11-20"]
    command += ["--out", str(folder), *(["--rewrite"] if environment else [])]
    return subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, check=False, timeout=120
    )


def test_a_lying_server_changes_nothing_and_the_key_is_nowhere(liar: str, tmp_path: Path) -> None:
    assert prepared(tmp_path / "plain").returncode == 0
    done = prepared(
        tmp_path / "helped", BONAFIDE_MODEL_URL=liar, BONAFIDE_MODEL="larch", BONAFIDE_MODEL_KEY=KEY
    )
    assert done.returncode == 0, done.stderr
    assert "0 taken" in done.stdout
    for file in (tmp_path / "plain").iterdir():
        helped = (tmp_path / "helped" / file.name).read_bytes()
        assert KEY.encode() not in helped
        if file.name != "application.json":
            assert helped == file.read_bytes(), file.name
    assert KEY not in done.stdout + done.stderr


def test_rewriting_without_a_model_says_what_to_name(tmp_path: Path) -> None:
    done = prepared(tmp_path / "none", BONAFIDE_MODEL_URL="")
    assert (done.returncode, "BONAFIDE_MODEL_URL" in done.stderr) == (2, True)
    assert not (tmp_path / "none").exists()
