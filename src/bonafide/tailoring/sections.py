"""The sections of a tailored CV: the person's own entries as lines, most telling lines first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bonafide.language import periods, sentences
from bonafide.model.draft import Change, ChangeKind, CvEntry, CvSection, Line, SectionKind
from bonafide.model.fact import Facts
from bonafide.model.profile import camel
from bonafide.tailoring.relevance import Relevance


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Which fields of a JSON Resume section are printed as what."""

    kind: SectionKind
    section: str
    title: tuple[str, ...]
    organisation: str = ""
    place: str = ""
    start: str = ""
    end: str = ""
    summary: tuple[str, ...] = ()
    details: str = ""
    open_ended: bool = False


# In the order of print: what was done before what was learned before what is done for pleasure.
SHAPES = (
    Shape(
        kind=SectionKind.WORK, section="work", title=("position",), organisation="name", place="location",
        start="start_date", end="end_date", summary=("summary", "description"), details="highlights",
        open_ended=True,
    ),
    Shape(
        kind=SectionKind.PROJECTS, section="projects", title=("name",), organisation="entity",
        start="start_date", end="end_date", summary=("description",), details="highlights",
    ),
    Shape(
        kind=SectionKind.SKILLS, section="skills", title=("name",), details="keywords",
    ),
    Shape(
        kind=SectionKind.EDUCATION, section="education", title=("study_type", "area"),
        organisation="institution", start="start_date", end="end_date", summary=("score",), details="courses",
    ),
    Shape(
        kind=SectionKind.CERTIFICATES, section="certificates", title=("name",), organisation="issuer",
        end="date",
    ),
    Shape(
        kind=SectionKind.LANGUAGES, section="languages", title=("language",), summary=("fluency",),
    ),
    Shape(
        kind=SectionKind.VOLUNTEER, section="volunteer", title=("position",), organisation="organization",
        start="start_date", end="end_date", summary=("summary",), details="highlights", open_ended=True,
    ),
    Shape(
        kind=SectionKind.AWARDS, section="awards", title=("title",), organisation="awarder", end="date",
        summary=("summary",),
    ),
    Shape(
        kind=SectionKind.PUBLICATIONS, section="publications", title=("name",), organisation="publisher",
        end="release_date", summary=("summary",),
    ),
    Shape(
        kind=SectionKind.INTERESTS, section="interests", title=("name",), details="keywords",
    ),
)  # fmt: skip

BOUND_TO_THE_LINE_BEFORE = frozenset(
    {"it", "this", "that", "these", "those", "they", "there", "also", "then", "same"}
)


def sections_of(
    facts: Facts, relevance: Mapping[str, Relevance], language: str, kept: frozenset[str] = frozenset()
) -> tuple[tuple[CvSection, ...], tuple[Change, ...]]:
    """All sections that have entries, and what was moved in them."""
    sections: list[CvSection] = []
    changes: list[Change] = []
    for shape in SHAPES:
        entries = tuple(_entries(facts, shape, relevance, language, kept, changes))
        if entries:
            sections.append(CvSection(shape.kind, entries))
    return tuple(sections), tuple(changes)


def _entries(
    facts: Facts,
    shape: Shape,
    relevance: Mapping[str, Relevance],
    language: str,
    kept: frozenset[str],
    changes: list[Change],
) -> Iterator[CvEntry]:
    for index, entry in enumerate(getattr(facts.profile, shape.section)):
        pointer = f"/{shape.section}/{index}"
        details, moved = ordered(_many(entry, pointer, shape.details), relevance, kept)
        changes.extend(moved)
        yield CvEntry(
            pointer=pointer,
            title=_joined(entry, pointer, shape.title, ", "),
            organisation=_one(entry, pointer, shape.organisation),
            place=_one(entry, pointer, shape.place),
            dates=_dates(entry, pointer, shape, language),
            summary=_joined(entry, pointer, shape.summary, " "),
            details=details,
        )


def ordered(
    lines: tuple[Line, ...], relevance: Mapping[str, Relevance], kept: frozenset[str] = frozenset()
) -> tuple[tuple[Line, ...], tuple[Change, ...]]:
    """The lines by relevance, best first, ties as they stood, those in `kept` in their own places; and what moved.

    Where a line leans on the one before it ("It also ..."), all stay where the person put them.
    """
    if any(_leans(line.text) for line in lines[1:]):
        return lines, ()
    free = iter(
        sorted(
            (line for line in lines if line.facts[0] not in kept), key=lambda line: -_value(line, relevance)
        )
    )
    best = tuple(line if line.facts[0] in kept else next(free) for line in lines)
    moved = (
        Change(line.facts[0], ChangeKind.MOVED, f"Moved up: it {relevance[line.facts[0]].reason}.", line.text)
        for index, line in enumerate(best)
        if index < lines.index(line) and line.facts[0] in relevance
    )
    return best, tuple(moved)


def _value(line: Line, relevance: Mapping[str, Relevance]) -> float:
    return max((relevance[pointer].value for pointer in line.facts if pointer in relevance), default=0.0)


def _leans(text: str) -> bool:
    first = sentences.words(text)[:1]
    return bool(first) and first[0] in BOUND_TO_THE_LINE_BEFORE


def _one(entry: Any, pointer: str, name: str) -> Line | None:
    value = getattr(entry, name) if name else None
    return Line(str(value), (f"{pointer}/{camel(name)}",)) if value else None


def _joined(entry: Any, pointer: str, names: tuple[str, ...], between: str) -> Line | None:
    lines = [line for name in names if (line := _one(entry, pointer, name))]
    if not lines:
        return None
    return Line(between.join(line.text for line in lines), tuple(p for line in lines for p in line.facts))


def _many(entry: Any, pointer: str, name: str) -> tuple[Line, ...]:
    values = getattr(entry, name) if name else ()
    return tuple(Line(str(value), (f"{pointer}/{camel(name)}/{i}",)) for i, value in enumerate(values))


def _dates(entry: Any, pointer: str, shape: Shape, language: str) -> Line | None:
    """The entry's dates as printed: a period, or a single date where the section has only one."""
    start = getattr(entry, shape.start) if shape.start else None
    end = getattr(entry, shape.end) if shape.end else None
    cited = tuple(
        f"{pointer}/{camel(name)}" for name, value in ((shape.start, start), (shape.end, end)) if value
    )
    if not cited:
        return None
    if start and (end or shape.open_ended):
        return Line(periods.print_period(start, end, language), cited)
    return Line(periods.print_date(str(start or end), language), cited)
