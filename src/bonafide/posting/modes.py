"""Kind of employment and presence: what fields, chips and sentences of a posting say of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bonafide.posting.lexicon import anyof, listed, table
from bonafide.posting.lines import fold
from bonafide.posting.phrases import Phrases

_ORDER = ("INTERN", "CONTRACTOR", "TEMPORARY", "PART_TIME", "FULL_TIME")
_CODES = {
    "FULLTIME": "FULL_TIME",
    "PARTTIME": "PART_TIME",
    "CONTRACT": "CONTRACTOR",
    "INTERNSHIP": "INTERN",
    "PER_DIEM": "TEMPORARY",
}
_NOT_THE_JOB = re.compile(
    r"(?:full|part)[ -]?time (?:work |professional |relevant )?(?:experience|employees?|staff|engineers?|team|colleagues)|equivalent"
)


def employment(values: Iterable[str]) -> str | None:
    """The type that fields or chips state; where several stand together, full time before contract kinds."""
    given = list(values)
    found: set[str] = set()
    for value in given:
        code = re.sub(r"[\s-]+", "_", value.strip()).upper()
        code = _CODES.get(code, code)
        found |= {code} if code in _ORDER else _named(value)
    if "INTERN" in found:
        return "INTERN"
    if found == {"CONTRACTOR"} and any(_is_open(value) for value in given):
        return None  # a choice between an employment and a contract
    return next(
        (kind for kind in ("FULL_TIME", "PART_TIME", "TEMPORARY", "CONTRACTOR") if kind in found), None
    )


@lru_cache(maxsize=4096)
def is_terms(text: str) -> bool:
    """Whether a short text is the kind of employment, presence or contract, and so neither a name nor a place."""
    return bool(employment((text,)) or presence((text,))) or _is_open(text)


def _is_open(text: str) -> bool:
    """Whether a short text names a contract without an end, which says nothing of full or part time."""
    return listed("modes", "employment", "open", "words").whole(fold(text).strip(" .,;:"))


def _named(text: str) -> set[str]:
    if len(text) > 160:
        return set()
    plain = _without(fold(text.replace("_", " ")), listed("modes", "employment", "never", "words")).strip()
    kinds = table("modes")["employment"]
    return {
        kind
        for kind in _ORDER
        if listed("modes", "employment", kind, "words").search(plain) or plain in kinds[kind].get("exact", ())
    }


def _without(folded: str, phrases: Phrases) -> str:
    """The text with a blank in the place of each phrase."""
    kept = list(folded)
    for start, end in phrases.spans(folded):
        kept[start:end] = " " * (end - start)
    return "".join(kept)


def employment_in(lines: Iterable[str]) -> str | None:
    """The type that the text itself states: in a short line of facts, or of the position in a sentence."""
    for line in lines:
        plain = fold(line)
        if _NOT_THE_JOB.search(plain):
            continue
        for kind in ("INTERN", "CONTRACTOR", "TEMPORARY", "PART_TIME", "FULL_TIME"):
            if listed("modes", "employment", kind, "words").search(plain) and _sentence(kind).search(plain):
                return _widened(kind, plain)
    return None


def _widened(kind: str, plain: str) -> str:
    both = kind == "PART_TIME" and _words("FULL_TIME").search(plain)
    return "FULL_TIME" if both else kind


@lru_cache(maxsize=8)
def _words(kind: str) -> re.Pattern[str]:
    return anyof(table("modes")["employment"][kind]["words"])


@lru_cache(maxsize=8)
def _sentence(kind: str) -> re.Pattern[str]:
    words = _words(kind).pattern
    nouns = anyof(table("modes")["employment"]["nouns"]["words"]).pattern
    loose = {
        "FULL_TIME": r"|(?<!\w)(?:in vollzeit|vollzeit|temps plein|jornada completa|tempo pieno|pelny etat|tempo integral)(?!\w)"
    }
    gap = 2 if kind in ("FULL_TIME", "PART_TIME") else 0
    return re.compile(
        rf"(?:^|[.!?] ){words}(?=[,.]|$)|{words}[ ,/)-]+(?:(?!of |for )\w+[ ,-]+){{0,{gap}}}?{nouns}|permanent,? {words}|{words},? permanent{loose.get(kind, '')}"
    )


def presence(values: Iterable[str]) -> str | None:
    """on-site, hybrid or remote from fields or chips (`Hybrid`, `Austin (Remote)`)."""
    found: set[str] = set()
    for value in values:
        plain = fold(value)
        if len(plain) <= 80:
            found |= _named_presence(plain)
    if "hybrid" in found or {"remote", "on-site"} <= found:
        return "hybrid"
    return next(iter(sorted(found)), None)


def _named_presence(plain: str) -> set[str]:
    """The kinds that a folded chip names, without a phrase inside a longer one: `télétravail` in `télétravail total`."""
    spans = [
        (start, end, kind)
        for kind in ("remote", "hybrid", "on-site")
        for start, end in _chips(kind).spans(plain)
    ]
    return {
        kind
        for start, end, kind in spans
        if not any(a <= start and end <= b and b - a > end - start for a, b, _ in spans)
    }


def presence_field(value: str) -> str | None:
    """What a field that is called `Remote` or `Télétravail` says: how much, or a word for it."""
    plain = fold(value)
    for words, kind in (("some", "hybrid"), ("all", "remote"), ("none", "on-site")):
        if listed("modes", "amount", words).search(plain):
            return kind
    return presence((value,))


def presence_in(lines: Iterable[str]) -> str | None:
    """What the sentences of the posting state."""
    said: set[str] = set()
    for line in lines:
        plain = fold(line)
        if (listed("modes", "days", "where").search(plain) or "day" in plain) and _days().search(plain):
            return "hybrid"
        said |= {kind for kind in ("remote", "hybrid", "on-site") if _says(kind).search(plain)}
    return next((kind for kind in ("hybrid", "remote", "on-site") if kind in said), None)


def _chips(kind: str) -> Phrases:
    return listed("modes", "presence", kind, "chips")


def _says(kind: str) -> Phrases:
    return listed("modes", "presence", kind, "says")


@lru_cache(maxsize=1)
def _days() -> re.Pattern[str]:
    words = {name: anyof(given).pattern for name, given in table("modes")["days"].items()}
    count = rf"{words['count']} (?:\w+ )?(?:{words['day']} )?(?:\w+ )?{words['week']}"
    gap = r"[^.;!?]{0,45}?"
    named = r"(?:mon|tues|wednes|thurs|fri)days?(?:(?:,| and| or) (?:mon|tues|wednes|thurs|fri)days?)*"
    return re.compile(
        rf"{words['where']}{gap}{count}|{count}{gap}{words['where']}"
        rf"|{named}{gap}(?:from home|in the office|at home|remotely)|(?:office|from home) on {named}"
        rf"|(?:come|comes|coming|be) in (?:on |every |each ){named}"
        rf"|{words['count']} {words['day']} (?:of |de |di |d'|am |im |in |w |em |of )?(?:\w+ )?{words['where']}"
        rf"|\d{{1,2}} ?% ?(?:remote|homeoffice|home office|teletravail|mobil)|(?:remote|homeoffice|home office|teletravail)[^.;!?]{{0,25}}(?<!\d)[1-8]0 ?%"
    )
