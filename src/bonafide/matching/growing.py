"""Growing people, asked with any verb and any kind of people: `hiring and developing analysts`."""

from __future__ import annotations

import re
from functools import lru_cache

from bonafide.language.sentences import stem
from bonafide.language.terms import TermHit
from bonafide.matching.lexicon import data, phrases

TERM = "People development"
_OBJECT = re.compile(r"\s+(?:the |your |our |their |its |new |other )?(?P<who>(?:[^\W\d_]+[ -]?){1,3})")
_UNITS = re.compile(r"\b(?:team|teams|department|organi[sz]ation|headcount|group|company|business)\b", re.I)
_GROWN = re.compile(
    r"\b(?:grew|developed|brought on|groomed) (?:[\w-]+ ){1,4}into\b"
    r"|\b(?:is|are) now (?:an? |the |our )?(?:[\w-]+ )?(?:leads?|leaders?|heads?|managers?|directors?|seniors?)\b",
    re.I,
)


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    return phrases(data("words")["grows"])


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    return frozenset(form for word in data("scope")["people"].split() for form in (stem(word), word))


def is_person(noun: str) -> bool:
    """Whether a single noun counts people (`nurses`)."""
    return stem(noun) in _people()


def growth_asked(text: str) -> tuple[TermHit, ...]:
    """Where a requirement asks for growing people (`growing them into leads`); a team that grows is another thing."""
    found = []
    for verb in _verbs().finditer(text):
        follows = _OBJECT.match(text, verb.end())
        if follows and (end := _last_person(follows)) and not _UNITS.search(text[verb.end() : end]):
            found.append(TermHit(TERM, verb.start(), end))
    return tuple(found)


def tells_of_growth(text: str) -> bool:
    """Whether a fact tells of people who grew: `two of them are now team leads`."""
    return bool(_GROWN.search(text))


def _last_person(follows: re.Match[str]) -> int:
    """The end of the first noun of people after the verb; 0 where there is none."""
    for word in re.finditer(r"[^\W\d_]+", follows.group("who")):
        if word.group().lower() == "them" or stem(word.group()) in _people():
            return follows.start("who") + word.end()
    return 0
