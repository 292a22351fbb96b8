"""Where a person lives, from one printed line."""

from __future__ import annotations

import re

from bonafide.cv.gather import Entry, Found
from bonafide.cv.places import (
    country_of,
    is_city,
    is_known,
    looks_like_place,
    region_country,
    without_postcode,
)
from bonafide.model.place import Place

_PARTS = re.compile(r"\s*[,|•·]\s*|\s+[–—-]\s+")
_STREET = re.compile(
    r"\d|(?:str\.|straße|strasse|street|road|avenue|lane|rue|calle|via|ulica|straat|laan|weg|platz)\b", re.I
)
_NOTE = re.compile(r"\s*[(\[][^()]*[)\]]")


def is_address(text: str) -> bool:
    """Whether the text is a place, or a street with a postal code and a place."""
    if looks_like_place(text):
        return True
    rest, code = without_postcode(text)
    return bool(code) and "@" not in text and any(part[:1].isupper() for part in _PARTS.split(rest) if part)


def location_of(text: str, place: Place, confidence: float = 0.9) -> Entry:
    """Address, postal code, city, region and country of one line."""
    bare = _NOTE.sub("", text)
    entry: Entry = {}

    def put(name: str, value: str) -> None:
        entry.setdefault(name, Found(value, text, place, confidence))

    _rest, code = without_postcode(bare)
    if code:
        put("postal_code", code)
    names = []
    for part in (part for part in _PARTS.split(bare) if part.strip()):
        city, own_code = without_postcode(part)
        if _STREET.search(city) and not (own_code and not re.search(r"\d", city)):
            put("address", part)
        elif city:
            names.append(city)
    _put_names(names, put, entry)
    return entry


def _put_names(names: list[str], put, entry: Entry) -> None:  # type: ignore[no-untyped-def]
    if len(names) > 1 and country_of(names[-1]) and not _is_us_state(names):
        put("country_code", country_of(names[-1]) or "")
        names = names[:-1]
    if len(names) == 1 and country_of(names[0]) and not is_city(names[0]):
        put("country_code", country_of(names[0]) or "")
        return
    if not names:
        return
    put("city", names[0])
    if len(names) > 1:
        put("region", names[-1])
        if region_country(names[-1]) and "country_code" not in entry:
            put("country_code", region_country(names[-1]) or "")


def _is_us_state(names: list[str]) -> bool:
    """ "Wilmington, DE" with a known state's code is in no other country unless the city says so."""
    return (
        len(names) == 2
        and region_country(names[1]) == "US"
        and not is_known(names[0])
        and country_of(names[1]) is None
    )
