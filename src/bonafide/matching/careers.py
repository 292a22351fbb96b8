"""Which family of work a title belongs to (software, finance, nursing, ...), and how high it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bonafide.language.terms import broader_terms, find_terms
from bonafide.matching.lexicon import beginnings, data, phrases

_FEWEST_TERMS = 2
LEVELS = ("executive", "director", "manager")


@dataclass(frozen=True, slots=True)
class Career:
    """The families a position counts for, and its level: `executive`, `director`, `manager` or ""."""

    families: tuple[str, ...]
    level: str

    @property
    def leads(self) -> bool:
        """Whether the title is that of somebody who leads people."""
        return self.level != ""


@dataclass(frozen=True, slots=True)
class _Family:
    name: str
    titles: re.Pattern[str]
    asks: re.Pattern[str]
    near: tuple[str, ...]
    terms: frozenset[str]
    industries: frozenset[str]


@lru_cache(maxsize=1)
def _families() -> Mapping[str, _Family]:
    return {
        entry["name"]: _Family(
            entry["name"],
            beginnings(entry["titles"]),
            phrases(entry["asks"]),
            tuple(entry["near"]),
            frozenset(entry.get("terms", ())),
            frozenset(entry.get("industries", ())),
        )
        for entry in data("families")["family"]
    }


@lru_cache(maxsize=1)
def _levels() -> Mapping[str, re.Pattern[str]]:
    return {level: phrases(data("families")["levels"][level]) for level in LEVELS}


@lru_cache(maxsize=1)
def _not_of_people() -> re.Pattern[str]:
    return phrases(data("families")["not_of_people"]["titles"])


def career_of(title: str, deeds: str = "") -> Career:
    """The career that a title tells; where it tells no family, the words of its deeds are asked."""
    families = _best(title, lambda family: family.titles)
    if not families and deeds:
        families = _by_terms(deeds) or _best(deeds, lambda family: family.titles)[:1]
    return Career(families, level_of(title))


def _by_terms(deeds: str) -> tuple[str, ...]:
    """The family whose kinds of terms the deeds name most, two at least (`Lead Engineer` who tells of Java and Kafka)."""
    named = {hit.term for hit in find_terms(deeds)}
    counts = {
        name: sum(term in family.terms or bool(broader_terms(term) & family.terms) for term in named)
        for name, family in _families().items()
    }
    best = max(counts, key=lambda name: counts[name])
    return (best,) if counts[best] >= _FEWEST_TERMS else ()


def level_of(title: str) -> str:
    """`executive`, `director`, `manager` or ""; managers of a thing (`Product Manager`) lead nobody by title."""
    for level in LEVELS:
        if _levels()[level].search(title):
            bare = _not_of_people().sub(" ", title)
            return level if _levels()[level].search(bare) else ""
    return ""


def families_asked(text: str) -> tuple[str, ...]:
    """The families that a requirement's words name, first named first; a word inside a longer name does not count."""
    found = [
        (match.start(), match.end(), name)
        for name, family in _families().items()
        for match in family.asks.finditer(text)
    ]
    outer = [
        (start, name)
        for start, end, name in found
        if not any(a <= start and end <= b and b - a > end - start for a, b, _ in found)
    ]
    return tuple(dict.fromkeys(name for _, name in sorted(outer)))


def industries(family: str) -> frozenset[str]:
    """The terms of the industries in which people of a family work: nurses in healthcare."""
    return _families()[family].industries


def near(family: str) -> tuple[str, ...]:
    """The families next to one."""
    return _families()[family].near


def _best(text: str, pattern: Callable[[_Family], re.Pattern[str]]) -> tuple[str, ...]:
    """The families whose longest matching words cover the text most; ties all count."""
    scored = []
    for name, family in _families().items():
        longest = max((len(match.group()) for match in pattern(family).finditer(text)), default=0)
        if longest:
            scored.append((-longest, name))
    return tuple(name for _, name in sorted(scored))
