"""An employer as the place of work: "bei Kranichwerke", "beim Klinikum Nord", "bei der Märkischen Bank"; "chez Scarpe"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bonafide.tailoring.tongues.german_nouns import is_plural
from bonafide.tailoring.tongues.grammar import gender_of, grammar

_COMPOUNDED = 6
"""Letters of a noun from which on a word that ends with it is its compound, and not there by chance."""
_DESCRIBED = re.compile(
    r"(?P<stem>[A-ZÄÖÜ][\w-]*(?:isch|lich|ional|entral))(?P<ending>e|er|es) (?P<noun>[A-ZÄÖÜ][\w-]+)\b"
)
_GENDERS = {"e": "f", "er": "m", "es": "n"}


def at(name: str, language: str) -> str:
    """The employer as where somebody works; the name alone in English."""
    if language == "en" or not name:
        return name
    return (_described(name) if language == "de" else "") or _framed(name, language)


def _framed(name: str, language: str) -> str:
    """By the noun that opens the name, or of German that ends it: "bei der Elbinsel Reederei"."""
    frames = grammar(language)["at"]
    words = name.lower().split()
    forms = {form: nouns for form, nouns in frames.items() if form != "plain"}
    opened = (form for form, nouns in forms.items() if _is_any(words[0], nouns))
    ended = (form for form, nouns in forms.items() if language == "de" and words[-1] in nouns)
    form = next(opened, "") or next(ended, "") or str(frames["plain"])
    return form.format(name=name)


def _is_any(word: str, nouns: Sequence[str]) -> bool:
    """Whether a word is one of the nouns, or a compound that ends with a long one: "Fördeklinik"."""
    return word in nouns or word.endswith(tuple(noun for noun in nouns if len(noun) >= _COMPOUNDED))


def _described(name: str) -> str:
    """`Märkische Bank` -> "bei der Märkischen Bank", where the adjective agrees with a noun of known gender; else "".

    In -e it agrees with a legal form that is not said, which is feminine: "Nordische Tiefbau [GmbH]".
    """
    found = _DESCRIBED.match(name)
    gender = _GENDERS[found["ending"]] if found else ""
    if not found or (
        gender_of(found["noun"], "de") != gender and (gender != "f" or is_plural(found["noun"]))
    ):
        return ""
    inflected = f"{found['stem']}en {name[found.start('noun') :]}"
    return f"bei der {inflected}" if gender == "f" else f"beim {inflected}"
