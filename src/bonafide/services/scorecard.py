"""Scorecards: for each measure its figure, its course by quarters, and before and after; of one reading or of all, by theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from bonafide.evidence.definitions import Measure, measures
from bonafide.evidence.telling import amount, between, course, quarters, scale, scaled
from bonafide.model.measure import Figure, Shift
from bonafide.services.charts import Chart, chart
from bonafide.services.evidence import Kept

MOST_APART = 3
"""So many parts of a measure of which there is no whole stand in panels of their own; more are lines of one."""
STILL = ("unresolved", "undecided", "open")
"""Details of a figure that count what has not ended yet."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: a quarter, a rule or a part, its figure, and how it changed: from what to what (`moved`), by how
    much, and whether that is good, bad or neither (`mood`)."""

    name: str
    value: str
    n: int
    moved: str = ""
    change: str = ""
    mood: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure, or one part of it. `headline` is its figure, or the range over its rules; `why` says why there is none.

    `now` is its line, and `rows` has one for each rule or part where there are several.
    """

    id: str
    name: str
    measure: Measure
    kept: Kept
    headline: str
    sub: str
    why: str
    now: Row | None
    rows: tuple[Row, ...]
    chart: Chart | None
    table: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The panels of one theme."""

    id: str
    name: str
    panels: tuple[Panel, ...]


def sections(kept: Iterable[Kept]) -> list[Section]:
    """The panels of several readings by theme, in the order of the definitions."""
    order = {name: place for place, name in enumerate(measures())}
    found = [panel for one in kept for panel in panels(one)]
    found.sort(key=lambda panel: order[panel.measure.id])
    numbered = [replace(panel, id=f"p{number}") for number, panel in enumerate(found, 1)]
    return [
        Section(f"t{number}", theme, tuple(group))
        for number, (theme, group) in enumerate(groupby(numbered, key=lambda panel: panel.measure.theme), 1)
    ]


def newest(kept: Iterable[Kept]) -> list[Kept]:
    """Of the readings of the same kind of system under the same name the last one; they come newest first."""
    found: dict[tuple[str, str], Kept] = {}
    for one in kept:
        found.setdefault((one.measured.source, one.row.name), one)
    return list(found.values())


def panels(kept: Kept) -> list[Panel]:
    """A panel for each measure, or part that stands apart, in the order in which they were measured."""
    grouped = groupby(kept.measured.figures, key=lambda figure: figure.measure)
    shelves = [shelf for _measure, figures in grouped for shelf in _shelves(list(figures), kept)]
    return [_panel(f"p{number}", shelf, kept) for number, shelf in enumerate(shelves, 1)]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The figures of one panel with their course and their changes. `whole` are those of no single part (one, or one
    for each rule), `rows` those that are told apart."""

    whole: Sequence[Figure]
    rows: Sequence[Figure]
    past: Sequence[Figure]
    changes: Mapping[tuple[str, str], Shift]

    @staticmethod
    def of(figures: Sequence[Figure], kept: Kept) -> _Shelf:
        parts = {figure.part for figure in figures}
        whole = [figure for figure in figures if len(parts) == 1 or not figure.part]
        rows = [figure for figure in figures if figure not in whole] if len(parts) > 1 else whole
        measure, found = figures[0].measure, kept.measured
        return _Shelf(
            whole,
            rows if len(rows) > 1 or len(parts) > 1 else (),
            [one for one in found.course if one.measure == measure and one.part in parts],
            {(one.after.part, one.after.rule): one for one in found.shifts if one.after.measure == measure},
        )

    @property
    def told(self) -> list[Figure]:
        """Those of the whole that are available."""
        return [figure for figure in self.whole if figure.value is not None]


def _shelves(figures: Sequence[Figure], kept: Kept) -> list[_Shelf]:
    """The figures of a measure, all together, or each part by itself."""
    parts = list(dict.fromkeys(figure.part for figure in figures))
    if "" in parts or len(parts) > MOST_APART:
        return [_Shelf.of(figures, kept)]
    return [_Shelf.of([figure for figure in figures if figure.part == part], kept) for part in parts]


def _panel(ident: str, shelf: _Shelf, kept: Kept) -> Panel:
    first, whole, told = (shelf.whole or shelf.rows)[0], shelf.whole, shelf.told
    measure = measures()[first.measure]
    drawn = [figure for figure in shelf.past if whole and figure.part == first.part]
    rows = [_row(one, shelf.changes) for one in shelf.rows if told or not whole]
    return Panel(
        ident,
        f"{measure.name}: {first.part}" if whole and first.part else measure.name,
        measure,
        kept,
        _headline(told) if whole else "",
        _sub(told[0]) if told and len(whole) == 1 else "",
        whole[0].why if whole and not told else "",
        _row(first, shelf.changes) if len(whole) == 1 else _surest(shelf, kept),
        tuple(rows),
        chart(drawn, _changed(kept)),
        tuple(_past(one) for one in shelf.past),
    )


def _surest(shelf: _Shelf, kept: Kept) -> Row | None:
    """Of a measure with several rules the change that is offered, and by which rule it was counted."""
    rules = {(figure.measure, figure.part, figure.rule) for figure in shelf.told}
    offered = (shift.after for shift, _text in kept.offers)
    told = next((one for one in offered if (one.measure, one.part, one.rule) in rules), None)
    if told is None:
        return None
    row = _row(told, shelf.changes)
    return replace(
        row, moved=_("%(moved)s, by the rule “%(rule)s”") % {"moved": row.moved, "rule": told.rule}
    )


def _changed(kept: Kept) -> date | None:
    shifts = kept.measured.shifts
    return shifts[0].after.window.start if shifts else None


def _sub(figure: Figure) -> str:
    """What a figure rests on: its interval, what it counted, its 90th percentile, and what has not ended yet."""
    words = {"n": figure.n, "counted": measures()[figure.measure].counted}
    said = [_("n = %(n)s %(counted)s") % words]
    if figure.interval:
        said.insert(0, _("95 %% interval %(between)s") % {"between": between(figure).strip(" ()")})
    if "p90" in figure.detail:
        slowest = amount(replace(figure, value=figure.detail["p90"]))
        said.append(_("90th percentile %(slowest)s") % {"slowest": slowest})
    for name in STILL:
        if figure.detail.get(name):
            said.append(_("%(count)g still %(open)s") % {"count": figure.detail[name], "open": name})
    return "; ".join(said)


def _headline(told: Sequence[Figure]) -> str:
    if not told:
        return _("not available")
    least, most = (choose(told, key=lambda figure: figure.value or 0.0) for choose in (min, max))
    if least.value == most.value:
        return amount(most)
    return _("%(least)s to %(most)s, by the rule") % {"least": scaled(least), "most": amount(most)}


def _row(figure: Figure, changes: Mapping[tuple[str, str], Shift]) -> Row:
    value = f"{amount(figure)}{between(figure)}" if figure.value is not None else figure.why
    name, shift = figure.rule or figure.part, changes.get((figure.part, figure.rule))
    if shift is None:
        return Row(name, value, figure.n)
    return Row(name, value, figure.n, _moved(shift), course(shift), _mood(shift))


def _past(figure: Figure) -> Row:
    name = " · ".join(filter(None, (quarters(figure.window), figure.part, figure.rule)))
    return replace(_row(figure, {}), name=name)


def _moved(shift: Shift) -> str:
    """From what to what, in one unit where both are shown in one."""
    before, after = shift.before, shift.after
    if before.value is None or after.value is None:
        return ""
    was = scaled(before) if scale(before) == scale(after) else amount(before)
    return f"{was} → {amount(after)}"


def _mood(shift: Shift) -> str:
    if not shift.sure or measures()[shift.after.measure].higher_is_better is None:
        return ""
    return "good" if shift.better else "bad"
