"""Reads the vocabulary's files (`data/terms/*.txt`; their form is told at the head of `software.txt`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

import ahocorasick

FILES = ("software", "cloud", "data", "security", "leadership", "business", "care", "people")
KINDS = frozenset({"tool", "practice", "standard", "credential", "industry", "speech", "field", "role"})

_MARKED = {"@": "tool", "%": "practice"}
# Same length on both sides, so that offsets hold: one spelling for British and American, hyphen and blank.
_SPELLINGS = (
    ("ization", "isation"),
    ("izing", "ising"),
    ("ize", "ise"),
    ("center", "centre"),
    ("defense", "defence"),
)
_BLANKS = str.maketrans("-‐‑–\u00a0\u202f\t\n’", "        '")


class VocabularyError(ValueError):
    """The vocabulary's own files are at odds: a bug of ours, with the file and the line."""


@dataclass(frozen=True, slots=True)
class Surface:
    """One way to write a term: `key` as it is searched for, `written` as the file has it.

    `exact`: 1 written exactly so; 2 nor as the first word of a sentence.
    """

    term: str
    key: str
    written: str
    exact: int = 0


@dataclass(slots=True)
class Vocabulary:
    """The terms with their kinds, what each is under (`groups`) and implies, and the automaton that finds them."""

    kinds: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    implied: dict[str, tuple[str, ...]] = field(default_factory=dict)
    wide: set[str] = field(default_factory=set)
    surfaces: dict[str, Surface] = field(default_factory=dict)
    automaton: Any = None

    def above(self, term: str) -> tuple[str, ...]:
        """What the term stands directly under or implies."""
        group = self.groups.get(term)
        return (*((group,) if group else ()), *self.implied.get(term, ()))


def plain(text: str) -> str:
    """The text as it is searched: small letters, blanks for hyphens, one spelling; offsets stay true."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    lowered = lowered.translate(_BLANKS)
    for theirs, ours in _SPELLINGS:
        lowered = lowered.replace(theirs, ours)
    return lowered


@lru_cache(maxsize=1)
def load() -> Vocabulary:
    """The vocabulary, read and built once."""
    folder = resources.files("bonafide.language").joinpath("data/terms")
    return build((f"{name}.txt", folder.joinpath(f"{name}.txt").read_text("utf-8")) for name in FILES)


def build(files: Iterable[tuple[str, str]]) -> Vocabulary:
    """The vocabulary of files given as (name, content); VocabularyError where they are at odds."""
    vocabulary = Vocabulary()
    for name, content in files:
        _read(vocabulary, name, content)
    _resolve(vocabulary)
    automaton = ahocorasick.Automaton()
    for key, surface in vocabulary.surfaces.items():
        automaton.add_word(key, surface)
        if key.endswith("y") and len(key) > 4 and not surface.exact:
            automaton.add_word(f"{key[:-1]}ies", surface)
    automaton.make_automaton()
    vocabulary.automaton = automaton
    return vocabulary


def _read(vocabulary: Vocabulary, name: str, content: str) -> None:
    kind = ""
    above: list[tuple[int, str]] = []
    for number, line in enumerate(content.splitlines(), 1):
        entry = line.strip()
        if not entry or entry.startswith("# "):
            continue
        if entry.startswith("["):
            kind, above = _kind(entry, f"{name}:{number}"), []
            continue
        depth = len(line) - len(line.lstrip())
        above = [(outer, term) for outer, term in above if outer < depth]
        term = _entry(vocabulary, entry.lstrip("@%"), f"{name}:{number}")
        vocabulary.kinds[term] = _MARKED.get(entry[0], kind)
        if above:
            vocabulary.groups[term] = above[-1][1]
        above.append((depth, term))


def _kind(entry: str, where: str) -> str:
    kind = entry.strip("[]")
    if kind not in KINDS:
        raise VocabularyError(f"{where}: {kind!r} is no kind of term")
    return kind


def _entry(vocabulary: Vocabulary, entry: str, where: str) -> str:
    """Take in one line; returns the term's own name."""
    body, _, implied = entry.partition(" < ")
    wide = body.endswith("*") or implied.endswith("*")
    spellings = [spelling.strip() for spelling in body.rstrip("* ").split("|")]
    term = spellings[0].lstrip("!")
    if term in vocabulary.kinds:
        raise VocabularyError(f"{where}: {term!r} is defined twice")
    for spelling in spellings:
        _add(vocabulary, term, spelling, where)
    if implied:
        vocabulary.implied[term] = tuple(name.strip() for name in implied.rstrip("* ").split(","))
    if wide:
        vocabulary.wide.add(term)
    return term


def _add(vocabulary: Vocabulary, term: str, spelling: str, where: str) -> None:
    written = spelling.lstrip("!")
    key = plain(written)
    taken = vocabulary.surfaces.get(key)
    if taken and taken.term != term:
        raise VocabularyError(f"{where}: {written!r} already names {taken.term!r}")
    if not taken:
        vocabulary.surfaces[key] = Surface(term, key, written, len(spelling) - len(written))


def _resolve(vocabulary: Vocabulary) -> None:
    """Names after `<` may be any spelling; each must be known."""
    for term, names in vocabulary.implied.items():
        found = []
        for name in names:
            surface = vocabulary.surfaces.get(plain(name))
            if surface is None:
                raise VocabularyError(f"{term!r} implies {name!r}, which is not defined")
            found.append(surface.term)
        vocabulary.implied[term] = tuple(found)
