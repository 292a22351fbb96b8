"""The forms of French verbs behind "je": of verbs in -er by rule, of others as the grammar lists them."""

from __future__ import annotations

import re

from bonafide.tailoring.tongues.elision import elided
from bonafide.tailoring.tongues.grammar import grammar


def present(infinitive: str) -> str:
    """`gérer` -> "gère", `diriger` -> "dirige", `tenir` -> "tiens"."""
    return _listed(infinitive, 0) or re.sub(r"é([^aeiouyéè]{1,2})$", r"è\1", infinitive[:-2]) + "e"


def imperfect(infinitive: str) -> str:
    """`diriger` -> "dirigeais", `piloter` -> "pilotais"."""
    stem = infinitive[:-2]
    regular = f"{stem}e" if stem.endswith("g") else f"{stem[:-1]}ç" if stem.endswith("c") else stem
    return _listed(infinitive, 1) or f"{regular}ais"


def participle(infinitive: str) -> str:
    """`piloter` -> "piloté", `réduire` -> "réduit"."""
    return _listed(infinitive, 2) or f"{infinitive[:-2]}é"


def _listed(infinitive: str, place: int) -> str:
    """A form of a verb that the grammar lists, with what belongs to the verb behind it ("mettre en place"); or ""."""
    verb, _, more = infinitive.partition(" ")
    forms = grammar("fr")["doings"]["forms"].get(verb)
    return f"{forms[place]} {more}".strip() if forms else ""


def also(clause: str) -> str:
    """`ai formé deux pilotes` -> "j’ai également formé deux pilotes", `gère le port` -> "je gère également le port"."""
    verb, _, rest = clause.partition(" ")
    two = rest.startswith("et ")  # "recrute et fidélise": it would part the verbs.
    return f"{elided('je', verb)} également {rest}" if rest and not two else ""


def there(clause: str) -> str:
    """`ai formé deux pilotes` -> "j’y ai formé deux pilotes"; "" of a verb that has its own "à"."""
    verb = clause.removeprefix("ai ")
    return "" if verb.startswith(_REACHING) else f"j’y {clause}"


_REACHING = (
    "suis ",
    "étais ",
    "particip",
    "contribu",
    "travaill",
    "collabor",
    "répond",
    "procéd",
    "veill",
    "assist",
)
