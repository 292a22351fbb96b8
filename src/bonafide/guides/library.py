"""The guides that are there: those of the package, and a person's own in a folder of theirs."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bonafide.guides.read import read_file
from bonafide.model.faults import InputFault
from bonafide.model.guide import Guide

SHIPPED = Path(__file__).parent / "data"


def names(extra: Path | None = None) -> tuple[str, ...]:
    """The names of all guides, in alphabetical order. `extra` is the folder of a person's own guides."""
    return tuple(sorted(_files(extra)))


def load(name: str, extra: Path | None = None) -> Guide:
    """The guide of this name; a person's own goes before a shipped one.

    Raises `InputFault` where there is none, `Faults` with all its `GuideFault`s where it is faulty.
    """
    file = _files(extra).get(name)
    if file is None:
        raise InputFault(f"There is no guide called `{name}`.", mend=f"Guides: {', '.join(names(extra))}.")
    return _shipped(name) if file.parent == SHIPPED else read_file(file)


@cache
def _shipped(name: str) -> Guide:
    """A guide of the package: it never changes while the program runs."""
    return read_file(SHIPPED / f"{name}.toml")


def _files(extra: Path | None) -> dict[str, Path]:
    folders = [SHIPPED, *([extra] if extra and extra.is_dir() else [])]
    return {file.stem: file for folder in folders for file in sorted(folder.glob("*.toml"))}
