"""A line of a German CV as a clause, or a noun phrase in the accusative; what cannot be said rightly is not told.

`Cloud-Kosten um 28 % gesenkt` -> "habe Cloud-Kosten um 28 % gesenkt", which stands behind "ich" or, turned about, behind
what opens the sentence; `Aufbau eines Teams` -> "den Aufbau eines Teams".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bonafide.language import sentences, terms
from bonafide.tailoring.tellings import Shape, Telling
from bonafide.tailoring.tongues.german_acts import HANGING, acted
from bonafide.tailoring.tongues.german_nouns import ARTICLES, accusative, beside, is_act, is_plural
from bonafide.tailoring.tongues.german_verbs import is_participle, presents, preterites
from bonafide.tailoring.tongues.grammar import gender_of, grammar, is_doing, listed_in, small, words_in

LONG_NOUN = 11
"""Letters of a noun that stands for a whole line."""
LONGEST = 38
"""Words of a line that one sentence can carry."""
_PART = re.compile(r";\s+|\s[–—]\s")
_LABEL = re.compile(r"(?P<doing>[^:,;]+): (?P<rest>\S.*)")
_BRACKET = re.compile(r"(?P<line>.*\w)(?P<aside> \([^()]+\))")
_JOINT = re.compile(r"(?: und |, )(?P<adverb>damit |dadurch |so |dabei )?(?=\S+ \S)")
_COMMA = re.compile(r", (?=(?:(?:die|der|das) )?[A-ZÄÖÜ]\S+ )")
_VERBAL = re.compile(r"[a-zäöüß]{3,}(?:t|en|n)")
_FRONTED = re.compile(
    r"(?P<what>(?:[^,;:]|(?<=\d),(?=\d))+?) (?P<verb>[a-zäöüß]+) ich (?P<rest>(?:[^,;:]|(?<=\d),(?=\d))+)"
)
_CHANGED = re.compile(r"[A-ZÄÖÜ][\w-]+ (?:(?:der|des) .+ )?(?:.*\bum (?:\w+ )?\d|von \S+(?: \S+)? auf )")
_ONE_MORE = re.compile(r", (?=(?P<noun>[A-ZÄÖÜ][\w-]+) (?:der|des|von|eines|einer)\b)")


def tellings_of(text: str, *, current: bool) -> Iterator[Telling]:
    """What each sentence of a line tells, where it can be told rightly; `current`: of a post still held.

    A sentence that says what came of the one before it stands behind that one.
    """
    held: Telling | None = None
    for sentence in sentences.split(text):
        line = sentence.text.strip().rstrip(".;: ").lstrip(",;: ")
        result = _outcome(line) if held and not held.result and _fit(line) else ""
        if held and result:
            yield replace(held, result=result)
            held = None
            continue
        if held:
            yield held
        held = _telling(line, current) if _fit(line) else None
    if held:
        yield held


def _fit(line: str) -> bool:
    """Whether a line has a length that can be told, and speaks of nobody else."""
    others = listed_in("de", "verbs", "others")
    return (
        (" " in line or _compound(line))
        and len(line.split()) <= LONGEST
        and others.isdisjoint(words_in(line))
    )


def _compound(line: str) -> bool:
    """Whether a line is one noun that says enough by itself: "Menüplanung"."""
    return len(line) >= LONG_NOUN and line[1:].islower() and is_doing(line, "de")


def _telling(line: str, current: bool) -> Telling | None:
    head, tail = _parted(line)
    if not head.strip(" ,") or ":" in head:
        return None
    over = bool(tail and _outcome(tail))
    told = _turned(head, current) or _participle(head) or _finite(head, current) or _held(head, current)
    told = told or _done(head, current, over=over)
    return told and _with_tail(told, tail, current, beside=";" in line)


def _parted(line: str) -> tuple[str, str]:
    """A deed and what stands behind it: after a semicolon or a dash, a colon behind a doing, or a comma before a clause of
    what came of it."""
    parts = _PART.split(line, maxsplit=1)
    if len(parts) > 1:
        return parts[0], parts[1]
    label = _LABEL.fullmatch(line)
    if label and is_act(label["doing"]):
        return label["doing"], label["rest"]
    came = (at for at in _COMMA.finditer(line) if _outcome(line[at.end() :]))
    comma = next(came, None)
    return (line[: comma.start()], line[comma.end() :]) if comma else (line, "")


def _finite(line: str, current: bool) -> Telling | None:
    """`Leite zwölf Leute`, `Führte Kubernetes ein`: the verb in front, in the first person already or made so."""
    first, _, rest = line.partition(" ")
    verb = first.lower()
    if verb in ("ich", "habe", "bin"):
        return _spoken(line, verb)
    if verb == "hat":
        return _spoken(f"Habe {rest}", "habe")
    if _is_noun(first, rest):
        return None
    if verb in preterites():
        object_ = accusative(rest, definite=False)
        return Telling(Shape.ACT, f"{verb} {object_}") if object_ else None
    noun = rest.split(" ", 1)[0] in listed_in("de", "verbs", "behind_nouns")
    form = "" if noun else presents(alone=_one_verb(rest)).get(verb, "")
    object_ = accusative(rest, definite=False) if form and current else ""
    return Telling(Shape.NOW, f"{form} {object_}") if object_ else None


def _turned(line: str, current: bool) -> Telling | None:
    """`Den Kai habe ich erneuert` -> "habe den Kai erneuert", `Seit Mai leite ich den Kai` -> "leite seit Mai den Kai"."""
    found = _FRONTED.fullmatch(line)
    if not found:
        return None
    past = found["verb"] == "habe" or found["verb"] in preterites()
    if not past and not (current and found["verb"] in presents(alone=False)):
        return None
    shape = Shape.ACT if past else Shape.NOW
    return Telling(shape, f"{found['verb']} {_unfronted(found['what'])} {found['rest']}")


def _unfronted(what: str) -> str:
    """What stood before "habe ich", as it stands behind: small where it opens with an article or a preposition."""
    first = what.split(" ", 1)[0].lower()
    known = listed_in("de", "words", "opening") | listed_in("de", "needs", "prepositions")
    known |= listed_in("de", "doings", "fronted")
    return small(what) if first in known else what


def _is_noun(first: str, rest: str) -> bool:
    """`Pflege der Website`, `Betrieb der Server`: a noun that names a doing, though it looks like a verb."""
    following = rest.split(" ", 1)[0]
    small_next = following[:1].islower() and following not in listed_in("de", "verbs", "objects")
    return is_doing(first, "de") and small_next


def _spoken(line: str, verb: str) -> Telling | None:
    """`Ich habe ...`, `Habe ...`: told in the first person as it stands."""
    clause = line.partition(" ")[2] if verb == "ich" else small(line)
    past = clause.startswith("habe ") or clause.split(" ", 1)[0] in preterites() | {"war"}
    return Telling(Shape.ACT if past else Shape.NOW, clause) if clause else None


def _one_verb(rest: str) -> bool:
    """Whether nothing behind the first verb is another in the third person: "und berichtet an den Vorstand"."""
    return not re.search(r"\bund [a-zäöüß]+t\b", rest)


def _participle(line: str) -> Telling | None:
    """`Buildzeit von 40 auf 7 Minuten verkürzt` -> "habe die Buildzeit von 40 auf 7 Minuten verkürzt"."""
    bracket = _BRACKET.fullmatch(line)
    line, aside = (bracket["line"], bracket["aside"]) if bracket else (line, "")
    parts = line.split()
    if len(parts) < 2 or not is_participle(parts[-1]):
        return None
    passive = parts[0].lower() in listed_in("de", "words", "passive_opening") or parts[-1] in listed_in(
        "de", "words", "passive"
    )
    finite = {"wurde", "wurden", "ist", "sind", "war", "waren", "hat", "haben"} & set(words_in(line))
    hangs = re.search(rf", (?:{'|'.join(grammar('de')['words']['subordinate'])})\b", line)
    joined = "" if passive or finite or hangs else _joined(line)
    object_ = accusative(joined, definite=False) if joined else ""
    if object_ and is_plural(object_.split(" ", 1)[0]) and _CHANGED.match(object_):
        object_ = f"die {object_}"
    return Telling(Shape.ACT, f"habe {object_}{aside}") if object_ else None


def _joined(line: str) -> str:
    """`Abläufe verbessert, Wartezeit halbiert` -> "Abläufe verbessert und die Wartezeit halbiert": what the second deed
    did, with its article; "" where that is not known."""
    for joint in _JOINT.finditer(line):
        before = line[: joint.start()].split()
        if before and is_participle(before[-1]):
            object_ = accusative(line[joint.end() :], definite=False)
            adverb = joint["adverb"] or ""
            return f"{line[: joint.start()]} und {adverb}{object_}" if object_ else ""
    return line


def _held(line: str, current: bool) -> Telling | None:
    """`Verantwortlich für das Budget` -> "bin verantwortlich für das Budget"; `Verantwortung für das Budget` -> "trage die
    Verantwortung für das Budget"; `Mitglied im Krisenstab` -> "bin Mitglied im Krisenstab"."""
    first, _, rest = line.partition(" ")
    follow = rest.split(" ", 1)[0]
    shape = Shape.NOW if current else Shape.ACT
    if first.lower().endswith("verantwortung") and follow == "für":
        return Telling(shape, f"{'trage' if current else 'trug'} die {line}")
    part = first.lower() in listed_in("de", "verbs", "parts") and follow in listed_in(
        "de", "verbs", "behind_parts"
    )
    if part:
        return Telling(shape, f"{'bin' if current else 'war'} {line}")
    if not line.lower().startswith(tuple(grammar("de")["verbs"]["responsible"])):
        return None
    return Telling(shape, f"{'bin' if current else 'war'} {small(line)}")


def _done(line: str, current: bool, *, over: bool) -> Telling | None:
    """A doing by its verb, with the noun beside it, or by the noun alone."""
    hanging = HANGING.fullmatch(line)
    noun = _doing(hanging["line"] if hanging else line)
    act = acted(_listed(line), current=current, over=over) if noun else None
    if hanging:
        return act  # What hangs on its object would part a noun from the words behind it.
    return replace(act, thing=noun.clause) if act and noun else noun


def _doing(line: str) -> Telling | None:
    """`Einführung von Kubernetes` -> "die Einführung von Kubernetes"; two doings side by side need no article."""
    # A small word at the end may be the verb of something else: "Prüfung bestanden".
    last = line.split()[-1]
    verbal = bool(_VERBAL.fullmatch(last)) and not terms.find_terms(last)
    # A clause behind a comma of which it is not known how it would stand.
    clause = "," in line and not listed_in("de", "verbs", "moves").isdisjoint(line.split())
    fit = is_act(line) and not verbal and not clause
    text = beside(accusative(_listed(line), definite=True)) if fit else ""
    return Telling(Shape.THING, text) if text and (len(line.split()) > 2 or _compound(line)) else None


def _listed(line: str) -> str:
    """`Pflege der Pläne, Schulung der Leute`: two doings beside a comma are joined as in a sentence."""
    more = [found for found in _ONE_MORE.finditer(line) if is_doing(found["noun"], "de")]
    alone = len(more) == 1 and " und " not in line
    return f"{line[: more[0].start()]} und {line[more[0].end() :]}" if alone else line


def _with_tail(told: Telling, tail: str, current: bool, *, beside: bool) -> Telling | None:
    """The telling with what stands behind it: what came of it, another deed, or nothing where it may go.

    `beside`: behind a semicolon, where a doing is one more and does not explain the first.
    """
    if not tail:
        return told
    result = _outcome(tail)
    if result:
        return replace(told, result=result)
    whole = f"{tail[:1].upper()}{tail[1:]}"
    also = _participle(tail) or _finite(whole, current) or (_doing(tail) if beside else None)
    joined = _both(told, also) if also else None
    if joined:
        return joined
    if also and also.clause.startswith("habe "):
        return replace(told, result=f"dabei habe ich {also.clause.removeprefix('habe ')}")
    return told if listed_in("de", "verbs", "limits").isdisjoint(words_in(tail)) else None


def _both(told: Telling, also: Telling) -> Telling | None:
    """Two deeds of one form in one clause."""
    perfect = [telling.clause.startswith("habe ") for telling in (told, also)]
    if told.shape is not also.shape or perfect[0] != perfect[1]:
        return None
    joint = "sowie" if " und " in f"{told.clause} {also.clause}" and told.shape is Shape.THING else "und"
    return replace(told, clause=f"{told.clause} {joint} {also.clause.removeprefix('habe ')}")


def _outcome(tail: str) -> str:
    """`Fehlerquote sank von 9 auf 2 %` -> "die Fehlerquote sank von 9 auf 2 %"; "" where it has no verb of its own."""
    words = tail.split()
    at = next((i for i, word in enumerate(words[1:9], 1) if word in listed_in("de", "verbs", "moves")), 0)
    subject = " ".join(words[:at])
    if not at or len(words) == at + 1 or re.search(r"[,:(]", subject):
        return ""
    opened = words[0].lower() in listed_in("de", "words", "opening") or words[0][0].isdigit()
    if opened:
        return small(tail)
    gender = gender_of(words[0], "de")
    if gender and words[at][-1] != "n":
        return f"{ARTICLES[gender][2]} {tail}"
    return tail if words[at].endswith("n") or words[at] == "sind" else ""


def single(phrase: str) -> str:
    """An object as the subject of a verb in the singular: "den neuen Plan" -> "der neue Plan"; "" where it is of two."""
    if not phrase or re.search(r" (?:und|sowie) (?:die|den|das|eine|einen|ein)\b", phrase):
        return ""
    words = phrase.split()
    noun = next((i for i, word in enumerate(words) if word[:1].isupper()), 0)
    if words[0] in ("die", "das"):
        many = words[0] == "die" and is_plural(words[noun]) and gender_of(words[noun], "de") != "f"
        return "" if many else phrase
    if words[0] != "den" or not noun:
        return ""
    described = [word.removesuffix("n") for word in words[1:noun]]
    return " ".join(("der", *described, *words[noun:]))
