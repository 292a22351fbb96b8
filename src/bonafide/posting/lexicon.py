"""The words that people edit: headings, cues, labels, countries, cities, currencies; read once, checked on load."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from typing import Any

from bonafide.model.faults import BugFault
from bonafide.posting.lines import fold
from bonafide.posting.phrases import Phrases


@lru_cache(maxsize=32)
def table(name: str) -> dict[str, Any]:
    """The data file `data/<name>.toml`; raises BugFault where it is not TOML."""
    text = resources.files("bonafide.posting").joinpath(f"data/{name}.toml").read_text("utf-8")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise BugFault(
            f"The word list is not valid TOML: {fault}.", where=f"posting/data/{name}.toml"
        ) from fault


def phrases(name: str, kind: str, languages: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The phrases of one kind, in the order of the file; raises BugFault for a wrong shape.

    Of the given languages only, or of all where none is given.
    """
    found = table(name).get(kind, {})
    if isinstance(found, dict):
        found = [
            phrase
            for language, own in found.items()
            if not languages or language in languages
            for phrase in own
        ]
    if not all(isinstance(phrase, str) and phrase.strip() for phrase in found):
        raise BugFault(f"“{kind}” must hold lists of phrases.", where=f"posting/data/{name}.toml")
    return tuple(found)


@lru_cache(maxsize=128)
def matcher(name: str, kind: str, languages: tuple[str, ...] = ()) -> Phrases:
    """Finds the phrases of one kind in folded text."""
    return Phrases(phrases(name, kind, languages))


@lru_cache(maxsize=64)
def listed(name: str, *path: str) -> Phrases:
    """Finds the phrases of a plain list at a path of keys."""
    found: Any = table(name)
    for key in path:
        found = found[key]
    return Phrases(found)


def anyof(given: Iterable[str]) -> re.Pattern[str]:
    """One pattern for few phrases that are to be part of a longer pattern: word-bounded, the longest first."""
    patterns = sorted({_pattern(phrase) for phrase in given}, key=len, reverse=True)
    return re.compile("(?:" + "|".join(patterns or ["(?!)"]) + ")")


def _pattern(phrase: str) -> str:
    plain = fold(phrase)
    body = re.escape(plain).replace(r"\ ", " ")
    before = r"(?<!\w)" if plain[:1].isalnum() else ""
    after = "" if plain.endswith("*") else r"(?!\w)" if plain[-1:].isalnum() else ""
    return before + body.removesuffix(r"\*") + after
