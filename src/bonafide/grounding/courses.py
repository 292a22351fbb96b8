"""Which way a figure went, and of what stretch of time it is told: up or down, a month or a quarter."""

from __future__ import annotations

import re

from bonafide.grounding.lexicon import Concept, cues
from bonafide.language.lookup import key, keyed
from bonafide.language.sentences import stem, words

_FIGURES = cues("figures")
_RISE = frozenset(map(stem, _FIGURES["rise"]))
_FALL = frozenset(map(stem, _FIGURES["fall"]))
_PERIOD_OF = keyed({word: name for name, words in _FIGURES["periods"].items() for word in words})
# `five a month`, `pro Monat`; not `within a month`, nor `in the year 2020`, nor a quarter of something.
_EACH = re.compile(
    rf"\b(?:an?|per|each|every|pro|je(?=\s+(?:tag|woche|monat|quartal|jahr))|im|jede[nrs]?|par)\s+(?P<period>{'|'.join(_PERIOD_OF)})s?\b(?!\s+of\b|\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
# A period stands right after a figure, or after the noun that it counts.
_BESIDE = 12
_WITHIN = re.compile(r"\b(?:within|in|over|after|for|during|once)$", re.IGNORECASE)


def way_of(said: tuple[Concept, ...]) -> str | None:
    """`rise` or `fall`, where the words around a figure tell of one and not of the other."""
    stems = frozenset(stem(item.word) for item in said)
    return _only(stems)


def tells_of_change(text: str) -> bool:
    """Whether anything is said to have gone up or down."""
    return any(stem(word) in _RISE | _FALL for word in words(text))


def against(said: tuple[Concept, ...], told: frozenset[str]) -> bool:
    """Whether what is `said` around a figure went one way, and what the fact tells of the same thing the other way.

    `told` are the keys of the words around the figure in the fact.
    """
    ways = {way_of(said), _only(told)}
    things = (item for item in said if stem(item.word) not in _RISE | _FALL)
    return ways == {"rise", "fall"} and any(
        item.weight >= 1.0 and not item.keys.isdisjoint(told) for item in things
    )


def _only(stems: frozenset[str]) -> str | None:
    rises, falls = not stems.isdisjoint(_RISE), not stems.isdisjoint(_FALL)
    return None if rises == falls else "rise" if rises else "fall"


def period_of(text: str, start: int, end: int) -> str | None:
    """The stretch of time by which a figure at `start:end` counts (`month`): the one right after it, else the only one."""
    found = [
        (match.start(), _PERIOD_OF[key(match.group("period"))])
        for match in _EACH.finditer(text)
        if not _WITHIN.search(text[: match.start()].rstrip())
    ]
    beside = [name for at, name in found if 0 <= at - end <= _BESIDE]
    names = {name for _, name in found}
    return beside[0] if beside else names.pop() if len(names) == 1 else None
