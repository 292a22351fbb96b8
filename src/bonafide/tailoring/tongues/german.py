"""A line of a German CV as a clause, or a noun phrase in the accusative; what cannot be said rightly is not told.

`Cloud-Kosten um 28 % gesenkt` -> "habe Cloud-Kosten um 28 % gesenkt", which stands behind "ich" or, turned about, behind
what opens the sentence; `Aufbau eines Teams` -> "den Aufbau eines Teams".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bonafide.language import sentences
from bonafide.tailoring.tellings import Shape, Telling
from bonafide.tailoring.tongues.grammar import gender_of, grammar, is_doing, listed_in, small, words_in

LONGEST = 38
"""Words of a line that one sentence can carry."""
_PART = re.compile(r";\s+|\s[–—]\s")
_NOUN = re.compile(r"[A-ZÄÖÜ][\w/-]*[\wäöüß]")
_ACT_JOINT = re.compile(r"^(?:(?P<first>[A-ZÄÖÜ][\w-]+)(?P<joint>, | und | sowie ))+?(?=[A-ZÄÖÜ])")
_PARTICIPLE = re.compile(
    r"(?:[a-zäöüß]*ge[a-zäöüß]{2,}t|[a-zäöüß]+iert|(?:[a-zäöüß]{2,4})?(?:be|ver|ent|er|zer|über|unter|wieder|durch)[a-zäöüß]{2,}t)"
)
_JOINT = re.compile(r"(?: und |, )(?P<adverb>damit |dadurch |so |dabei )?(?=\S+ \S)")
_ARTICLES = {"m": ("den", "einen", "der"), "f": ("die", "eine", "die"), "n": ("das", "ein", "das")}
_ENDINGS = {"m": "en", "f": "e", "n": "es"}


def tellings_of(text: str, *, current: bool) -> Iterator[Telling]:
    """What the first sentence of a line tells, where it can be told rightly; `current`: of a post still held."""
    found = sentences.split(text)
    line = found[0].text.strip().rstrip(".;: ") if found else ""
    if (
        not line
        or len(line.split()) > LONGEST
        or not listed_in("de", "verbs", "others").isdisjoint(words_in(line))
    ):
        return
    if " " not in line or ":" in line:
        return
    head, tail = _parted(line)
    told = _finite(head, current) or _participle(head) or _responsible(head, current) or _doing(head)
    whole = told and _with_tail(told, tail)
    if whole:
        yield whole


def _parted(line: str) -> tuple[str, str]:
    parts = _PART.split(line, maxsplit=1)
    return parts[0], parts[1] if len(parts) > 1 else ""


def _finite(line: str, current: bool) -> Telling | None:
    """`Leite zwölf Leute`, `Führte Kubernetes ein`: the verb in front, in the first person already or made so."""
    first, _, rest = line.partition(" ")
    verb = first.casefold()
    if verb in ("ich", "habe", "bin"):
        return _spoken(line, verb)
    if verb in _preterites():
        object_ = _object(rest)
        return Telling(Shape.ACT, f"{verb} {object_}") if object_ else None
    form = verb if verb in _presents() else _presents_of_others().get(verb, "") if _one_verb(rest) else ""
    object_ = _object(rest) if form and current else ""
    return Telling(Shape.NOW, f"{form} {object_}") if object_ else None


def _spoken(line: str, verb: str) -> Telling | None:
    """`Ich habe ...`, `Habe ...`: told in the first person as it stands."""
    clause = line.partition(" ")[2] if verb == "ich" else small(line)
    return Telling(Shape.NOW if clause.startswith("bin ") else Shape.ACT, clause) if clause else None


def _one_verb(rest: str) -> bool:
    """Whether nothing behind the first verb is another in the third person: "und berichtet an den Vorstand"."""
    return not re.search(r"\bund [a-zäöüß]+t\b", rest)


@cache
def _preterites() -> frozenset[str]:
    weak = (_stem(verb) for verb in grammar("de")["verbs"]["weak"])
    strong = (verb for verb in grammar("de")["verbs"]["strong"] if not verb.endswith("e"))
    return frozenset((*(f"{stem}{'e' * _dental(stem)}te" for stem in weak), *strong))


@cache
def _presents() -> frozenset[str]:
    strong = (verb for verb in grammar("de")["verbs"]["strong"] if verb.endswith("e"))
    return frozenset((*(_first(verb) for verb in grammar("de")["verbs"]["weak"]), *strong))


@cache
def _presents_of_others() -> dict[str, str]:
    """The first person by the third: "leitet" -> "leite"."""
    verbs = grammar("de")["verbs"]["weak"]
    return {f"{_stem(verb)}{'e' * _dental(_stem(verb))}t": _first(verb) for verb in verbs}


def _stem(infinitive: str) -> str:
    return infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]


def _dental(stem: str) -> bool:
    return stem.endswith(("t", "d")) or bool(re.search(r"[^aeiouäöülrmnh](?:m|n)$", stem))


def _first(infinitive: str) -> str:
    """`leiten` -> "leite", `entwickeln` -> "entwickle", `steuern` -> "steuere"."""
    if infinitive.endswith("eln"):
        return f"{infinitive[:-3]}le"
    return f"{_stem(infinitive)}e"


def _participle(line: str) -> Telling | None:
    """`Buildzeit von 40 auf 7 Minuten verkürzt` -> "habe die Buildzeit von 40 auf 7 Minuten verkürzt"."""
    parts = line.split()
    if len(parts) < 2 or not is_participle(parts[-1]):
        return None
    passive = parts[0].casefold() in listed_in("de", "words", "passive_opening") or parts[-1] in listed_in(
        "de", "words", "passive"
    )
    finite = {"wurde", "wurden", "ist", "sind", "war", "waren", "hat", "haben"} & set(words_in(line))
    hangs = re.search(rf", (?:{'|'.join(grammar('de')['words']['subordinate'])})\b", line)
    joined = "" if passive or finite or hangs else _joined(line)
    object_ = _object(joined) if joined else ""
    return Telling(Shape.ACT, f"habe {object_}") if object_ else None


def _joined(line: str) -> str:
    """`Abläufe verbessert, Wartezeit halbiert` -> "Abläufe verbessert und die Wartezeit halbiert": what the second deed
    did, with its article; "" where that is not known."""
    for joint in _JOINT.finditer(line):
        if is_participle(line[: joint.start()].split()[-1]):
            object_ = accusative(line[joint.end() :], definite=False)
            adverb = joint["adverb"] or ""
            return f"{line[: joint.start()]} und {adverb}{object_}" if object_ else ""
    return line


def is_participle(word: str) -> bool:
    """Whether a word in small letters is a participle that goes with "haben"."""
    if not word.islower() or word in listed_in("de", "words", "not_participles"):
        return False
    return word in listed_in("de", "words", "participles") or bool(_PARTICIPLE.fullmatch(word))


def _responsible(line: str, current: bool) -> Telling | None:
    """`Verantwortlich für das Budget` -> "bin verantwortlich für das Budget"."""
    if not line.casefold().startswith(tuple(grammar("de")["verbs"]["responsible"])):
        return None
    return Telling(Shape.NOW if current else Shape.ACT, f"{'bin' if current else 'war'} {small(line)}")


def _doing(line: str) -> Telling | None:
    """`Einführung von Kubernetes` -> "die Einführung von Kubernetes"; two doings side by side need no article."""
    # A small word at the end may be the verb of something else: "Prüfung bestanden".
    verbal = line.split()[-1][:1].islower()
    text = accusative(line, definite=True) if _is_act(line) and not verbal else ""
    return Telling(Shape.THING, text) if text and len(line.split()) > 2 else None


def _is_act(line: str) -> bool:
    parts = line.split()
    noun = parts[1] if _adjective(parts[0]) and len(parts) > 1 else parts[0]
    return is_doing(noun.rstrip(","), "de")


def _with_tail(told: Telling, tail: str) -> Telling | None:
    """The telling with what stands behind a semicolon: what came of it, another deed, or nothing where it may go."""
    if not tail:
        return told
    result = _outcome(tail)
    if result:
        return Telling(told.shape, told.clause, result)
    also = _participle(tail)
    if also and told.clause.startswith("habe "):
        return Telling(told.shape, f"{told.clause} und {also.clause.removeprefix('habe ')}")
    if also:
        return Telling(told.shape, told.clause, f"dabei habe ich {also.clause.removeprefix('habe ')}")
    return told if listed_in("de", "verbs", "limits").isdisjoint(words_in(tail)) else None


def _outcome(tail: str) -> str:
    """`Fehlerquote sank von 9 auf 2 %` -> "die Fehlerquote sank von 9 auf 2 %"; "" where it has no verb of its own."""
    words = tail.split()
    at = next((i for i, word in enumerate(words[1:7], 1) if word in listed_in("de", "verbs", "moves")), 0)
    subject = " ".join(words[:at])
    if not at or re.search(r"[,:(]", subject):
        return ""
    opened = words[0].casefold() in listed_in("de", "words", "opening") or words[0][0].isdigit()
    if opened:
        return small(tail)
    gender = gender_of(words[0], "de")
    if gender and words[at][-1] != "n":
        return f"{_ARTICLES[gender][2]} {tail}"
    return tail if words[at].endswith("en") or words[at] in ("sind", "gingen") else ""


def _object(text: str) -> str:
    return accusative(text, definite=False)


def accusative(phrase: str, *, definite: bool) -> str:
    """A phrase as an object, its noun with an article where it needs one; "" where it cannot be known to be right.

    `definite`: "den Aufbau", with an adjective too; else an adjective takes "einen", "eine", "ein".
    """
    parts = phrase.split()
    first = parts[0].rstrip(",") if parts else ""
    if not first:
        return ""
    if first.casefold() in listed_in("de", "words", "opening") or not first[0].isalpha():
        return small(phrase)
    if _adjective(first):
        return _described(first, parts[1:], definite)
    if first[0].islower():
        return phrase
    return _named(first, phrase)


def _named(noun: str, phrase: str) -> str:
    """A noun that opens a phrase: with its article in the singular, bare where two are joined or where it is a plural."""
    if not _NOUN.fullmatch(noun):
        return ""
    if re.match(rf"{re.escape(noun)}(?:,| und| sowie) (?:[A-ZÄÖÜ]|zwei|drei|\d)", phrase):
        return phrase
    gender = gender_of(noun, "de")
    if gender and noun.casefold() not in listed_in("de", "words", "plurals"):
        # "Data Warehouse": of two nouns side by side the second would have the gender.
        following = [word for word in phrase.split()[1:2] if not word.startswith("Ihr")]
        paired = following and _NOUN.fullmatch(following[0])
        return "" if paired else f"{_ARTICLES[gender][0]} {phrase}"
    return phrase if _plural(noun) or _is_name(noun) else ""


def _plural(noun: str) -> bool:
    last = noun.casefold().rsplit("-", 1)[-1]
    known = grammar("de")["words"]
    return last.endswith((*known["plurals"], *known["plural_endings"]))


def _is_name(noun: str) -> bool:
    """Whether a word is a name by its spelling, or by what the vocabulary knows: "Kubernetes", "SAP"."""
    return sum(letter.isupper() for letter in noun) > 1 and "-" not in noun


def _adjective(word: str) -> bool:
    stem = re.sub(r"(?:e|er|es|en|em)$", "", word.casefold())
    return word.casefold() != stem and stem.endswith(tuple(grammar("de")["words"]["adjectives"]))


def _described(adjective: str, rest: list[str], definite: bool) -> str:
    """`Neuer Prozess` -> "einen neuen Prozess", `Neue Prozesse` -> "neue Prozesse"; `definite`: "den neuen Prozess"."""
    noun = rest[0].rstrip(",") if rest else ""
    if not _NOUN.fullmatch(noun):
        return ""
    gender = gender_of(noun, "de")
    definite = definite or adjective.casefold().startswith(tuple(grammar("de")["words"]["definite"]))
    if gender and noun.casefold() not in listed_in("de", "words", "plurals"):
        stem = re.sub(r"(?:e|er|es|en|em)$", "", adjective.casefold())
        ending = ("en" if gender == "m" else "e") if definite else _ENDINGS[gender]
        return " ".join((_ARTICLES[gender][0 if definite else 1], f"{stem}{ending}", *rest))
    return " ".join((adjective.casefold(), *rest)) if _plural(noun) and adjective.endswith("e") else ""
