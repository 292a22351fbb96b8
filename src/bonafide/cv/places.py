"""Places told by their shape and by the names of countries, regions and large cities."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources

from bonafide.cv.words import COMPANIES, SCHOOLS, TITLES
from bonafide.language.calendar import plain


class _Gazetteer:
    def __init__(self) -> None:
        text = resources.files("bonafide.cv").joinpath("data/places.toml").read_text("utf-8")
        data = tomllib.loads(text)
        self.countries = {plain(n): code.upper() for code, names in data["countries"].items() for n in names}
        self.regions = {plain(n): code.upper() for code, names in data["regions"].items() for n in names}
        self.codes: dict[str, str] = {}
        for country, codes in data["codes"].items():
            for code in codes:
                self.codes.setdefault(code, country.upper())
        self.cities = frozenset(data["cities"]["all"])
        self.remote = frozenset(data["words"]["remote"])
        around = data["words"]
        self.streets = re.compile(
            rf"(?:^|(?<=\W)|(?<=[a-zäöü]))(?:{'|'.join(around['streets'])})(?!\w)", re.I
        )
        self.around = re.compile(
            rf"^(?:{'|'.join(around['around_before'])})\s+|\s+(?:{'|'.join(around['around_after'])})$", re.I
        )
        self.country_codes = frozenset(code.upper() for code in data["countries"])


@lru_cache(maxsize=1)
def _names() -> _Gazetteer:
    return _Gazetteer()


_NOTE = re.compile(r"\s*[(\[][^()]*[)\]]")
_POSTCODE = re.compile(
    r"\b\d{4} ?[A-Z]{2}\b|\b\d{2}-\d{3}\b|\b(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b"
)
_HOUSE = re.compile(r"^\d{1,4}\s?[a-zA-Z]?,?\s+\D+$|^\D+\s\d{1,4}\s?[a-zA-Z]?$")
_LONGEST_STREET = 6  # words
_NAME = re.compile(r"[^\W\d_][^\d@:;|]*$")


@lru_cache(maxsize=4096)
def looks_like_place(text: str) -> bool:
    """ "Ghent", "Austin, TX", "Lyon (hybrid)", "Remote", "Leiden, Nederland"; not a company that bears a city's name."""
    bare = _NOTE.sub("", text).strip(" ,.")
    if not bare or len(bare) > 60:
        return False
    if plain(bare) in _names().remote:
        return True
    parts = [part.strip() for part in re.split(r"[,/|·–]| - ", _POSTCODE.sub("", bare)) if part.strip()]
    if not parts or len(parts) > 4 or not all(_NAME.match(part) for part in parts):
        return False
    known = [is_known(part) for part in parts]
    if any(not sure and _is_organisation(part) for part, sure in zip(parts, known, strict=True)):
        return False
    short = len(parts) > 1 and all(len(part.split()) <= 4 for part in parts)
    wide = known[-1] and (not is_city(parts[-1]) or region_country(parts[-1]) is not None)
    return all(known) or (short and (wide or (known[0] and not parts[-1][:1].isupper())))


def _is_organisation(text: str) -> bool:
    return "&" in text or COMPANIES.count(text) > 0 or SCHOOLS.count(text) > 0


def is_known(name: str) -> bool:
    """Whether this is the name or code of a country, region or large city, or says remote."""
    names, key = _names(), plain(name).strip(" .")
    if key in names.countries or key in names.regions or key in names.cities or key in names.remote:
        return True
    if name in names.codes or name in names.country_codes:
        return True
    return without_surroundings(key) in names.cities


def without_surroundings(name: str) -> str:
    """ "Greater Leeds Area", "Nantes et périphérie" -> the city."""
    return _names().around.sub("", name).strip(" ,")


def country_of(name: str) -> str | None:
    """The ISO code of a country by its name or code."""
    key = plain(name).strip(" .")
    found = _names().countries.get(key)
    return found or (name if name in _names().country_codes else None)


def region_country(name: str) -> str | None:
    """The country that a region or its code lies in."""
    return _names().regions.get(plain(name).strip(" .")) or _names().codes.get(name)


def is_city(name: str) -> bool:
    """Whether this is the name of a large city."""
    return plain(name).strip(" .") in _names().cities


def is_street(text: str) -> bool:
    """A number, or a word that streets are named with."""
    return any(char.isdigit() for char in text) or _names().streets.search(text) is not None


def is_house(text: str) -> bool:
    """A street by its word with the number of a house, and nothing else."""
    numbered = _HOUSE.search(text) is not None
    return numbered and len(text.split()) <= _LONGEST_STREET and _names().streets.search(text) is not None


def is_postcode(text: str) -> bool:
    """Nothing but a postal code."""
    return _POSTCODE.fullmatch(text.strip()) is not None


def without_postcode(text: str) -> tuple[str, str]:
    """The text without its postal code, and the code."""
    found = _POSTCODE.search(text)
    return (text, "") if not found else (_POSTCODE.sub("", text).strip(" ,"), found.group())


def may_be_place(text: str) -> bool:
    """A short name in capitals that no word shows to be anything else: a small town's."""
    words = text.split()
    plausible = 1 <= len(words) <= 4 and text[:1].isupper() and not any(char.isdigit() for char in text)
    return plausible and not (COMPANIES.count(text) or TITLES.count(text) or SCHOOLS.count(text))
