"""JSON Resume, 1.0 and the older shapes: each value at its pointer, what the schema lacks kept aside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from bonafide.cv.cleaning import clean
from bonafide.cv.gather import SECTIONS, Entry, Found, Gathered, build, known_fields
from bonafide.cv.phones import international
from bonafide.language.periods import find_periods, parse_date
from bonafide.model.faults import UnreadableFault
from bonafide.model.place import AtPointer
from bonafide.model.profile import Basics, Location, Network
from bonafide.model.reading import CvReading, Unplaced

# Field names of the schema before 1.0, and common slips.
_OLD_NAMES = {
    "work": {"company": "name", "organization": "name", "website": "url", "title": "position"},
    "volunteer": {"website": "url", "name": "organization"},
    "education": {"website": "url", "gpa": "score", "school": "institution", "degree": "study_type"},
    "certificates": {"title": "name", "website": "url", "authority": "issuer"},
    "publications": {"website": "url", "title": "name", "date": "release_date"},
    "projects": {"website": "url", "title": "name", "summary": "description"},
    "skills": {"skill": "name", "items": "keywords"},
    "languages": {"name": "language", "level": "fluency"},
    "basics": {"website": "url", "picture": "image", "title": "label", "fullname": "name"},
    "location": {
        "countrycode": "country_code",
        "postalcode": "postal_code",
        "zip": "postal_code",
        "country": "country_code",
    },
    "profiles": {"name": "network", "link": "url"},
}
_DATES = ("start_date", "end_date", "date", "release_date")


def read_record(content: bytes) -> CvReading:
    """Read a JSON Resume; raises `UnreadableFault` where it is no JSON or no resume."""
    return read_mapping(_parse(content))


def read_mapping(record: dict[str, Any]) -> CvReading:
    """The reading of a resume that has been parsed; raises `UnreadableFault` where it is none."""
    reading = _Record()
    gathered = Gathered(*reading.basics(record.get("basics")), reading.sections(record))
    reading.keep_rest(record)
    profile, sources = build(gathered)
    if not sources:
        raise UnreadableFault(
            "This file holds no resume.", mend="See https://jsonresume.org/schema for its shape."
        )
    return CvReading(profile, sources, tuple(reading.unplaced), _language(record))


def _parse(content: bytes) -> dict[str, Any]:
    try:
        record = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as fault:
        raise UnreadableFault(
            f"This is not valid JSON ({fault}).", mend="Mend the file at that place."
        ) from fault
    if isinstance(record, dict) and isinstance(record.get("resume"), dict):
        record = record["resume"]
    if not isinstance(record, dict):
        raise UnreadableFault("This JSON is a list, not a resume.", mend="See https://jsonresume.org/schema.")
    return record


def _language(record: dict[str, Any]) -> str | None:
    meta = record.get("meta")
    language = meta.get("language") if isinstance(meta, dict) else None
    return language[:2].lower() if isinstance(language, str) and language else None


class _Record:
    """One record being read; gathers what fits no field."""

    def __init__(self) -> None:
        self.unplaced: list[Unplaced] = []

    def basics(self, record: Any) -> tuple[Entry, Entry, list[Entry]]:
        if not isinstance(record, dict):
            return {}, {}, []
        place = record.get("location")
        location = {"city": place} if isinstance(place, str) else place
        rest = {k: v for k, v in record.items() if k not in ("location", "profiles")}
        basics = self.entry(rest, "/basics", Basics, _OLD_NAMES["basics"])
        found = self.entry(location, "/basics/location", Location, _OLD_NAMES["location"])
        profiles = self.entries(record.get("profiles"), "/basics/profiles", Network, _OLD_NAMES["profiles"])
        _mend_phone(basics, found)
        return basics, found, profiles

    def sections(self, record: dict[str, Any]) -> dict[str, list[Entry]]:
        return {
            name: self.entries(record.get(name), f"/{name}", noun, _OLD_NAMES.get(name, {}))
            for name, noun in SECTIONS.items()
        }

    def entries(self, values: Any, pointer: str, noun: type[Any], old: dict[str, str]) -> list[Entry]:
        values = values if isinstance(values, list) else [values] if values else []
        found = [
            self.entry(_record_of(value, noun), f"{pointer}/{index}", noun, old)
            for index, value in enumerate(values)
        ]
        return [entry for entry in found if entry]

    def entry(self, record: Any, pointer: str, noun: type[Any], old: dict[str, str]) -> Entry:
        if not isinstance(record, dict):
            return {}
        repeats, entry = known_fields(noun), Entry()
        for key, value in record.items():
            name = old.get(key.lower(), _snake(key))
            if name not in repeats or name in entry:
                self.keep(value, f"{pointer}/{escape(key)}")
            elif repeats[name]:
                self._add_list(entry, name, value, f"{pointer}/{escape(key)}")
            else:
                self._add(entry, name, value, f"{pointer}/{escape(key)}")
        return entry

    def _add_list(self, entry: Entry, name: str, value: Any, pointer: str) -> None:
        values = value if isinstance(value, list) else [value]
        found = [
            Found(clean(text), text, AtPointer(at), 1.0)
            for index, item in enumerate(values)
            for at, text in leaves(item, f"{pointer}/{index}")
        ]
        if found:
            entry[name] = found

    def _add(self, entry: Entry, name: str, value: Any, pointer: str) -> None:
        if not isinstance(value, (str, int, float)) or isinstance(value, bool):
            self.keep(value, pointer)
        elif name not in _DATES:
            text = str(value)
            if clean(text):
                entry[name] = Found(clean(text), text, AtPointer(pointer), 1.0)
        else:
            self._add_date(entry, name, str(value), pointer)

    def _add_date(self, entry: Entry, name: str, text: str, pointer: str) -> None:
        date = parse_date(text)
        if date is not None:
            entry[name] = Found(date.iso(), text, AtPointer(pointer), 1.0)
        elif clean(text) and not any(p.ongoing for p in find_periods(f"2000 - {text}")):
            self.unplaced.append(Unplaced(clean(text), AtPointer(pointer)))

    def keep(self, value: Any, pointer: str) -> None:
        self.unplaced += [Unplaced(clean(text), AtPointer(at)) for at, text in leaves(value, pointer)]

    def keep_rest(self, record: dict[str, Any]) -> None:
        for key, value in record.items():
            if key not in SECTIONS and key not in ("basics", "meta", "$schema"):
                self.keep(value, f"/{escape(key)}")


def _record_of(value: Any, noun: type[Any]) -> Any:
    """A bare string stands for the entry's first field, as older files have it for skills."""
    return {next(iter(known_fields(noun))): value} if isinstance(value, str) else value


def leaves(value: Any, pointer: str) -> Iterator[tuple[str, str]]:
    """Every text and number inside a value with its pointer, in order, however deep."""
    pending = [(pointer, value)]
    while pending:
        at, item = pending.pop()
        if isinstance(item, dict):
            pending += [(f"{at}/{escape(str(key))}", inner) for key, inner in reversed(item.items())]
        elif isinstance(item, list):
            pending += [(f"{at}/{index}", inner) for index, inner in reversed(list(enumerate(item)))]
        elif item is not None and not isinstance(item, bool) and clean(str(item)):
            yield at, str(item)


def _mend_phone(basics: Entry, location: Entry) -> None:
    phone, country = basics.get("phone"), location.get("country_code")
    if isinstance(phone, Found):
        region = country.value if isinstance(country, Found) else None
        e164 = international(phone.value, region)
        basics["phone"] = Found(e164 or phone.value, phone.text, phone.place, 1.0)


def _snake(key: str) -> str:
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", key).lower()


def escape(key: str) -> str:
    """A key as a part of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")
