"""Where a person lives, from one printed line."""

from __future__ import annotations

import re
from collections.abc import Callable

from bonafide.cv.gather import Entry, Found
from bonafide.cv.places import (
    country_of,
    is_city,
    is_house,
    is_street,
    looks_like_place,
    may_be_place,
    region_country,
    without_postcode,
    without_surroundings,
)
from bonafide.language.periods import find_periods
from bonafide.model.place import Place

_PARTS = re.compile(r"\s*[,|•·]\s*|\s+[–—-]\s+")
_NOTE = re.compile(r"\s*[(\[][^()]*[)\]]")


def is_address(text: str) -> bool:
    """Whether the text is a place, or a street with a postal code and a place."""
    if looks_like_place(text):
        return True
    if any(period.start_date and period.start_date.day for period in find_periods(text)):
        return False  # "Born on 3/5/1990": the year is no postal code
    if is_house(_PARTS.split(text)[0]) and all(may_be_place(part) for part in _PARTS.split(text)[1:]):
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
        if is_street(city) and not (own_code and not re.search(r"\d", city)):
            put("address", part)
        elif city:
            names.append(city)
    _put_names(names, put)
    return entry


def _put_names(names: list[str], put: Callable[[str, str], None]) -> None:
    country = _country(names)
    if country:
        put("country_code", country)
        if len(names) == 1 and is_city(names[0]):
            put("city", names[0])
        names = names[:-1]
    if not names:
        return
    put("city", without_surroundings(names[0]))
    if len(names) > 1:
        put("region", names[-1])
        lies_in = region_country(names[-1])
        if lies_in and not country_of(names[-1]):
            put("country_code", lies_in)


def _country(names: list[str]) -> str | None:
    """The country that the last name is, where it is no state's code as well ("Gary, IN", "Erie, PA")."""
    code = country_of(names[-1]) if names else None
    state = len(names) == 2 and len(names[-1]) == 2 and region_country(names[-1]) is not None
    return code if not state or code == "DE" else None
