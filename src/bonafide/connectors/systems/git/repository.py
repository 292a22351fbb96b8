"""Asking git, with nothing of the repository's own configuration run and nothing written."""

from __future__ import annotations

import hashlib
import hmac
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer

from bonafide.connectors.systems.git import log, tags
from bonafide.connectors.systems.graph import Commit
from bonafide.evidence.history import History
from bonafide.model.faults import InputFault, MissingFault, WorldFault

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


@dataclass(frozen=True, slots=True)
class Options:
    """Which tags are deploys (a shell pattern; "": found out), or that every merge to the main branch is one."""

    tags: str = ""
    every_merge: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What a repository told: the deploys, a keyed fingerprint of the records, and what one should know of them."""

    history: History
    fingerprint: str
    notes: tuple[str, ...] = ()


def read(folder: Path, options: Options, key: bytes) -> Told:
    """The history of a repository's deploys.

    Raises MissingFault where there is no repository, InputFault where it tells too little, WorldFault where git is not there or fails.
    """
    asked = _Git(folder, hmac.new(key, digestmod=hashlib.sha256))
    if asked.said("rev-parse", "--is-shallow-repository") == "true":
        mend = "Fetch the rest with `git fetch --unshallow`, then read it again."
        raise InputFault("Only a part of the history is here.", where=str(folder), mend=mend)
    head = asked.said("rev-parse", "--verify", "--quiet", "HEAD", missing="")
    found = log.commits(asked.records()) if head else {}
    history, notes = _deploys(asked, found, head, options)
    if len(history.deploys) < 2:
        raise InputFault(_too_few(options), where=str(folder), mend=_MEND)
    if history.squashes:
        notes = (
            *notes,
            "Most changes have one time for writing and committing, as squashed ones have: what came before is not recorded, and their wait begins there.",
        )
    return Told(history, asked.digest.hexdigest(), notes)


def _deploys(
    asked: _Git, found: dict[str, Commit], head: str, options: Options
) -> tuple[History, tuple[str, ...]]:
    if options.every_merge:
        return log.merges(found, head), ("Every commit on the main branch counts as a deploy.",)
    listed = asked.said("for-each-ref", f"--format={tags.FIELDS}", "refs/tags").splitlines()
    chosen = tags.releases(tags.parsed(listed), options.tags)
    return log.history(found, chosen.tags), chosen.notes


_MEND = "Tag what was deployed, name the tags with --tags PATTERN, or say --every-merge where each merge is deployed."


def _too_few(options: Options) -> str:
    if options.every_merge:
        return "The main branch has fewer than two commits."
    named = f" that “{options.tags}” names" if options.tags else ""
    return f"There are fewer than two releases among the tags{named}: nothing can be measured between them."


@dataclass(frozen=True, slots=True)
class _Git:
    folder: Path
    digest: hmac.HMAC = field(repr=False)

    def said(self, *words: str, missing: str | None = None) -> str:
        """What a short question is answered with. Raises as `read` does."""
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
        return done.stdout.decode("utf-8", "replace").strip("\n")

    def records(self) -> Iterator[str]:
        """Every commit that a tag or the main branch reaches, record by record. Raises WorldFault where git fails."""
        words = ("log", f"--format={log.FORMAT}", "--tags", "HEAD")
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
        rest, size = b"", 0
        while chunk := process.stdout.read(CHUNK):
            size += len(chunk)
            if size > LONGEST:
                raise InputFault("The history is larger than what can be read.", where=str(self.folder))
            self.digest.update(chunk)
            *whole, rest = (rest + chunk).split(b"\x1e")
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
