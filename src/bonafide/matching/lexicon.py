"""The words of this room (`data/*.toml`), read once: what requirements say and how titles, degrees and places are called."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

from bonafide.language.sentences import STOPWORDS, stem


@lru_cache(maxsize=8)
def data(name: str) -> Mapping[str, Any]:
    """`data/<name>.toml` as a dict."""
    return tomllib.loads(
        resources.files("bonafide.matching").joinpath(f"data/{name}.toml").read_text("utf-8")
    )


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words, longest first, blanks and hyphens alike."""
    ordered = sorted(set(words), key=lambda phrase: (-len(phrase), phrase))
    body = "|".join(
        re.escape(phrase).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]?") for phrase in ordered
    )
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=32)
def pattern(name: str) -> re.Pattern[str]:
    """The phrases of one list of `words.toml` (`aside`, `depth`, `open_list`, `besides`, `relative`, `plus`)."""
    return phrases(data("words")[name])


def beginnings(words: Iterable[str]) -> re.Pattern[str]:
    """As `phrases`, but a word of eight letters or more may go on (`Betriebswirtschaft` in its `-slehre`)."""
    long = [word for word in words if len(word) >= 8 and " " not in word]
    body = "|".join(re.escape(word) for word in sorted(set(long), key=lambda word: (-len(word), word)))
    return re.compile(f"{phrases(words).pattern}|(?<!\\w)(?:{body or '(?!)'})\\w*", re.IGNORECASE)


@lru_cache(maxsize=1)
def generic() -> frozenset[str]:
    """Stems that name nothing to be found in a CV."""
    known = data("words")
    listed = (*known["generic"].split(), *known["generic_elsewhere"].split(), *STOPWORDS)
    return frozenset(stem(word) for word in listed)


@lru_cache(maxsize=1)
def alike() -> Mapping[str, frozenset[str]]:
    """For each stem the stems that say nearly the same."""
    found: dict[str, set[str]] = {}
    for line in data("words")["alike"]:
        group = {stem(word) for word in line.split()}
        for member in group:
            found.setdefault(member, set()).update(group - {member})
    return {member: frozenset(group) for member, group in found.items()}


@lru_cache(maxsize=1)
def unwanted() -> frozenset[str]:
    """Stems of what it is good to have none of (accidents, findings)."""
    return frozenset(stem(word) for word in data("words")["unwanted"].split())


@lru_cache(maxsize=1)
def light() -> frozenset[str]:
    """Stems of doing words, which say little without what is done."""
    return frozenset(stem(word) for word in data("words")["light"].split())
