"""What a person put right in a reading: their value replaces the reader's, and says that it is theirs.

Corrections are kept apart from the reading, as `{pointer: value}`; null: not so, leave it out. Pointers always mean
the reading as the reader gave it, so corrections may be applied in any order and taken back one by one:

- `/work/0/position`, `/basics/location/city`, `/requirements/3/kind`: a value in place of the reader's;
- `/work/0/highlights/2`, `/work/1`, `/requirements/3` with null: taken out;
- `/work/7/name`, `/work/0/highlights/9`, at an index behind the end: added;
- `/unplaced/2` with null: the text was placed, or is nothing; it is no longer asked about;
- `/gone/…`: its target vanished when the file was read anew; kept to be shown, changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from bonafide.model.fact import Facts, facts_of
from bonafide.model.place import Place
from bonafide.model.posting import Posting, Requirement
from bonafide.model.profile import Profile
from bonafide.model.reading import CvReading, Source
from bonafide.posting import required
from bonafide.workflows.pointers import Changed, changed, split, unknown

UNPLACED, GONE = "unplaced", "gone"


def corrected_reading(reading: CvReading, corrections: Mapping[str, Any]) -> CvReading:
    """The reading with the person's values, each with a source that says so. Raises InputFault with the pointer."""
    taken, wanted = _parted(corrections)
    if not taken and not wanted:
        return reading
    for index in taken:
        if not index < len(reading.unplaced):
            raise unknown(f"/{UNPLACED}/{index}")
    done = changed(reading.profile, wanted)
    unplaced = tuple(one for index, one in enumerate(reading.unplaced) if index not in taken)
    return replace(
        reading, profile=done.noun, sources=_sources(reading, taken, wanted, done), unplaced=unplaced
    )


def in_form(noun: Profile | Posting, corrections: Mapping[str, Any]) -> dict[str, Any]:
    """The corrections with each value in the form in which the noun keeps it (`May 2003`: `2003-05`)."""
    _, wanted = _parted(corrections)
    said = changed(noun, wanted).said
    return {pointer: said.get(pointer, value) for pointer, value in corrections.items()}


def corrected_posting(posting: Posting, corrections: Mapping[str, Any]) -> Posting:
    """The posting with the person's values; terms and years follow a requirement's new text."""
    wanted = {pointer: value for pointer, value in corrections.items() if split(pointer)[0] != GONE}
    if not wanted:
        return posting
    read = {one.text: one for one in posting.requirements}
    done = changed(posting, wanted)
    requirements = tuple(_required(one, read) for one in done.noun.requirements)
    return replace(done.noun, requirements=requirements, sure=dict(_sure(posting, wanted, done)))


def _sure(posting: Posting, wanted: Mapping[str, Any], done: Changed[Posting]) -> Iterator[tuple[str, float]]:
    """How sure each value is that is left, where it stands now; the person's own are certain."""
    out = tuple(f"{pointer}/" for pointer, value in wanted.items() if value is None)
    for pointer, sure in {**posting.sure, **dict.fromkeys(wanted, 1.0)}.items():
        now = done.now(pointer)
        if now is not None and not f"{pointer}/".startswith(out):
            yield now, sure


def standing(reading: CvReading, corrections: Mapping[str, Any]) -> Mapping[str, str]:
    """Where each value of the reading, and each that was added, stands after the corrections."""
    _, wanted = _parted(corrections)
    done = changed(reading.profile, wanted)
    old = [*(fact.pointer for fact in facts_of(reading.profile)), *wanted]
    return {pointer: now for pointer in old if (now := done.now(pointer)) is not None}


def _parted(corrections: Mapping[str, Any]) -> tuple[frozenset[int], dict[str, Any]]:
    """The unplaced texts that were dealt with, and the values for the profile."""
    taken, wanted = set(), {}
    for pointer, value in corrections.items():
        head, *rest = split(pointer)
        if head == UNPLACED:
            if value is not None or len(rest) != 1 or not rest[0].isdecimal():
                raise unknown(pointer)
            taken.add(int(rest[0]))
        elif head != GONE:
            wanted[pointer] = value
    return frozenset(taken), wanted


def _sources(
    reading: CvReading, taken: frozenset[int], wanted: Mapping[str, Any], done: Changed[Profile]
) -> dict[str, Source]:
    """The sources by their new pointers, in the profile's order."""
    facts = facts_of(done.noun)
    found = dict(_moved(reading, wanted, done))
    texts = [one for index, one in enumerate(reading.unplaced) if index in taken]
    places = {one.text: one.place for one in texts}
    for pointer, value in wanted.items():
        now = done.now(pointer)
        if value is not None and now is not None and (fact := facts.at(now)):
            old = reading.sources.get(pointer)
            place = old.place if old else _place(fact.text, places)
            found[now] = Source(place, old.text if old else fact.text, corrected=True)
    return _in_order(found, facts)


def _moved(
    reading: CvReading, wanted: Mapping[str, Any], done: Changed[Profile]
) -> Iterator[tuple[str, Source]]:
    out = tuple(f"{pointer}/" for pointer, value in wanted.items() if value is None)
    for pointer, source in reading.sources.items():
        now = done.now(pointer)
        if now is not None and not f"{pointer}/".startswith(out):
            yield now, source


def _place(text: str, places: Mapping[str, Place]) -> Place | None:
    """Where the text stands that the value was taken from, if it was."""
    return next((place for printed, place in places.items() if text in printed), None)


def _in_order(found: Mapping[str, Source], facts: Facts) -> dict[str, Source]:
    order = {fact.pointer: number for number, fact in enumerate(facts)}
    return dict(sorted(found.items(), key=lambda item: (order.get(item[0], len(order)), item[0])))


def _required(one: Requirement, read: Mapping[str, Requirement]) -> Requirement:
    if one.text in read:
        return one
    return required(one.text, one.kind, one.place)
