"""A person's own role guides: the TOML files of one folder, as the guides' room takes them."""

from __future__ import annotations

from pathlib import Path

from bonafide.model.faults import InputFault, UnreadableFault

MOST_FILES = 200
CAP = 4 * 1024 * 1024
"""Bytes read of each file: one that is longer is too long for a guide, and its check says so."""


def own_guides(folder: str | Path) -> dict[str, bytes]:
    """Each guide's name and the content of its file; other files and folders within are passed over.

    Raises `InputFault` where there is no such folder or it holds far too many files, `UnreadableFault` for a file
    that may not be read.
    """
    place = Path(folder)
    if not place.is_dir():
        raise InputFault(
            "There is no such folder.", where=str(folder), mend="Give the folder of your guides."
        )
    files = sorted(file for file in place.glob("*.toml") if file.is_file())
    if len(files) > MOST_FILES:
        raise InputFault(
            f"The folder holds {len(files)} guides; {MOST_FILES} at most can be read.", where=str(folder)
        )
    return {file.stem: _content(file) for file in files}


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(CAP + 1)
    except OSError as error:
        raise UnreadableFault(f"The guide cannot be read ({error.strerror}).", where=str(file)) from error
