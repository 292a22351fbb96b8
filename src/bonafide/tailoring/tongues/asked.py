"""What a German or French posting asks for, as a phrase that a letter can hold: an object with its article, or an infinitive."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bonafide.language import terms
from bonafide.model.posting import Requirement, RequirementKind
from bonafide.tailoring.tongues import french
from bonafide.tailoring.tongues.german_nouns import accusative
from bonafide.tailoring.tongues.grammar import gender_of, grammar, is_doing, listed_in, small, words_in

LONGEST = 5
"""Words of a phrase: a need is named, not repeated."""
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
    if language == "de":
        return _fit(_german(text, duty), "de"), ""
    return _french(text, duty)


def _german(text: str, duty: bool) -> str:
    """`Aufbau und Leitung unserer Teams`, `Sie verantworten das Budget`, `Erfahrung in der Führung von Teams`."""
    head = _shifted(_until(text, "de"), "de")
    told = re.match(r"(?:Sie|Du) (?P<verb>[a-zäöüß]+) (?P<what>.+)$", head)
    if told:
        return (
            accusative(told["what"], definite=True)
            if told["verb"] in listed_in("de", "needs", "doing")
            else ""
        )
    if duty:
        return accusative(head, definite=True) if is_doing(head.split()[0].rstrip(","), "de") else ""
    known = "|".join(grammar("de")["needs"]["known"])
    found = re.match(
        rf"(?:\S+ ){{0,3}}(?:{known}) (?P<in>in|bei|mit|im|beim) (?P<what>.+)$", head, re.IGNORECASE
    )
    if not found:
        # "Mehrjährige Führungserfahrung in der Pflege": the kind of experience is the need, without an article.
        kind = re.match(r"(?:[^\W\d_]+e )?(?P<need>[A-ZÄÖÜ]\w+erfahrung (?:in|im|bei|beim|mit) .+)$", head)
        return kind["need"] if kind else ""
    melted = found["in"] in ("im", "beim")
    return _out_of_dative(f"dem {found['what']}" if melted else found["what"])


def _out_of_dative(what: str) -> str:
    """`der Führung technischer Teams` -> "die Führung technischer Teams"; a phrase in the plural stays unsaid."""
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
    """`piloter la migration de votre entrepôt` -> "piloter la migration": it ends before a preposition where it is long."""
    parts = phrase.split()
    if len(parts) <= LONGEST:
        return phrase
    prepositions = grammar(language)["needs"]["prepositions"]
    cuts = (i for i in range(LONGEST, 2, -1) if _is_one(parts[i], prepositions))
    return " ".join(parts[: next(cuts, len(parts))])


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
        or len(phrase.split()) > LONGEST
        or not listed_in(language, "needs", "unfit").isdisjoint(words)
    ):
        return ""
    speech = any(terms.kind_of(hit.term) in ("speech", "credential") for hit in terms.find_terms(phrase))
    return "" if speech else phrase
