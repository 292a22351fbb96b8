"""The forms of words that letters need: a capital that falls inside a sentence, a past form, a plural, an article."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from bonafide.language import terms

_NAMING = ("tool", "standard", "credential", "speech")
_LETTERS = re.compile(r"[^\W\d_]+")
_SPOKEN = re.compile(r"(?=[A-Z]*[AEIOUY])[A-Z]{4,}\b")
"""Capitals that are said as a word: HIPAA, and not HTTP."""
WORD = re.compile(r"\d(?:[\d.,]*\d)?[^\W_]*(?:[’'-][^\W_]+)*|[^\W_]+(?:[’'-][^\W_]+)*")
"""A word as a reader counts it; a figure with its unit ("£3.4m") is one."""


@lru_cache
def verbs() -> Mapping[str, frozenset[str]]:
    """The lists of `verbs.toml`, by name."""
    text = files("bonafide.tailoring").joinpath("data", "verbs.toml").read_text("utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items() if isinstance(words, list)}


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
        return first != "A" or text[1:2] in ("-", "/")
    if first in verbs()["names"] or not first[1:].islower() or text[len(first) : len(first) + 1].isdigit():
        return True
    hits = terms.find_terms(text)
    if hits and hits[0].start == 0 and terms.kind_of(hits[0].term) in _NAMING:
        # A vocabulary's own spelling tells a product ("Kafka") from a thing ("Budget").
        later = hits[0].term.split()[1:]
        if later and all(word.isalpha() and word.islower() for word in later):
            return False
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


def article(phrase: str) -> str:
    """ "a" or "an", by sound: "an MBA", "a BSc", "an honours degree", "a university degree"."""
    first = phrase.split()[0]
    if _SPOKEN.match(first):
        return "an" if first[0] in "AEIO" else "a"
    if len(first) > 1 and sum(letter.isupper() for letter in first) > 1:
        return "an" if first[0] in "AEFHILMNORSX" else "a"
    sounded = first.casefold().startswith(("uni", "euro", "use"))
    silent = first.casefold().startswith(("hon", "hour", "heir"))
    return "an" if silent or (first[0].casefold() in "aeiou" and not sounded) else "a"


def is_plural(noun: str) -> bool:
    """Whether a noun takes "were"."""
    return (noun.endswith("s") and not noun.endswith(("ss", "us", "is"))) or noun in verbs()["plural"]


def known_as(name: str) -> str:
    """A company's name as people say it: without its legal form, "Larkspur Freight" for "Larkspur Freight, Inc."."""
    parts = name.split()
    while len(parts) > 1 and parts[-1].strip(".,").casefold() in verbs()["legal"]:
        parts.pop()
    return " ".join(parts).rstrip(",&")
