"""The guides that are there: those of the package, and a person's own, whose files the caller hands in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from bonafide.guides.read import read
from bonafide.model.faults import MissingFault
from bonafide.model.guide import Guide

SHIPPED = Path(__file__).parent / "data"

Own = Mapping[str, bytes]
"""A person's own guides: each guide's name and the content of its file."""

NONE: Own = {}


def names(own: Own = NONE) -> tuple[str, ...]:
    """The names of all guides, in alphabetical order."""
    return tuple(sorted({*_shipped_names(), *own}))


def load(name: str, own: Own = NONE) -> Guide:
    """The guide of this name; a person's own goes before a shipped one.

    Raises `MissingFault` where there is none, `Faults` with all its `GuideFault`s where it is faulty.
    """
    if name in own:
        return read(own[name], f"{name}.toml")
    if name not in _shipped_names():
        raise MissingFault(f"There is no guide called `{name}`.", mend=f"Guides: {', '.join(names(own))}.")
    return _shipped(name)


@cache
def _shipped_names() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in SHIPPED.glob("*.toml")))


@cache
def _shipped(name: str) -> Guide:
    """A guide of the package: it never changes while the program runs."""
    file = SHIPPED / f"{name}.toml"
    return read(file.read_bytes(), str(file))
