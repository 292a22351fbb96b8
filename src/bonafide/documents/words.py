"""The words that a paper adds around a person's lines: headings, date patterns, footers; data by language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from bonafide.model.draft import SectionKind
from bonafide.model.faults import BugFault

WORDS = Path(__file__).parent / "data" / "words.toml"
FALLBACK = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language's words; `first` is how the first day of a month is written ("" : like any other)."""

    language: str
    summary: str
    date: str
    months: tuple[str, ...]
    page: str
    cv: str
    letter: str
    headings: Mapping[SectionKind, str]
    first: str = ""
    headed: str = "{date}"
    spaced: tuple[str, ...] = ()

    def print_date(self, iso: str) -> str:
        """`2026-11-24` -> `24 November 2026`; raises ValueError where `iso` is no whole date."""
        day = date.fromisoformat(iso)
        first = self.first if day.day == 1 else ""
        return self.date.format(day=first or day.day, month=self.months[day.month - 1], year=day.year)

    def dated(self, iso: str, place: str) -> str:
        """A letter's date with the writer's place, where the language has it so: `Leipzig, 24. November 2026`."""
        date = self.print_date(iso)
        return self.headed.format(place=place, date=date) if place else date

    def bound(self, text: str) -> str:
        """The text with blanks that no line breaks at, where the language sets them: before `;` in French."""
        for mark in self.spaced:
            text = text.replace(mark, mark.replace(" ", "\u00a0"))
        return text


def words(language: str) -> Words:
    """The words of `de` or `de-CH`; English where a language has none yet."""
    every = _all(WORDS)
    return every.get(language.split("-")[0].casefold(), every[FALLBACK])


@cache
def _all(path: Path) -> Mapping[str, Words]:
    loaded = tomllib.loads(path.read_text(encoding="utf-8"))
    return {language: _one(path, language, table) for language, table in loaded.items()}


def _one(path: Path, language: str, table: Mapping[str, Any]) -> Words:
    try:
        headings = {kind: str(table["headings"][str(kind)]) for kind in SectionKind}
        plain = {name: value for name, value in table.items() if name not in ("headings", "months", "spaced")}
        spaced = tuple(map(str, table.get("spaced", ())))
        return Words(
            language=language, months=_months(table["months"]), headings=headings, spaced=spaced, **plain
        )
    except (KeyError, TypeError, ValueError) as flaw:
        raise BugFault(f"The words of “{language}” are not whole: {flaw}.", where=path.name) from flaw


def _months(names: list[str]) -> tuple[str, ...]:
    if len(names) != 12:
        raise ValueError(f"{len(names)} months")
    return tuple(names)
