"""A language and a certificate as sentences of their own, as German and French say them."""

from __future__ import annotations

from bonafide.model.profile import Language
from bonafide.tailoring.degrees import small
from bonafide.tailoring.phrases import Choice
from bonafide.tailoring.tongues.elision import begins_open, elided
from bonafide.tailoring.tongues.grammar import gender_of

_ARTICLES = {"de": {"m": "den", "f": "die", "n": "das"}, "fr": {"m": "du", "f": "de la"}}
"""The article of what somebody has: in German the accusative's, in French with "de"."""


def language_item(spoken: Language, choice: Choice) -> str:
    """A language with its level as one of several stands in a sentence: "fließend Dänisch", "Polnisch (B1)"; "" of one that has a
    sentence of its own."""
    name, level = small(spoken.language or "", choice.language), spoken.fluency or ""
    kind = _kind(level, choice)
    if kind in ("native", "basic"):
        return ""
    if kind:
        return choice.fill(f"words.item_{kind}", {"language": name}, capital=False) or ""
    return f"{name} ({level})" if level and len(level.split()) == 1 else name


def language_of(spoken: Language, choice: Choice) -> str | None:
    """The sentence of a language that is somebody's first, or of which they know a little."""
    name = small(spoken.language or "", choice.language)
    values = {"language": name, "le": elided("le", name), "of": elided("de", name)}
    return choice.fill(f"words.speaks_{_kind(spoken.fluency or '', choice)}", values)


def _kind(level: str, choice: Choice) -> str:
    """How well, by a word for it: `native`, `fluent`, `able` or `basic`; "" of any other level."""
    kinds = ("native", "fluent", "able", "basic")
    return next((kind for kind in kinds if level.casefold() in choice.plain(f"words.levels_{kind}")), "")


def certificate_of(name: str, choice: Choice) -> str | None:
    """A certificate by its noun, where its gender is known and it is a word of the language; else by its name."""
    noun = name.split()[0]
    gender = gender_of(noun, choice.language) if noun[1:].islower() and len(noun) > _SHORT else ""
    if not gender:
        return choice.fill("words.certified", {"name": name})
    article = _ARTICLES[choice.language].get(gender, "")
    inner = f"{noun[0].lower()}{name[1:]}" if choice.language == "fr" else name
    melted = article == "de la" and begins_open(inner)
    taught = noun.lower().endswith(tuple(choice.plain("words.taught")))
    form = "words.certified_taught" if taught else "words.certified_noun"
    return choice.fill(form, {"name": f"de l’{inner}" if melted else f"{article} {inner}"})


_SHORT = 5
"""Letters of a noun from which on its ending tells its gender, and not that of a name."""
