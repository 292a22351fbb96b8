"""Asking git, with nothing of the repository's own configuration run, nothing fetched and nothing written."""

from __future__ import annotations

import hashlib
import hmac
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer

from bonafide.model.faults import InputFault, MissingFault, WorldFault
from bonafide.model.ports import Progress, silent

SECONDS = 600
LONGEST = 2 << 30
"""Bytes that a log may have; the largest known histories are smaller."""
CHUNK = 1 << 20
_QUIET = (
    "--no-pager",
    *("-c", "core.fsmonitor=false"),
    *("-c", "log.showSignature=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "protocol.allow=never"),
    *("-c", "safe.directory=*"),
)
"""What a foreign repository's own configuration could have git run is switched off, and so is fetching."""


def repository(folder: Path, key: bytes, progress: Progress = silent) -> Git:
    """The repository of a folder, with a digest of this key; `progress` is told how many commits were listed."""
    return Git(folder, hmac.new(key, digestmod=hashlib.sha256), progress)


@dataclass(frozen=True, slots=True)
class Git:
    """A repository's folder; everything that git answers is fed to the digest."""

    folder: Path
    digest: hmac.HMAC = field(repr=False)
    progress: Progress = field(default=silent, repr=False)

    def whole(self) -> None:
        """Raises InputFault where only a part of the history is here, MissingFault where there is no repository."""
        if self.said("rev-parse", "--is-shallow-repository") == "true":
            mend = "Fetch the rest with `git fetch --unshallow`, then read it again."
            raise InputFault("Only a part of the history is here.", where=str(self.folder), mend=mend)

    def said(self, *words: str, missing: str | None = None) -> str:
        """What a short question is answered with; `missing` where git says no.

        Raises MissingFault where there is no repository, WorldFault where git is not there or fails.
        """
        answer = self.gave(*words, missing=None if missing is None else missing.encode())
        return answer.decode("utf-8", "replace").strip("\n")

    def gave(self, *words: str, missing: bytes | None = None) -> bytes:
        """The same, as it came."""
        try:
            done = subprocess.run(
                self._command(words), capture_output=True, timeout=SECONDS, env=_ENVIRONMENT, check=False
            )
        except FileNotFoundError:
            raise _no_git() from None
        except subprocess.TimeoutExpired:
            raise WorldFault("git did not answer in time.", where=str(self.folder)) from None
        if done.returncode and missing is not None:
            return missing
        if done.returncode:
            raise _not_read(self.folder, done.stderr.decode("utf-8", "replace"))
        self.digest.update(done.stdout)
        return done.stdout

    def records(self, form: str) -> Iterator[str]:
        """Every commit that a tag or the main branch reaches, record by record in this form. Raises WorldFault where git fails."""
        words = ("log", f"--format={form}", "--tags", "HEAD")
        with subprocess.Popen(
            self._command(words), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_ENVIRONMENT
        ) as process:
            clock = Timer(SECONDS, process.kill)
            clock.start()
            try:
                yield from self._split(process)
            finally:
                clock.cancel()
                process.kill()
        # A log that was cut short would tell of fewer changes than there were.
        if process.returncode:
            raise WorldFault("git broke off while it listed the history.", where=str(self.folder))

    def _split(self, process: subprocess.Popen[bytes]) -> Iterator[str]:
        assert process.stdout is not None
        rest, size, count = b"", 0, 0
        while chunk := process.stdout.read(CHUNK):
            size += len(chunk)
            if size > LONGEST:
                raise InputFault("The history is larger than what can be read.", where=str(self.folder))
            self.digest.update(chunk)
            *whole, rest = (rest + chunk).split(b"\x1e")
            count += len(whole)
            self.progress("commits", count)
            yield from (record.decode("utf-8", "replace") for record in whole if record.strip())
        if rest.strip():
            yield rest.decode("utf-8", "replace")
        process.wait()

    def _command(self, words: Sequence[str]) -> list[str]:
        return ["git", "-C", str(self.folder), *_QUIET, *words]


_ENVIRONMENT = {
    "PATH": "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin",
    "LC_ALL": "C.UTF-8",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
}


def _no_git() -> WorldFault:
    return WorldFault("git is not installed.", mend="Install it (Debian: apt install git), then read again.")


def _not_read(folder: Path, said: str) -> MissingFault | WorldFault:
    if "not a git repository" in said or "cannot change to" in said:
        return MissingFault("There is no git repository here.", where=str(folder))
    return WorldFault("git could not read this repository.", where=str(folder), mend=said.strip()[:200])
