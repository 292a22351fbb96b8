"""A German noun that names a doing, as a verb: `Leitung eines Teams` -> "leite ein Team", `Einführung von Kafka` ->
"habe Kafka eingeführt".

Whose noun, tense or object is not known to be right is left to the noun, which a letter can always hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bonafide.tailoring.tellings import Shape, Telling
from bonafide.tailoring.tongues.german_nouns import is_act, is_adjective, is_plural
from bonafide.tailoring.tongues.german_objects import object_of
from bonafide.tailoring.tongues.grammar import grammar, is_doing, listed_in, words_in

LONGEST_FRAME = 18
"""Words that may stand between "habe" and its participle."""
_AND_DOING = re.compile(r"(?P<before>\S+) (?:und|sowie) (?P<more>(?P<noun>[A-ZÄÖÜ][\w-]+) \S.*)")
_ADVERB = re.compile(r"(?P<how>[A-ZÄÖÜ][a-zäöüß]+e(?: und [a-zäöüß]+e)?) (?P<line>[A-ZÄÖÜ].+)")
HANGING = re.compile(
    r"(?P<line>.+?)(?P<more>, (?:darunter|davon|die|der|das|(?:an|auf|aus|bei|für|in|mit|von|zu) (?:der|dem|denen|die)) .+)"
)
"""`ein Training, an dem 140 Familien teilnahmen`: what hangs on an object stands behind the whole verb."""
_HEADS = re.compile(r"(?P<first>[A-ZÄÖÜ][a-zäöüß]+)(?: und (?P<second>[A-ZÄÖÜ][a-zäöüß]+))? (?P<rest>.+)")
_BRACKET = re.compile(r"(?P<line>.*\w)(?P<aside> \([^()]+\))")
_COUNTED = re.compile(r"(?:\d|über \d|rund \d|mehr als |etwa \d|bis zu )")
_POST = re.compile(r"(?:\w{3,}(?<!weiter)(?<!rohr)(?<!strom)(?<!wasser))?(?<!beg)leitung")
"""A leadership that can be filled: "Leitung", "Bauleitung", and not "Begleitung", "Anleitung"."""
_MANY = re.compile(r"(?P<the>die )?(?:[a-zäöüß]{2,}en? )?(?P<noun>[A-ZÄÖÜ][\w-]*\w)")
_CHANGED = re.compile(
    r"\bum (?:\w+ )?(?:\d[\d.,]*|ein(?:en?)? [A-ZÄÖÜ])|\bvon \S+ (?:\S+ )?auf \S+|\bvon \S*\d"
)
"""How much a doing changed something: it is over."""


def acted(line: str, *, current: bool, over: bool = False) -> Telling | None:
    """The line as an act; None where its noun or its object is not known. `over`: what came of it is told behind it."""
    line = " ".join(line.split())
    second = _AND_DOING.search(line)
    if second and second.start() and is_act(second["more"]):
        first = line[: second.end("before")]
        # "Leitung der Planung und Wartung der Kräne": the second may be what is led.
        nested = is_doing(second["before"], "de")
        return None if nested else _joined(*(_alone(part, current, over) for part in (first, second["more"])))
    return _alone(line, current, over)


def _joined(one: Telling | None, other: Telling | None) -> Telling | None:
    """Two acts of one form behind one subject."""
    if not one or not other or one.shape is not other.shape or " und " in one.clause:
        return None
    if one.clause.startswith("habe ") != other.clause.startswith("habe "):
        return None
    return Telling(one.shape, f"{one.clause} und {other.clause.removeprefix('habe ')}")


def _alone(line: str, current: bool, over: bool) -> Telling | None:
    described = _ADVERB.fullmatch(line)
    how = _adverbs(described["how"]) if described else ""
    found = _HEADS.fullmatch(described["line"] if described else line)
    if not found or (described and not how):
        return None
    nouns = [noun.lower() for noun in (found["first"], found["second"]) if noun]
    kinds = [_kind(noun) for noun in nouns]
    object_ = _object(found["rest"], nouns[-1])
    if not object_ or "" in kinds or {"lasting", "once"} <= set(kinds):
        return None
    past = "lasting" not in kinds and (over or "once" in kinds or not current or _is_over(object_))
    object_ = f"{how}{object_}"
    if past:
        return _perfect(nouns, object_)
    return _simple(nouns, kinds, object_, current)


def _adverbs(described: str) -> str:
    """`Fachliche und technische` -> "fachlich und technisch "; "" of what is no adjective that is known."""
    words = described.split(" und ")
    return f"{' und '.join(word.lower()[:-1] for word in words)} " if all(map(is_adjective, words)) else ""


def _kind(noun: str) -> str:
    """How a doing's verb is told: `lasting`, `made` or `once`; "" of one that is not known."""
    doings = grammar("de")["doings"]
    return next((kind for kind in ("lasting", "made", "once") if noun in doings[kind]), "")


def _object(rest: str, noun: str) -> str:
    """What the verb acts on, or how it reaches what it is about."""
    joint = grammar("de")["doings"]["reaching"].get(noun)
    if joint is None:
        return object_of(rest)
    first, _, what = rest.partition(" ")
    if not what or first not in joint["by"] or (joint["bare"] and not what[0].isupper()):
        return ""
    return what if joint["bare"] else rest


def _perfect(nouns: Sequence[str], object_: str) -> Telling | None:
    """`habe Kafka eingeführt`; what stands in brackets, or hangs on the object, stays behind the participle."""
    object_, aside = _parted(object_)
    ends = [_participle(noun) for noun in nouns]
    open_ = not listed_in("de", "doings", "going_on").isdisjoint(words_in(object_))
    if open_ or "" in ends or len(object_.split()) > LONGEST_FRAME or re.search(r", [a-zäöüß]", object_):
        return None
    return Telling(Shape.ACT, f"habe {object_} {' und '.join(ends)}{aside}")


def _parted(object_: str) -> tuple[str, str]:
    """An object and what stands behind the whole verb."""
    bracket = _BRACKET.fullmatch(object_)
    if bracket:
        return bracket["line"], bracket["aside"]
    hanging = HANGING.fullmatch(object_)
    return (hanging["line"], hanging["more"]) if hanging else (object_, "")


def _participle(noun: str) -> str:
    doings = grammar("de")["doings"]
    return str(doings["once"].get(noun) or doings["made"].get(noun, ("", ""))[1])


def _simple(nouns: Sequence[str], kinds: Sequence[str], object_: str, current: bool) -> Telling | None:
    """`leite ein Team`, of an earlier post `leitete ein Team`; a part of the verb that stands apart goes to the end."""
    forms = [grammar("de")["doings"][kind][noun] for noun, kind in zip(nouns, kinds, strict=True)]
    unsure = "made" in kinds and not _is_many(object_)
    if unsure or (not current and "made" in kinds):
        return None
    apart = [form[2] for form in forms if len(form) > 2]
    object_, aside = _parted(object_) if apart else (object_, "")
    if apart and (len(forms) > 1 or re.search(r", [a-zäöüß]", object_)):
        return None
    verbs = " und ".join(form[0 if current else 1] for form in forms)
    return Telling(Shape.NOW if current else Shape.ACT, f"{' '.join((verbs, object_, *apart))}{aside}")


def _is_many(object_: str) -> bool:
    """Whether an object is not one thing, and so may be in the making over and over."""
    found = _MANY.match(object_)
    return found is not None and (not found["the"] or is_plural(found["noun"]) or "- " in object_)


def _is_over(object_: str) -> bool:
    """Whether what was made is counted, or how much it changed is said."""
    first = object_.split(" ", 1)[0]
    counted = (
        bool(_COUNTED.match(object_))
        or first in listed_in("de", "cases", "numbers")
        or first in ("ein", "eine", "einen")
    )
    return counted or bool(_CHANGED.search(object_))


def kinds_of_doing(phrase: str) -> Iterator[str]:
    """`duty` of any doing with its article; `plan` of what is done once ("die Einführung eines Plans"), `lead` of a post to fill
    ("die Leitung der Küche")."""
    found = re.match(r"(?:die|den|das) (?:[a-zäöüß]+ )*(?P<noun>[A-ZÄÖÜ][\w-]+) \S", phrase)
    noun = found["noun"].lower() if found else ""
    if noun and is_doing(noun, "de"):
        yield "duty"
    if noun in grammar("de")["doings"]["once"]:
        yield "plan"
    if _POST.fullmatch(noun):
        yield "lead"
