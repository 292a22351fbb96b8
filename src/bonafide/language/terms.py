"""The terms of working life: which words name the same thing, and which name a kind of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bonafide.language.sentences import SMALL_WORDS
from bonafide.language.vocabulary import Surface, load, plain

Relation = Literal["same", "narrower", "broader", "sibling"]

_SENTENCE_START = re.compile(r"(?:^|[.!?:•\n])[\s\"'“„(]*$")
_LETTERED = re.compile(
    r"(?:class|level|grade|phase|type|category|vitamin|hepatitis|plan|series|section|part|annex|team|appendix|option|tier)[ -]$",
    re.I,
)
_OF_GERMAN = ("n", "in", "innen")
"""What goes on after a noun in `-er`: `Controllern`, `Bilanzbuchhalterin`."""
_LISTED = re.compile(r"\s*(?:[,/|;()&+:–]|$)|\s(?:or|and|oder|und|ou|et|o|y) [A-Z]")


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term's own name, and where one of its spellings stands: `text[start:end]`."""

    term: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def find_terms(text: str) -> tuple[TermHit, ...]:
    """Every term of a text in order of place: whole words, a plural's ending allowed, the longest wins.

    A small word of any language is none: "j'ai" has no AI in it, and "bis" are not two BIs.
    """
    hits: list[TermHit] = []
    # A spelling of its own ("Rails") wins over another's plural ("rail").
    found = (one for one in _candidates(text) if not _is_small(text[one[0] : one[1]]))
    order = sorted(found, key=lambda one: (one[0], -one[1], -len(one[2].key)))
    for start, end, surface in order:
        if not hits or start >= hits[-1].end:
            hits.append(TermHit(surface.term, start, end))
    return tuple(hits)


def _is_small(word: str) -> bool:
    return word.lower() in SMALL_WORDS and not word.isupper()


def relation(have: str, want: str) -> Relation | None:
    """What `have` is to `want`: Kafka is narrower than event streaming; Airflow and Nextflow are siblings.

    Takes any spelling that the vocabulary knows; None where it knows no relation.
    """
    return _relation(name_of(have) or have, name_of(want) or want)


@lru_cache(maxsize=20_000)
def name_of(spelling: str) -> str | None:
    """The term's own name for any of its spellings (`k8s` -> `Kubernetes`)."""
    surface = load().surfaces.get(plain(spelling.strip()))
    return surface.term if surface else None


def side_by_side(have: str, want: str) -> bool:
    """Whether two terms (by their own names) are in one group, though the one may imply the other: the grades of a certificate."""
    groups = load().groups
    return have in groups and groups[have] == groups.get(want)


def kind_of(term: str) -> str | None:
    """`tool`, `practice`, `standard`, `credential`, `industry`, `speech`, `field` or `role`."""
    return load().kinds.get(term)


def is_wide(term: str) -> bool:
    """Whether the term is a group so wide that belonging to it says little (`programming language`)."""
    return term in load().wide


@lru_cache(maxsize=4096)
def broader_terms(term: str) -> frozenset[str]:
    """Every term that this one is a kind of, or that having it implies, however far up."""
    found: set[str] = set()
    ahead = [term]
    while ahead:
        above = set(load().above(ahead.pop())) - found
        ahead.extend(above)
        found |= above
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _relation(have: str, want: str) -> Relation | None:
    if have == want:
        return "same"
    if want in broader_terms(have):
        return "narrower"
    if have in broader_terms(want):
        return "broader"
    return "sibling" if _are_siblings(have, want) else None


def _are_siblings(have: str, want: str) -> bool:
    """Side by side in the vocabulary; for tools also where what `have` implies stands beside `want` (EKS, Azure)."""
    groups, kinds = load().groups, load().kinds
    group = groups.get(want)
    if group is None or group in load().wide:
        return False
    tools = kinds.get(have) == kinds.get(want) == "tool"
    implied = [name for name in broader_terms(have) if kinds.get(name) == "tool"] if tools else []
    return any(groups.get(name) == group for name in (have, *implied))


def _candidates(text: str) -> Iterator[tuple[int, int, Surface]]:
    searched = plain(text)
    for last, surface in load().automaton.iter(searched):
        start = last + 1 - len(surface.key)
        if not searched.startswith(surface.key, start):
            start -= 2  # the plural in -ies that the automaton holds beside a name in -y
        if start and _in_word(searched[start - 1]) and _in_word(searched[start]):
            continue
        end = _word_end(searched, last + 1)
        if end is not None and _fits_case(text, start, end, surface):
            yield start, end, surface


def _word_end(searched: str, end: int) -> int | None:
    """The end of the word with a plural's `s` or `es`, of a German `-er` its cases; None where the word goes on otherwise."""
    for ending in ("", "s", "es", *(_OF_GERMAN if searched.endswith("er", 0, end) else ())):
        stop = end + len(ending)
        if searched.startswith(ending, end) and not _goes_on(searched, stop):
            return stop
    return None


def _in_word(character: str) -> bool:
    return character.isalnum() or character in "_@"


def _goes_on(searched: str, stop: int) -> bool:
    """Whether a name that ends at `stop` is only the beginning of another: C of C++, R of R&D."""
    if stop >= len(searched):
        return False
    if _in_word(searched[stop]) or searched[stop] in "+#":
        return True
    return searched[stop] in "&." and stop + 1 < len(searched) and searched[stop + 1].isalnum()


def _fits_case(text: str, start: int, end: int, surface: Surface) -> bool:
    if not surface.exact:
        return True
    if text[start : start + len(surface.written)] != surface.written:
        return False
    if len(surface.key) == 1 and _LETTERED.search(text, max(0, start - 12), start):
        return False
    starts = surface.exact > 1 and _SENTENCE_START.search(text, max(0, start - 4), start)
    return not (starts and not _LISTED.match(text, end))
