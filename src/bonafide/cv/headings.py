"""Headings of sections in ten languages, whatever their dress: counted, numbered, letter-spaced, in capitals."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources

from bonafide.cv.words import AND_WORDS, CONTINUED, any_of
from bonafide.language.calendar import plain

_DRESS = re.compile(r"^(?:[\divx]{1,4}[.)]\s+|[^\w(]+)|(?:\s*[(\[]\s*\d+\s*[)\]]|[^\w)]+|\s+\d{1,2})$")
_CONTINUED = re.compile(rf"\s*[(\[]?(?:{any_of(CONTINUED)})\.?[)\]]?$")
_AND = re.compile(rf"\s*(?:&|\+|/|,|\b(?:{any_of(AND_WORDS)})\b)\s*")
_LONGEST = 60


@lru_cache(maxsize=1)
def _sections() -> tuple[dict[str, str], dict[str, set[str]]]:
    """The section of each heading, and the languages that write it so."""
    text = resources.files("bonafide.cv").joinpath("data/headings.toml").read_text("utf-8")
    found: dict[str, str] = {}
    languages: dict[str, set[str]] = {}
    for section, words in tomllib.loads(text).items():
        for language, headings in words.items():
            for heading in headings:
                key = _AND.sub(" & ", plain(heading))
                found.setdefault(key, section)
                languages.setdefault(key, set()).add(language)
    return found, languages


@lru_cache(maxsize=2048)
def bare(text: str) -> str:
    """The heading as it is looked up."""
    if len(text) > _LONGEST:
        return ""
    key = _CONTINUED.sub("", plain(closed_up(text)).strip())
    previous = ""
    while key != previous:
        previous, key = key, _DRESS.sub("", key).strip()
    return _AND.sub(" & ", key)


@lru_cache(maxsize=2048)
def section_of(text: str) -> str | None:
    """The section that a heading opens, or None. "Skills & Interests" opens the first that it names."""
    key = bare(text)
    sections = _sections()[0]
    if key in sections:
        return sections[key]
    parts = key.split(" & ")
    known = [sections.get(part) for part in parts]
    if 1 < len(parts) <= 3 and known[0] and all(known):
        return known[0]
    return None


def likely_section(text: str) -> str | None:
    """The section of a line that is dressed as a heading: the first of its parts that is one by itself."""
    sections = _sections()[0]
    return section_of(text) or next(
        (sections[part] for part in bare(text).split(" & ") if part in sections), None
    )


def languages_of(text: str) -> set[str]:
    """The languages in which this is a heading."""
    return _sections()[1].get(bare(text), set())


def closed_up(text: str) -> str:
    """ "W O R K  E X P E R I E N C E" -> "WORK EXPERIENCE"."""
    tokens = text.split(" ")
    if len(tokens) < 4 or sum(len(token) > 1 for token in tokens) > 0.2 * len(tokens):
        return text
    words = re.split(r"\s{2,}", text)
    return " ".join(word.replace(" ", "") for word in words)
