"""Where the person lives and may work. Silence is unmet, and nobody's nationality is guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bonafide.matching.findings import Finding
from bonafide.matching.lexicon import data, phrases
from bonafide.matching.reasons import quoted
from bonafide.matching.resume import Resume
from bonafide.model.match import Evidence, Verdict
from bonafide.model.posting import JobLocation

_OFFICE = re.compile(
    r"\b(?i:in|at|to|attend|visit|from) (?i:our|the) (?:[A-Z]\w+ ){0,2}(?:offices?|headquarters|campus|premises)\b"
    r"|\b(?i:\w+ days? (?:a|per|each|every) week)\b(?!.*\b(?i:call|travel))"
)
_WITHIN = re.compile(
    r"\b\d+ ?(?:min(?:ute)?[sn]?|miles|km|kilomet\w+|hours?) (?i:of|from|around|von|um|entfernt|de|van|di) [A-ZÀ-Þ]"
)
_FREE = frozenset({"eu", "european union"})
"""Whoever may work in one of these may work in each of its countries."""
_ZONE = re.compile(
    r"\b(?:in|within|from|near|of) (?:an? |the |our |\w+ ){0,3}time ?zones?\b|\b(?:[A-Z]{2,5}|European|American|US|EU) time ?zones?\b"
)
_COMMUTE = re.compile(r"\bcommut", re.I)
_NATIONAL = re.compile(r"(?P<of>[A-Z]\w+) nationals?(?=[.,;)]|$|\s+(?:with|and|living|based|by)\b)")
_CAPITALISED = re.compile(
    r"(?<![\w.])[^\W\d_a-z][\w'’-]+(?:[ -](?:(?:de|del|da|do|am|an|der|la|le|of|upon|sur)[ -])*[^\W\d_a-z][\w'’-]+)*"
)


@lru_cache(maxsize=1)
def _cues() -> Mapping[str, re.Pattern[str]]:
    return {name: phrases(words) for name, words in data("places")["cues"].items()}


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, tuple[re.Pattern[str], frozenset[str]]]:
    """Code -> a pattern of its names and demonyms, and the regions it lies in."""
    found = {}
    for code, line in data("places")["countries"].items():
        names, demonyms, regions = (
            tuple(part.strip() for part in half.split(",") if part.strip()) for half in line.split(";")
        )
        found[code] = (_cased([*names, *demonyms]), frozenset(regions))
    return found


def _cased(names: list[str]) -> re.Pattern[str]:
    """As phrases, but `us` and its like only in capitals."""
    short = [name.upper() for name in names if len(name.replace(".", "")) <= 3]
    long = [name for name in names if len(name.replace(".", "")) > 3]
    parts = [re.escape(name) for name in short] + [
        rf"(?i:{re.escape(name)})" for name in sorted(long, key=len, reverse=True)
    ]
    return re.compile(rf"(?<![\w.])(?:{'|'.join(parts) or '(?!)'})s?(?!\w)")


def judge(text: str, resume: Resume, places: tuple[JobLocation, ...]) -> list[Finding]:
    """At most one finding: residence, presence in an office, or the right to work."""
    cues = _cues()
    if cues["authorisation"].search(text):
        return [_authorised(text, resume)]
    if (
        cues["lives"].search(text)
        or cues["office"].search(text)
        or _OFFICE.search(text)
        or _WITHIN.search(text)
        or _ZONE.search(text)
        or cues["relocate"].search(text)
    ):
        return [_lives(text, resume, places)]
    if cues["travel"].search(text):
        return [_travels(resume)]
    return []


def _nationals(text: str) -> bool:
    """Whether a text calls somebody the national of a country: `Dutch national`, `Irish and Canadian national`."""
    return any(countries_in(match.group("of")) for match in _NATIONAL.finditer(text))


def countries_in(text: str) -> frozenset[str]:
    """ISO codes of the countries that a text names, by name or demonym."""
    return frozenset(code for code, (pattern, _) in _countries().items() if pattern.search(text))


def regions_in(text: str) -> frozenset[str]:
    """The regions that a text names (`EU`, `DACH`, `EMEA`)."""
    known = frozenset(region for _, regions in _countries().values() for region in regions)
    return frozenset(
        region for region in known if re.search(rf"(?<!\w){re.escape(region)}(?!\w)", text, re.I)
    )


def _authorised(text: str, resume: Resume) -> Finding:
    wanted, regions = countries_in(text), regions_in(text)
    for piece in resume.pieces:
        if not (_cues()["authorisation"].search(piece.fact.text) or _nationals(piece.fact.text)):
            continue
        own = countries_in(piece.fact.text) or _of_residence(piece.fact.text, resume)
        stated = regions_in(piece.fact.text)
        inside = (
            any(_countries()[code][1] & regions for code in own)
            or bool(regions & stated)
            or any(_countries()[code][1] & stated & _FREE for code in wanted)
        )
        if not (wanted or regions) or own & wanted or inside:
            quote = (Evidence(piece.fact.pointer, piece.fact.text),)
            return Finding(verdict=Verdict.MET, why=f"the CV states “{_said(piece.fact.text)}”", facts=quote)
    return Finding(
        verdict=Verdict.UNMET,
        why="the CV says nothing of citizenship or the right to work, and neither is inferred",
        advice="If you have the right to work there, state it in one line; it is often the first filter.",
    )


def _of_residence(text: str, resume: Resume) -> frozenset[str]:
    """A residence permit that names no country is one of the country that its holder lives in."""
    location = resume.facts.profile.basics.location
    code = location.country_code if location else None
    return (
        frozenset((code,))
        if code and _cues()["residence"].search(text) and not regions_in(text)
        else frozenset()
    )


def _said(text: str) -> str:
    """The sentence of a fact that speaks of citizenship or the right to work."""
    sentences = re.split(r"(?<=[.!?;])\s+", text)
    said = (one for one in sentences if _cues()["authorisation"].search(one) or _nationals(one))
    return quoted(next(said, text))


def _lives(text: str, resume: Resume, places: tuple[JobLocation, ...]) -> Finding:
    home = _home(resume)
    names = [value for value, _ in home if len(value) > 2]
    spoken = re.sub(r"[^\w\s]", " ", text)
    here = [value for value in names if re.search(rf"(?<!\w){re.escape(value)}(?!\w)", spoken, re.I)]
    code = resume.facts.profile.basics.location.country_code if resume.facts.profile.basics.location else None
    wanted, regions = countries_in(text), regions_in(text)
    elsewhere = [name for name in _named_places(text) if not countries_in(name) and not regions_in(name)]
    if not here and code and (code in wanted or _countries().get(code, (None, frozenset()))[1] & regions):
        here = [code] if not elsewhere else []
    if not here and not wanted and not regions:
        cities = {place.city for place in places if place.city}
        here = [value for value in names if any(value.lower() == city.lower() for city in cities)]
    facts = tuple(Evidence(pointer, value) for value, pointer in home)
    said = ", ".join(value for value, _ in home)
    if here:
        return Finding(verdict=Verdict.MET, why=f"the CV gives {said}", facts=facts)
    near = not (wanted or regions) or bool(here)
    for piece in resume.pieces:
        if _cues()["willing"].search(piece.fact.text) and (near or not _COMMUTE.search(piece.fact.text)):
            quote = (Evidence(piece.fact.pointer, piece.fact.text),)
            return Finding(
                verdict=Verdict.MET,
                why="the CV says that the person would move or commute",
                facts=quote,
            )
    why = f"the CV gives {said} and says nothing of moving" if said else "the CV gives no place"
    return Finding(
        verdict=Verdict.UNMET,
        why=why,
        advice="If you would move or commute, say so and from when: answer the question “what must be known”.",
    )


def _named_places(text: str) -> list[str]:
    """Capitalised names after `in`, `near` or `our`: places as far as one can tell."""
    return [
        match.group()
        for match in _CAPITALISED.finditer(text)
        if re.search(
            r"\b(?:in|near|around|from|of|our|im Raum|Raum|bei|à|de|en|em|te|près de|cerca de|a)\s$",
            text[: match.start()],
        )
    ]


def _home(resume: Resume) -> list[tuple[str, str]]:
    """The person's city, region and country code, each with its pointer."""
    location = resume.facts.profile.basics.location
    if location is None:
        return []
    named = (("city", location.city), ("region", location.region), ("countryCode", location.country_code))
    return [(value, f"/basics/location/{name}") for name, value in named if value]


def _travels(resume: Resume) -> Finding:
    for piece in resume.pieces:
        if _cues()["travel"].search(piece.fact.text):
            return Finding(
                verdict=Verdict.MET,
                why="the CV tells of travel",
                facts=(Evidence(piece.fact.pointer, piece.fact.text),),
            )
    return Finding(
        verdict=Verdict.UNMET,
        why="the CV says nothing of travel",
        advice="Say in the letter how much travel suits you.",
    )
