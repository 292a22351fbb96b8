"""What every kind of system has in common: how it is asked, what it gives back, and files within a bound."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, BinaryIO, TypeVar

from bonafide.connectors import body
from bonafide.connectors.sources import MEGABYTE, opened, read_file
from bonafide.connectors.systems.fields import Table
from bonafide.evidence.counted import Records
from bonafide.model.faults import FetchFault, InputFault, UnreadableFault
from bonafide.model.ports import Progress, silent

T = TypeVar("T")
CAP = 256 * MEGABYTE
"""Of all files of one reading together."""
MOST_FILES = 200
MOST_LINES = 8 * 1024 * MEGABYTE
"""Of all files that are read line by line."""
LONGEST_LINE = 16 * MEGABYTE
LARGEST_JSON = 64 * MEGABYTE
"""Of one file: JSON is held as a whole, and takes many times its size."""
GZIP = b"\x1f\x8b\x08"
CHUNK = 64 * 1024
SECONDS = 600.0
"""For all rows of one reading."""
EVERY = 4096
SEVERAL = (
    "Several pages stand one behind the other: give each as a file, or make a list of them (gh api --slurp)."
)


@dataclass(frozen=True, slots=True)
class Option:
    """A wish that a kind knows: its name as written after `--`, and whether it takes a value, and more than one."""

    name: str
    help: str
    metavar: str = "TEXT"
    many: bool = False
    flag: bool = False
    choices: tuple[str, ...] = ()


ALLOW = Option(
    "allow",
    "A private address of your own that may be read: an IP address, or localhost.",
    "ADDRESS",
    many=True,
)
"""Of every kind that can ask a live system."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asks of a kind: paths, wishes by option's name, the key of the fingerprint, and the environment.

    `start` and `end` are the days that a live system is asked for; a file tells all that it holds. `held` are files
    that were handed in, by their names: where they are given, nothing else is opened. `progress` is told how far it is.
    """

    paths: tuple[str, ...]
    wishes: Mapping[str, tuple[str, ...]]
    key: bytes = field(repr=False)
    start: date
    end: date
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)
    held: Mapping[str, bytes] | None = field(default=None, repr=False)
    progress: Progress = field(default=silent, repr=False)

    def wish(self, name: str) -> str:
        """The last value of an option; "" where there is none."""
        return self.wishes.get(name, ("",))[-1]

    def every(self, name: str) -> tuple[str, ...]:
        """All values of an option that are not empty."""
        return tuple(filter(None, self.wishes.get(name, ())))

    def contents(self, paths: Iterable[str], digest: hmac.HMAC) -> list[Content]:
        """The content of files, as `contents` reads them, or as they were handed in."""
        if self.held is None:
            return contents(paths, digest)
        found, cap = [], CAP
        for path in paths:
            one = Content(path, self.held[path]).unpacked(cap)
            cap = max(cap - len(one.content), 0)
            digest.update(one.content)
            found.append(one)
        return found

    def digest(self) -> hmac.HMAC:
        """A keyed digest to be fed with the records."""
        return hmac.new(self.key, digestmod=hashlib.sha256)


@dataclass(frozen=True, slots=True)
class Read:
    """What a system told: its records, a keyed fingerprint of them, and what one should know of them."""

    records: Records
    fingerprint: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of system. `paths` is what its arguments are called, "" where it takes none; `example` follows its name.

    `tables` are those that can be handed to it, `called` is what they hold together, and `asks` are the options that
    are asked beside them: of a kind that has some, every file is asked of its `Request`.
    """

    name: str
    summary: str
    example: str
    read: Callable[[Request], Read]
    paths: str = "FILE"
    options: tuple[Option, ...] = ()
    tables: tuple[Table, ...] = ()
    called: str = ""
    asks: tuple[str, ...] = ("dates",)


@dataclass(frozen=True, slots=True)
class Content:
    """A file's content, or one line of it (then `line` is its number), and where it came from."""

    where: str
    content: bytes
    line: int = 0

    @property
    def place(self) -> str:
        """The file, with the line where it is one."""
        return self._at(1) if self.line else self.where

    def unpacked(self, cap: int) -> Content:
        """The same, or what gzip packed in it. Raises UnreadableFault where that is broken or over `cap` bytes."""
        if not self.content.startswith(GZIP):
            return self
        # In pieces, since each of a file's many parts would else be followed by a copy of the rest.
        pieces = (self.content[at : at + CHUNK] for at in range(0, len(self.content), CHUNK))
        try:
            return replace(self, content=body.gathered(pieces, "gzip", cap))
        except FetchFault as fault:
            what = f"What is packed in it is broken, or more than {cap // MEGABYTE} MB."
            raise UnreadableFault(what, where=self.where, mend="Unpack it, and read it in parts.") from fault

    def text(self) -> str:
        """Its text. Raises UnreadableFault with the line where it is not UTF-8."""
        try:
            return self.content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            where = self._at(self.content.count(b"\n", 0, error.start) + 1)
            what = "The file is not UTF-8 text."
            raise UnreadableFault(what, where=where, mend="Save it as UTF-8.") from error

    def json(self) -> Any:
        """Its JSON. Raises UnreadableFault with the line where it is none, or where it is too large."""
        if len(self.content) > LARGEST_JSON:
            what = f"This JSON is larger than {LARGEST_JSON // MEGABYTE} MB."
            raise UnreadableFault(what, where=self.place, mend="Give it in several files.")
        try:
            return json.loads(self.text().rstrip(), parse_constant=_no_number)
        except json.JSONDecodeError as error:
            where = self._at(error.lineno)
            mend = SEVERAL if error.msg == "Extra data" else "Export it again."
            raise UnreadableFault(f"This is no JSON: {error.msg}.", where=where, mend=mend) from error
        except (RecursionError, ValueError) as error:
            raise UnreadableFault(f"This JSON cannot be read: {error}.", where=self.place) from error

    def _at(self, line: int) -> str:
        return f"{self.where}:{max(self.line, 1) + line - 1}"


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number")


def contents(
    paths: Iterable[str], digest: hmac.HMAC, cap: int = CAP, most: int = MOST_FILES
) -> list[Content]:
    """The content of files, those of gzip unpacked, each fed to the digest. Raises InputFault where one cannot be read or all are too large."""
    found: list[Content] = []
    for path in paths:
        if len(found) == most:
            raise InputFault(f"More than {most} files.", where=path, mend="Read them in parts.")
        one = Content(path, read_file(path, cap)).unpacked(cap)
        cap = max(cap - len(one.content), 0)
        digest.update(one.content)
        found.append(one)
    return found


def lines(paths: Iterable[str], digest: hmac.HMAC) -> Iterator[Content]:
    """The lines of files that are too large to be held, each fed to the digest. Empty ones are passed over.

    Raises InputFault or UnreadableFault where a file or a line cannot be read.
    """
    left = MOST_LINES
    for path in paths:
        with opened(path, left) as file:
            for number, line in enumerate(_bounded_lines(file, path, left), 1):
                left -= len(line)
                digest.update(line)
                if line.strip():
                    yield Content(path, line, number)


def _bounded_lines(file: BinaryIO, path: str, left: int) -> Iterator[bytes]:
    try:
        while line := file.readline(LONGEST_LINE + 1):
            left -= len(line)
            if len(line) > LONGEST_LINE or left < 0:
                what = f"A line holds more than {LONGEST_LINE // MEGABYTE} MB, or all files more than {MOST_LINES // MEGABYTE:,} MB."
                raise UnreadableFault(what, where=path, mend="Read them in parts.")
            yield line
    except OSError as error:
        raise UnreadableFault(f"It cannot be read ({error.strerror}).", where=path) from error


def saved(paths: Iterable[str], digest: hmac.HMAC) -> list[tuple[str, Any]]:
    """The JSON of files, each with where it came from. Raises InputFault as `contents` does, and where it is none."""
    return [(content.where, content.json()) for content in contents(paths, digest)]


def timed(
    rows: Iterable[T],
    seconds: float = SECONDS,
    every: int = EVERY,
    *,
    progress: Progress = silent,
    what: str = "rows",
) -> Iterator[T]:
    """The same rows, told of as `what`. Raises InputFault where they take longer than so many seconds; at every so many of
    them the clock is read and their number told."""
    end = time.monotonic() + seconds
    for number, row in enumerate(rows):
        if not number % every:
            if time.monotonic() > end:
                raise InputFault("This takes too long.", where=f"row {number}", mend="Read it in parts.")
            if number:
                progress(what, number)
        yield row
