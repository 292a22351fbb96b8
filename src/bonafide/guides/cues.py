"""Cues: the little language in which a guide says by which words a coverage point is heard.

A cue is a row of words in lower case, matched one after the other against the words of an answer:

- `word` is the word itself, `word*` any word that starts so, `*` any one word;
- `(this|that one)` is one of several, a word or a row of words each;
- `..` lets up to five other words stand between, `...` up to twelve;
- a cue that starts with `?` is a hint: two different hints close together count as one cue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_TOKEN = re.compile(r"\s*(\.\.\.|\.\.|[()|]|[\w*'’/+#&%$-]+)")
_GAPS = {"..": 5, "...": 12}


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue ready for use on words that are joined by single spaces, with a space at either end."""

    pattern: re.Pattern[str]
    hint: bool


class CueError(ValueError):
    """A cue that does not follow the little language."""


@cache
def compile_cue(text: str) -> Cue:
    """The cue `text`; raises `CueError` with what is wrong."""
    hint = text.startswith("?")
    body = text[1:] if hint else text
    parts = [_part(token) for token in _tokens(body)]
    _check(parts)
    return Cue(re.compile("(?<= )" + "".join(parts).rstrip(" ") + "(?= )"), hint)


def _tokens(text: str) -> list[str]:
    tokens, position = [], 0
    text = text.rstrip()
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None:
            raise CueError(f"`{text[position:].strip()}` cannot be read")
        tokens.append(token[1])
        position = token.end()
    return tokens


def _part(token: str) -> str:
    """A token as a piece of a regular expression; each word brings the space behind it."""
    if token in _GAPS:
        return rf"(?:[^ ]+ ){{0,{_GAPS[token]}}}?"
    if token in "()|":
        return {"(": "(?:", ")": ")", "|": "|"}[token]
    if token == "*":
        return "[^ ]+ "
    stem = re.escape(token.rstrip("*"))
    return f"{stem}[^ ]* " if token.endswith("*") else f"{stem} "


def _check(parts: list[str]) -> None:
    depth = 0
    for part in parts:
        depth += (part == "(?:") - (part == ")")
        if depth not in (0, 1):
            raise CueError("its brackets do not pair")
    if depth:
        raise CueError("its brackets do not pair")
    if not any(part[0].isalnum() for part in parts):
        raise CueError("it names no word")
