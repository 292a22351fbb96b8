"""Which of a CV's words say what a requirement's word says: bent otherwise, put together, or in another language."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import TypeVar

from bonafide.language.sentences import stem, words
from bonafide.matching.lexicon import data, generic

K = TypeVar("K")
SAME_ROOT, PART_OF_IT, TRANSLATED, MATTER_OF_IT, SYNONYM, HALF = 0.95, 0.9, 0.85, 0.7, 0.7, 0.5
"""What a word counts that is bent otherwise, that is the other in a compound, its translation, a matter
of it, another word for it, or shares its first part."""
NEARLY = 0.7
"""Words that share so much of both are forms of one."""
_ROOT, _WORD, _FIRST = 4, 6, 7
"""Fewest letters of a root, of a word that a compound is looked for, and of a first part that two compounds share."""
_KEY = 5
_LONGER = 3
_COMPOUNDING = frozenset({"German", "Dutch"})
_PREFIXES = (
    "ab",
    "an",
    "auf",
    "aus",
    "bei",
    "ein",
    "mit",
    "nach",
    "vor",
    "zu",
    "um",
    "durch",
    "aan",
    "af",
    "in",
    "op",
    "uit",
    "",
)
_LINKS = (
    "ungs",
    "ions",
    "keits",
    "heits",
    "itats",
    "schafts",
    "ung",
    "ion",
    "es",
    "en",
    "er",
    "s",
    "n",
    "e",
    "",
)
ENGLISH = "English"
_MOST_WORDS = 5000
"""Words of a CV that are looked through; one of ten pages has some two thousand."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexis:
    """A CV's words by their roots, ends, beginnings and meanings; told apart by identity, so that look-ups can be kept.

    `tongue`: the language it is written in; `asked`: that of the posting it is read for.
    """

    tongue: str
    asked: str
    roots: Mapping[str, frozenset[str]]
    starts: Mapping[str, frozenset[str]]
    ends: Mapping[str, frozenset[str]]
    meanings: Mapping[int, frozenset[str]]


def lexis_of(texts: Iterable[frozenset[str]], tongue: str, asked: str) -> Lexis:
    """The words of a CV's facts, indexed for `related`; a language that is not known has no forms and no translations."""
    found = sorted({word for text in texts for word in text if len(word) >= _ROOT})[:_MOST_WORDS]
    return Lexis(
        tongue,
        asked,
        _by(found, lambda word: [root_of(word, tongue)]),
        _by(found, lambda word: {_plain(word)[:_KEY], root_of(word, tongue)[:_KEY]}),
        _by(found, lambda word: [root_of(word, tongue)[-_KEY:]]),
        _by(found, lambda word: _meanings(word, tongue)),
    )


@lru_cache(maxsize=20_000)
def related(word: str, lexis: Lexis) -> Mapping[str, float]:
    """The CV's words that say what a word says, each with what that counts (0 to 1); the word itself is not among them."""
    found = _compounds(word, lexis) if lexis.tongue in _COMPOUNDING else {}
    if lexis.tongue == lexis.asked == ENGLISH:
        return found
    value = SYNONYM if lexis.tongue == lexis.asked else TRANSLATED
    for meaning in _meanings(word, lexis.asked):
        for other in lexis.meanings.get(meaning, ()):
            found[other] = max(value, found.get(other, 0.0))
    root = root_of(word, lexis.tongue) if lexis.tongue != ENGLISH else ""
    return {
        other: value
        for other, value in (found | dict.fromkeys(lexis.roots.get(root, ()), SAME_ROOT)).items()
        if other != word
    }


@lru_cache(maxsize=50_000)
def root_of(word: str, tongue: str) -> str:
    """What the inflected and derived forms of a word share in a language; its English stem in any that is not known."""
    endings = data("forms")["endings"].get(tongue)
    if endings is None:
        return stem(word)
    root = _unparticipled(_plain(word), data("forms")["participles"].get(tongue))
    for _ in range(2):
        root = _without_ending(root, endings)
    return root


def _without_ending(root: str, endings: list[str]) -> str:
    fitting = (ending for ending in sorted(endings, key=len, reverse=True) if root.endswith(ending))
    return next((root[: -len(e)] for e in fitting if len(root) - len(e) >= _ROOT), root)


def _unparticipled(plain: str, mark: str | None) -> str:
    """`geleitet` as `leitet`, `eingeführt` as `einführt`; other words as they are."""
    if mark is None or not plain.endswith(("t", "d", "en")):
        return plain
    for prefix in _PREFIXES:
        if plain.startswith(prefix + mark) and len(plain) - len(prefix) - len(mark) > _ROOT:
            return prefix + plain[len(prefix) + len(mark) :]
    return plain


def _compounds(word: str, lexis: Lexis) -> dict[str, float]:
    plain, root = _plain(word), root_of(word, lexis.tongue)
    near = lexis.starts.get(plain[:_KEY], frozenset()) | lexis.ends.get(root[-_KEY:], frozenset())
    values = {other: _compound(plain, root, other, lexis) for other in near if other != word}
    return {other: value for other, value in values.items() if value and len(plain) >= _WORD}


def _compound(plain: str, root: str, other: str, lexis: Lexis) -> float:
    """What a CV's word counts that may hold the word asked, be held in it, or share its first part."""
    own, own_root = _plain(other), root_of(other, lexis.tongue)
    behind = own_root.endswith(root) and len(own_root) >= len(root) + _ROOT  # no `Arbeiter` in `Mitarbeiter`
    if (own.startswith(root) or behind) and len(own) >= len(plain) + _LONGER and len(root) >= _KEY:
        return PART_OF_IT
    whole = [first for first in (own, own_root) if plain.startswith(first) and len(first) >= _ROOT]
    shared = _shared(plain, own)
    firsts = whole or ([shared] if len(shared) >= _FIRST else [])
    rests = {rest for first in firsts for rest in _rests(plain, first)}
    if rests & _heads() or any(root_of(rest, lexis.tongue) in lexis.roots for rest in rests):
        return PART_OF_IT
    if any(rest.endswith(head) for rest in rests for head in _heads() if len(head) >= _WORD):
        return MATTER_OF_IT
    if len(shared) >= max(_FIRST, NEARLY * len(plain), NEARLY * len(own)):
        return PART_OF_IT  # `Laboranalytik` and `Laboranalysen`
    return HALF if any(len(first) >= _KEY for first in firsts) and rests else 0.0


def _shared(one: str, other: str) -> str:
    """The letters that two words begin with in common."""
    return "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _rests(plain: str, first: str) -> Iterator[str]:
    """What a compound may have behind its first part, the letters that join them taken off."""
    behind = plain[len(first) :]
    for link in _LINKS:
        if behind.startswith(link) and len(behind) - len(link) >= _ROOT:
            yield behind[len(link) :]


@lru_cache(maxsize=50_000)
def _meanings(word: str, tongue: str) -> frozenset[int]:
    """The groups of words of one meaning that a word of a language belongs to."""
    if len(word) < _ROOT or stem(word) in generic():
        return frozenset()
    return _groups().get((tongue, root_of(word, tongue)), frozenset())


@lru_cache(maxsize=1)
def _groups() -> Mapping[tuple[str, str], frozenset[int]]:
    found: dict[tuple[str, str], set[int]] = {}
    for number, line in enumerate(data("meanings")["groups"]):
        for tongue, said in zip(data("meanings")["tongues"], line.split("|"), strict=True):
            for word in words(said):
                found.setdefault((tongue, root_of(word, tongue)), set()).add(number)
    return {root: frozenset(numbers) for root, numbers in found.items()}


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(_plain(word) for word in data("forms")["heads"]["words"].split())


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    """Small letters without accents."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _by(found: Iterable[str], keys: Callable[[str], Iterable[K]]) -> dict[K, frozenset[str]]:
    sets: dict[K, set[str]] = {}
    for word in found:
        for key in keys(word):
            sets.setdefault(key, set()).add(word)
    return {key: frozenset(words_) for key, words_ in sets.items()}


def tongue_of(code: str | None) -> str | None:
    """The name by which the data call a language (`de`: German), or None."""
    return data("meanings")["codes"].get(code) if code else None
