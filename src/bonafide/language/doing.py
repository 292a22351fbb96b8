"""What a line says was not done by its writer: denied, failed, only meant, or done by somebody else.

`Evaluated Kafka and decided against it; ran nine services` -> the first clause tells of nothing done, the second does. Nouns
and figures of such a clause are not what the person has, whoever else speaks of them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

_CLAUSE = re.compile(r"[;.!?](?=\s|$)|\s[–—]\s|[()]|,?\s(?:but|sondern|aber|mais|pero|maar)\s|\n")
_COMMA = re.compile(r",")
_BEHIND = ("nicht", "niet")


class Doing(StrEnum):
    """In which way something was not done by the writer."""

    NEGATED = "negated"
    UNDONE = "undone"
    MEANT = "meant"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Span:
    """Where a text tells of something not done, in code points, and in which way."""

    start: int
    end: int
    kind: Doing


@lru_cache
def _patterns() -> Mapping[Doing, re.Pattern[str]]:
    text = files("bonafide.language").joinpath("data", "doing.toml").read_text("utf-8")
    cues = tomllib.loads(text)
    return {kind: re.compile(rf"(?<![\w'’-])(?:{'|'.join(cues[kind])})(?![\w])") for kind in Doing}


@lru_cache(maxsize=4096)
def undone(text: str) -> tuple[Span, ...]:
    """Every place in which a text tells of something not done, in order."""
    plain = _small(text)
    return tuple(
        sorted(
            (span for start, end in _clauses(plain) for span in _in_clause(plain, start, end)),
            key=lambda span: (span.start, span.end),
        )
    )


def kinds(text: str) -> frozenset[Doing]:
    """The ways in which a text says that something was not done."""
    return frozenset(span.kind for span in undone(text))


def done(text: str, keep: Collection[Doing] = ()) -> str:
    """The text with blanks of the same length where it tells of something not done, but in the ways to `keep`."""
    signs = list(text)
    for span in undone(text):
        if span.kind not in keep:
            signs[span.start : span.end] = " " * (span.end - span.start)
    return "".join(signs)


def _small(text: str) -> str:
    """In small letters, sign by sign, so that places stay what they are."""
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _CLAUSE.finditer(text):
        yield start, mark.start()
        start = mark.end()
    yield start, len(text)


def _in_clause(text: str, start: int, end: int) -> Iterator[Span]:
    for kind, pattern in _patterns().items():
        for found in pattern.finditer(text, start, end):
            yield _reach(text, start, end, found, kind)


def _reach(text: str, start: int, end: int, found: re.Match[str], kind: Doing) -> Span:
    if kind is Doing.UNDONE:
        return Span(start, end, kind)
    if kind is Doing.NEGATED:
        comma = _COMMA.search(text, found.end(), end)
        stop = comma.start() if comma else end
        # A "nicht" at the end, or before what is left of a parted verb, denies what stands before it.
        behind = found.group() in _BEHIND and len(text[found.end() : stop].split()) <= 1
        return Span(start if behind else found.start(), stop, kind)
    return Span(found.start(), end, kind)
