"""What a German or French posting asks for, as a phrase that a letter can hold: an object with its article, or an infinitive."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bonafide.language import terms
from bonafide.model.posting import Requirement, RequirementKind
from bonafide.tailoring.tongues import french
from bonafide.tailoring.tongues.german_nouns import accusative
from bonafide.tailoring.tongues.german_objects import object_of
from bonafide.tailoring.tongues.grammar import gender_of, grammar, is_doing, listed_in, small, words_in

LONGEST = {"de": 5, "fr": 6}
"""Words of a phrase: a need is named, not repeated."""
LONG_NOUN = 18
"""Letters of a German noun that says by itself what is done to what: "Budgetverantwortung"."""
_ARTICLES = ("die", "der", "das", "den", "le", "la", "les", "un", "une", "des", "d’une", "d’un", "")
_TWO = re.compile(
    r"(?P<first>[A-ZÄÖÜ][\w-]+) (?:und|sowie) (?P<second>[A-ZÄÖÜ][\w-]+) (?P<rest>(?:von|der|des|eines|einer|Ihre[rs]) .+)"
)
_HELD = re.compile(
    r"(?:\S+ )?(?:[Ee]xpérience|[Mm]aîtrise|[Cc]onnaissance|[Pp]ratique)(?: \S+ée?)? (?P<of>de la |de l[’']|du |des )(?P<what>.+)"
)
_LE = {"de la ": "la ", "de l’": "l’", "de l'": "l’", "du ": "le ", "des ": "les "}
_JOINTS = {"de": ("und", "sowie"), "fr": ("et",)}
_APART = re.compile(r"^[ld][’']")
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_HALT = re.compile(r"\s*(?:[;:.!?]|\s[–—-]\s)\s*(?=\s|$)|,\s")
_DATIVE = {"f": "der", "m": "dem", "n": "dem"}
_ACCUSATIVE = {"f": "die", "m": "den", "n": "das"}


def foreign_need(asked: Requirement, language: str) -> tuple[str, str]:
    """The thing (an object with its article) and the task (an infinitive) of a line; "" for what it does not name.

    `language` is `de` or `fr`, that of the posting and of the letter.
    """
    text = " ".join(_ASIDE.sub("", asked.text).replace("\u00a0", " ").split()).strip(" .;:,")
    duty = asked.kind is RequirementKind.RESPONSIBILITY
    if not _until(text, language).strip(" ,"):
        return "", ""
    if language == "de":
        return _fit(_german(text, duty), "de"), ""
    return _french(text, duty)


def _german(text: str, duty: bool) -> str:
    """`Aufbau und Leitung unserer Teams`, `Sie verantworten das Budget`, `Erfahrung in der Führung von Teams`."""
    head = _shifted(_until(text, "de"), "de")
    told = re.match(r"(?:Sie|Du) (?P<verb>[a-zäöüß]+) (?P<what>.+)$", head)
    if told:
        return _object(told["what"]) if told["verb"] in listed_in("de", "needs", "doing") else ""
    if duty:
        return _doing(head)
    known = "|".join(grammar("de")["needs"]["known"])
    found = re.match(
        rf"(?:\S+ ){{0,3}}(?:{known}) (?P<in>in|bei|mit|im|beim) (?P<what>.+)$", head, re.IGNORECASE
    )
    if not found:
        # "Mehrjährige Führungserfahrung in der Pflege": the kind of experience is the need, without an article.
        kind = re.match(r"(?:[^\W\d_]+e )?(?P<need>[A-ZÄÖÜ]\w+erfahrung (?:in|im|bei|beim|mit) .+)$", head)
        return kind["need"] if kind else ""
    melted = found["in"] in ("im", "beim")
    what = re.split(r" oder ", found["what"], maxsplit=1)[0]
    return _out_of_dative(f"dem {what}" if melted else what)


def _doing(head: str) -> str:
    """A duty as an object; of two doings side by side, where both are too long to name, the first."""
    if not is_doing(head.split()[0].rstrip(","), "de"):
        return ""
    whole = accusative(head, definite=True)
    two = _TWO.fullmatch(head)
    if len(whole.split()) > LONGEST["de"] and two and is_doing(two["second"], "de"):
        return accusative(f"{two['first']} {two['rest']}", definite=True)
    return whole


def _object(what: str) -> str:
    """What somebody does something to, without the part of the verb that stands behind it: "unser Lager aus"."""
    ends = "|".join(grammar("de")["needs"]["apart"])
    what = re.sub(rf" (?:{ends})$", "", what)
    own = re.match(r"Ihre? (?=[A-ZÄÖÜ])", what)
    return what if own else accusative(what, definite=True)


def _out_of_dative(what: str) -> str:
    """`der Führung technischer Teams` -> "die Führung technischer Teams", `Leitsystemen` -> "Leitsysteme"."""
    if what[0].isupper() and " " not in what:
        return object_of(f"von {what}")
    article, _, rest = what.partition(" ")
    noun = rest.split(" ", 1)[0].rstrip(",")
    gender = gender_of(noun, "de") if noun[:1].isupper() else ""
    if gender and article == _DATIVE[gender]:
        return f"{_ACCUSATIVE[gender]} {rest}"
    return ""


def _french(text: str, duty: bool) -> tuple[str, str]:
    """`Piloter la migration`, `Encadrement d’une équipe`, `Vous définissez la feuille de route`."""
    head = _shifted(_until(text, "fr"), "fr")
    first, _, rest = head.partition(" ")
    if (
        duty
        and re.fullmatch(r"[A-ZÀÂÇÉÈÊ]?[a-zàâçéèêëîïôûùœ]+(?:er|ir|re)", first)
        and rest
        and not is_doing(first, "fr")
    ):
        return "", _fit(small(head), "fr")
    told = re.match(r"[Vv]ous (?P<verb>\S+) (?P<what>(?:le|la|les|un|une|l[’'])\s?.+)$", head)
    if told:
        return (
            (_fit(told["what"], "fr"), "") if told["verb"] in listed_in("fr", "needs", "doing") else ("", "")
        )
    held = _HELD.fullmatch(head)
    if held and not duty:
        return _fit(f"{_LE[held['of']]}{held['what']}", "fr"), ""
    return (_fit(french.with_article(head), "fr"), "") if duty else ("", "")


def _until(text: str, language: str) -> str:
    """The text to its first stop, or to where a clause begins that hangs on it."""
    head = _HALT.split(text, maxsplit=1)[0]
    ends = "|".join(re.escape(end) for end in grammar(language)["needs"]["ends"])
    return (
        re.split(rf"(?<=\w)\s(?:{ends})\s(?![A-ZÄÖÜ]\w+$)", head, maxsplit=1)[0] if language == "fr" else head
    )


def _shifted(text: str, language: str) -> str:
    """The employer's words as said to the employer: `unserer` -> "Ihrer"."""
    persons = grammar(language)["needs"]["persons"]
    return " ".join(persons.get(word, word) for word in text.split())


def _shorter(phrase: str, language: str) -> str:
    """`piloter la migration de votre entrepôt` -> "piloter la migration": it ends before a preposition where it is long.

    "" where no more would be left than a doing of which nobody knows what it is about.
    """
    parts = phrase.split()
    longest = LONGEST[language]
    if len(parts) <= longest:
        return phrase
    prepositions = grammar(language)["needs"]["prepositions"]
    ends = (*prepositions, *_JOINTS[language])
    cuts = (i for i in range(longest, 2, -1) if _is_one(parts[i], ends))
    cut = next((i for i in cuts if _ends_well(parts[i - 1]) and _may_part(parts, i, language)), 0)
    return "" if _hollow(parts[:cut], language) else " ".join(parts[:cut])


def _ends_well(word: str) -> bool:
    """Whether a phrase can end with a word: not with half a compound, nor before the rest of a list."""
    return not word.endswith(("-", ",")) and word not in ("et", "und", "sowie")


def _may_part(parts: Sequence[str], cut: int, language: str) -> bool:
    """Whether what stands before a joint is whole without the rest: not "für Ergebnis [und Sicherheit]", nor half a pair of
    women and men."""
    if parts[cut] not in _JOINTS[language] or language != "de":
        return True
    before = parts[cut - 2]
    bare = before[:1].isupper() or before in grammar("de")["needs"]["prepositions"]
    return not bare and not parts[cut - 1].endswith("innen")


def _hollow(parts: Sequence[str], language: str) -> bool:
    """Whether a phrase that was cut names a doing and not what is done: "die Leitung", "piloter la migration"."""
    if language == "de":
        nouns = [
            part for part in parts if part[:1].isupper() and part not in ("Ihr", "Ihre", "Ihrer", "Ihres")
        ]
        return all(is_doing(noun, "de") and len(noun) < LONG_NOUN for noun in nouns)
    named = [part for part in (_APART.sub("", part) for part in parts) if part not in ("et", *_ARTICLES)]
    task = bool(named) and named[0].endswith(("er", "ir", "re")) and not is_doing(named[0], "fr")
    return len(named) < 2 + task


def _is_one(word: str, prepositions: Sequence[str]) -> bool:
    """Whether a word is a preposition, or begins with one that melts into it: "d’une"."""
    elided = tuple(one for one in prepositions if one.endswith(("’", "'")))
    return word.casefold() in prepositions or word.casefold().startswith(elided or ("\0",))


def _fit(phrase: str, language: str) -> str:
    """The phrase where it is short, and leans on nothing and asks for nothing that a letter would not name."""
    phrase = _shorter(phrase, language)
    words = words_in(phrase)
    if (
        not words
        or len(phrase.split()) > LONGEST[language]
        or not listed_in(language, "needs", "unfit").isdisjoint(words)
    ):
        return ""
    speech = any(terms.kind_of(hit.term) in ("speech", "credential") for hit in terms.find_terms(phrase))
    return "" if speech else phrase
