"""A person's own role guides: the TOML files of one folder, as the guides' room takes them."""

from __future__ import annotations

from pathlib import Path

from bonafide.connectors.sources import MEGABYTE, read_file
from bonafide.model.faults import InputFault

MOST_FILES = 200
CAP = 4 * MEGABYTE


def own_guides(folder: str | Path) -> dict[str, bytes]:
    """Each guide's name and the content of its file; other files and folders within are passed over.

    Raises `InputFault` where there is no such folder or it holds far too many files.
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
    return {file.stem: read_file(file, CAP) for file in files}
