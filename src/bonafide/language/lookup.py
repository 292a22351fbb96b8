"""Tables of phrases, asked with what a pattern that ignores case found in a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

T = TypeVar("T")
# Which letters such a pattern takes for plain ones, though their small forms are others.
_TAKEN_FOR = str.maketrans({"İ": "i", "ı": "i", "ſ": "s", "\u212a": "k"})


def key(found: str) -> str:
    """How a table names what was found: small letters, `ß` as `ss`, blanks of any kind as one (`per\u00a0cent`)."""
    return " ".join(found.translate(_TAKEN_FOR).casefold().split())


def keyed(entries: Mapping[str, T]) -> dict[str, T]:
    """The same table by `key`."""
    return {key(phrase): value for phrase, value in entries.items()}


def spellings(phrases: Iterable[str]) -> set[str]:
    """The phrases as written and by `key`, for a pattern that finds both `dreißig` and `dreissig`."""
    return {spelling for phrase in phrases for spelling in (phrase, key(phrase))}
