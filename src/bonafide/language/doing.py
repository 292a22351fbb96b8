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
# `evaluated Kafka and moved nine services to it`: what comes after was done.
_THAT_ONE = re.compile(r"\b(?:it|them|which|that|there|ihn|sie|es|damit|dorthin|ce dernier)\b")
_FURTHER = re.compile(r",?\s(?:and|then|und|et|which|that)\s+(?=[a-zß-ü])")
_NAMED = re.compile(r"\s+(?:[\w-]+\s+){0,2}[A-Z]")
_SUFFERED = re.compile(r"(?:was|were|is|are|being|been|itself|themselves|stamm|kam|kommt)")
"""How it is said that a thing was done by somebody, or is somebody's: the thing stands before it."""
_EDGE = re.compile(r"[;.!?](?=\s|$)|\s[–—]\s|\n")
_PIECE = re.compile(r"[;,.!?](?=\s|$)|\s[–—]\s|\n|\)|\s(?:and|und|et)\s")
"""Where what a bracket speaks of begins, at the latest."""
_MORE = re.compile(
    r",|\s(?:in|within|over|by|for|from|on|at|during|since|until|to|um|von|seit|bis|innerhalb|par|sur|pendant|depuis|por|durante)"
    r"\s+(?=[^\s\w]*\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|zwei|drei|vier|fünf|sechs|deux|trois|quatre|cinq)\b)"
)
"""Where a denial ends: at a comma, or where a figure says when, where or by how much."""
_BEHIND = ("nicht", "niet")
_PORTUGUESE = re.compile(r"\b(?:de|em|para|com|dos|das|uma)\b")
"""Beside one of these words "no" is Portuguese and means "in the"."""


class Doing(StrEnum):
    """In which way something was not done by the writer."""

    NEGATED = "negated"
    UNDONE = "undone"
    MEANT = "meant"
    BESIDE = "beside"
    TRIED = "tried"


@dataclass(frozen=True, slots=True)
class Span:
    """Where a text tells of something not done, in code points, and in which way."""

    start: int
    end: int
    kind: Doing


@lru_cache
def _cues() -> Mapping[str, list[str]]:
    text = files("bonafide.language").joinpath("data", "doing.toml").read_text("utf-8")
    return tomllib.loads(text)


@lru_cache
def _pattern(name: str) -> re.Pattern[str]:
    return pattern_of(_cues()[name])


def pattern_of(cues: Collection[str]) -> re.Pattern[str]:
    """Any of the cues, which are regular expressions on small letters, as whole words."""
    return re.compile(rf"(?<![\w'’-])(?:{'|'.join(cues)})(?![\w])")


@lru_cache(maxsize=4096)
def undone(text: str) -> tuple[Span, ...]:
    """Every place in which a text tells of something not done, in order."""
    plain = _small(text)
    return tuple(
        sorted(
            (span for start, end in _clauses(plain) for span in _in_clause(text, plain, start, end)),
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


def _behind(plain: str, start: int, end: int) -> Iterator[Span]:
    """What a clause that opens with a word like `withdrawn` says of the one before it, which it lacks a subject without."""
    opened = start + len(plain[start:end]) - len(plain[start:end].lstrip(" ,"))
    found = _pattern("trailing").match(plain, opened, end) if start else None
    if start and _pattern("studying").match(plain, opened, end):
        edge = max((edge.end() for edge in _EDGE.finditer(plain, 0, start - 1)), default=0)
        found = found or _pattern("earned").search(plain, edge, start)
    if found is None or _pattern("completed").search(plain, start, end):
        return
    mark = plain[:start].rstrip()[-1:]
    edges = _PIECE if mark == "(" else _EDGE
    before = len(plain[:start].rstrip().rstrip(";(–—").rstrip())
    first = max((edge.end() for edge in edges.finditer(plain, 0, before)), default=0)
    yield Span(first, end, Doing.UNDONE)


def _in_clause(text: str, plain: str, start: int, end: int) -> Iterator[Span]:
    yield from _behind(plain, start, end)
    for kind in Doing:
        for found in _pattern(kind).finditer(plain, start, end):
            if _holds(kind, text, plain, found, start):
                further = _FURTHER.search(text, found.end(), end) if kind is Doing.TRIED else None
                if further and _THAT_ONE.search(plain, further.start(), end):
                    continue
                yield _reach(plain, start, further.start() if further else end, found, kind)


def _holds(kind: Doing, text: str, plain: str, found: re.Match[str], start: int) -> bool:
    """Whether a cue means what it seems to where it stands."""
    before = plain[start : found.start()]
    match kind:
        case Doing.NEGATED:
            name = len(found[0]) > 1 and text[found.start() : found.end()].isupper()  # SEM, NI, PAS 2035
            return not name and not (found[0] == "no" and _PORTUGUESE.search(plain))
        case Doing.UNDONE:
            return not _pattern("others").search(before)
        case Doing.MEANT:
            words = before.split()
            return not words or words[-1][-1] in ",:" or words[-1] in _cues()["leading"]
        case Doing.TRIED:
            opens = before.rstrip()[-1:] in ("", ",", ":") or before.split()[-1] in _cues()["leading"]
            last = not plain[found.end() :].strip(" .;")
            return last or (opens and _NAMED.match(text, found.end()) is not None)
        case _:
            return True


def _of_what(text: str, start: int, found: re.Match[str]) -> int:
    """Where begins what others did: at the verb, or at the thing before it: `the rewrite was led by`, `the rewrite, led by`."""
    commas = [start, *(mark.end() for mark in _COMMA.finditer(text, start, found.start()))]
    if _SUFFERED.match(found[0]):
        return commas[-1]
    thing = text[commas[-2] : commas[-1]] if len(commas) > 1 else ""
    suffered = " by " in found[0] and not text[commas[-1] : found.start()].strip()
    return commas[-2] if suffered and thing and not any(sign.isdigit() for sign in thing) else found.start()


def _reach(text: str, start: int, end: int, found: re.Match[str], kind: Doing) -> Span:
    comma = _COMMA.search(text, found.end(), end)
    piece = comma.start() if comma else end
    match kind:
        case Doing.UNDONE:
            return Span(start, piece, kind)
        case Doing.NEGATED:
            more = _MORE.search(text, found.end(), end)
            stop = more.start() if more else end
            # A "nicht" at the end, or before what is left of a parted verb, denies what stands before it.
            behind = found[0] in _BEHIND and len(text[found.end() : stop].split()) <= 1
            return Span(start if behind else found.start(), stop, kind)
        case Doing.BESIDE:
            return Span(_of_what(text, start, found), piece, kind)
        case Doing.TRIED:
            return Span(start if not text[found.end() : end].strip() else found.start(), end, kind)
        case _:
            return Span(found.start(), end, kind)
