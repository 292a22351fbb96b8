"""A fact: one value of a person's CV, or one answer of theirs, that a statement may rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

from bonafide.model.profile import Profile, camel
from bonafide.model.reading import Source


@dataclass(frozen=True, slots=True)
class Fact:
    """One value at a JSON pointer into the profile (or `/you/...` for an answer of the person's).

    `section` is the JSON Resume section (`work`, `basics`, ...; `you` for answers), `name` the field
    (`highlights`, `position`, ...), `entry` the pointer of the position, degree or project it belongs
    to (`/work/0`), or "" where it belongs to the person as such. `printed` is how the CV prints a contact
    that is kept in another form: `+44 7700 900417` for `+447700900417`; "" elsewhere, and where the person put it right.
    """

    pointer: str
    text: str
    section: str
    name: str
    entry: str = ""
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a person owns: the profile as read, the same as a flat list, and their own answers."""

    profile: Profile
    items: tuple[Fact, ...]
    _index: dict[str, Fact] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_index", {fact.pointer: fact for fact in self.items})

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.items)

    def at(self, pointer: str) -> Fact | None:
        """The fact at exactly this pointer, if there is one."""
        return self._index.get(pointer)

    def of(self, entry: str) -> tuple[Fact, ...]:
        """The facts of one entry, such as `/work/0`, in the profile's order."""
        return tuple(fact for fact in self.items if fact.entry == entry)


def facts_of(
    profile: Profile, answers: Mapping[str, str] | None = None, sources: Mapping[str, Source] | None = None
) -> Facts:
    """Every leaf of the profile as a fact, then the person's answers as `/you/<question>`.

    `sources`, where the profile was read from a file, tell how its contacts are printed.
    """
    found: list[Fact] = []
    for item in fields(profile):
        _walk(getattr(profile, item.name), f"/{camel(item.name)}", found)
    found = [_as_printed(fact, sources or {}) for fact in found]
    for question, answer in (answers or {}).items():
        if answer.strip():
            found.append(Fact(f"/you/{question}", answer.strip(), "you", question))
    return Facts(profile, tuple(found))


def _as_printed(fact: Fact, sources: Mapping[str, Source]) -> Fact:
    source = sources.get(fact.pointer)
    if fact.section != "basics" or source is None or source.corrected or source.text == fact.text:
        return fact
    return replace(fact, printed=source.text)


def _walk(value: Any, pointer: str, found: list[Fact]) -> None:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            _walk(item, f"{pointer}/{index}", found)
    elif is_dataclass(value):
        for item in fields(value):
            _walk(getattr(value, item.name), f"{pointer}/{camel(item.name)}", found)
    elif value:
        found.append(_leaf(pointer, str(value)))


def _leaf(pointer: str, text: str) -> Fact:
    parts = pointer.split("/")[1:]
    entry = f"/{parts[0]}/{parts[1]}" if len(parts) > 1 and parts[1].isdigit() else ""
    name = next(part for part in reversed(parts) if not part.isdigit())
    return Fact(pointer, text, parts[0], name, entry)
