"""What was read of a CV, value by value under the reader's own pointers, as the page to correct it shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

from bonafide.model.fact import facts_of
from bonafide.model.faults import InputFault
from bonafide.model.place import Place
from bonafide.model.reading import CvReading
from bonafide.services import correcting, labels, originals
from bonafide.services.labels import Words, field_name
from bonafide.services.originals import Original
from bonafide.store.models import Application, Cv, Person
from bonafide.store.nouns import decode
from bonafide.workflows.correcting import GONE, UNPLACED
from bonafide.workflows.pointers import fields_of, item_of, split


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A value: what the reader read, what stands now, and how it is written.

    `place` names its place in the document; `out`: the person left it out; `fixed`: it cannot be left out by itself;
    `options` are the codes it can have and their words; `fault` is why what was written in `value` cannot stand.
    """

    pointer: str
    label: Words
    value: str
    read: str = ""
    printed: str = ""
    place: str = ""
    long: bool = False
    options: tuple[tuple[str, Words], ...] = ()
    doubtful: bool = False
    corrected: bool = False
    out: bool = False
    fixed: bool = False
    fault: InputFault | None = None

    @property
    def name(self) -> str:
        """The pointer as a name for elements."""
        return self.pointer[1:].replace("/", "-")

    @property
    def marks(self) -> str:
        """The states and shapes that its look depends on, in words."""
        said = {
            "long": self.long,
            "item": self.item,
            "brief": self.brief,
            "doubtful": self.doubtful,
            "out": self.out,
        }
        return " ".join(word for word, true in said.items() if true)

    @property
    def can_go(self) -> bool:
        """Whether it can be left out by a button; a choice has an option for that."""
        return bool(self.read) and not self.options and not self.fixed

    @property
    def item(self) -> bool:
        """Whether it is one of a list: a line, a skill."""
        return self.pointer.rpartition("/")[2].isdecimal()

    @property
    def brief(self) -> bool:
        """Whether two of its kind stand beside each other also on a narrow screen."""
        return self.pointer.rpartition("/")[2] in labels.BRIEF

    @property
    def added(self) -> bool:
        """Whether the person added it: nothing was read here."""
        return self.corrected and not self.read


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A position, a degree, …: its values, and the pointers of those that it lacks with what they are called."""

    pointer: str
    heading: str
    rows: tuple[Row, ...]
    missing: tuple[tuple[str, Words], ...] = ()
    out: bool = False
    removable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section: its entries, and the pointers of a new entry's fields."""

    name: str
    title: Words
    entries: tuple[Entry, ...]
    more: Words = ""
    new: tuple[tuple[str, Words], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Loose:
    """A text that was not placed, by its number; `out`: the person said what it is, or that it is nothing."""

    index: int
    text: str
    place: str
    out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CvSheet:
    """The page of a kept CV and the applications that use it. `reading` is False where it was not read yet."""

    cv: Cv
    uses: tuple[Application, ...] = ()
    reading: bool = False
    original: Original = field(default_factory=Original)
    sections: tuple[Section, ...] = ()
    loose: tuple[Loose, ...] = ()
    targets: tuple[tuple[str, Words, tuple[tuple[str, str], ...]], ...] = ()
    gone: tuple[tuple[str, str, str], ...] = ()
    doubtful: int = 0

    @property
    def absent(self) -> tuple[Section, ...]:
        """Sections of which nothing was read, and that can be begun."""
        return tuple(section for section in self.sections if not section.entries)

    def row(self, pointer: str) -> Row | None:
        """The row of a value."""
        entries = (entry for section in self.sections for entry in section.entries)
        return next((row for entry in entries for row in entry.rows if row.pointer == pointer), None)


def cv_sheet(
    owner: Person, cv_id: UUID, refused: correcting.Refused | None = None, only_doubtful: bool = False
) -> CvSheet:
    """A CV's values beside its document. Raises DoesNotExist where it is not the owner's."""
    cv = Cv.of(owner).select_related("file").get(pk=cv_id)
    uses = tuple(Application.of(owner).filter(cv=cv, archived=False).only("title", "company"))
    if cv.reading is None:
        return CvSheet(cv=cv, uses=uses)
    reading = decode(CvReading, cv.reading)
    rows = list(_rows(reading, cv.corrections, refused or {}))
    sections = tuple(_sections(rows, cv.corrections, only_doubtful))
    return CvSheet(
        cv=cv,
        uses=uses,
        reading=True,
        original=originals.original(cv, _places(reading)),
        sections=sections,
        loose=tuple(_loose(reading, cv.corrections)),
        targets=tuple(_targets(sections)) if reading.unplaced else (),
        gone=tuple(gone_of(cv.corrections)),
        doubtful=sum(row.doubtful for row in rows),
    )


def gone_of(corrections: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Corrections whose target vanished: pointer, what it was called, the value ("" for left out)."""
    for pointer, value in corrections.items():
        head, *rest = split(pointer)
        if head == GONE:
            yield pointer, " ".join(rest), str(value or "")


def _places(reading: CvReading) -> tuple[Place, ...]:
    found = [*(source.place for source in reading.sources.values()), *(one.place for one in reading.unplaced)]
    return tuple(place for place in found if place is not None)


def _rows(reading: CvReading, corrections: Mapping[str, Any], refused: correcting.Refused) -> Iterator[Row]:
    """A row for each value that was read, and for each that the person added."""
    read = {fact.pointer: fact.text for fact in facts_of(reading.profile)}
    said = {at for at, value in corrections.items() if value is not None and split(at)[0] != GONE}
    for pointer in sorted({*read, *said}, key=_order):
        source = reading.sources.get(pointer)
        out = pointer in corrections and corrections[pointer] is None
        section, _, name = _parts(pointer)
        typed, fault = refused.get(pointer, (None, None))
        yield Row(
            pointer=pointer,
            label=field_name(section, name),
            value=str(typed or corrections.get(pointer) or read.get(pointer, "")),
            read=read.get(pointer, ""),
            printed=source.text if source else "",
            place=originals.name_of(source.place) if source else "",
            long=name in labels.LONG,
            doubtful=bool(source and correcting.is_doubtful(pointer, source.confidence, corrections)),
            corrected=pointer in corrections,
            out=out,
            fault=fault,
        )


def _parts(pointer: str) -> tuple[str, str, str]:
    """A pointer's section, its entry, and its field's name."""
    tokens = split(pointer)
    section = "/basics/profiles" if tokens[:2] == ("basics", "profiles") else f"/{tokens[0]}"
    depth = section.count("/")
    entry = section if section == "/basics" else f"{section}/{tokens[depth]}"
    return section, entry, next(token for token in reversed(tokens) if not token.isdecimal())


def _order(pointer: str) -> tuple[int, ...]:
    """Sections as a person thinks of a CV, entries by number, fields as their noun has them, items by number."""
    section, _, name = _parts(pointer)
    names = list(_fields(section))
    numbers = [int(token) for token in split(pointer) if token.isdecimal()]
    field_number = names.index(name) if name in names else len(names)
    return list(labels.SECTIONS).index(section), *numbers[:1], field_number, *numbers[1:]


@cache
def _fields(section: str) -> Mapping[str, str]:
    """The fields of a section's entries: their names, with the pointer below the entry; `…/-` where it repeats."""
    noun = labels.SECTIONS[section][2]
    found: dict[str, str] = {}
    for name, (_, hint) in fields_of(noun).items():
        if name in labels.INNER and section == "/basics":
            found |= {inner: f"{name}/{inner}" for inner in fields_of(labels.INNER[name])}
        elif name not in labels.HIDDEN and name != "profiles":
            found[name] = f"{name}/-" if item_of(hint) else name
    return found


def _sections(rows: list[Row], corrections: Mapping[str, Any], only_doubtful: bool) -> Iterator[Section]:
    by_entry: dict[str, dict[str, list[Row]]] = {section: {} for section in labels.SECTIONS}
    for row in rows:
        section, entry, _ = _parts(row.pointer)
        by_entry[section].setdefault(entry, []).append(row)
    by_entry["/basics"].setdefault("/basics", [])
    for section, (title, more, _) in labels.SECTIONS.items():
        entries = [_entry(section, at, found, corrections) for at, found in by_entry[section].items()]
        if only_doubtful:
            entries = [one for entry in entries if (one := _only_doubtful(entry))]
        if entries or not only_doubtful:
            new = "" if only_doubtful else more
            yield Section(
                name=section,
                title=title,
                entries=tuple(entries),
                more=new,
                new=tuple(_new(section, by_entry[section], corrections)) if new else (),
            )


def _entry(section: str, at: str, rows: list[Row], corrections: Mapping[str, Any]) -> Entry:
    heading = " · ".join(row.value for row in rows if not (row.long or row.out or row.item))[:120]
    return Entry(
        pointer=at,
        heading=heading,
        rows=tuple(rows),
        missing=tuple(_missing(section, at, rows, corrections)),
        out=at in corrections and corrections[at] is None,
        removable=section != "/basics",
    )


def _only_doubtful(entry: Entry) -> Entry | None:
    rows = tuple(row for row in entry.rows if row.doubtful or row.fault)
    if not rows or entry.out:
        return None
    return Entry(pointer=entry.pointer, heading=entry.heading, rows=rows, removable=False)


def _missing(
    section: str, at: str, rows: Iterable[Row], corrections: Mapping[str, Any]
) -> Iterator[tuple[str, Words]]:
    """Fields that the entry lacks, and one more item for each of its lists."""
    have = {row.pointer for row in rows}
    for name, below in _fields(section).items():
        pointer = f"{at}/{below}"
        if below.endswith("/-"):
            items = pointer.removesuffix("/-")
            count = sum(one.startswith(f"{items}/") for one in have)
            yield f"{items}/{correcting.next_index(items, count, corrections)}", field_name(section, name)
        elif pointer not in have:
            yield pointer, field_name(section, name)


def _new(
    section: str, entries: Mapping[str, Any], corrections: Mapping[str, Any]
) -> Iterator[tuple[str, Words]]:
    """The fields of one entry more."""
    number = correcting.next_index(section, len(entries), corrections)
    for name, below in _fields(section).items():
        if not below.endswith("/-"):
            yield f"{section}/{number}/{below}", field_name(section, name)


def _loose(reading: CvReading, corrections: Mapping[str, Any]) -> Iterator[Loose]:
    for index, one in enumerate(reading.unplaced):
        out = f"/{UNPLACED}/{index}" in corrections
        yield Loose(index=index, text=one.text, place=originals.name_of(one.place), out=out)


def _targets(sections: Iterable[Section]) -> Iterator[tuple[str, Words, tuple[tuple[str, str], ...]]]:
    """What an unplaced text can be: for each section, fields that its entries lack, and those of a new entry."""
    for section in sections:
        choices = [
            (pointer, f"{entry.heading[:40]}: {label}" if entry.removable else str(label))
            for entry in section.entries
            if not entry.out
            for pointer, label in entry.missing
        ]
        choices += [(pointer, f"{section.more}: {label}") for pointer, label in section.new]
        yield section.name, section.title, tuple(choices)
