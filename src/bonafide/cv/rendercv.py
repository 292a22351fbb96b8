"""RenderCV's YAML (https://docs.rendercv.com): entries told by their fields, sections by their titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bonafide.cv.addresses import location_of
from bonafide.cv.cleaning import clean
from bonafide.cv.gather import Entry, Found, Gathered, build
from bonafide.cv.headings import likely_section
from bonafide.cv.json_resume import escape, leaves, read_mapping
from bonafide.cv.lists import language_entry, split_list
from bonafide.cv.phones import international
from bonafide.cv.yaml_record import parse_yaml
from bonafide.language.periods import find_periods, parse_date
from bonafide.model.faults import UnreadableFault
from bonafide.model.place import AtPointer
from bonafide.model.reading import CvReading, Unplaced

_LINK = re.compile(r"\[([^\]]+)\]\([^)\s]*\)")
_EMPHASIS = re.compile(r"(\*{1,3}|__)(?=\S)(.+?)(?<=\S)\1")
_BASICS = {
    "name": "name",
    "headline": "label",
    "label": "label",
    "email": "email",
    "phone": "phone",
    "website": "url",
    "photo": "image",
}
# RenderCV's names of an entry's fields, by the section that it goes to.
_FIELDS = {
    "work": {"company": "name", "position": "position", "location": "location", "summary": "summary"},
    "education": {"institution": "institution", "area": "area", "degree": "study_type", "grade": "score"},
    "publications": {
        "title": "name",
        "journal": "publisher",
        "doi": "url",
        "url": "url",
        "summary": "summary",
    },
    "projects": {"name": "name", "summary": "description", "url": "url", "location": ""},
    "volunteer": {
        "name": "organization",
        "company": "organization",
        "position": "position",
        "summary": "summary",
    },
    "awards": {"name": "title", "summary": "summary"},
    "certificates": {"name": "name", "summary": "issuer", "url": "url"},
}
_ONE_DATE = {"publications": "release_date", "awards": "date", "certificates": "date"}
_LISTED = ("work", "volunteer", "projects")


def read_record(content: bytes) -> CvReading:
    """Read a RenderCV file, or a JSON Resume written as YAML; raises `UnreadableFault` where it is neither."""
    record = parse_yaml(content)
    if isinstance(record, dict) and isinstance(record.get("cv"), dict):
        reading = _Reading()
        reading.read(record["cv"])
        return reading.told()
    if isinstance(record, dict):
        return read_mapping(record)
    raise UnreadableFault("This YAML holds no CV.", mend="See https://docs.rendercv.com for its shape.")


class _Reading:
    """One file being read; gathers entries by section and what fits none."""

    def __init__(self) -> None:
        self.basics: Entry = {}
        self.location: Entry = {}
        self.profiles: list[Entry] = []
        self.sections: dict[str, list[Entry]] = {}
        self.unplaced: list[Unplaced] = []

    def told(self) -> CvReading:
        profile, sources = build(Gathered(self.basics, self.location, self.profiles, self.sections))
        if not sources:
            raise UnreadableFault(
                "This YAML holds no CV.", mend="See https://docs.rendercv.com for its shape."
            )
        return CvReading(profile, sources, tuple(self.unplaced))

    def read(self, record: dict[str, Any]) -> None:
        for key, value in record.items():
            pointer = f"/cv/{escape(key)}"
            if key == "sections" and isinstance(value, dict):
                for title, entries in value.items():
                    self._section(title, entries, f"{pointer}/{escape(title)}")
            elif key == "social_networks" and isinstance(value, list):
                self._networks(value, pointer)
            elif key == "location" and isinstance(value, str):
                self.location = location_of(clean(value), AtPointer(pointer), 1.0)
            elif key in _BASICS and isinstance(value, str):
                self.basics.setdefault(_BASICS[key], _found(value, pointer))
            else:
                self._keep(value, pointer)
        self._mend_phone()

    def _mend_phone(self) -> None:
        phone, country = self.basics.get("phone"), self.location.get("country_code")
        if isinstance(phone, Found):
            number = phone.value.removeprefix("tel:")
            region = country.value if isinstance(country, Found) else None
            value = international(number, region) or number
            self.basics["phone"] = Found(value, phone.text, phone.place, 1.0)

    def _networks(self, values: list[Any], pointer: str) -> None:
        for index, value in enumerate(values):
            if isinstance(value, dict):
                names = [name for name in ("network", "username", "url") if isinstance(value.get(name), str)]
                entry: Entry = {name: _found(value[name], f"{pointer}/{index}/{name}") for name in names}
                if entry:
                    self.profiles.append(entry)
            else:
                self._keep(value, f"{pointer}/{index}")

    def _section(self, title: str, entries: Any, pointer: str) -> None:
        kind = likely_section(title.replace("_", " "))
        values = entries if isinstance(entries, list) else [entries]
        for index, value in enumerate(values):
            at = f"{pointer}/{index}" if isinstance(entries, list) else pointer
            if isinstance(value, dict):
                self._entry(value, _kind_of(value, kind), at)
            elif isinstance(value, str):
                self._text(value, kind, at)
            else:
                self._keep(value, at)

    def _entry(self, value: dict[str, Any], kind: str | None, pointer: str) -> None:
        if "label" in value and "details" in value:
            self._one_line(value, kind, pointer)
        elif kind in _FIELDS:
            entry = dict(self._fields(value, kind, pointer))
            if entry:
                self.sections.setdefault(kind, []).append(entry)
        else:
            texts = [
                key for key in ("bullet", "number", "reversed_number") if isinstance(value.get(key), str)
            ]
            for key in texts:
                self._text(value[key], kind, f"{pointer}/{key}")
            self._keep({k: v for k, v in value.items() if k not in texts}, pointer)

    def _fields(
        self, value: dict[str, Any], kind: str, pointer: str
    ) -> Iterator[tuple[str, Found | list[Found]]]:
        names = _FIELDS[kind]
        told = set()
        for key, item in value.items():
            at = f"{pointer}/{escape(key)}"
            if names.get(key) and isinstance(item, str) and names[key] not in told:
                told.add(names[key])
                yield names[key], _found(item, at)
            elif key == "highlights" and isinstance(item, list) and kind in _LISTED:
                yield key, [_found(text, place) for place, text in leaves(item, at)]
            elif key in ("start_date", "end_date", "date"):
                yield from self._dates(key, str(item or ""), kind, at)
            else:
                self._keep(item, at)

    def _dates(self, key: str, text: str, kind: str, at: str) -> Iterator[tuple[str, Found]]:
        periods = find_periods(text)
        date = parse_date(text)
        if date:
            name = _ONE_DATE.get(kind, "end_date" if key == "date" else key)
            yield name, Found(date.iso(), text, AtPointer(at), 1.0)
        elif key == "date" and periods and kind not in _ONE_DATE:
            first, last = periods[0].start_date, periods[0].end_date
            for name, end in (("start_date", first), ("end_date", last)):
                if end:
                    yield name, Found(end.iso(), text, AtPointer(at), 1.0)
        elif text and text != "present":
            self._keep(text, at)

    def _one_line(self, value: dict[str, Any], kind: str | None, pointer: str) -> None:
        label, details = (_found(str(value[key] or ""), f"{pointer}/{key}") for key in ("label", "details"))
        if kind == "languages":
            entry: Entry = {"language": label, "fluency": details}
            self.sections.setdefault("languages", []).append(entry)
        elif likely_section(label.value) == "languages":
            self._spoken(details)
        else:
            section = "interests" if kind == "interests" else "skills"
            group: Entry = {"name": label, "keywords": _items(details)}
            self.sections.setdefault(section, []).append(group)

    def _spoken(self, found: Found) -> None:
        self.sections.setdefault("languages", []).extend(language_entry(item) for item in _items(found))

    def _text(self, text: str, kind: str | None, pointer: str) -> None:
        found = _found(text, pointer)
        if kind == "summary":
            self._summarise(found)
        elif kind == "languages":
            self._spoken(found)
        elif kind == "skills":
            self.sections.setdefault("skills", []).append({"keywords": [*_items(found)]})
        elif kind == "interests":
            self.sections.setdefault("interests", []).extend({"name": item} for item in _items(found))
        elif kind in ("awards", "certificates", "publications"):
            name = "title" if kind == "awards" else "name"
            self.sections.setdefault(kind, []).append({name: found})
        else:
            self._keep(text, pointer)

    def _summarise(self, found: Found) -> None:
        before = self.basics.get("summary")
        if isinstance(before, Found):
            found = Found(f"{before.value} {found.value}", f"{before.text} {found.text}", before.place, 1.0)
        self.basics["summary"] = found

    def _keep(self, value: Any, pointer: str) -> None:
        self.unplaced += [Unplaced(clean(text), AtPointer(at)) for at, text in leaves(value, pointer)]


def _kind_of(value: dict[str, Any], titled: str | None) -> str | None:
    """The section of an entry: what only one kind of entry has tells it, else the title of its section."""
    if "institution" in value:
        return "education"
    if "company" in value or "position" in value:
        return "volunteer" if titled == "volunteer" else "work"
    if "title" in value and ("authors" in value or "journal" in value or "doi" in value):
        return "publications"
    if titled in ("work", "education") and "name" in value:
        return "projects"
    return titled or ("projects" if "name" in value else None)


def _found(text: str, pointer: str) -> Found:
    bare = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text))
    return Found(clean(bare), clean(text), AtPointer(pointer), 1.0)


def _items(found: Found) -> list[Found]:
    return [Found(item, found.text, found.place, 1.0) for item in split_list(found.value)]
