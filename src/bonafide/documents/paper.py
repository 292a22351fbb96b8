"""The papers that documents are printed on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bonafide.model.faults import InputFault


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet's size in twentieths of a point, as Word counts; Typst knows it by its name."""

    width: int
    height: int


PAPERS = {"a4": Paper(11906, 16838), "us-letter": Paper(12240, 15840)}


def paper_named(name: str) -> Paper:
    """`a4` or `us-letter`; raises InputFault on another."""
    return PAPERS[known("paper", name, PAPERS)]


def known(what: str, name: str, names: Iterable[str]) -> str:
    """The name, if it is one of these; else InputFault with the choice."""
    offered = sorted(names)
    if name in offered:
        return name
    raise InputFault(f"There is no {what} “{name}”.", mend=f"Choose one of: {', '.join(offered)}.")
