"""German noun phrases in the cases that a letter's sentences ask for; "" where a gender or a number is not known."""

from __future__ import annotations

import re

from bonafide.tailoring.tongues.grammar import gender_of, grammar, is_doing, listed_in, small

NOUN = re.compile(r"[A-ZÄÖÜ][\w/-]*[\wäöüß]")
ARTICLES = {"m": ("den", "einen", "der"), "f": ("die", "eine", "die"), "n": ("das", "ein", "das")}
"""Of a gender the definite and the indefinite article of the accusative, and the definite one of the nominative."""
_ENDINGS = {"m": "en", "f": "e", "n": "es"}
_BARE = {"äu": "au", "ä": "a", "ö": "o", "ü": "u"}
_BESIDE = re.compile(
    r"(?P<before>\S+) (?P<joint>und|sowie) (?P<what>(?:[a-zäöüß]+e[rsn]? )?(?P<noun>[A-ZÄÖÜ][\w/-]+)) (?=(?:der|des|von|vom|für|an|in|im|am|mit|zu|zur|zum|eines|einer|neuer|aller)\b)"
)


def accusative(phrase: str, *, definite: bool) -> str:
    """A phrase as an object, its noun with an article where it needs one; "" where it cannot be known to be right.

    `definite`: "den Aufbau", with an adjective too; else an adjective takes "einen", "eine", "ein".
    """
    parts = phrase.split()
    first = parts[0].rstrip(",") if parts else ""
    if not first:
        return ""
    if first.lower() in listed_in("de", "words", "opening") or not first[0].isalpha():
        return small(phrase)
    if _named_by_verb(phrase):
        return f"das {phrase}"
    if is_adjective(first):
        return _described(first, parts[1:], definite)
    if first[0].islower():
        return phrase
    return _named(first, phrase)


def _named(noun: str, phrase: str) -> str:
    """A noun that opens a phrase: with its article in the singular, bare where two are joined or where it is a plural."""
    shared = (
        re.match(rf"{re.escape(noun)} (?:und|oder|sowie) (?P<whole>[A-ZÄÖÜ][\w-]+)", phrase)
        if noun.endswith("-")
        else None
    )
    if shared:
        # "Entwurfs- und Ausführungsplanung": the second has the gender of both.
        gender, many = gender_of(shared["whole"], "de"), is_plural(shared["whole"])
        return f"{ARTICLES[gender][0]} {phrase}" if gender and not many else phrase * many
    if not NOUN.fullmatch(noun):
        return ""
    if re.match(rf"{re.escape(noun)}(?:,| und| sowie) (?:[A-ZÄÖÜ]|zwei|drei|\d)", phrase):
        return phrase
    gender = gender_of(noun, "de")
    if gender and noun.lower() not in listed_in("de", "words", "plurals"):
        # "Data Warehouse": of two nouns side by side the second would have the gender.
        following = [word for word in phrase.split()[1:2] if not word.startswith("Ihr")]
        paired = following and NOUN.fullmatch(following[0])
        return "" if paired else f"{ARTICLES[gender][0]} {phrase}"
    return phrase if is_plural(noun) or _is_name(noun) else ""


def is_plural(noun: str) -> bool:
    """Whether a noun is known to be a plural."""
    last = noun.lower().rsplit("-", 1)[-1]
    known = grammar("de")["words"]
    return last.endswith((*known["plurals"], *known["plural_endings"])) or bool(singular_of(last))


def singular_of(noun: str) -> str:
    """`verträge` -> "vertrag", `felder` -> "feld": the noun of known gender of which a word is a regular plural; or ""."""
    ending, genders = ("er", "n") if noun.endswith("er") else ("e", "mn")
    stem = noun.removesuffix(ending)
    bare = re.sub(r"(?:äu|[äöü])(?=[^äöü]*$)", lambda found: _BARE[found[0]], stem)
    fit = (one for one in (stem, bare) if one != noun and gender_of(one, "de") in tuple(genders))
    return next(fit, "")


def _is_name(noun: str) -> bool:
    """Whether a word is a name by its spelling, or by what the vocabulary knows: "Kubernetes", "SAP"."""
    return sum(letter.isupper() for letter in noun) > 1 and "-" not in noun


def is_adjective(word: str) -> bool:
    """Whether a word is an inflected adjective of a known ending."""
    stem = re.sub(r"(?:e|er|es|en|em)$", "", word.lower())
    return word.lower() != stem and stem.endswith(tuple(grammar("de")["words"]["adjectives"]))


def _described(adjective: str, rest: list[str], definite: bool) -> str:
    """`Neuer Prozess` -> "einen neuen Prozess", `Neue Prozesse` -> "neue Prozesse"; `definite`: "den neuen Prozess"."""
    if len(rest) > 2 and rest[0] == "und" and is_adjective(rest[1]):
        # "Fachliche und technische Leitung": of two adjectives, told with an article that tells the gender.
        whole = _described(adjective, rest[2:], definite=True)
        return re.sub(r"^(\S+ \S+)", rf"\1 und {rest[1]}", whole) if gender_of(rest[2], "de") == "f" else ""
    noun = rest[0].rstrip(",") if rest else ""
    if not NOUN.fullmatch(noun):
        return ""
    gender = gender_of(noun, "de")
    definite = definite or adjective.lower().startswith(tuple(grammar("de")["words"]["definite"]))
    if gender and noun.lower() not in listed_in("de", "words", "plurals"):
        stem = re.sub(r"(?:e|er|es|en|em)$", "", adjective.lower())
        ending = ("en" if gender == "m" else "e") if definite else _ENDINGS[gender]
        return " ".join((ARTICLES[gender][0 if definite else 1], f"{stem}{ending}", *rest))
    return " ".join((adjective.lower(), *rest)) if is_plural(noun) and adjective.endswith("e") else ""


def is_act(line: str) -> bool:
    """Whether a line opens with a noun that names a doing: "Einführung", "Erfolgreicher Umbau", "Planen von"."""
    parts = line.split()
    noun = parts[1] if is_adjective(parts[0]) and len(parts) > 1 else parts[0]
    if noun == "und" and len(parts) > 3 and is_adjective(parts[2]):
        noun = parts[3]
    taught = noun.lower() in grammar("de")["doings"]["lasting"] and line.partition(f"{noun} ")[2][:3] in (
        "von",
        "der",
        "des",
    )
    if taught:
        return True  # "Ausbildung von neun Lotsen" is a doing, "Ausbildung zum Lotsen" none.
    noun = parts[2] if noun.endswith("-") and len(parts) > 2 else noun
    return is_doing(noun.rstrip(","), "de") or _named_by_verb(line)


def _named_by_verb(line: str) -> bool:
    """`Planen von Einsätzen`: an infinitive as a noun, which is neuter."""
    parts = line.split()
    verb = parts[0].lower() in listed_in("de", "verbs", "weak") and parts[0][:1].isupper()
    return verb and len(parts) > 1 and parts[1] in ("von", "der", "des", "eines", "einer")


def beside(phrase: str) -> str:
    """An object in which a second doing has its article too: "die Pflege der Pläne und die Schulung der Leute".

    Where the word before "und" names a doing itself, the second may belong to that: it stays as it is.
    """
    opened = phrase.startswith(("den ", "die ", "das "))
    return _BESIDE.sub(_second, phrase) if opened else phrase


def _second(found: re.Match[str]) -> str:
    if found["before"].endswith("-") or is_doing(found["before"], "de") or not is_doing(found["noun"], "de"):
        return found[0]
    object_ = accusative(found["what"], definite=True)
    return f"{found['before']} {found['joint']} {object_} " if object_ else found[0]
