"""Places of work: city, region and ISO country, from one line of text or from parts that a record keeps apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bonafide.model.posting import JobLocation
from bonafide.posting.lexicon import table
from bonafide.posting.lines import fold, tidy

_CUT = re.compile(r"\s*(?:[,;|/·•()\[\]]|\s[-–—]\s|\s(?:or|and|oder|und|ou|et|o|y|of|en|lub|i|e)\s)\s*")
_POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}-)?\d{4,6}(?:[- ]\d{2,4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b\d{4} ?[A-Z]{2}\b"
)
_CODED = re.compile(r"^(?P<country>[A-Z]{2})-(?P<region>[A-Z]{2,3})-(?P<city>[^\W\d_].+)$")  # `US-MN-Duluth`
_CAPITAL = re.compile(r"Washington,? D\.? ?C\.?(?!\w)")
_DISTRICT = re.compile(r"(?<=\w) (?:\d{1,2}(?:e|er|ème|eme)?|cedex(?: \d+)?|\d{2}|[IVX]{1,5}\.?)$", re.I)
_IN_PROVINCE = re.compile(
    r"(?P<town>[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){0,3})"
    r"(?:, (?P<province>[^\W\d_][\w '’-]{2,30})| \((?:(?P<code>[A-Z]{2})|(?P<bracketed>[^\W\d_][\w '’-]{2,30}))\))"
)
_TOWN = re.compile(r"[^\W\d_][\w .'’-]{1,40}")


def from_parts(city: str | None, region: str | None, country: str | None) -> JobLocation | None:
    """A place from a record's fields; a country may be a name in any known language or a code."""
    town = tidy(city or "") or None
    if town and "," in town:
        whole = read(f"{town}, {country or ''}")
        return whole[0] if whole else JobLocation(city=town, country=country_code(country or ""))
    named = tidy(region or "")
    state = named if named and not _no_place().fullmatch(named) else None
    code = country_code(country or "") or _country_of(town, state)
    if town and not code and not state:
        whole = read(town)
        return whole[0] if len(whole) == 1 and whole[0].city else JobLocation(city=town)
    if town and country_code(town) == code and code and town != "Singapore":
        town = town if fold(town) in _cities() else None
    return JobLocation(city=town, region=state, country=code) if town or state or code else None


def postal(text: str) -> JobLocation | None:
    """The town behind a postcode: `73230 Lampertsheim an der Wend`."""
    found = _POSTCODE.match(text)
    town = text[found.end() :].strip(" ,") if found else ""
    return JobLocation(city=town) if _TOWN.fullmatch(town) and town[:1].isupper() else None


def in_province(text: str) -> JobLocation | None:
    """A town in no table with its province, which may bear a known city's name: `Lampola, Verona`, `Lampola (VR)`."""
    found = _IN_PROVINCE.fullmatch(tidy(text))
    if not found or fold(found["town"]) in _cities() or country_code(found["town"]):
        return None
    if found["code"]:
        code = found["code"] in table("places")["italian"]
        return JobLocation(city=found["town"], region=found["code"], country="IT") if code else None
    province = found["province"] or found["bracketed"]
    known, mate = _region(province, True, None), _cities().get(fold(province))
    if not known or (mate and mate[1] not in _provinces().get(fold(province), ())):
        return None
    return JobLocation(city=found["town"], region=province, country=mate[1] if mate else known[1])


def without_postcode(text: str) -> str:
    """`91710 Altdorf` without its number."""
    return tidy(_POSTCODE.sub(" ", text)).strip(" ,")


def read(text: str) -> tuple[JobLocation, ...]:
    """The places that a line such as `Lyon, France / remote` names, in its order."""
    found: list[JobLocation] = []
    if (coded := _CODED.match(text.strip())) and country_code(coded["country"]):
        return (JobLocation(**coded.groupdict()),)
    for phrase in re.split(
        r"\s*(?:;|\||/| or | oder | ou | und | and | et | y | lub )\s*",
        _POSTCODE.sub(" ", _CAPITAL.sub("Washington DC", tidy(text))),
    ):
        place = _one(phrase)
        if place is not None and place not in found:
            found.append(place)
    return _without_repeats(found)


def stated(text: str) -> tuple[JobLocation, ...]:
    """The places in a text that is known to name some, also of towns in no table: `Talau, Oberland`."""
    if place := in_province(without_postcode(text)):
        return (place,)
    found = read(text)
    if any(place.city for place in found):
        return found
    text = re.sub(r"^(?:\d{2,3}|2[AB])\s*[-–]\s*(?=[^\W\d_])", "", text)  # a department's number
    bare = _without_modes(without_postcode(re.sub(r"\([^()]*\)", " ", text)))
    parts = [part.strip(" -–—.:") for part in re.split(r"[,;|/·•\n]|\s[–—-]\s", bare)]
    parts = [
        part for part in parts if _TOWN.fullmatch(part) and part[:1].isupper() and not country_code(part)
    ]
    if not parts or len(parts) > 3:
        return found
    country = next((place.country for place in found if place.country), None)
    region = next((place.region for place in found if place.region), None)
    others = parts[1:] if region is None else []
    return (JobLocation(city=parts[0], region=region or next(iter(others), None), country=country),)


def _one(phrase: str) -> JobLocation | None:
    parts = [_DISTRICT.sub("", part.strip(" -–—.:")) for part in _CUT.split(phrase) if part.strip(" -–—.:")]
    city = region = country = None
    loose: list[str] = []
    for part in filter(None, (_without_modes(p).strip(" -–—.:") for p in parts)):
        known = _cities().get(fold(part)) or _inside(part)
        if known and city is None:
            city, country = known[0], country or known[1]
        elif city is None and (coded := _town_before_code(part)):
            city, region, country = coded
        elif region is None and (state := _region_after(part, bool(city or loose), country)):
            region, country = state
        elif code := _country(part):
            country = code
        elif part[:1].isupper() and len(part.split()) <= 5 and not re.search(r"\d{3}", part):
            loose.append(part)
    if city is None and loose and (country or region):
        city = loose[0]
    return JobLocation(city=city, region=region, country=country) if city or region or country else None


def _without_modes(text: str) -> str:
    """The text without words that stand where a place would, such as `remote`, also within brackets or a range."""
    return _no_place().sub(" ", text)


@lru_cache(maxsize=1)
def _no_place() -> re.Pattern[str]:
    words = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in table("places")["modes"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I)


def _country(part: str) -> str | None:
    """A country's name, or its code in capitals; small words such as `in` are no codes."""
    return None if len(part) == 2 and not part.isupper() else country_code(part)


def _town_before_code(part: str) -> tuple[str, str, str] | None:
    """Town, state and country of `Dubbo NSW`, where the state's code follows without a comma."""
    town, _, code = part.rpartition(" ")
    known = (
        _region(code, True, None)
        if town[:1].isupper() and code.isupper() and len(town.split()) <= 3
        else None
    )
    return (town, *known) if known and _TOWN.fullmatch(town) else None


def _region_after(part: str, placed: bool, country: str | None) -> tuple[str, str] | None:
    """The state that a part names; a code that is a country's, too, is decided by the city before it.

    `Toronto, CA` is Canada, `San Jose, CA` California, `Cambridge, MA` Massachusetts, `Kiel, DE` Germany.
    """
    code = country_code(part) if len(part) == 2 else None
    if code and (code == country or code == "DE"):
        return None
    abroad = len(part) == 2 and placed and country != "IT"  # Italian provinces: `Milano (MI)`
    return _region(part, placed, country) or (_region(part, placed, None) if abroad else None)


def _without_repeats(found: list[JobLocation]) -> tuple[JobLocation, ...]:
    """No bare country where a city of it is named as well."""
    named = {place.country for place in found if place.city}
    return tuple(place for place in found if place.city or place.region or place.country not in named)


def _inside(part: str) -> tuple[str, str] | None:
    """A known city among the words of a part: `Carlton, Melbourne VIC`, `Paris La Villette`."""
    words = part.split()
    if not 1 < len(words) <= 5:
        return None
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            piece = " ".join(words[start : start + size]).strip(",.-")
            known = _cities().get(fold(piece))
            if known and piece[:1].isupper():
                return known
    return None


def country_code(text: str) -> str | None:
    """The ISO code of a country given by name in a known language, or by its code."""
    plain = tidy(text)
    if re.fullmatch(r"[A-Za-z]{2}", plain) and plain.upper() in table("countries")["countries"]:
        return plain.upper()
    return _countries().get(fold(plain))


def countries_in(text: str) -> tuple[str, ...]:
    """The codes of the countries and known cities that a longer text names, most frequent first."""
    counted: dict[str, int] = {}
    for found in _mention().finditer(fold(text)):
        name = found.group()
        code = _countries().get(name) or _cities()[name][1]
        counted[code] = counted.get(code, 0) + 1
    return tuple(sorted(counted, key=lambda code: -counted[code]))


def sounds_like_town(text: str) -> bool:
    """Whether an unknown name is formed like a town's: `Bad Nauheim`, `Saint-Malo`, `Veenendaal`."""
    plain = fold(text)
    return (
        text[:1].isupper()
        and text.split()[-1][:1].isupper()
        and len(plain) <= 40
        and any(re.fullmatch(p, plain) for p in table("countries")["towns"]["patterns"])
    )


def of_town(employer: str) -> JobLocation | None:
    """The place of a town that is itself the employer: `Stadt Lampenau`, `City of Lampton`."""
    plain = fold(employer)
    for words in map(fold, table("places")["towns"]):
        if plain.startswith(words) and (words.endswith("'") or plain[len(words) : len(words) + 1] == " "):
            town = " ".join(employer.split()[-len(plain[len(words) :].split()) :])
            town = town[2:] if words.endswith("'") else town
            known = read(town)
            if _TOWN.fullmatch(town) and town[:1].isupper():
                return known[0] if known and known[0].city else JobLocation(city=town)
    return None


def is_place(text: str) -> bool:
    """Whether a short text is nothing but a place."""
    return any(place.city or place.country for place in read(text)) if len(text) <= 90 else False


def distinct(found: Iterable[JobLocation]) -> tuple[JobLocation, ...]:
    """Places without those that say less than another of the same city or country."""
    kept: list[JobLocation] = []
    for place in found:
        if place not in kept and not any(_within(place, other) for other in kept):
            kept = [other for other in kept if not _within(other, place)]
            kept.append(place)
    return tuple(kept)


def _within(less: JobLocation, more: JobLocation) -> bool:
    pairs = ((less.city, more.city), (less.region, more.region), (less.country, more.country))
    return less != more and all(a is None or (b is not None and fold(a) == fold(b)) for a, b in pairs)


def _region(part: str, after_city: bool, country: str | None) -> tuple[str, str] | None:
    regions = table("countries")["regions"]
    for code, states in regions.items():
        if after_city and part in states and (country in (None, code)):
            return part, code
    named = (*_states().get(fold(part), ()), *(_provinces().get(fold(part), ()) if after_city else ()))
    known = [code for code in named if country in (None, code)]
    return (part, known[0]) if known else None


def _country_of(city: str | None, region: str | None) -> str | None:
    if region and (known := _region(region, True, None)):
        mate = _cities().get(fold(city or ""))
        return mate[1] if mate and region in table("countries")["regions"].get(mate[1], {}) else known[1]
    known_city = _cities().get(fold(city or "")) or _inside(city or "")
    return known_city[1] if known_city else None


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    return {fold(name): code for code, names in table("countries")["countries"].items() for name in names}


@lru_cache(maxsize=1)
def _states() -> dict[str, tuple[str, ...]]:
    """The countries that have a state of a name, of those whose states have codes."""
    found: dict[str, tuple[str, ...]] = {}
    for code, states in table("countries")["regions"].items():
        for name in map(fold, states.values()):
            found[name] = (*found.get(name, ()), code)
    return found


@lru_cache(maxsize=1)
def _provinces() -> dict[str, tuple[str, ...]]:
    """The countries that have a region of a name."""
    found: dict[str, tuple[str, ...]] = {}
    for code, names in table("provinces").items():
        for name in map(fold, names):
            found[name] = (*found.get(name, ()), code)
    return found


@lru_cache(maxsize=1)
def _cities() -> dict[str, tuple[str, str]]:
    known: dict[str, tuple[str, str]] = {}
    for country, cities in table("cities").items():
        for entry in cities:
            names = entry.split("=")
            for name in names:
                known.setdefault(fold(name), (name, country))
    return known


@lru_cache(maxsize=1)
def _mention() -> re.Pattern[str]:
    names = [name for name in (*_countries(), *_cities()) if len(name) > 3]
    return re.compile(
        r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")(?!\w)"
    )
