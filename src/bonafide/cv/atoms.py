"""A head's lines taken apart into atoms: dates, place, and the names that are a position, an employer, a school."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bonafide.cv.cleaning import clean
from bonafide.cv.gather import Found
from bonafide.cv.labels import is_dates
from bonafide.cv.paragraph import Paragraph, Run
from bonafide.cv.places import country_of, is_known, looks_like_place, region_country
from bonafide.cv.words import (
    AT_WORDS,
    CLEAR_AT_WORDS,
    COMPANIES,
    DATE_LABELS,
    DEGREES,
    DURATION,
    TITLES,
    tokens,
    with_forms,
)
from bonafide.language.calendar import plain
from bonafide.language.periods import Period, find_periods
from bonafide.model.place import Place

_STRONG = re.compile(r"\s+[|·•∙]\s+|\s*[|]\s*|\s+(?:[–—]|//|/)\s+|\s+-\s+|\s*;\s+|\s{3,}|\t")
_AT = re.compile(rf"\s+(?:{'|'.join(re.escape(word) for word in AT_WORDS)})\s+(?=[^\W\d_a-zà-ÿ]|\d)")
# A full stop behind a whole word ends a line, behind a few letters an abbreviation.
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{5})\.$")
_LEADING_AT = re.compile(rf"^(?:{'|'.join(re.escape(word) for word in sorted(CLEAR_AT_WORDS))})\s+")
_EDGES = " ,;:|·•∙–—-/\t"
_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_EMPTY_BRACKETS = re.compile(r"[(\[][\s,;|·–—-]*[)\]]")


@dataclass(frozen=True, slots=True)
class Atom:
    """A name in a head. `slot` tells where: line, cell, and its order within; `bold` and `size` its dress.

    `mark` is what parts it from the atom before: "at", "comma", "style", "strong", "tail" (a place cut off a name), or "" at a cell's start.
    """

    text: str
    place: Place
    slot: tuple[int, int, int]
    bold: bool
    italic: bool
    size: float
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says: its period with the printed form, its places, its names in order.

    `period_row` is the line of the period, `dated_row` the one that says nothing else; -1 where there is none.
    """

    atoms: tuple[Atom, ...]
    places: tuple[Atom, ...]
    period: Period | None
    printed: str
    where: Place | None
    dated_row: int = -1
    period_row: int = -1


# Where dates were taken out, with the brackets that held nothing else.
_TAKEN = re.compile("[(\\[]\\s*\0+\\s*[)\\]]|\0+")


def head_of(lines: Sequence[Paragraph], keep_tails: bool = False) -> Head:
    """Take the lines of a head apart; `keep_tails` leaves "Alder College, Leeds" as it is."""
    period, printed, where = _period(lines)
    names: list[Atom] = []
    places: list[Atom] = []
    is_place = _is_plain_place if keep_tails else _is_place
    dated = bool(lines) and _opens_with_dates(lines[0])
    for atom in _atoms(lines):
        behind = dated and atom.slot == (0, 0, 0) and "," in atom.text
        (places if is_place(replace(atom, slot=(0, 0, 1)) if behind else atom) else names).append(atom)
    names, more = (names, []) if keep_tails else _tail_places(names)
    if len(names) == 1 and not keep_tails:
        names, places = _with_employer(names, places)
    alone = next((row for row, line in enumerate(lines) if is_dates(clean(line.whole))), -1)
    row = next((i for i, line in enumerate(lines) if find_periods(clean(line.whole))), -1)
    return Head(tuple(names), (*places, *more), period, printed, where, alone, row)


def _opens_with_dates(line: Paragraph) -> bool:
    """ "09/2018 – 08/2021 Lagos, Portugal" over the position: what stands behind the dates is no name."""
    periods = find_periods(clean(line.text))
    return bool(periods) and periods[0].start == 0 and not is_dates(clean(line.text))


def _period(lines: Sequence[Paragraph]) -> tuple[Period | None, str, Place | None]:
    """The head's period: the first range, else the first single date."""
    found = [
        (period, text[period.start : period.end], cell.place)
        for line in lines
        for cell in reversed(line.cells)
        for text in (DURATION.sub(" ", clean(cell.text)),)
        for period in find_periods(text)
    ]
    ranges = [item for item in found if item[0].ongoing or item[0].start_date != item[0].end_date]
    best = ranges or found
    return best[0] if best else (None, "", None)


def _atoms(lines: Sequence[Paragraph]) -> list[Atom]:
    """All names of a head; "Care at Home Ltd" is one where the position stands elsewhere."""
    found = list(_read_atoms(lines, loosely=True))
    for before, after in pairwise(found):
        if after.mark == "at" and not TITLES.count(before.text):
            others = (atom for atom in found if atom is not before and atom is not after)
            if any(TITLES.count(atom.text) for atom in others):
                return list(_read_atoms(lines, loosely=False))
    return found


def _read_atoms(lines: Sequence[Paragraph], loosely: bool) -> Iterator[Atom]:
    for row, line in enumerate(lines):
        for column, cell in enumerate(line.cells):
            for order, atom in enumerate(_of_cell(undated_runs(line, column), cell.place, loosely)):
                yield replace(atom, slot=(row, column, order))


def _of_cell(undated: Sequence[Run], place: Place, loosely: bool) -> Iterator[Atom]:
    mark = ""
    for runs in _by_style(undated):
        text = "".join(run.text for run in runs)
        style = runs[0].style
        for part, sign in _split(text, loosely):
            bare = _tidy(part)
            if plain(bare) in AT_WORDS:
                mark = "at"
                continue
            if bare:
                yield Atom(bare, place, (0, 0, 0), style.bold, style.italic, style.size, sign or mark)
                mark = "style"


def undated_runs(line: Paragraph, column: int = 0) -> list[Run]:
    """A cell's runs with dates and durations blanked out.

    Where the dates stand beside it, a single year is a name's: "Games 2012".
    """
    cell = line.cells[column]
    text = cell.text
    beside = any(is_dates(clean(other.text)) for other in line.cells if other is not cell)
    periods = [p for p in find_periods(text) if not beside or p.ongoing or p.start_date != p.end_date]
    spans = [(p.start, p.end) for p in periods] + [m.span() for m in DURATION.finditer(text)]
    if beside and is_dates(clean(text)):
        spans.append((0, len(text)))
    runs, offset = [], 0
    for run in cell.runs:
        chars = list(run.text)
        for start, end in spans:
            for index in range(max(start - offset, 0), min(end - offset, len(chars))):
                chars[index] = "\0"
        offset += len(chars)
        # Arabic has a comma of its own, which parts names as the other does.
        text = _TAKEN.sub(" ", "".join(chars))
        runs.append(replace(run, text=text.replace("،", ",")))
    return runs


def _by_style(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs grouped where weight or slant changes at a word's edge."""
    groups: list[list[Run]] = []
    for run in runs:
        if not run.text.strip(_EDGES):
            if groups:
                groups[-1].append(run)
        elif groups and (_same_dress(groups[-1][0], run) or _in_word(groups[-1][-1], run)):
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups


def _in_word(a: Run, b: Run) -> bool:
    """Whether no blank parts two runs, or the second is in a script without weights behind a Latin name."""
    if not _has_case(b.text):
        return _has_case(a.text) and any(char.isalpha() for char in b.text)
    return a.text[-1:].isalpha() and b.text[:1].isalpha()


def _has_case(text: str) -> bool:
    return any(char.islower() or char.isupper() for char in text)


def _same_dress(a: Run, b: Run) -> bool:
    return (a.style.bold, a.style.italic) == (b.style.bold, b.style.italic) and abs(
        a.style.size - b.style.size
    ) < 1.5


def _split(text: str, loosely: bool) -> Iterator[tuple[str, str]]:
    """The text at its strong separators; at "X at Y" where X is a position, or loosely where it may be one."""
    text = _EMPTY_BRACKETS.sub(" ", text)
    for index, part in enumerate(_STRONG.split(text)):
        found = _AT.search(part)
        if found and _is_position(part[: found.start()], found.group().strip(), loosely):
            yield part[: found.start()], "strong" if index else ""
            yield part[found.end() :], "at"
        else:
            yield part, "strong" if index else ""


def _is_position(text: str, sign: str, loosely: bool) -> bool:
    """Whether what stands before an at-word is a position; loosely, a word that means little else says so itself."""
    words = tokens(text.rpartition(", ")[2]) or ("",)
    employer = COMPANIES.has(words[-1]) and not TITLES.has(words[0])
    return not employer and (TITLES.count(text) > 0 or (loosely and sign in CLEAR_AT_WORDS))


def _tidy(text: str) -> str:
    bare = _EMPTY_BRACKETS.sub(" ", clean(text)).strip(_EDGES)
    bare = re.sub(r"[\s,;]+\.$", "", re.sub(r"\s+([,;])", r"\1", bare))
    bare = _FULL_STOP.sub("", bare)
    if bare.startswith("(") and bare.endswith(")") and bare.count("(") == 1:
        bare = bare[1:-1].strip(_EDGES)
    if bare.count("(") != bare.count(")"):
        bare = bare.strip("()").strip(_EDGES)
    if not any(char.isalnum() for char in bare):
        return ""
    return "" if plain(bare).rstrip(" :") in DATE_LABELS else _LEADING_AT.sub("", bare)


def _is_place(atom: Atom) -> bool:
    return looks_like_place(atom.text) and not TITLES.count(atom.text) and atom.slot != (0, 0, 0)


def _with_employer(names: list[Atom], places: list[Atom]) -> tuple[list[Atom], list[Atom]]:
    """ "Fernhill, Spain" on a line of its own under a position is an employer with its country."""
    for index, place in enumerate(places):
        first, comma, rest = place.text.partition(", ")
        alone = place.slot[1:] == (0, 0) and place.slot[0] != names[0].slot[0]
        alone = alone or (" " in first and TITLES.count(names[0].text) > 0 and rest.count(", ") > 0)
        known = country_of(rest) or ("," in rest and looks_like_place(rest))
        if comma and alone and not is_known(first) and known and "," not in names[0].text:
            employer, left = replace(place, text=first), replace(place, text=rest, mark="tail")
            names = sorted([*names, employer], key=lambda atom: atom.slot)
            return names, [*places[:index], left, *places[index + 1 :]]
    return names, places


def _is_plain_place(atom: Atom) -> bool:
    """As `_is_place`, where "ENS, Lyon" is a school: each part must be a place."""
    parts = atom.text.split(", ")
    wide = country_of(parts[-1]) or region_country(parts[-1])
    return _is_place(atom) and (
        all(map(is_known, parts)) or (wide is not None and not DEGREES.count(parts[0]))
    )


def _tail_places(names: list[Atom]) -> tuple[list[Atom], list[Atom]]:
    """Places at the end of a name: "Alder & Sons, Leeds, UK", "Alder & Sons (Leeds)"."""
    kept, places = [], []
    for atom in names:
        text, place = tail_place(atom.text)
        if place and text:
            places.append(replace(atom, text=place, mark="tail"))
            atom = replace(atom, text=text)
        kept.append(atom)
    return kept, places


def tail_place(text: str) -> tuple[str, str]:
    """A name and the place at its end, "" where there is none."""
    bracketed = _BRACKETED.search(text)
    if bracketed and looks_like_place(bracketed[1]):
        return text[: bracketed.start()].strip(_EDGES), bracketed[1]
    parts = with_forms(re.split(r"\s*,\s+", text))
    for size in (3, 2, 1):
        tail = ", ".join(parts[-size:])
        if (
            len(parts) > size
            and looks_like_place(tail)
            and not TITLES.count(tail)
            and not _is_only_code(tail)
        ):
            return ", ".join(parts[:-size]).strip(_EDGES), tail
    return text, ""


def _is_only_code(text: str) -> bool:
    """Two capitals alone may be a qualification as well as a state."""
    return len(text) <= 3 and text.isupper()


def with_dashes(head: Head, lines: Sequence[Paragraph], rows: Collection[int]) -> Head:
    """The head with the first two names of these rows as one, where only a dash parts them."""
    atoms = list(head.atoms)
    for index in range(len(atoms) - 2, -1, -1):
        first, second = atoms[index : index + 2]
        if first.slot[0] in rows and first.slot[:2] == second.slot[:2]:
            printed = clean("".join(run.text for run in undated_runs(lines[first.slot[0]], first.slot[1])))
            whole = next((t for d in "–—-" if (t := f"{first.text} {d} {second.text}") in printed), None)
            if whole:
                atoms[index : index + 2] = [replace(first, text=whole)]
    return replace(head, atoms=tuple(atoms))


def found_text(atom: Atom, confidence: float) -> Found:
    """The atom as a found value."""
    return Found(atom.text, atom.text, atom.place, confidence)
