"""Writing so that a crash leaves the old files or the new ones, and never half of either."""

from __future__ import annotations

import errno
import itertools
import os
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

from bonafide.model.faults import BugFault, Fault, InputFault, WorldFault

STALE = 24 * 3600  # seconds after which the unfinished folder of a killed run is swept away
_ROOMLESS = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)
_count = itertools.count()


def publish(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write all files (plain name -> content) as a new folder, whole or not at all; the folder's path.

    Where `folder` is taken the first free of `folder-2`, `folder-3`, ... is used; an empty folder counts as free.
    Raises InputFault where the place cannot be written to, WorldFault where the disk fails.
    """
    for name in files:
        if Path(name).name != name or name in ("", ".", ".."):
            raise BugFault(f"{name!r} is not the plain name of a file.")
    try:
        target = folder.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        return _published(target, files)
    except OSError as error:
        raise _translated(error, folder) from error


def _published(target: Path, files: Mapping[str, bytes]) -> Path:
    part = _part(target)
    part.mkdir()
    try:
        for name, content in files.items():
            _write(part / name, content)
        _sync(part)
        final = _claimed(part, target)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    _sync(final.parent)
    return final


def _claimed(part: Path, target: Path) -> Path:
    """Rename into the first free name; a rename onto a folder with something in it fails, so nothing is lost."""
    for number in itertools.count(1):
        name = target if number == 1 else target.with_name(f"{target.name}-{number}")
        if name.is_symlink():
            continue
        try:
            part.rename(name)
        except OSError as error:
            if not name.exists():
                raise
            if error.errno in _ROOMLESS:
                raise
        else:
            return name
    raise AssertionError("itertools.count ended")  # pragma: no cover


def _write(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(handle)


def _sync(folder: Path) -> None:
    """Make the names in a folder survive a power cut, where the system can (Windows cannot open a folder)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _part(path: Path) -> Path:
    """A name beside the target, so that the rename stays within one file system."""
    return path.with_name(f".{path.name[:80]}.{os.getpid()}-{next(_count)}.part")


def _sweep(target: Path) -> None:
    """Remove what runs that were killed while writing this target left behind."""
    for part in target.parent.glob(f".{_escaped(target.name[:80])}.*.part"):
        if part.is_dir() and time.time() - part.stat().st_mtime > STALE:
            shutil.rmtree(part, ignore_errors=True)


def _escaped(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)


def _translated(error: OSError, path: Path) -> Fault:
    where, reason = str(path), error.strerror or str(error)
    if error.errno in _ROOMLESS:
        return WorldFault(
            "There is no room left on the disk.", where=where, mend="Free some, then run it again."
        )
    if error.errno == errno.EIO:
        return WorldFault(f"The disk failed while writing ({reason}).", where=where)
    return InputFault(
        f"It cannot be written ({reason}).", where=where, mend="Choose another folder with --out."
    )
