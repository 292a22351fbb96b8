"""The data of a language's grammar, and what it says of a noun."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from bonafide.language import sentences

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


def is_told(noun: str, language: str) -> bool:
    """Whether a noun is known to name a doing, by the verb that tells it."""
    doings = grammar(language)["doings"]
    return any(noun.lower() in doings[kind] for kind in ("lasting", "made", "once"))


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
    return {_kernel(word, language) for word in words}


@lru_cache(maxsize=8192)
def _kernel(word: str, language: str) -> str:
    """A word without its ending; of a verb the doing that it tells, of who is led one word for all."""
    alike = _alike(language)
    if word in listed_in(language, "alike", "people"):
        return "people"
    noun = alike.get(word, word)
    return "lead" if noun in grammar(language)["alike"]["lead"] else _INFLECTED[language].sub("", noun)


@lru_cache
def _alike(language: str) -> Mapping[str, str]:
    """By the forms of a verb the noun of the doing that it tells: "eingeführt" -> "einführung", "encadre" -> "encadrement"."""
    doings = grammar(language)["doings"]
    found: dict[str, str] = {}
    for kind in ("once", "made", "lasting"):
        for noun, verb in doings[kind].items():
            forms = verb if isinstance(verb, list) else doings.get("forms", {}).get(verb, _regular(verb))
            found |= dict.fromkeys(forms[: 2 + (language == "fr")], noun)
    return found


def _regular(verb: str) -> list[str]:
    """Of a German participle itself, of a French infinitive in -er its forms as a letter and a posting have them."""
    stem = verb.removesuffix("er")
    return [verb] if stem == verb else [f"{stem}e", verb, f"{stem}é"]
