"""A posting's title as this person writes it: without terms of employment, in the form of the two that is theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bonafide.model.fact import Facts
from bonafide.tailoring.career import is_somebody

_TERMS = re.compile(
    r"(?:\s[–—-]\s|,\s|\s(?=(?:in|en|à) )).*\b(?:[Vv]ollzeit|[Tt]eilzeit|Standort|[Hh]ybrid|[Rr]emote|temps (?:plein|partiel)|[Tt]élétravail|CDI|CDD)\b.*$"
)
_WOMAN = {
    "de": re.compile(
        r"(?:erin|orin|entin|antin|istin|eurin|ärin|ätin|wirtin|frau|schwester)\b", re.IGNORECASE
    ),
    "fr": re.compile(
        r"^(?:\S+(?:trice|euse|ière|ienne|eure|effe|ante|ente|ée)|adjointe|avocate|cheffe)\b", re.IGNORECASE
    ),
}
_MAN = {
    "de": re.compile(r"(?:er|or|ent|ant|ist|eur|är|wirt|mann|arzt|koch)\b", re.IGNORECASE),
    "fr": re.compile(r"^(?:\S+(?:teur|eur|ier|ien|ant|ent)|adjoint|avocat|chef)\b", re.IGNORECASE),
}


def woman_or_man(facts: Facts, language: str) -> str:
    """`woman` or `man` where the titles that a German or French CV gives its owner say so; else ""."""
    if language not in _WOMAN:
        return ""
    basics = facts.profile.basics
    titles = [title for title in (basics.label, *(job.position for job in facts.profile.work)) if title]
    if any(_WOMAN[language].search(title) for title in titles):
        return "woman"
    return "man" if any(_MAN[language].search(title) for title in titles) else ""


def suited(title: str, language: str, who: str) -> str:
    """`Directeur / Directrice technique` for a woman: the form that is hers, where the title gives both; French writes a
    trade small."""
    halves = re.split(r"\s/\s|(?<=[a-zé])/(?=[A-ZÀÂÉ])", _TERMS.sub("", title).strip())
    chosen = _half(halves, language, who) if who and len(halves) == 2 else " / ".join(halves)
    french = (
        language == "fr" and bool(chosen) and is_somebody(chosen.split()[0], "fr") and chosen[1:2].islower()
    )
    return chosen[:1].lower() + chosen[1:] if french and _native(chosen.split()[1:]) else chosen


def _half(halves: Iterable[str], language: str, who: str) -> str:
    """The half that names a woman or a man; both, as they stood, where that is not plain."""
    halves = tuple(halves)
    hers = [half for half in halves if _WOMAN.get(language, _NEVER).search(half)]
    if len(hers) != 1:
        return " / ".join(halves)
    return hers[0] if who == "woman" else next(half for half in halves if half != hers[0])


_ENGLISH = re.compile(
    r"\b(?:officer|engineer|manager|developer|designer|owner|controller|consultant|scientist|administrator|partner|specialist|assistant|director|author|editor)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"(?!)")


def _native(words: Iterable[str]) -> bool:
    """Whether no further word has a capital as English titles have it: "Lead Developer"."""
    return not any(word[:1].isupper() and word[1:2].islower() and is_somebody(word, "en") for word in words)


def alike(title: str, language: str, who: str) -> bool:
    """Whether a title can follow "als" for this person: a woman is no "Leiter", though she is a "Chief Data Officer"."""
    title = _ENGLISH.sub("", title)
    return not (
        language == "de" and who == "woman" and not _WOMAN["de"].search(title) and _MAN["de"].search(title)
    )
