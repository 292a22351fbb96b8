"""An engine for speech may lie, stall, break or say nonsense: each is one clear fault, in bounded time, and the key stays in."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bonafide.connectors import asking, doctor, speech
from bonafide.connectors.speech import Command, Endpoint, configured
from bonafide.model.faults import InputFault, SpeechFault
from endpoint import Answer, Server, with_body

KEY = "sk-quince-and-larch"
RECORDING = b"\x1aE\xdf\xa3 not quite a recording"


@pytest.fixture
def engine() -> Iterator[Server]:
    made = Server(with_body(json.dumps({"text": "I counted every lamp."}).encode()))
    yield made
    made.close()


def test_the_protocol_is_spoken_and_the_key_is_a_header(engine: Server) -> None:
    assert Endpoint(engine.url, "larch", KEY)(RECORDING, "audio/webm") == "I counted every lamp."
    [(path, headers, body)] = engine.asked
    assert (path, headers["Authorization"]) == ("/v1/audio/transcriptions", f"Bearer {KEY}")
    assert headers["Content-Type"].startswith("multipart/form-data")
    assert RECORDING in body
    assert b'filename="recording.webm"' in body
    assert b'name="model"' in body and b"larch" in body
    assert KEY.encode() not in body


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (with_body(KEY.encode(), 401), "does not know the key"),
        (with_body(b"", 413), "does not take so much"),
        (with_body(b"oh", 500), "status 500"),
        (with_body(b"<html>"), "cannot be read"),
        (with_body(b"[]"), "cannot be read"),
        (with_body(b'{"text": 7}'), "cannot be read"),
        (with_body(b'{"words": "larch"}'), "cannot be read"),
        (with_body(b"[" * 100_000), "cannot be read"),
        (with_body(b" " * (asking.MOST + 1)), "no end"),
        (lambda request: request.connection.close(), "cannot be reached"),
    ],
)
def test_what_is_no_answer_is_told_without_the_key(engine: Server, answer: Answer, what: str) -> None:
    engine.answer = answer
    with pytest.raises(SpeechFault, match=what) as told:
        Endpoint(engine.url, "larch", KEY)(RECORDING, "audio/ogg")
    assert KEY not in f"{told.value} {told.value.mend}"
    assert len(engine.asked) == 1


def test_an_engine_that_stalls_is_left(engine: Server) -> None:
    engine.answer = lambda request: time.sleep(1.5)
    with pytest.raises(SpeechFault, match="did not answer within"):
        Endpoint(engine.url, "larch", seconds=0.3)(RECORDING, "audio/webm")


def command(tmp_path: Path, program: str, seconds: float = 10) -> Command:
    """A command that runs this program, whose `sys.argv[1]` is the recording."""
    file = tmp_path / "engine.py"
    file.write_text(f"import sys, time, os\n{program}\n", encoding="utf-8")
    return Command((sys.executable, str(file)), seconds)


def test_a_command_gets_the_file_as_its_argument_and_the_file_goes(tmp_path: Path) -> None:
    made = command(tmp_path, "print(len(open(sys.argv[1], 'rb').read()), sys.argv[1])")
    size, path = made(RECORDING, "audio/mp4").split()
    assert (int(size), Path(path).suffix) == (len(RECORDING), ".mp4")
    assert not Path(path).exists()


@pytest.mark.parametrize(
    ("program", "what"),
    [
        ("time.sleep(30)", "did not finish within"),
        ("os.system('sleep 30')", "did not finish within"),
        ("sys.exit(3)", "status 3"),
        ("[print('x' * 65536) for _ in range(1000)]", "no end"),
    ],
)
def test_a_command_that_stalls_breaks_or_never_ends(tmp_path: Path, program: str, what: str) -> None:
    begun = time.monotonic()
    with pytest.raises(SpeechFault, match=what):
        command(tmp_path, program, seconds=1 if "30" in program else 10)(RECORDING, "audio/webm")
    assert time.monotonic() - begun < 8


def test_a_command_that_is_not_there() -> None:
    with pytest.raises(SpeechFault, match="cannot be started"):
        Command(("/nowhere/engine",))(RECORDING, "audio/webm")


def test_the_engine_comes_from_the_environment() -> None:
    assert configured({}) is None
    found = configured({speech.URL: "https://speech.example/v1/", speech.KEY: KEY})
    assert found == Endpoint("https://speech.example/v1", speech.USUAL, KEY)
    assert KEY not in repr(found)
    assert found is not None
    assert found.name == "whisper-1 at speech.example"
    local = configured(
        {speech.COMMAND: "/opt/ears/hear --tongue 'en GB'", speech.URL: "https://speech.example"}
    )
    assert local == Command(("/opt/ears/hear", "--tongue", "en GB"))
    assert local is not None
    assert local.name == "hear on this machine"


@pytest.mark.parametrize(
    ("environment", "where"),
    [
        ({speech.URL: "speech.example"}, speech.URL),
        ({speech.URL: "http://speech.example/v1", speech.KEY: KEY}, speech.URL),
        ({speech.COMMAND: "hear 'unclosed"}, speech.COMMAND),
    ],
)
def test_what_cannot_be_used_is_told(environment: dict[str, str], where: str) -> None:
    with pytest.raises(InputFault) as told:
        configured(environment)
    assert told.value.where == where
    assert KEY not in f"{told.value} {told.value.mend}"


def test_the_doctor_says_whether_it_answers(engine: Server) -> None:
    assert list(doctor.speech({})) == []
    [found] = doctor.speech({speech.URL: engine.url, speech.NAME: "larch"})
    assert (found.ok, found.what) == (True, "larch at 127.0.0.1 answers.")
    assert b"RIFF" in engine.asked[0][2]
    engine.answer = with_body(b"", 404)
    [silent] = doctor.speech({speech.URL: engine.url})
    assert (silent.ok, "does not know this address" in silent.what) == (False, True)
    [unusable] = doctor.speech({speech.URL: "ears"})
    assert (unusable.ok, speech.URL in unusable.what, bool(unusable.mend)) == (False, True, True)
