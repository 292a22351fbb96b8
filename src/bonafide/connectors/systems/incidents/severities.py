"""What is a severity, and what stands in its place: only the first may be told of incidents, since the second may be a name. Pure."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_TOKENS = re.compile(r"[^\W\d_]+|\d+")
_NUMBER = re.compile(r"\d{1,2}")
LONGEST = 30


@cache
def _words() -> frozenset[str]:
    found = tomllib.loads(Path(__file__).with_name("columns.toml").read_text("utf-8"))
    return frozenset(found["words"]["severity"])


def severity(text: str) -> str:
    """The text where it is a severity (`P1`, `1 - Critical`, `Hoch`), else ""."""
    tokens = [token.casefold() for token in _TOKENS.findall(text)]
    known = all(token in _words() or _NUMBER.fullmatch(token) for token in tokens)
    return text if tokens and known and len(text) <= LONGEST else ""
