"""Cues: the little language in which a guide says by which words a coverage point is heard.

A cue is a row of words in lower case, matched one after the other against the words of an answer:

- `word` is the word itself, `word*` any word that starts so, `*` any one word;
- `(this|that one|)` is one of several rows of words; an empty one may be left out;
- `..` lets up to five other words stand between, `...` up to twelve;
- `#` is a figure, in digits or in words; its unit follows as a word: `# week`, `# %`;
- `<person>` is any word of that class of `words.toml`;
- `this & that` are two rows of words (or more) within fourteen words of each other, in any order;
- a cue that starts with `?` is a hint: two different hints close together count as one cue.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

_TOKEN = re.compile(r"\s*(\.\.\.|\.\.|[()|]|[\w*'’/+#&%$-]+)")
_CLASS = re.compile(r"<(\w+)>")
_GAPS = {"..": 5, "...": 12}


@dataclass(frozen=True)
class Cue:
    """A cue ready for use on words that are joined by single spaces, with a space at either end.

    All of `patterns` must stand close together. `needs` says how words of the text must start for that to
    have a chance: one of each group; `starts` how the first word of each row starts, None where it may be any.
    The patterns are compiled when first needed, as few texts need many.
    """

    rows: tuple[str, ...]
    hint: bool
    needs: tuple[tuple[str, ...], ...]
    starts: tuple[tuple[str, ...] | None, ...]

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """Each row of words as a regular expression."""
        return tuple(map(re.compile, self.rows))


class CueError(ValueError):
    """A cue that does not follow the little language."""


def check_cue(text: str) -> None:
    """Raises `CueError` with what is wrong with the cue, if anything is."""
    _rows(text, lambda name: _class_words(name) and name[1])


@cache
def compile_cue(text: str) -> Cue:
    """The cue `text`; raises `CueError` with what is wrong."""
    rows = _rows(text, _class_words)
    patterns = ("(?<= )" + "".join(map(_part, row)) + "(?<= )" for row in rows)
    needs = tuple(need for row in rows for need in _needs(row))
    return Cue(tuple(patterns), text.startswith("?"), needs, tuple(map(_opens, rows)))


def _rows(text: str, written_in: Callable[[re.Match[str]], str]) -> list[list[str]]:
    """The rows of words that `&` joins, as tokens; `written_in` gives what stands for a class."""
    rows = [_tokens(row) for row in _CLASS.sub(written_in, text.removeprefix("?")).split(" & ")]
    if not all(any(map(_is_word, row)) for row in rows):
        raise CueError("it names no word")
    return rows


def _class_words(name: re.Match[str]) -> str:
    try:
        return " ".join(_classes()[name[1]].split())
    except KeyError as error:
        raise CueError(f"there is no class of words `{name[1]}`") from error


@cache
def _classes() -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def _tokens(text: str) -> list[str]:
    if left := _TOKEN.sub("", text).strip():
        raise CueError(f"`{left}` cannot be read")
    tokens: list[str] = _TOKEN.findall(text)
    depth = 0
    for token in tokens:
        depth += (token == "(") - (token == ")")
        if depth < 0:
            raise CueError("its brackets do not pair")
        if depth == 0 and token == "|":
            raise CueError("a bar stands outside brackets")
    if depth:
        raise CueError("its brackets do not pair")
    return tokens


def _part(token: str) -> str:
    """A token as a piece of a regular expression; each word brings the space behind it."""
    if token in _GAPS:
        return rf"(?:[^ ]+ ){{0,{_GAPS[token]}}}?"
    if token in "()|":
        return "(?:" if token == "(" else token
    if token == "*":
        return "[^ ]+ "
    stem = re.escape(token.rstrip("*"))
    return f"{stem}[^ ]* " if token.endswith("*") else f"{stem} "


def _is_word(token: str) -> bool:
    return token not in _GAPS and token not in ("(", ")", "|", "*")


def _needs(tokens: list[str]) -> Iterator[tuple[str, ...]]:
    """The starts of the words that the cue cannot do without: each single word, and each group's first words."""
    at = 0
    while at < len(tokens):
        if tokens[at] == "(":
            firsts, at = _firsts(tokens, at)
            if None not in firsts:
                yield tuple(first for first in firsts if first)
        elif _is_word(tokens[at]):
            yield (_start(tokens[at]),)
        at += 1


def _opens(tokens: list[str]) -> tuple[str, ...] | None:
    """The starts of the words with which a row may begin, or None where that may be any word."""
    firsts = (
        _firsts(tokens, 0)[0] if tokens[0] == "(" else [_start(tokens[0]) if _is_word(tokens[0]) else None]
    )
    known = tuple(first for first in firsts if first)
    return known if len(known) == len(firsts) else None


def _firsts(tokens: list[str], at: int) -> tuple[list[str | None], int]:
    """The first word of each row of the group that opens at `at` (None: it may be any), and where it closes."""
    firsts: list[str | None] = []
    opens = True
    while tokens[at := at + 1] != ")":
        token = tokens[at]
        if token == "(":
            inner, at = _firsts(tokens, at)
            firsts += inner if opens else []
        elif token == "|" and opens:
            firsts.append(None)
        elif opens:
            firsts.append(_start(token) if _is_word(token) else None)
        opens = token == "|"
    return firsts + ([None] if opens else []), at


def _start(token: str) -> str:
    return token.rstrip("*")
