"""The door to the engine for speech: it is offered only where one is configured, and tells what went wrong in a sentence."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bonafide.connectors import speech

OFFER = b"Write down what I said"
ASK = "/practice/ask?guide=cto&question=reliability"
pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client: Client) -> Client:
    """A client on this machine."""
    client.defaults["HTTP_HOST"] = "localhost"
    return client


def recording(content: bytes = b"sound") -> dict[str, SimpleUploadedFile]:
    return {"recording": SimpleUploadedFile("recording", content, "audio/webm")}


def test_it_is_offered_only_where_it_is_configured(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(speech.URL, raising=False)
    monkeypatch.delenv(speech.COMMAND, raising=False)
    assert OFFER not in browser.get(ASK).content
    monkeypatch.setenv(speech.URL, "https://speech.example/v1")
    shown = browser.get(ASK).content
    assert OFFER in shown
    assert b"whisper-1 at speech.example" in shown


def test_words_or_a_sentence_come_back(
    browser: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "engine.py"
    file.write_text(
        "import sys; print('I counted', len(open(sys.argv[1]).read()), 'lamps.')", encoding="utf-8"
    )
    monkeypatch.setenv(speech.COMMAND, f"{sys.executable} {file}")
    heard = browser.post("/practice/write-down", recording())
    assert (heard.status_code, heard.content) == (200, b"I counted 5 lamps.")
    assert heard["Content-Type"].startswith("text/plain")
    assert heard["Cache-Control"] == "private, no-store"
    file.write_text("raise SystemExit(3)", encoding="utf-8")
    broken = browser.post("/practice/write-down", recording())
    assert (broken.status_code, b"status 3" in broken.content) == (502, True)
    assert browser.post("/practice/write-down").status_code == 400
    assert browser.get("/practice/write-down").status_code == 405
