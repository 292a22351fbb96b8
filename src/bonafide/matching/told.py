"""What a line tells without naming it: `eleven days early` is delivery on time (data/told.toml)."""

from __future__ import annotations

import re
from functools import lru_cache

from bonafide.language.terms import name_of
from bonafide.matching.lexicon import data

_WITHIN = r"(?:[^.;]|\.(?=\d))"
"""A sign within a sentence: the point of `9.8 %` ends none."""
_LONGEST = 600
"""Characters of a line that are looked through."""


def told_in(text: str, told: str) -> frozenset[str]:
    """The terms that a fact tells of by its turns of phrase; `told`: its text without what it says was not done."""
    plain, whole = _small(told), _small(text)
    return frozenset(term for term, pattern, denied in _told() if pattern.search(whole if denied else plain))


def _small(text: str) -> str:
    return text[:_LONGEST].casefold().replace("’", "'")


@lru_cache(maxsize=1)
def _told() -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    """Each term with its pattern, and whether a denial tells of it as well (`no accident`)."""
    words = data("told")["words"]
    return tuple(
        (
            name_of(entry["term"]) or entry["term"],
            re.compile("|".join(_filled(one, words) for one in entry["says"])),
            entry.get("denied", False),
        )
        for entry in data("told")["told"]
    )


def _filled(pattern: str, words: dict[str, str]) -> str:
    for name, body in words.items():
        pattern = pattern.replace(f"{{{name}}}", body)
    return pattern.replace("[^.;]", _WITHIN)
