"""A French noun that names a doing, as the verb behind "je": `Encadrement de 18 pilotes` -> "encadre 18 pilotes".

Whose noun, tense or object is not known to be right is left to the noun, which a letter can always hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from bonafide.tailoring.tellings import Shape, Telling
from bonafide.tailoring.tongues.french_verbs import imperfect, participle, present
from bonafide.tailoring.tongues.grammar import gender_of, grammar, is_doing, listed_in, small, words_in

_OBJECT = re.compile(r"(?P<of>de la|de l[’']|du|des|d[’']une?|d[’']|de) ?(?P<what>.+)")
_SECOND = re.compile(r"(?P<joint>,| et) (?P<of>de la|de l[’']|du|des|d[’']une|d[’']un) ?(?=[^\W\d_])")
_INNER = re.compile(r"\b(?:de|du|des|en|à|au|aux)\b|\bd[’']")
_BARE = re.compile(r"^[dl][’']")
_DESCRIBED = re.compile(
    r"(?P<noun>[^\W\d]+) [^\W\d]+(?:ive|if|ale|al|ique|ière|ier|elle|el|aire|ienne|ien)s? (?:de|du|des|d[’'])"
)
_AND_DOING = re.compile(r"(?P<before>\S+) et (?P<more>(?P<noun>[^\W\d]+) \S.*)")
_CHANGED = re.compile(r"\bde (?:\w+ )?\d[\d.,]*\s?%|\bde \S*\d\S*(?: \w+)? à \S*\d")
"""How much a doing changed something: it is over."""
_COUNTED = re.compile(r"(?:\d|une? |plus de \d)")
_BECAME = {"de la": "la ", "de l’": "l’", "de l'": "l’", "du": "le ", "des": "les ", "d’une": "une ", "d'une": "une ", "d’un": "un ", "d'un": "un "}  # fmt: skip


def acted(line: str, *, current: bool, over: bool = False) -> Telling | None:
    """The line as an act, or what moved by itself; None where its noun or its object is not known.

    `over`: what came of it is told behind it.
    """
    line = " ".join(line.split())
    second = _AND_DOING.search(line)
    if second and second.start() and is_doing(second["noun"], "fr"):
        # "Suivi de la planification et maintenance des quais": the second may be what is followed.
        nested = is_doing(_BARE.sub("", second["before"]), "fr")
        parts = (line[: second.end("before")], second["more"])
        return None if nested else _joined(*(_alone(part, current=current, over=over) for part in parts))
    return _alone(line, current=current, over=over)


def _joined(one: Telling | None, other: Telling | None) -> Telling | None:
    """Two acts of one tense behind one subject."""
    if not one or not other or one.shape is not other.shape or not one.own:
        return None
    if one.clause.startswith("ai ") != other.clause.startswith("ai "):
        return None
    return Telling(one.shape, f"{one.clause} et {other.clause.removeprefix('ai ')}")


def _alone(line: str, *, current: bool, over: bool) -> Telling | None:
    heads, rest = _headed(line)
    if not heads:
        return None
    if len(heads) == 1 and heads[0] in grammar("fr")["doings"]["moving"]:
        return _moved(heads[0], rest)
    verbs = [_verbs().get(head, ("", "")) for head in heads]
    object_ = _object(rest, verbs[-1][1])
    alone = len(verbs) == 1 or not any(_holds_noun(verb) for _, verb in verbs)
    if not object_ or not alone or not all(verb for _, verb in verbs):
        return None
    kinds = {kind for kind, _ in verbs}
    return told([verb for _, verb in verbs], kinds, object_, current=current, over=over)


def told(
    verbs: list[str], kinds: set[str], object_: str, *, current: bool, over: bool = False
) -> Telling | None:
    """Infinitives of some `kinds` with their object in the tense that is known to be right; None where none is."""
    over = over or "once" in kinds or not current or _is_over(object_)
    past = over and "lasting" not in kinds
    open_ = not listed_in("fr", "doings", "going_on").isdisjoint(words_in(object_))
    # "La négociation du contrat" of a post still held may be over or not.
    unsure = "lasting" not in kinds and not past and not object_.startswith(("les ", "des ", "l’ensemble "))
    if unsure or (past and open_) or kinds == {"lasting", "once"}:
        return None
    form = participle if past else present if current else imperfect
    shape = Shape.NOW if current and not past else Shape.ACT
    return Telling(shape, f"{'ai ' * past}{' et '.join(form(verb) for verb in verbs)} {object_}")


def kind_of(infinitive: str) -> str:
    """How an infinitive is told, as its noun is; "" of one whose noun is not known."""
    return next((kind for kind, verb in _verbs().values() if verb == infinitive), "")


def assured(line: str, *, current: bool) -> Telling | None:
    """`Maintenance préventive des quais` -> "assure la maintenance préventive des quais"; None of any other."""
    found = _DESCRIBED.match(line)
    noun = found["noun"].casefold() if found else ""
    if _verbs().get(noun, ("once", ""))[0] == "once" or not gender_of(noun, "fr"):
        return None
    article = {"f": "la", "m": "le"}[gender_of(noun, "fr")]
    thing = f"l’{small(line)}" if noun[0] in "aeéio" else f"{article} {small(line)}"
    verb = present("assurer") if current else imperfect("assurer")
    return Telling(Shape.NOW if current else Shape.ACT, f"{verb} {thing}", thing=thing)


@cache
def _verbs() -> Mapping[str, tuple[str, str]]:
    """By a doing's noun how its verb is told (`lasting`, `made` or `once`) and its infinitive."""
    kinds = ("lasting", "made", "once")
    return {noun: (kind, verb) for kind in kinds for noun, verb in grammar("fr")["doings"][kind].items()}


def _headed(line: str) -> tuple[list[str], str]:
    """The nouns that open a line, one or two, and what stands behind them."""
    text = line[:1].lower() + line[1:]
    first = _noun(text)
    rest = text[len(first) :].lstrip()
    second = _noun(rest[3:]) if first and rest.startswith("et ") else ""
    if second:
        return [first, second], rest[3 + len(second) :].lstrip()
    return ([first], rest) if first and not rest.startswith(("et ", ",")) else ([], "")


def _noun(text: str) -> str:
    """The longest known noun that a text opens with: "mise en place" before "mise"."""
    known = (*_verbs(), *grammar("fr")["doings"]["moving"])
    fit = (noun for noun in known if text.startswith(noun) and text[len(noun) : len(noun) + 1] in ("", " "))
    return max(fit, key=len, default="")


def _object(rest: str, verb: str) -> str:
    """What a verb acts on, without the "de" that hung it on the noun; "" where its article is not known."""
    if verb in grammar("fr")["doings"]["reaching"]:
        return rest if re.match(r"(?:à|au|aux|avec)\b", rest) else ""
    if _holds_noun(verb):
        return rest if _OBJECT.fullmatch(rest) else ""
    found = _OBJECT.fullmatch(rest)
    if not found:
        return ""
    opened = _BECAME.get(found["of"])
    text = f"{opened}{found['what']}" if opened else _bare(found["what"], found["of"])
    return _with_second(text)


def _holds_noun(verb: str) -> bool:
    """Whether a verb is told with the noun itself, on which the rest still hangs: "assurer le suivi"."""
    return bool(re.search(r" l[ae] ", verb))


def _bare(what: str, of: str) -> str:
    """What stands behind "de" alone: a number or a name as it is, a plural with "des"."""
    first = what.split(" ", 1)[0]
    if first.casefold() in listed_in("fr", "doings", "before_plurals"):
        return f"{of}{' ' * (of == 'de')}{what}"
    if first[0].isdigit() or first.casefold() in listed_in("fr", "doings", "numbers"):
        return what
    if first[0].isupper():
        return what
    return f"des {what}" if first.rstrip(",").endswith(("s", "x")) else ""


def _with_second(text: str) -> str:
    """`la paie et des congés` -> "la paie et les congés", unless the second hangs on something inside the first.

    "" where it is one of a list of which that is not known.
    """
    second = _SECOND.search(text)
    if not second:
        return text
    if _INNER.search(text[: second.start()]):
        return "" if second["joint"] == "," else text
    return _SECOND.sub(lambda found: f"{found['joint']} {_BECAME[found['of']]}", text)


def _is_over(object_: str) -> bool:
    """Whether what was made is counted, or how much it changed is said."""
    return bool(_COUNTED.match(object_) or _CHANGED.search(object_)) or object_.split()[0] in listed_in(
        "fr", "doings", "numbers"
    )


def _moved(noun: str, rest: str) -> Telling | None:
    """`Progression des ventes de 9 %` -> "les ventes ont progressé de 9 %"."""
    found = re.fullmatch(r"(?P<of>de la|de l[’']|du|des) ?(?P<what>.+?) (?P<by>de \S*\d.+)", rest)
    if not found or _SECOND.search(rest):
        return None
    verb = grammar("fr")["doings"]["moving"][noun]
    have = "ont" if found["of"] == "des" else "a"
    subject = f"{_BECAME[found['of']]}{found['what']}"
    return Telling(Shape.OUTCOME, f"{subject} {have} {participle(verb)} {found['by']}")
