"""The forms of words that letters need: a capital that falls inside a sentence, a verb as a gerund, a plural."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from bonafide.language import terms

_NAMING = ("tool", "standard", "credential", "speech")
_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache
def verbs() -> Mapping[str, frozenset[str]]:
    """The lists of `verbs.toml`, by name."""
    text = files("bonafide.tailoring").joinpath("data", "verbs.toml").read_text("utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items() if isinstance(words, list)}


@lru_cache
def _bases() -> Mapping[str, str]:
    text = files("bonafide.tailoring").joinpath("data", "verbs.toml").read_text("utf-8")
    table: Mapping[str, str] = tomllib.loads(text)["bases"]
    return table


def inner(text: str, context: str = "") -> str:
    """The text as it stands inside a sentence: its first letter is small, unless it opens with a name.

    `context`: where a name would be seen with its capital in mid-sentence.
    """
    first = _LETTERS.match(text)
    if first is None or not text[0].isupper() or _is_name(text, first[0], context):
        return text
    return text[0].lower() + text[1:]


def _is_name(text: str, first: str, context: str) -> bool:
    if len(first) == 1:
        return first != "A"
    if first in verbs()["names"] or not first[1:].islower() or text[len(first) : len(first) + 1].isdigit():
        return True
    hits = terms.find_terms(text)
    if hits and hits[0].start == 0 and terms.kind_of(hits[0].term) in _NAMING:
        # A vocabulary's own spelling tells a product ("Kafka") from a thing ("Budget").
        return (
            text[: hits[0].end].casefold() == hits[0].term.casefold() or len(text[: hits[0].end].split()) == 1
        )
    return bool(re.search(rf"[a-z,] {first}\b", context)) and not re.search(rf"\b{first.lower()}\b", context)


def is_past(word: str) -> bool:
    """Whether a word, or the last part of a hyphened one, is the past form of a verb."""
    return any(_plain_past(part) for part in (word, word.rsplit("-", 1)[-1]))


def _plain_past(word: str) -> bool:
    if word in verbs()["not_acts"]:
        return False
    return word in verbs()["past"] or (word.endswith("ed") and len(word) > 4)


def is_base(word: str) -> bool:
    """Whether a word is the plain form of a verb that postings and CVs open with."""
    return word in verbs()["present"]


def is_gerund(word: str) -> bool:
    """Whether a word is the -ing form of such a verb."""
    return word.endswith("ing") and any(is_base(form) for form in (word[:-3], word[:-3] + "e", word[:-4]))


def gerund(verb: str) -> str:
    """`moved`, `led`, `run` -> `moving`, `leading`, `running`; "" where it is not known."""
    stem, hyphen, word = verb.rpartition("-")
    base = _bases().get(word, "" if word.endswith("ed") else word)
    made = _from_base(base) if base else _from_past(word)
    return f"{stem}{hyphen}{made}" if made else ""


def _from_past(word: str) -> str:
    if word.endswith("ied"):
        return f"{word[:-3]}ying"
    return f"{word[:-1]}ing" if word.endswith("eed") else f"{word[:-2]}ing"


def _from_base(base: str) -> str:
    if base in verbs()["doubling"]:
        return f"{base}{base[-1]}ing"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return f"{base[:-1]}ing"
    return f"{base}ing"


def is_plural(noun: str) -> bool:
    """Whether a noun takes "were"."""
    return (noun.endswith("s") and not noun.endswith(("ss", "us", "is"))) or noun in verbs()["plural"]


def known_as(name: str) -> str:
    """A company's name as people say it: without its legal form, "Larkspur Freight" for "Larkspur Freight, Inc."."""
    parts = name.split()
    while len(parts) > 1 and parts[-1].strip(".,").casefold() in verbs()["legal"]:
        parts.pop()
    return " ".join(parts).rstrip(",&")
