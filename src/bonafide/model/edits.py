"""What a person decided about a tailored draft: which of their lines stay as they wrote them, which go, their own letter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """Decisions by fact pointer: `kept` as the original has them (not moved, reworded, shortened or cut), `dropped`.

    `letter` is the body as the person wrote it, each paragraph a text; empty: as composed.
    """

    kept: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    letter: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.kept or self.dropped or self.letter)


UNEDITED = Edits()
