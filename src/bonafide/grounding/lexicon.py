"""The words that the check listens for, loaded from data, and what makes two words mean the same."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from bonafide.language.lookup import spellings
from bonafide.language.sentences import SMALL_WORDS, stem, words


@cache
def cues(name: str) -> dict[str, Any]:
    """The words of `data/<name>.toml`."""
    source = resources.files("bonafide.grounding").joinpath(f"data/{name}.toml")
    return tomllib.loads(source.read_text("utf-8"))


_SYNONYMS = cues("synonyms")
_LESS = 0.35
_SYNONYM = 0.8
_LEAD = 6


def _groups(groups: Iterable[Iterable[str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for number, group in enumerate(groups):
        for word in group:
            found.setdefault(stem(word), set()).add(f"={number}")
    return {word: frozenset(marks) for word, marks in found.items()}


_GROUPS_OF = _groups(_SYNONYMS["groups"])
_COMMON = frozenset(stem(word) for word in _SYNONYMS["common"])


def ordinary(word: str) -> bool:
    """Whether a word in lower case is one of the language, as far as the lists know, rather than a name."""
    base = stem(word)
    return word in SMALL_WORDS or base in _GROUPS_OF or base in _COMMON


@dataclass(frozen=True, slots=True)
class Concept:
    """A content word: what it shares with words of the same meaning, and how much sharing it proves."""

    word: str
    keys: frozenset[str]
    weight: float


@lru_cache(maxsize=20_000)
def concept(word: str) -> Concept | None:
    """The concept of a word in lower case; None for words without content and for numbers."""
    if word in SMALL_WORDS or len(word) < 2 or word[0].isdigit():
        return None
    return concept_of(stem(word), word)


@lru_cache(maxsize=20_000)
def concept_of(base: str, word: str) -> Concept | None:
    """The concept of a stem, as which the `word` may be shown."""
    if base in SMALL_WORDS:
        return None
    keys = {base} | _GROUPS_OF.get(base, frozenset())
    if len(base) >= _LEAD:
        keys.add("~" + base[:_LEAD])
    return Concept(word, frozenset(keys), _LESS if base in _COMMON else 1.0)


def concepts(text: str) -> tuple[Concept, ...]:
    """The distinct content words of a text, in order."""
    found = (concept(word) for word in words(text))
    return tuple(dict.fromkeys(item for item in found if item))


def keys_of(text: str) -> frozenset[str]:
    """All that the content words of a text may be recognised by."""
    return frozenset(key for item in concepts(text) for key in item.keys)


def shared(said: Iterable[Concept], keys: frozenset[str]) -> float:
    """The weight of those concepts that are among the keys."""
    return sum(item.weight for item in said if not item.keys.isdisjoint(keys))


def told_again(said: Iterable[Concept], keys: frozenset[str]) -> float:
    """The same, but a synonym counts a little less than the word itself."""
    return sum(
        item.weight * (1.0 if stem(item.word) in keys else _SYNONYM)
        for item in said
        if not item.keys.isdisjoint(keys)
    )


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases in their spellings as whole words, whatever their case."""
    ordered = sorted(spellings(phrases), key=lambda phrase: (-len(phrase), phrase))
    written = "|".join(re.escape(phrase).replace("'", "['’]") for phrase in ordered)
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.IGNORECASE)
