"""The data of a language's grammar, and what it says of a noun."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from bonafide.language import sentences

_COMPOUNDED = 6
"""Letters of a noun from which on a word that ends with it is its compound, and not there by chance."""
_INFLECTED = {
    "de": re.compile(r"(?<=\w{4})(?:lern?|e[rsnm]?|s|n)$"),
    "fr": re.compile(r"(?<=\w{4})(?:e?s|e|x)$"),
}
"""The endings of a language's words."""
_WORD = re.compile(r"[^\W\d_](?:[\w’'&+/-]*\w)?")


@lru_cache
def grammar(language: str) -> Mapping[str, Any]:
    """The tables of `grammar.{language}.toml`."""
    text = files("bonafide.tailoring").joinpath("data", f"grammar.{language}.toml").read_text("utf-8")
    return tomllib.loads(text)


@lru_cache
def listed_in(language: str, table: str, name: str) -> frozenset[str]:
    """One list of a table, to look words up in."""
    return frozenset(grammar(language)[table][name])


@lru_cache(maxsize=4096)
def gender_of(noun: str, language: str) -> str:
    """`m`, `f` or `n` by the longest ending that is known, of a compound with a hyphen its last part; "" where none is."""
    last = noun.lower().rsplit("-", 1)[-1]
    found = [
        (len(ending), gender)
        for gender, endings in grammar(language)["genders"].items()
        for ending in endings
        if last.endswith(ending)
    ]
    return max(found)[1] if found else ""


@lru_cache(maxsize=4096)
def is_doing(noun: str, language: str) -> bool:
    """Whether a noun names a doing: "Einführung", "mise"."""
    acts, last = grammar(language)["acts"], noun.lower().rsplit("-", 1)[-1]
    # French has no compounds: "établissement" rules out itself, and not "rétablissement".
    barred = last.endswith(tuple(acts["not"])) if language == "de" else last in acts["not"]
    return last.endswith(tuple(acts["endings"])) and not barred


def at(name: str, language: str) -> str:
    """An employer as the place of work: "bei Kranichwerke", "beim Klinikum Nord"; the name alone in English."""
    if language == "en":
        return name
    frames = grammar(language)["at"]
    first = name.split(" ", 1)[0].lower()
    named = (form for form, nouns in frames.items() if form != "plain" and _is_any(first, nouns))
    return next(named, str(frames["plain"])).format(name=name)


def _is_any(word: str, nouns: Sequence[str]) -> bool:
    """Whether a word is one of the nouns, or a compound that ends with a long one: "Fördeklinik"."""
    return word in nouns or word.endswith(tuple(noun for noun in nouns if len(noun) >= _COMPOUNDED))


def words_in(text: str) -> list[str]:
    """The words of a text in lower case, figures left out."""
    return [word.lower() for word in _WORD.findall(text)]


def small(text: str) -> str:
    """The text with a small first letter, unless its first word is a name by its spelling ("API", "eMail")."""
    first = text.split(" ", 1)[0]
    return text if not first[1:].islower() and len(first) > 1 else text[:1].lower() + text[1:]


def kernels(text: str, language: str) -> set[str]:
    """What the words of a text share with their inflected forms, small words left out; not words to print."""
    if language == "en":
        return {sentences.stem(word) for word in sentences.words(text) if word not in sentences.STOPWORDS}
    words = (word for word in sentences.words(text) if word not in listed_in(language, "words", "function"))
    return {_INFLECTED[language].sub("", word) for word in words}
