"""JavaScript values as pages keep them for their own scripts: bare keys, any quotes, arguments for what repeats.

Read by hand and never run: what is no literal, such as a call, ends the reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bonafide.posting.jsonld import lenient

_DEEPEST = 60
_SPACE = re.compile(r"(?:\s+|//[^\n]*|/\*.*?\*/)*", re.S)
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|`(?:[^`\\$]|\\.)*`', re.S)
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.S)
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "0": "", "\n": ""}
_CONSTANTS = {"null": None, "undefined": None, "true": True, "false": False, "NaN": None, "Infinity": None}
# `!0`, `!1` and `void 0` are what minifiers write for true, false and undefined.
_SHORT = re.compile(r"!0|!1|void 0")
_SHORTS = {"!0": True, "!1": False, "void 0": None}
_CALLED = re.compile(r"\(function\((?P<names>[\w$,\s]{0,20000})\)\{\s*return\s*(?=\{)")


class NoLiteral(ValueError):
    """What stands there is no literal."""


def value_at(text: str, start: int, known: Mapping[str, Any] | None = None) -> tuple[Any, int]:
    """The value that begins at an index, and the index behind it; raises NoLiteral."""
    return _Reader(text, known or {}).value(start, 0)


def returned(text: str) -> Iterator[Any]:
    """The objects that functions return which are called where they stand: `(function(a){return {…}})(1)`."""
    for call in list(_CALLED.finditer(text))[:5]:
        try:
            names = [name.strip() for name in call["names"].split(",")]
            yield value_at(text, call.end(), dict(zip(names, _arguments(text, call.end()), strict=False)))[0]
        except NoLiteral:
            continue


def _arguments(text: str, start: int) -> list[Any]:
    """What a function is called with whose returned value begins at an index."""
    _, end = value_at(text, start)
    opening = re.compile(r"[\s;]*\}\s*\)?\s*\(").match(text, end)
    return _Reader(text, {}).sequence(opening.end(), ")", 0)[0] if opening else []


class _Reader:
    """Reads one value at a time; `known` are the values of names."""

    def __init__(self, text: str, known: Mapping[str, Any]) -> None:
        self.text = text
        self.known = known

    def value(self, at: int, depth: int) -> tuple[Any, int]:
        at = self._skip(at)
        sign = self.text[at : at + 1]
        if depth > _DEEPEST:
            raise NoLiteral("nested too deeply")
        if sign == "{":
            return self._object(at + 1, depth + 1)
        if sign == "[":
            return self.sequence(at + 1, "]", depth + 1)
        return self._simple(at)

    def _simple(self, at: int) -> tuple[Any, int]:
        if found := _STRING.match(self.text, at):
            return _unescaped(found.group()[1:-1]), found.end()
        if found := _NUMBER.match(self.text, at):
            return lenient().decode(_jsonlike(found.group())), found.end()
        if found := _SHORT.match(self.text, at):
            return _SHORTS[found.group()], found.end()
        if found := _NAME.match(self.text, at):
            name = found.group()
            return self.known.get(name, _CONSTANTS.get(name)), found.end()
        raise NoLiteral(f"no value at {at}")

    def _object(self, at: int, depth: int) -> tuple[dict[str, Any], int]:
        found: dict[str, Any] = {}
        while True:
            at = self._skip(at)
            if self.text[at : at + 1] == "}":
                return found, at + 1
            key, at = self._key(at)
            found[key], at = self.value(self._past(at, ":"), depth)
            at = self._next(at, "}")

    def sequence(self, at: int, closing: str, depth: int) -> tuple[list[Any], int]:
        """Values up to a closing bracket."""
        found: list[Any] = []
        while True:
            at = self._skip(at)
            if self.text[at : at + 1] == closing:
                return found, at + 1
            value, at = self.value(at, depth)
            found.append(value)
            at = self._next(at, closing)

    def _key(self, at: int) -> tuple[str, int]:
        if found := _STRING.match(self.text, at):
            return _unescaped(found.group()[1:-1]), found.end()
        if found := _NAME.match(self.text, at) or _NUMBER.match(self.text, at):
            return found.group(), found.end()
        raise NoLiteral(f"no key at {at}")

    def _next(self, at: int, closing: str) -> int:
        at = self._skip(at)
        return at if self.text[at : at + 1] == closing else self._past(at, ",")

    def _past(self, at: int, sign: str) -> int:
        at = self._skip(at)
        if self.text[at : at + 1] != sign:
            raise NoLiteral(f"no {sign} at {at}")
        return at + 1

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found else at


def _jsonlike(number: str) -> str:
    """`.5` and `5.` as JSON writes them."""
    whole = re.sub(r"^(-?)\.", r"\g<1>0.", number)
    return re.sub(r"\.(?=$|[eE])", ".0", re.sub(r"^(-?)0+(?=\d)", r"\1", whole))


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    units = _ESCAPE.sub(_escape, text)  # a sign beyond 16 bits is written as two halves
    return units.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


def _escape(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code is None:
        return _PLAIN.get(found[4], found[4])
    number = int(code, 16)
    return chr(number) if number < 0x110000 else ""
