"""A paper for the person, not about them: questions, gaps, advice. It needs no grounding and gets none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutSection:
    """A heading, a note beside it, paragraphs, list items, and sections below it."""

    heading: str
    note: str = ""
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    sections: tuple[HandoutSection, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """A titled paper of sections."""

    title: str
    subtitle: str
    sections: tuple[HandoutSection, ...]
