"""What hangs on a German noun, as the object of that noun's verb: `eines neuen Teams` -> "ein neues Team".

The genitive and "von" with the dative become the accusative; "" where number or gender is not known.
"""

from __future__ import annotations

import re

from bonafide.tailoring.tongues.german_nouns import is_plural, singular_of
from bonafide.tailoring.tongues.grammar import gender_of, grammar, listed_in

_JOINTS = ("und", "oder", "sowie", "bzw.")
_SECOND = re.compile(
    r"(?P<one>(?:der|des|eines|einer)(?: [a-zäöüß]+)* [A-ZÄÖÜ][\w-]+) (?P<joint>und|sowie) (?P<other>(?:der|des|eines|einer) .+)"
)
"""`der Website und der neuen Medien`: two of which each has its article."""
_ENDINGS = {
    "des": {"m": ("den", "en"), "n": ("das", "e")},
    "eines": {"m": ("einen", "en"), "n": ("ein", "es")},
    "einer": {"f": ("eine", "e")},
}
"""By a genitive's article and a gender the article of the accusative and the ending of an adjective behind it."""


def object_of(complement: str) -> str:
    """The accusative of a complement with all that follows it; "" where it cannot be known to be right."""
    second = _SECOND.fullmatch(complement)
    if second:
        one, other = _object(second["one"]), object_of(second["other"])
        return f"{one} {second['joint']} {other}" if one and other else ""
    return _object(complement)


def _object(complement: str) -> str:
    first, _, rest = complement.partition(" ")
    if not first or not rest.strip():
        return ""
    if first == "von":
        return _plurals(rest)
    if first == "der":
        return _definite(rest)
    if first in _ENDINGS:
        return _singular(first, rest)
    if first[0].islower() and first.endswith("er") and rest[0].isupper():
        noun, _, more = rest.partition(" ")
        # "dualer Studierender": a noun that is an adjective loses its -r too.
        many = noun.endswith("r") and noun[:-1].lower().endswith(tuple(grammar("de")["words"]["plurals"]))
        return " ".join(filter(None, (first[:-1], noun[:-1] if many else noun, more)))
    return ""


def _plurals(text: str) -> str:
    """What follows "von": `neun Fähren und Schleppern` -> "neun Fähren und Schlepper"; a name stays as it is."""
    words = text.split()
    for at, word in enumerate(words):
        bare = word.rstrip(",")
        if not bare:
            return ""
        if bare.endswith("-"):
            continue
        formed = _noun(bare) if bare[0].isupper() else _described(bare)
        if not formed:
            return ""
        words[at] = formed + word[len(bare) :]
        if bare[0].isupper() and not word.endswith(","):
            if words[at + 1 : at + 2] and words[at + 1] in _JOINTS:
                continue
            return " ".join(words)
    return " ".join(words) if words[-1][0].isupper() else ""


def _noun(noun: str) -> str:
    """A noun of the dative plural as one of the accusative; one of another kind as it is; "" where that is not known."""
    last = noun.lower().rsplit("-", 1)[-1]
    known = grammar("de")["cases"]
    if (
        not last.endswith("n")
        or last.endswith(tuple(known["weak"]))
        or (noun[1:] != noun[1:].lower() and "-" not in noun)
    ):
        return noun
    if last[:-1].endswith(tuple(grammar("de")["words"]["plurals"])):
        return noun[:-1]
    one = (
        {gender_of(form, "de") for form in (last, last[:-1], last[:-2])}
        if last.endswith(("en", "rn", "ln"))
        else set()
    )
    if "f" in one or last.endswith(("innen", *known["same"])):
        return noun
    if singular_of(last[:-1]) or last.endswith(("ern", "eln")):
        return noun[:-1]
    return ""


def _described(word: str) -> str:
    """A word before a noun of the dative plural: an adjective loses its -n, a number stands; "" of any other."""
    if word in _JOINTS or word in listed_in("de", "cases", "numbers") or not word[0].isalpha():
        return word
    return word[:-1] if word.endswith("en") else ""


def _definite(text: str) -> str:
    """What follows the genitive's "der", of a feminine or of a plural: `neuen Linie` -> "die neue Linie"."""
    words = text.split()
    at = next((i for i, word in enumerate(words) if word[0].isupper()), -1)
    if at < 0:
        return ""
    noun = words[at].rstrip(",")
    plural, feminine = is_plural(noun), gender_of(noun, "de") == "f"
    if at and plural == feminine:
        return ""
    described = [word.removesuffix("n") if feminine else word for word in words[:at]]
    return " ".join(("die", *described, *words[at:]))


def _singular(article: str, text: str) -> str:
    """What follows "des", "eines" or "einer": `neuen Teams` -> "das neue Team", "ein neues Team"."""
    words = text.split()
    at = next((i for i, word in enumerate(words) if word[0].isupper()), -1)
    if at < 0 or not all(word.endswith("en") for word in words[:at]):
        return ""
    beside = at + 1 if len(words) > at + 1 and words[at + 1][0].isupper() else at
    # "des Data Warehouse": of a name in two words the second has the gender.
    head = next((i for i in (at, beside) if _nominative(words[i].rstrip(","), article)[1]), at)
    noun = words[head].rstrip(",")
    formed, gender = _nominative(noun, article)
    if gender not in _ENDINGS[article]:
        return ""
    form, ending = _ENDINGS[article][gender]
    described = [f"{word.removesuffix('en')}{ending}" for word in words[:at]]
    return " ".join(
        (form, *described, *words[at:head], formed + words[head][len(noun) :], *words[head + 1 :])
    )


def _nominative(noun: str, article: str) -> tuple[str, str]:
    """A noun of the genitive without its ending, and its gender; of a feminine as it stands."""
    if article == "einer":
        return noun, gender_of(noun, "de")
    ends = (end for end in ("es", "s", "") if noun.endswith(end))
    fit = ((noun.removesuffix(end), gender_of(noun.removesuffix(end), "de")) for end in ends if len(noun) > 3)
    return next(((form, gender) for form, gender in fit if gender in ("m", "n")), ("", ""))
