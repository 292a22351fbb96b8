"""What a requirement asks, clause by clause: asides and what is excluded dropped, depth and grade told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bonafide.language import quantities
from bonafide.language.sentences import stem, words
from bonafide.language.terms import find_terms
from bonafide.matching.choices import Choice, choices_of
from bonafide.matching.elements import elements_of
from bonafide.matching.lexicon import data, generic, pattern

_STOPS = re.compile(r"[;:,.()–—](?=\s|$)|[()]|\s[–—-]\s")
_NEGATED = re.compile(
    r"(?:,\s*|\b(?:and|but)\s+)?\bnot\s+(?:in|on|just|only|merely|from|as|a|an|necessarily|the)\b[^,;.:()]*",
    re.I,
)
_SOME_OF = re.compile(
    r"\b(?P<count>\d|[^\W\d_]{3,6})\s+(?:of|der|von|aus|parmi|de|van|tra|fra)"
    r"(?: the| these| those| den| les| los| de)?(?: following| folgenden| suivants?| siguientes| volgende)?(?: (?:systems|tools|languages|areas|standards))?\s*:?\s",
    re.I,
)
_MOST_OF = 4
_CERTIFICATE = re.compile(
    r"\b(?:certification|certificate|certified|credential|zertifizierung|zertifizierungen|zertifikat|zertifikate|zertifiziert|"
    r"certificat|certifié|certifiée|certificación|certificado|certificaat|certificering|gecertificeerd|certificazione|certificato|certificação)s?\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Ask:
    """A clause that names something to be found: all of `choices`, as alternatives each.

    `open` where things of the same kind count as well; `deep` where a mention in a list is not enough.
    `excluded` are terms that do not count (`a second cloud besides AWS`). `certified`: a certificate is asked.
    `least`: of the choices that begin behind `least_from`, so many are enough (`at least two of`); 0 where all are asked.
    `grade`: the words for the level of a credential, if one is named (`professional`).
    """

    text: str
    choices: tuple[Choice, ...]
    open: bool
    deep: bool
    excluded: frozenset[str] = frozenset()
    certified: bool = False
    grade: frozenset[str] = frozenset()
    least: int = 0
    least_from: int = 0


def without_asides(text: str) -> str:
    """The text without clauses that only soften, explain or exclude; blanks stand in their place."""
    kept = text
    for match in pattern("aside").finditer(text):
        stop = _STOPS.search(text, match.end())
        end = stop.start() if stop else len(text)
        kept = _blanked(kept, match.start(), end)
    if not _says_something(kept):
        kept = pattern("aside").sub(lambda match: " " * len(match.group()), text)
    return _without_pluses(_NEGATED.sub(lambda match: " " * len(match.group()), kept))


def _without_pluses(text: str) -> str:
    """Without the clause of `…; German is a plus`; where it is the first clause, it is what is asked."""
    kept = text
    for match in pattern("plus").finditer(text):
        start = max((stop.end() for stop in _STOPS.finditer(text, 0, match.start())), default=0)
        if not _says_something(text[:start]):
            kept = _blanked(kept, match.start(), match.end())
            continue
        stop = _STOPS.search(text, match.end())
        kept = _blanked(kept, start, stop.start() if stop else len(text))
    return kept if re.search(r"\w{2}", kept) else text


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _says_something(text: str) -> bool:
    """Whether any word is left that names something to be found."""
    return any(stem(word) not in generic() for word in words(text) if len(word) > 1)


def ask_of(text: str) -> Ask:
    """What the text asks, asides left out."""
    plain, excluded = _without_excluded(without_asides(text))
    deep = bool(pattern("depth").search(plain))
    least, start = _least(plain)
    return Ask(
        text,
        _choices(plain, start if least else len(plain)),
        bool(pattern("open_list").search(text)),
        deep,
        excluded,
        bool(_CERTIFICATE.search(plain)),
        _grade(plain),
        least,
        start,
    )


def _choices(plain: str, single_from: int) -> tuple[Choice, ...]:
    """The choices; what is named from a place on each by itself, as some of them are asked."""
    elements = elements_of(plain)
    joined = choices_of(plain, [element for element in elements if element.start < single_from])
    return (*joined, *(Choice((element,)) for element in elements if element.start >= single_from))


def _least(plain: str) -> tuple[int, int]:
    """How many of what follows are enough, and where it begins: `at least two of`; 0 where nothing says so."""
    for found in _SOME_OF.finditer(plain):
        said = quantities.find(found.group("count"))
        listed = "," in plain[found.end() :] or pattern("or").search(plain, found.end())
        if said and said[0].unit is None and listed and said[0].value <= _MOST_OF:
            return int(said[0].value), found.end()
    return 0, 0


def _grade(plain: str) -> frozenset[str]:
    """The words that name the grade that is asked, in all languages: of `niveau avancé` also `advanced`."""
    found = _grades().search(plain)
    if not found:
        return frozenset()
    said = (found.group("before") or found.group("after")).lower()
    return next((frozenset(words) for words in data("words")["grades"] if said in words), frozenset((said,)))


@lru_cache(maxsize=1)
def _grades() -> re.Pattern[str]:
    known = "|".join(re.escape(word) for words in data("words")["grades"] for word in words)
    return re.compile(
        rf"\b(?P<before>{known})[ -](?:level|niveau|stufe)|\b(?:level|niveau|stufe|nivel|nível|livello)[ -](?P<after>{known}|\d)\b",
        re.I,
    )


def _without_excluded(text: str) -> tuple[str, frozenset[str]]:
    """`besides AWS`, `other than Java`: what is named there does not count."""
    excluded: set[str] = set()
    for match in reversed(list(pattern("besides").finditer(text))):
        hit = next((hit for hit in find_terms(text[match.end() :]) if hit.start < 8), None)
        if hit:
            excluded.add(hit.term)
            end = match.end() + hit.end
            text = text[: match.start()] + " " * (end - match.start()) + text[end:]
    return text, frozenset(excluded)
