"""Which guide serves a job title: the one that names it, or the nearest, said to be only that."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bonafide.guides.library import NONE, Own, load, names
from bonafide.model.guide import Guide

Words = tuple[str, ...]

_SEPARATOR = re.compile(r"\s+[-–—]\s+|[,;:/|()\[\]–—@]")
_GENDERED = re.compile(r"(?<=\w)(?:[*:_]|/-?)in(?:nen)?\b")
_BOTH = re.compile(r"\s+(?:&|and|und|et|\+)\s+")
_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)?")
_TITLES = Path(__file__).with_name("titles.toml")


@dataclass(frozen=True, slots=True)
class _Reading:
    """The words of `titles.toml`, ready for use."""

    written_out: tuple[tuple[re.Pattern[str], str], ...]
    ranks: dict[str, int]
    idle: frozenset[str]
    another_post: frozenset[str]
    rank_only: frozenset[str]
    aides: frozenset[str]
    alone: frozenset[Words]
    general: str
    leading: frozenset[str]


def choose(title: str, own: Own = NONE) -> tuple[Guide, bool]:
    """The guide for a posting's title and whether it fits; where none fits, the nearest one and False.

    A guide fits where one of its own titles stands in the posting's, and no word beside it makes it another post.
    """
    guides = [load(name, own) for name in names(own)]
    parts = list(_parts(title))
    ranked = [(_nearness(guide, parts), guide) for guide in guides]
    best, guide = max(ranked, key=lambda pair: pair[0])
    if best[0] == 0 and not any(_of_the_field(guide, part) for part in parts):
        # Of a trade that no guide knows, what is asked of whoever leads people comes nearest.
        guide = next((one for one in guides if one.name == _reading().general), guide)
    return guide, best[0] > 0 and not any(_reading().aides.intersection(part) for part in parts)


def _parts(title: str) -> Iterator[Words]:
    """The stretches of a title that may name a post, each as words.

    `Director, Engineering` is one post; `Head of Engineering & CTO` are two, as either side has a rank.
    """
    rank: Words = ()
    for part in _SEPARATOR.split(_GENDERED.sub("", title)):
        words = rank + _words(part)
        rank = words if _is_rank(words) else ()
        yield words
        posts = [_words(post) for post in _BOTH.split(part)]
        if len(posts) > 1 and all(_rank(post) > 3 for post in posts):
            yield from posts


def _is_rank(words: Words) -> bool:
    """Whether the words give a rank and no field: `senior director`."""
    reading = _reading()
    return bool(words) and all(word in reading.ranks or word in reading.rank_only for word in words)


def _nearness(guide: Guide, parts: list[Words]) -> tuple[int, float]:
    """How much of a title of the guide's stands in the posting's, then how alike the two are otherwise."""
    own = [_words(title) for title in guide.titles]
    stands = max((len(title) for title in own for part in parts if _stands_in(title, part)), default=0)
    alike = max((_likeness(title, part) for title in own for part in parts), default=0.0)
    return stands, alike


def _stands_in(title: Words, part: Words) -> bool:
    """The words of `title` stand in `part` in their order, and the others leave the post what it is."""
    if title in _reading().alone and part != title:
        return False
    rest = list(part)
    at = 0
    for word in title:
        if word not in rest[at:]:
            return False
        at = rest.index(word, at)
        del rest[at]
    reading = _reading()
    rank = _rank(title)
    return bool(title) and not any(
        word in reading.another_post or (reading.ranks.get(word, 0) > 2 and reading.ranks[word] != rank)
        for word in rest
    )


def _of_the_field(guide: Guide, part: Words) -> bool:
    """Whether a title shares a word with one of the guide's that tells more than that somebody leads."""
    own = {word for title in guide.titles for word in _words(title)}
    return not own.isdisjoint(set(part) - _reading().leading)


def _likeness(title: Words, part: Words) -> float:
    """Shared words, and posts of like weight."""
    shared = len(set(title) & set(part)) / max(1, len(set(title) | set(part)))
    return shared + 0.1 / (1 + abs(_rank(title) - _rank(part)))


def _rank(words: Words) -> int:
    ranks = _reading().ranks
    return max((ranks[word] for word in words if word in ranks), default=1)


def _words(title: str) -> Words:
    """Lower case, short forms written out, idle words dropped."""
    reading = _reading()
    text = " ".join(_WORD.findall(title.casefold()))
    for short, long in reading.written_out:
        text = short.sub(long, text)
    return tuple(word for word in text.split() if word not in reading.idle)


@cache
def _reading() -> _Reading:
    table = tomllib.loads(_TITLES.read_text(encoding="utf-8"))
    forms = sorted(table["written_out"].items(), key=lambda form: (-len(form[0]), form[0]))
    return _Reading(
        written_out=tuple((re.compile(rf"(?<!\w){re.escape(short)}(?!\w)"), long) for short, long in forms),
        ranks=table["ranks"],
        idle=frozenset(table["words"]["idle"]),
        another_post=frozenset(table["words"]["another_post"]),
        rank_only=frozenset(table["words"]["rank_only"]),
        aides=frozenset(table["words"]["aides"]),
        alone=frozenset(tuple(title.split()) for title in table["words"]["alone"]),
        general=table["general"]["guide"],
        leading=frozenset(table["general"]["leading"]),
    )
