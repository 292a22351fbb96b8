"""What a person said, written down by an engine that they named: an endpoint, or a command on this machine.

The endpoint speaks OpenAI's audio transcriptions, as local servers do too. The command is started without a shell and
gets the path of the recording as its last argument; what it prints is the text. Neither is asked twice, and a
recording lies on the disk only while the command runs.
"""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer
from urllib.parse import urlsplit

from bonafide import __version__
from bonafide.connectors.asking import MOST, Asking, check_address
from bonafide.model.faults import InputFault, SpeechFault
from bonafide.model.ports import Transcriber

URL, KEY, NAME = "BONAFIDE_SPEECH_URL", "BONAFIDE_SPEECH_KEY", "BONAFIDE_SPEECH_MODEL"
COMMAND = "BONAFIDE_SPEECH_COMMAND"
SECONDS = 120.0
"""For one answer of some minutes; a small engine on a laptop hears faster than one speaks."""
USUAL = "whisper-1"
"""The model that is asked for where none is named: local servers answer to any name, and OpenAI's has it."""
SUFFIXES = {
    "audio/webm": ".webm",
    "audio/ogg": ".ogg",
    "audio/mp4": ".mp4",
    "audio/mpeg": ".mp3",
    "audio/wav": ".wav",
}
"""The media types that browsers record, and how such a file is named."""


def configured(environment: Mapping[str, str], *, seconds: float = SECONDS) -> Transcriber | None:
    """The engine that the environment names, the command before the endpoint; None where it names none.

    Raises InputFault where it names one that cannot be used.
    """
    if words := _words(environment.get(COMMAND, "")):
        return Command(words, seconds)
    url, key = environment.get(URL, "").rstrip("/"), environment.get(KEY, "")
    if not url:
        return None
    check_address(url, key, URL, "http://localhost:8000/v1")
    return Endpoint(url, environment.get(NAME, "") or USUAL, key, seconds)


def _words(command: str) -> tuple[str, ...]:
    try:
        return tuple(shlex.split(command))
    except ValueError as error:
        raise InputFault("This is no command.", where=COMMAND, mend="Close its quotes.") from error


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An engine at an address: `url` without the protocol's own path, the model's name, the key."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = SECONDS

    @property
    def name(self) -> str:
        """The model and the host that the recording goes to."""
        return f"{self.model} at {urlsplit(self.url).hostname}"

    def __call__(self, recording: bytes, kind: str) -> str:
        """The words of the recording, "" where it holds none."""
        ask = Asking(self.seconds, SpeechFault, URL, f"{NAME} and {KEY}")
        headers = {"User-Agent": f"Bonafide/{__version__}", "Accept-Encoding": "identity"}
        headers |= {"Authorization": f"Bearer {self.key}"} if self.key else {}
        file = (f"recording{SUFFIXES[kind]}", recording, kind)
        form = {"model": self.model, "response_format": "json"}
        return _text(ask(f"{self.url}/audio/transcriptions", headers, files={"file": file}, data=form))


def _text(content: bytes) -> str:
    try:
        text = json.loads(content)["text"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise SpeechFault(
            "Its answer cannot be read.", mend=f"Check that {URL} writes down speech."
        ) from error
    if not isinstance(text, str):
        raise SpeechFault("Its answer cannot be read.", mend=f"Check that {URL} writes down speech.")
    return text


@dataclass(frozen=True, slots=True)
class Command:
    """An engine on this machine: the command's words, to which the recording's path is added."""

    words: tuple[str, ...]
    seconds: float = SECONDS

    @property
    def name(self) -> str:
        """The program that is started."""
        return f"{Path(self.words[0]).name} on this machine"

    def __call__(self, recording: bytes, kind: str) -> str:
        """What the command prints for the recording; the file is gone afterwards."""
        with tempfile.TemporaryDirectory(prefix="bonafide-") as folder:
            path = Path(folder) / f"recording{SUFFIXES[kind]}"
            path.write_bytes(recording)
            return self._printed(path).decode("utf-8", "replace")

    def _printed(self, path: Path) -> bytes:
        try:
            process = subprocess.Popen(
                [*self.words, str(path)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            raise SpeechFault(
                f"It cannot be started ({error.strerror}).", mend=f"Check {COMMAND}."
            ) from error
        with process:
            return self._read(process)

    def _read(self, process: subprocess.Popen[bytes]) -> bytes:
        """The output, bounded in time and size; whatever the command started ends with it."""
        late = Timer(self.seconds, _end, [process])
        late.start()
        try:
            printed = process.stdout.read(MOST + 1) if process.stdout else b""
            if len(printed) > MOST:
                raise SpeechFault("What it prints has no end.", mend=f"Check {COMMAND}.")
            status = process.wait()
        finally:
            in_time = late.is_alive()
            late.cancel()
            _end(process)
        if not in_time:
            raise SpeechFault(f"It did not finish within {self.seconds:g} seconds.")
        if status:
            raise SpeechFault(f"It ended with status {status}.", mend=f"Try {COMMAND} in a terminal.")
        return printed


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the command and what it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return  # It has ended by itself.
