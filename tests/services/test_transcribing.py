"""What was recorded goes to the configured engine alone; its text comes back clean and bounded."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bonafide.connectors import speech
from bonafide.model.faults import InputFault, SpeechFault
from bonafide.services import transcribing


def engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str) -> None:
    """An engine on this machine that prints `said`."""
    file = tmp_path / "engine.py"
    file.write_text(f"import sys; sys.stdout.buffer.write({said!r}.encode())", encoding="utf-8")
    monkeypatch.setenv(speech.COMMAND, f"{sys.executable} {file}")


def test_nothing_is_offered_where_nothing_is_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(speech.COMMAND, raising=False)
    monkeypatch.delenv(speech.URL, raising=False)
    assert transcribing.offered() == ""
    with pytest.raises(InputFault, match="Nothing is configured"):
        transcribing.written(b"sound", "audio/webm")
    monkeypatch.setenv(speech.URL, "no address")
    assert transcribing.offered() == ""


def test_the_text_is_clean_and_bounded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    engine(monkeypatch, tmp_path, " I counted\x00 every\x1b lamp.\n\n" + "lamp " * 10_000)
    assert transcribing.offered().endswith("on this machine")
    text = transcribing.written(b"sound", "video/webm;codecs=opus")
    assert text.startswith("I counted every lamp. lamp lamp")
    assert len(text) == transcribing.LONGEST


def test_what_is_no_recording_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    engine(monkeypatch, tmp_path, "never asked")
    for recording, kind in ((b"", "audio/webm"), (b"sound", "text/html"), (b"sound", "")):
        with pytest.raises(InputFault, match="no recording"):
            transcribing.written(recording, kind)
    with pytest.raises(InputFault, match="too long"):
        transcribing.written(bytes(transcribing.MOST + 1), "audio/webm")


def test_an_engine_that_hears_nothing_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    engine(monkeypatch, tmp_path, " \n\x00 ")
    with pytest.raises(SpeechFault, match="no words"):
        transcribing.written(b"sound", "audio/webm")
