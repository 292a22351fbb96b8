"""The forms of German verbs that a line of a CV may hold: the first person's preterite and present, and participles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from bonafide.tailoring.tongues.grammar import grammar, listed_in

_PARTICIPLE = re.compile(
    r"(?:[a-zäöüß]*ge[a-zäöüß]{2,}t|[a-zäöüß]+iert|(?:[a-zäöüß]{2,4})?(?:be|ver|ent|er|zer|über|unter|wieder|durch)[a-zäöüß]{2,}t)"
)
_BY = re.compile(
    r"habe (?P<what>[^,;:]+?) (?P<rest>(?:um (?:\w+ )?\d|um ein |von \S+(?: \S+)? auf |innerhalb ).+)"
)
_ADVERBIAL = frozenset(("durch", "mit", "ohne", "per", "dank", "in", "bei", "und", "auf", "sowie"))
"""Words that may tell how or when, and so would not stand before the verb with the object."""


@cache
def preterites() -> frozenset[str]:
    """The first person's past of every verb that is known: "leitete", "betrieb"."""
    weak = (_stem(verb) for verb in grammar("de")["verbs"]["weak"])
    regular = (f"{stem}{'e' * _dental(stem)}te" for stem in weak)
    return frozenset((*regular, *grammar("de")["verbs"]["past"]))


def presents(*, alone: bool) -> Mapping[str, str]:
    """The first person's present by itself and, where the verb stands `alone`, by the third: "leitet" -> "leite"."""
    return _presents() | _presents_of_others() if alone else _presents()


@cache
def _presents() -> dict[str, str]:
    regular = [_first(verb) for verb in grammar("de")["verbs"]["weak"]]
    return {form: form for form in (*regular, *grammar("de")["verbs"]["present"])}


@cache
def _presents_of_others() -> dict[str, str]:
    verbs = grammar("de")["verbs"]["weak"]
    regular = {f"{_stem(verb)}{'e' * _dental(_stem(verb))}t": _first(verb) for verb in verbs}
    return {**regular, **grammar("de")["verbs"]["present_of_others"]}


def _stem(infinitive: str) -> str:
    return infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]


def _dental(stem: str) -> bool:
    return stem.endswith(("t", "d")) or bool(re.search(r"(?:[^aeiouäöülrmnh]|ch)(?:m|n)$", stem))


def _first(infinitive: str) -> str:
    """`leiten` -> "leite", `entwickeln` -> "entwickle", `steuern` -> "steuere"."""
    if infinitive.endswith("eln"):
        return f"{infinitive[:-3]}le"
    return f"{_stem(infinitive)}e"


def is_participle(word: str) -> bool:
    """Whether a word in small letters is a participle that goes with "haben"."""
    if not word.islower() or word in listed_in("de", "words", "not_participles"):
        return False
    return word in listed_in("de", "words", "participles") or bool(_PARTICIPLE.fullmatch(word))


def turned(clause: str) -> str:
    """`senkte Kosten` -> "senkte ich Kosten", as it stands behind what opens a sentence; `plante und baute Schiffe` ->
    "plante und baute ich Schiffe"."""
    verb, _, rest = clause.partition(" ")
    second = re.match(r"und (?P<verb>[a-zäöüß]+) (?P<rest>.+)", rest)
    if second:
        return f"{verb} und {second['verb']} ich {second['rest']}"
    return f"{verb} ich {rest}"


def object_first(clause: str) -> str:
    """`habe den Umsatz um 9 % gesteigert` -> "den Umsatz habe ich um 9 % gesteigert"; "" where it is not known to end where
    the change begins."""
    found = _BY.fullmatch(clause)
    if not found or not re.search(r"\b[A-ZÄÖÜ]", found["what"]):
        return ""
    words = found["what"].split()
    apart = _ADVERBIAL.intersection(words) or any(is_participle(word) for word in words)
    return "" if apart else f"{found['what']} habe ich {found['rest']}"
