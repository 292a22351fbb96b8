"""The words of dates in each language, read from `data/periods.toml` once and checked."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class DateWords:
    """All languages' words together: plain forms as keys, and alternations for regular expressions."""

    month_numbers: dict[str, int]
    months: str
    seasons: str
    present: str
    since: str
    opening: str
    until: str
    joining: str
    of: str


@dataclass(frozen=True, slots=True)
class PrintWords:
    """What one language prints: twelve months, short and in full, and its word for an end that has not come."""

    months: tuple[str, ...]
    full: tuple[str, ...]
    present: str


# Letters that Unicode does not take apart.
_UNDECOMPOSED = str.maketrans(
    {"’": "'", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"}
)


def plain(text: str) -> str:
    """Small letters without accents, and a typewriter's apostrophe: `Décembre` -> `decembre`."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.lower().translate(_UNDECOMPOSED))
    return "".join(char for char in parts if not unicodedata.combining(char))


def _load() -> dict[str, dict[str, Any]]:
    text = resources.files("bonafide.language").joinpath("data/periods.toml").read_text("utf-8")
    return tomllib.loads(text)


def _month_numbers(tables: Iterable[dict[str, Any]]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for table in tables:
        for number in range(1, 13):
            forms = [table["months"][number - 1], table["short"][number - 1]]
            for form in forms + table.get("other", {}).get(str(number), []):
                numbers[plain(form).rstrip(".")] = number
    return numbers


def _spellings(word: str) -> set[str]:
    word = word.lower().rstrip(".")
    composed = unicodedata.normalize("NFC", word)
    return {s.replace("'", "['’]") for s in map(re.escape, {composed, plain(word)})}


def _any_of(words: Iterable[str]) -> str:
    """An alternation with the longest first, as written, without accents and in composed letters."""
    found = {spelling for word in words for spelling in _spellings(word)}
    return "|".join(sorted(found, key=lambda s: (-len(s), s)))


def _together(tables: list[dict[str, Any]]) -> DateWords:
    def words(*keys: str) -> str:
        return _any_of(word for table in tables for key in keys for word in table.get(key, []))

    numbers = _month_numbers(tables)
    named = [form for t in tables for forms in t.get("other", {}).values() for form in forms]
    return DateWords(
        month_numbers=numbers,
        months=_any_of([*named, *(m for t in tables for m in t["months"] + t["short"])]),
        seasons=words("seasons"),
        present=words("present"),
        since=words("since"),
        opening=words("from"),
        until=words("until"),
        joining=words("to"),
        of=words("of"),
    )


_TABLES = _load()
WORDS = _together(list(_TABLES.values()))
PRINTED = {
    language: PrintWords(tuple(table["short"]), tuple(table["months"]), table["printed_present"])
    for language, table in _TABLES.items()
}
