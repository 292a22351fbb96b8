"""A line of a French CV as a clause behind "je", as what moved, or as a noun phrase with its article.

`Réduit les coûts de 27 %` -> "ai réduit les coûts de 27 %"; `Mise en place de Kafka` -> "la mise en place de Kafka".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from bonafide.language import sentences
from bonafide.tailoring.tellings import Shape, Telling
from bonafide.tailoring.tongues.elision import with_le
from bonafide.tailoring.tongues.french_acts import acted, assured, kind_of
from bonafide.tailoring.tongues.french_acts import told as told_by
from bonafide.tailoring.tongues.french_verbs import imperfect, participle, present
from bonafide.tailoring.tongues.grammar import gender_of, grammar, is_doing, listed_in, small, words_in

LONGEST = 42
"""Words of a line that one sentence can carry."""
_PART = re.compile(r"\s?;\s+|\s[–—]\s")
_PARTICIPLE = re.compile(r"[a-zàâçéèêëîïôûùœ’'-]+é")
_BESIDE = re.compile(
    r"(?P<before>\S+) et (?P<noun>[^\W\d]+)(?= (?:de|du|des|d[’']|à|au|aux|en|sur|auprès|avec|pour|vers|dans|chez|par|lors|contre|entre)(?:\b|(?<=[’'])))"
)
_COMMA = re.compile(r", (?=(?:le|la|les) |l[’'])")
_THIRD = re.compile(r"A (?=[^\W\d_]+)")
_INFINITIVE = re.compile(r"\b(?P<joint>et|ou|puis) (?P<verb>[^\W\d_]+(?:er|ir|re))(?= )")
_DOING = re.compile(r"\S+ (?:et \S+ )?(?:de|du|des|d[’'])")
_ONE_MORE = re.compile(r", (?=(?P<noun>[^\W\d_]+) (?:de|du|des|d[’']))")
_BARE_NEXT = re.compile(
    r", (?!(?:l[ea]s?|un|une|des|du|de|en|à|aux?|dans|avec|pour|sur|par|dont|qui|que|où|soit|puis|ainsi|y|sans|notamment|afin|chez|entre|ce|dès|lors|sous|via)\b|[ld][’'])(?=[^\W\d])"
)
_BARE = re.compile(r"^[dl][’']")
_RISING = re.compile(r"(?P<what>[^,:;]+) en (?P<how>hausse|baisse|progression) (?P<by>de \S*\d.*)")
_AGREEMENT = {"": ("le", "est", "a été"), "e": ("la", "est", "a été"), "s": ("les", "sont", "ont été"), "es": ("les", "sont", "ont été")}  # fmt: skip


def tellings_of(text: str, *, current: bool) -> Iterator[Telling]:
    """What each sentence of a line tells, where it can be told rightly; `current`: of a post still held.

    A sentence that says what came of the one before it stands behind that one.
    """
    held: Telling | None = None
    for sentence in sentences.split(text.replace("\u00a0", " ").replace("\u202f", " ")):
        line = sentence.text.strip().rstrip(".;: ").lstrip(",;: ")
        result = _outcome(line) if held and not held.result else ""
        if held and result:
            yield replace(held, result=result)
            held = None
            continue
        if held:
            yield held
        held = _telling(line, current)
    if held:
        yield held


def _telling(line: str, current: bool) -> Telling | None:
    if len(line.split()) > LONGEST or " " not in line:
        return None
    head, tail = _parted(line)
    if (
        not head.strip(" ,:")
        or " : " in head
        or not listed_in("fr", "verbs", "others").isdisjoint(words_in(head)[:6])
    ):
        return None
    # "Suivi des coûts", "Analyse des besoins": nouns that look like verbs.
    told = _changed(head) or _done(head, current, over=bool(_outcome(_raised(tail))))
    if not told:
        told = _spoken(head) or _state(head, current) or _participle(head) or _verb(head, current)
        told = told or _moved(head) or _doing(head)
    return told and _with_tail(told, tail)


def _changed(head: str) -> Telling | None:
    """`Construction du budget ramenée de 9 à 4 mois`, `Ventes en hausse de 9 %`: what changed, though it opens with a doing."""
    rising = _RISING.fullmatch(head)
    if rising:
        noun = rising["what"].split(" ", 1)[0].casefold()
        many = noun.endswith(("s", "x"))
        article = "les" if many else {"m": "le", "f": "la"}.get(gender_of(noun, "fr"), "")
        verb = grammar("fr")["doings"]["moving"][rising["how"]]
        clause = f"{with_le(article, small(rising['what']))} {'ont' if many else 'a'} {participle(verb)} {rising['by']}"
        return Telling(Shape.OUTCOME, clause) if article else None
    forms = "|".join(grammar("fr")["verbs"]["done"])
    return _moved(head) if re.search(rf" (?:{forms})e?s? (?:de|à|par) ", head) else None


def _done(head: str, current: bool, *, over: bool) -> Telling | None:
    """A doing by its verb, with the noun beside it, or by the noun alone; None where a line may open with a verb."""
    whole = _whole(head)
    act = acted(whole, current=current, over=over) or assured(whole, current=current)
    sure = _DOING.match(head) and is_doing(head.split()[0], "fr")
    noun = _doing(head) if act or sure else None
    return replace(act, thing=noun.clause) if act and act.own and noun else act or noun


def _parted(line: str) -> tuple[str, str]:
    """A deed and what stands behind it: after a semicolon or a dash, a colon behind a doing, or a comma before a clause of
    what came of it."""
    parts = _PART.split(line, maxsplit=1)
    if len(parts) > 1:
        return parts[0], parts[1]
    head, colon, rest = line.partition(" : ")
    if colon and is_doing(head.split()[0], "fr"):
        return head, rest
    came = (at for at in _COMMA.finditer(line) if _outcome(line[at.end() :]))
    comma = next(came, None)
    return (line[: comma.start()], line[comma.end() :]) if comma else (line, "")


def _spoken(line: str) -> Telling | None:
    """`J’ai dirigé ...`, `Je pilote ...`: told in the first person as it stands."""
    found = re.match(r"(?:J[’']|Je )(?=\w)", line)
    if not found:
        return None
    clause = line[found.end() :]
    return Telling(Shape.ACT if clause.startswith("ai ") else Shape.NOW, clause)


def _state(line: str, current: bool) -> Telling | None:
    """`Responsable du budget` -> "suis responsable du budget", of an earlier post "étais ..."."""
    if not line.casefold().startswith(tuple(grammar("fr")["verbs"]["states"])):
        return None
    return Telling(Shape.NOW if current else Shape.ACT, f"{'suis' if current else 'étais'} {small(line)}")


def _participle(line: str) -> Telling | None:
    """`Migré 120 traitements` -> "ai migré 120 traitements"."""
    line = _raised(_THIRD.sub("", line, count=1))
    words = line.split()
    first = words[0].casefold().rstrip(",")
    if words[0] == "Est" and words[1] in listed_in("fr", "verbs", "being") and len(words) > 2:
        return Telling(Shape.ACT, f"suis {line.partition(' ')[2]}")
    if not is_participle(first) or len(words) < 3:
        return None
    following = (
        words[1]
        if words[1][0].isupper() and first not in listed_in("fr", "verbs", "received")
        else words[1].casefold()
    )
    reaching = following in ("à", "au", "aux", "en", "par", "chez", "comme")
    if reaching and first not in listed_in("fr", "verbs", "reaching"):
        return None
    return Telling(Shape.ACT, f"ai {small(line)}") if words[0].endswith(",") or _follows(following) else None


def is_participle(word: str) -> bool:
    """Whether a word is a participle that goes with "avoir"."""
    if word in listed_in("fr", "verbs", "never"):
        return False
    if word in listed_in("fr", "verbs", "participles") or word in listed_in("fr", "verbs", "te"):
        return True
    return bool(_PARTICIPLE.fullmatch(word)) and not word.endswith("té")


def _follows(word: str) -> bool:
    allowed = grammar("fr")["verbs"]["follow"]
    return (
        word in allowed
        or word.startswith(("l’", "l'", "d’", "d'"))
        or word[0].isdigit()
        or (word[0].isupper() and not word.isupper())
        or is_participle(word.rstrip(","))
    )


def _verb(line: str, current: bool) -> Telling | None:
    """`Encadre 18 ingénieurs` as it stands, `Encadrer une équipe` in the person and the tense of the post."""
    first, _, rest = line.partition(" ")
    verb, following = first.casefold(), rest.split(" ", 1)[0]
    if not rest or (not _follows(following) and not _follows(following.casefold())):
        return None
    if verb in listed_in("fr", "verbs", "er") or verb in grammar("fr")["doings"]["forms"] or kind_of(verb):
        return _infinitive(verb, rest, current)
    form = _first_person().get(verb, "")
    second = re.match(r"et (?P<verb>\S+) (?P<rest>.+)", rest)
    if second:
        also = _first_person().get(second["verb"], "")
        form, rest = (f"{form} et {also}" if form and also else ""), second["rest"]
    alone = not re.search(r"\bet (?:[a-zàâçéèêëîïôûùœ]+(?:it|ient|end)) ", rest)
    return Telling(Shape.NOW, f"{form} {rest}") if form and current and alone else None


def _infinitive(verb: str, rest: str, current: bool) -> Telling | None:
    """`Encadrer une équipe` in the person and the tense of the post, `Réduire les coûts de 9 %` as what is over."""
    kind, one = kind_of(verb), not _INFINITIVE.search(rest)
    told = told_by([verb], {kind}, rest, current=current) if one and kind in ("made", "once") else None
    if told:
        return told
    formed = present if current else imperfect if kind == "lasting" else participle
    clause = _all_formed(rest, formed)
    have = "ai " * (formed is participle)
    return Telling(Shape.NOW if current else Shape.ACT, f"{have}{formed(verb)} {clause}") if clause else None


@cache
def _first_person() -> Mapping[str, str]:
    """The first person's present by the third's: "encadre" -> "encadre", "conçoit" -> "conçois"."""
    regular = {present(verb): present(verb) for verb in grammar("fr")["verbs"]["er"]}
    return {**regular, **grammar("fr")["verbs"]["present"]}


def _all_formed(rest: str, formed: Callable[[str], str]) -> str:
    """What stands behind a first infinitive with those beside it in the same form; "" where one is not known."""
    verbs = [found["verb"] for found in _INFINITIVE.finditer(rest)]
    if not all(verb in listed_in("fr", "verbs", "er") for verb in verbs):
        return ""
    return _INFINITIVE.sub(lambda found: f"{found['joint']} {formed(found['verb'])}", rest)


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _moved(line: str) -> Telling | None:
    clause = _outcome(line)
    return Telling(Shape.OUTCOME, clause) if clause else None


def _outcome(text: str) -> str:
    """`Incidents ramenés de 30 à 8` -> "les incidents ont été ramenés de 30 à 8"; a clause with its verb stands."""
    words = text.split()
    at = next((i for i, word in enumerate(words[1:8], 1) if word in listed_in("fr", "verbs", "moves")), 0)
    if (
        at
        and re.match(r"(?:[Ll][’'a-z]|[Uu]n|[Cc]haque|[Tt]ou|\d)", text)
        and not re.search("[,:]", " ".join(words[:at]))
    ):
        return small(text)
    forms = "|".join((*grammar("fr")["verbs"]["went"], *grammar("fr")["verbs"]["done"]))
    found = re.match(
        rf"(?P<what>[A-ZÀÂÇÉÈÊ][^,:;]{{2,60}}?) (?P<done>{forms})(?P<agreed>e?s?) (?=de |d’|d'|à |par |\d)",
        text,
    )
    if not found or is_participle(words[0].casefold()):
        return ""
    article, went, done = _AGREEMENT[found["agreed"]]
    verb = went if found["done"] in grammar("fr")["verbs"]["went"] else done
    what = re.sub(r"^(?:Le|La|Les|L[’']) ?", "", found["what"])
    return f"{with_le(article, small(what))} {verb} {text[found.start('done') :]}"


def _doing(line: str) -> Telling | None:
    """`Conception et déploiement d’un catalogue` -> "la conception et le déploiement d’un catalogue"."""
    text = with_article(_whole(line))
    return Telling(Shape.THING, text) if text and len(line.split()) > 2 else None


def _whole(line: str) -> str:
    """A line on a doing without what stands loose behind a comma; "" where that may not go."""
    head, _, left = _BARE_NEXT.sub("\n", _listed(line), count=1).partition("\n")
    return head if listed_in("fr", "verbs", "limits").isdisjoint(words_in(left)) else ""


def _listed(line: str) -> str:
    """`Suivi des quais, gestion des bacs`: two doings beside a comma are joined as in a sentence."""
    more = [found for found in _ONE_MORE.finditer(line) if is_doing(found["noun"], "fr")]
    alone = len(more) == 1 and " et " not in line
    return f"{line[: more[0].start()]} et {line[more[0].end() :]}" if alone else line


def with_article(line: str) -> str:
    """A phrase that opens with a doing, with its article, and so a second doing beside it; "" where none does."""
    first, _, rest = line.partition(" ")
    article = _article(first.casefold())
    if not article or not rest:
        return ""
    following = rest.split(" ", 1)[0].casefold()
    if not following.startswith(tuple(grammar("fr")["acts"]["follow"])):
        return ""
    second = _BESIDE.search(line)
    if second and not _article(second["noun"].casefold()) and second["noun"][-1] not in "sx":
        return ""  # "Chiffrage des offres et veille du marché": what the second needs is not known.
    nested = second and second.start() > 0 and is_doing(_BARE.sub("", second["before"]), "fr")
    whole = f"{with_le(article, small(first))} {rest}"
    whole = whole if nested else _BESIDE.sub(_beside, whole)
    return "" if following == "et" and f" {rest}" in whole else whole


def _article(noun: str) -> str:
    """The article of a noun that names a doing, or several; "" where its gender is not known."""
    one = noun.removesuffix("s")
    if is_doing(noun, "fr"):
        return {"m": "le", "f": "la"}.get(gender_of(noun, "fr"), "")
    return "les" if noun != one and is_doing(one, "fr") else ""


def _beside(joint: re.Match[str]) -> str:
    """`plans et déploiement` -> "plans et le déploiement", where the noun names a doing whose gender is known."""
    article = _article(joint["noun"])
    return f"{joint['before']} et {with_le(article, joint['noun'])}" if article else joint[0]


def _with_tail(told: Telling, tail: str) -> Telling | None:
    """The telling with what stands behind a semicolon: what came of it, another deed, or nothing where it may go."""
    if not tail:
        return told
    raised = _raised(tail)
    result = _outcome(raised) or _outcome(tail)
    if result:
        return replace(told, result=result)
    also = _participle(raised)
    if also and told.clause.startswith("ai "):
        return Telling(told.shape, f"{told.clause} et {also.clause.removeprefix('ai ')}")
    if also:
        return Telling(told.shape, told.clause, f"j’{also.clause}")
    return told if listed_in("fr", "verbs", "limits").isdisjoint(words_in(tail)) else None


def single(phrase: str) -> str:
    """A thing as the subject of a verb in the singular; "" where it is a plural, or of two."""
    two = re.search(r" et (?:le |la |les |l’)", phrase)
    return phrase if phrase.startswith(("le ", "la ", "l’")) and not two else ""
