"""The person being read: what has been found so far, and the texts that fit nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

from bonafide.cv.gather import Entry, Found
from bonafide.model.reading import Unplaced


@dataclass(slots=True)
class Person:
    """What has been found of the person, and the texts that fit nothing."""

    basics: Entry = field(default_factory=dict)
    location: Entry = field(default_factory=dict)
    profiles: list[Entry] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)

    def put(self, name: str, found: Found) -> None:
        """Keep the first value of each field."""
        self.basics.setdefault(name, found)


def value_of(entry: Entry, name: str) -> str:
    """A plain field's text, "" where it is not there."""
    found = entry.get(name)
    return found.value if isinstance(found, Found) else ""
