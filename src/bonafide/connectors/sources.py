"""What the user named - a link, a file, `-` - as a Page or as bytes, within a bound on size.

A link goes to the Fetcher that is handed in; `fetcher()` loads ours, and with it the network library, only then.
"""

from __future__ import annotations

import importlib
import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from bonafide.connectors import saved, sniff
from bonafide.model.faults import InputFault, UnreadableFault
from bonafide.model.page import Page
from bonafide.model.ports import Fetcher

MEGABYTE = 1024 * 1024
CAP = 25 * MEGABYTE

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
# Browsers note where a page was saved from in a comment at its top.
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)\s*-->", re.IGNORECASE)


def read(
    source: str,
    *,
    fetch: Fetcher | None = None,
    url: str | None = None,
    stdin: BinaryIO | None = None,
    cap: int = CAP,
) -> Page:
    """The page behind a link, a path or `-` (standard input); `cap` in bytes is for files.

    `url` says where a saved page came from. Raises InputFault or UnreadableFault for files, the Fetcher's
    faults for links.
    """
    if is_link(source):
        return (fetch or fetcher())(source)
    content = read_stdin(stdin, cap) if source == "-" else read_file(source, cap)
    return page_of(content, url)


def is_link(source: str) -> bool:
    """Whether it is an http(s) address; any other scheme is an InputFault."""
    scheme = _SCHEME.match(source)
    if scheme is None:
        return False
    if scheme[1].lower() not in ("http", "https"):
        what = f"Only http and https links can be read, not {scheme[1].lower()}."
        raise InputFault(what, where=source, mend="Give a web link, or the path of a file.")
    return True


def fetcher(*, allow_loopback: bool = False) -> Fetcher:
    """Our own Fetcher, imported now; `allow_loopback` lets it reach this machine, and nothing else private."""
    web: Fetcher = importlib.import_module("bonafide.connectors.fetch").Web(allow_loopback=allow_loopback)
    return web


def page_of(content: bytes, url: str | None = None) -> Page:
    """Content that is already here as a Page; its address is `url`, or the one the browser noted in it."""
    kind = sniff.media_type(content)
    page = saved.unwrapped(content, kind) or Page(content, kind, _noted(content))
    return replace(page, url=url) if url else page


def _noted(content: bytes) -> str | None:
    found = _SAVED_FROM.search(content[: sniff.HEAD])
    return found[1].decode("ascii", errors="replace") if found else None


def read_file(path: str | Path, cap: int = CAP) -> bytes:
    """A file's content; InputFault where there is none, UnreadableFault where it cannot be used.

    Folders, devices and files over `cap` bytes are refused before a byte is read.
    """
    with opened(path, cap) as file:
        return _bounded(file, str(path), cap)


@contextmanager
def opened(path: str | Path, cap: int) -> Iterator[BinaryIO]:
    """A file to be read bit by bit, refused as `read_file` does; who reads it counts the bytes of a pipe."""
    try:
        # Without O_NONBLOCK, opening a named pipe that nobody writes to would wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise _cannot_open(str(path), error) from error
    try:
        _refuse_special(os.fstat(handle), str(path), cap)
        if hasattr(os, "O_NONBLOCK"):
            os.set_blocking(handle, True)
        with os.fdopen(handle, "rb", closefd=False) as file:
            yield file
    finally:
        os.close(handle)


def read_stdin(stdin: BinaryIO | None = None, cap: int = CAP) -> bytes:
    """Standard input to its end, at most `cap` bytes."""
    return _bounded(stdin or sys.stdin.buffer, "standard input", cap)


def _bounded(file: BinaryIO, where: str, cap: int) -> bytes:
    try:
        content = file.read(cap + 1)
    except OSError as error:
        raise UnreadableFault(f"It cannot be read ({error.strerror}).", where=where) from error
    if len(content) > cap:
        raise _too_large(f"more than {_megabytes(cap)}", where, cap)
    if not content:
        raise UnreadableFault("It is empty.", where=where, mend="Give the file again, or paste its text.")
    return content


def _refuse_special(status: os.stat_result, where: str, cap: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableFault("This is a folder.", where=where, mend="Give a file in it.")
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISFIFO(status.st_mode)):
        raise UnreadableFault("This is a device, not a file.", where=where, mend="Give a file.")
    if status.st_size > cap:
        raise _too_large(_megabytes(status.st_size), where, cap)


def _too_large(size: str, where: str, cap: int) -> UnreadableFault:
    what = f"The file holds {size}; no more than {_megabytes(cap)} are read."
    return UnreadableFault(what, where=where, mend="Save it smaller, or paste its text.")


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f}".removesuffix(".0") + " MB"


def _cannot_open(where: str, error: OSError | ValueError) -> InputFault:
    if isinstance(error, PermissionError):
        return UnreadableFault("You may not read this file.", where=where, mend="Change its permissions.")
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        host = re.fullmatch(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S*|www\.\S+", where, re.IGNORECASE)
        mend = f"Did you mean https://{where}?" if host else "Check the path."
        return InputFault("There is no such file.", where=where, mend=mend)
    return UnreadableFault(f"It cannot be opened ({error.strerror}).", where=where)
