"""Found values gathered section by section, then built into a profile and its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from bonafide.model.place import Place
from bonafide.model.profile import (
    Award,
    Basics,
    Certificate,
    Education,
    Interest,
    Language,
    Location,
    Network,
    Profile,
    Project,
    Publication,
    Reference,
    Skill,
    Volunteer,
    Work,
    camel,
)
from bonafide.model.reading import Source


@dataclass(frozen=True, slots=True)
class Found:
    """A value, the text it was printed as, where, and how sure the reader is (0 to 1)."""

    value: str
    text: str
    place: Place
    confidence: float = 0.9
    unknown: bool = False


Entry = dict[str, "Found | list[Found]"]
"""One entry's fields in snake case; a list for those that repeat."""

SECTIONS: dict[str, type[Any]] = {
    "work": Work,
    "volunteer": Volunteer,
    "education": Education,
    "awards": Award,
    "certificates": Certificate,
    "publications": Publication,
    "skills": Skill,
    "languages": Language,
    "interests": Interest,
    "references": Reference,
    "projects": Project,
}


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that was found: the basics, the location, accounts elsewhere, and the entries of each section."""

    basics: Entry
    location: Entry
    profiles: list[Entry]
    sections: dict[str, list[Entry]]


def build(found: Gathered) -> tuple[Profile, dict[str, Source]]:
    """The profile and the source of each of its values, keyed by JSON pointer, in the profile's order."""
    sources = dict(_sources(found))
    location = Location(**_values(found.location)) if found.location else None
    basics = Basics(
        **_values(found.basics),
        location=location,
        profiles=tuple(Network(**_values(entry)) for entry in found.profiles),
    )
    sections = {
        name: tuple(noun(**_values(entry)) for entry in found.sections.get(name, ()))
        for name, noun in SECTIONS.items()
    }
    return Profile(basics=basics, **sections), sources


def known_fields(noun: type[Any]) -> dict[str, bool]:
    """A noun's plain fields in snake case, and whether each repeats."""
    plain = ("str | None", "tuple[str, ...]")
    return {item.name: item.type == plain[1] for item in fields(noun) if item.type in plain}


def _values(entry: Mapping[str, Found | list[Found]]) -> dict[str, Any]:
    return {
        name: tuple(item.value for item in found) if isinstance(found, list) else found.value
        for name, found in entry.items()
    }


def _sources(found: Gathered) -> Iterator[tuple[str, Source]]:
    yield from _entry_sources("/basics", found.basics)
    yield from _entry_sources("/basics/location", found.location)
    for index, entry in enumerate(found.profiles):
        yield from _entry_sources(f"/basics/profiles/{index}", entry)
    for name in SECTIONS:
        for index, entry in enumerate(found.sections.get(name, ())):
            yield from _entry_sources(f"/{name}/{index}", entry)


def _entry_sources(pointer: str, entry: Entry) -> Iterator[tuple[str, Source]]:
    for name, found in entry.items():
        if isinstance(found, list):
            for index, item in enumerate(found):
                yield f"{pointer}/{camel(name)}/{index}", _source(item)
        else:
            yield f"{pointer}/{camel(name)}", _source(found)


def _source(found: Found) -> Source:
    return Source(found.place, found.text, found.confidence, found.unknown)
