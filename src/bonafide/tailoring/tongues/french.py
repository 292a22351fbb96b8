"""A line of a French CV as a clause behind "je", as what moved, or as a noun phrase with its article.

`Réduit les coûts de 27 %` -> "ai réduit les coûts de 27 %"; `Mise en place de Kafka` -> "la mise en place de Kafka".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bonafide.language import sentences
from bonafide.tailoring.tellings import Shape, Telling
from bonafide.tailoring.tongues.grammar import gender_of, grammar, is_doing, listed_in, small, words_in

LONGEST = 42
"""Words of a line that one sentence can carry."""
_PART = re.compile(r"\s?;\s+|\s[–—]\s")
_VOWEL = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæh]", re.IGNORECASE)
_ASPIRATED = re.compile(r"(?:hausse|haut|hors|hi[ée]rarch|huit|hand)", re.IGNORECASE)
_PARTICIPLE = re.compile(r"[a-zàâçéèêëîïôûùœ’'-]+é")
_BESIDE = re.compile(r"\bet (?P<noun>[^\W\d]+)(?= (?:de|du|des|d[’']|à|en)(?:\b|(?<=[’'])))")
_DOING = re.compile(r"\S+ (?:de|du|des|d[’'])")
_AGREEMENT = {"": ("le", "est", "a été"), "e": ("la", "est", "a été"), "s": ("les", "sont", "ont été"), "es": ("les", "sont", "ont été")}  # fmt: skip


def tellings_of(text: str, *, current: bool) -> Iterator[Telling]:
    """What the first sentence of a line tells, where it can be told rightly; `current`: of a post still held."""
    found = sentences.split(text.replace("\u00a0", " ").replace("\u202f", " "))
    line = found[0].text.strip().rstrip(".;: ") if found else ""
    if not line or len(line.split()) > LONGEST or " : " in line or " " not in line:
        return
    head, tail = _parted(line)
    if not listed_in("fr", "verbs", "others").isdisjoint(words_in(head)[:6]):
        return
    if _DOING.match(head) and is_doing(head.split()[0], "fr"):
        told = _doing(head)  # "Suivi des coûts", "Analyse des besoins": nouns that look like verbs.
    else:
        told = _spoken(head) or _state(head, current) or _participle(head) or _verb(head, current)
        told = told or _moved(head) or _doing(head)
    whole = told and _with_tail(told, tail)
    if whole:
        yield whole


def _parted(line: str) -> tuple[str, str]:
    parts = _PART.split(line, maxsplit=1)
    return parts[0], parts[1] if len(parts) > 1 else ""


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
    words = line.split()
    first = words[0].casefold().rstrip(",")
    if not is_participle(first) or len(words) < 3:
        return None
    following = words[1].casefold()
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
        or is_participle(word.rstrip(","))
    )


def _verb(line: str, current: bool) -> Telling | None:
    """`Encadre 18 ingénieurs` as it stands, `Encadrer une équipe` in the person and the tense of the post."""
    first, _, rest = line.partition(" ")
    verb, following = first.casefold(), rest.split(" ", 1)[0].casefold()
    if not rest or not _follows(following) or following == "et":
        return None
    if verb in listed_in("fr", "verbs", "er"):
        return (
            Telling(Shape.NOW, f"{_present(verb)} {rest}")
            if current
            else Telling(Shape.ACT, f"{_imperfect(verb)} {rest}")
        )
    held = {_present(infinitive): _present(infinitive) for infinitive in grammar("fr")["verbs"]["er"]}
    form = (held | grammar("fr")["verbs"]["present"]).get(verb, "")
    alone = not re.search(r"\bet (?:[a-zàâçéèêëîïôûùœ]+(?:it|ient|end)) ", rest)
    return Telling(Shape.NOW, f"{form} {rest}") if form and current and alone else None


def _present(infinitive: str) -> str:
    """`gérer` -> "gère", `diriger` -> "dirige"."""
    return re.sub(r"é([^aeiouyéè]{1,2})$", r"è\1", infinitive[:-2]) + "e"


def _imperfect(infinitive: str) -> str:
    """`diriger` -> "dirigeais", `piloter` -> "pilotais"."""
    stem = infinitive[:-2]
    return (f"{stem}e" if stem.endswith("g") else f"{stem[:-1]}ç" if stem.endswith("c") else stem) + "ais"


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
    return f"{_with(article, small(what))} {verb} {text[found.start('done') :]}"


def _doing(line: str) -> Telling | None:
    """`Conception et déploiement d’un catalogue` -> "la conception et le déploiement d’un catalogue"."""
    text = with_article(line)
    return Telling(Shape.THING, text) if text and len(line.split()) > 2 else None


def with_article(line: str) -> str:
    """A phrase that opens with a doing, with its article, and so a second doing beside it; "" where none does."""
    first, _, rest = line.partition(" ")
    noun = first.rstrip(",").casefold()
    if not is_doing(noun, "fr") or not gender_of(noun, "fr") or not rest:
        return ""
    following = rest.split(" ", 1)[0].casefold()
    if not (first.endswith(",") or following.startswith(tuple(grammar("fr")["acts"]["follow"]))):
        return ""
    head = _with({"m": "le", "f": "la"}[gender_of(noun, "fr")], small(first))
    if first.endswith(","):
        return ""
    whole = _BESIDE.sub(_beside, f"{head} {rest}")
    return "" if following == "et" and f" {rest}" in whole else whole


def _beside(joint: re.Match[str]) -> str:
    """`et déploiement` -> "et le déploiement", where the noun names a doing whose gender is known."""
    noun = joint["noun"]
    gender = gender_of(noun, "fr") if is_doing(noun, "fr") else ""
    return f"et {_with({'m': 'le', 'f': 'la'}[gender], noun)}" if gender else joint[0]


def _with(article: str, noun: str) -> str:
    """`la` and `équipe` -> "l’équipe"."""
    elided = article in ("le", "la") and _VOWEL.match(noun) and not _ASPIRATED.match(noun)
    return f"l’{noun}" if elided else f"{article} {noun}"


def elided(word: str, following: str) -> str:
    """A small word before another: `de`, `ingénieur` -> "d’ingénieur"; `je`, `ai` -> "j’ai"."""
    vowel = _VOWEL.match(following) and not _ASPIRATED.match(following)
    return f"{word[:-1]}’{following}" if vowel else f"{word} {following}"


def _with_tail(told: Telling, tail: str) -> Telling | None:
    """The telling with what stands behind a semicolon: what came of it, another deed, or nothing where it may go."""
    if not tail:
        return told
    raised = tail[:1].upper() + tail[1:]
    result = _outcome(raised) or _outcome(tail)
    if result:
        return Telling(told.shape, told.clause, result)
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
