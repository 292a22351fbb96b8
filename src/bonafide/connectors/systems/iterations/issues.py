"""Rows of issues, one for each iteration that an issue was in -> what was committed and done in each iteration. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from bonafide.connectors.systems.fields import fields
from bonafide.connectors.systems.iterations.spans import DAYS, FILE, Span, Spans, reader, scope, spans
from bonafide.connectors.systems.moments import Moments
from bonafide.connectors.systems.table import Row
from bonafide.evidence.iterations import Iteration
from bonafide.model.faults import InputFault

ISSUE = fields(FILE, "issue", "issue-column")
_MOMENTS = ("added", "done", "removed")


@dataclass(slots=True)
class _Issue:
    """An issue in an iteration, of which several rows may tell."""

    committed: bool = False
    done: bool = False
    removed: bool = False


@dataclass(slots=True)
class _Scope:
    """The issues of one iteration by their key, or by the place of their row where they have none."""

    span: Span
    issues: dict[str, _Issue] = field(default_factory=dict)

    def add(self, row: Row, read: Moments) -> None:
        added, done, removed = (read(row[name], row.at(name)) for name in _MOMENTS)
        if added is None:
            mend = "Fill it in, or leave the row out."
            raise InputFault("“added” is empty: was it committed?", where=row.at("added"), mend=mend)
        if removed and removed <= self.span.begun:
            return  # It was planned once, and was not there when the iteration began.
        issue = self.issues.setdefault(row["issue"] or row.where, _Issue())
        finished = bool(done and done <= self.span.over and not (removed and removed < done))
        issue.committed |= added <= self.span.begun
        issue.done |= finished
        issue.removed |= bool(removed and removed <= self.span.over and not finished)

    @property
    def iteration(self) -> Iteration:
        """What was done of what was committed."""
        committed = [one for one in self.issues.values() if one.committed]
        done = sum(one.done for one in committed)
        return Iteration(self.span.started, self.span.ended, float(done), float(len(committed) - done))


def of_issues(
    rows: Sequence[Row], told: Sequence[Row], order: str, today: date
) -> tuple[list[Iteration], tuple[str, ...]]:
    """The iterations, and what one should know of them.

    `told` are rows of a table of the iterations; where there are none, each issue tells the days of its own (`started`,
    `ended`). Raises InputFault with the line of what cannot be.
    """
    held = [row for row in rows if row["iteration"]]
    if not told and not any(row["ended"] for row in held):
        mend = "Give a table of the iterations beside them, or name the columns of their days (--issue-column ended=HEADER)."
        raise InputFault("The issues do not tell when their iterations began and ended.", mend=mend)
    read = reader(held, (*_MOMENTS, *DAYS), order)
    known = spans(told, reader(told, DAYS, order), today) if told else spans(held, read, today)
    pairs, unknown = _named(held, known) if told else (known.told, 0)
    scopes = {one: _Scope(one) for one, _ in known.told}
    for one, row in pairs:
        scopes[one].add(row, read)
    return [one.iteration for one in scopes.values()], (*known.notes(), *_notes(scopes.values(), unknown))


def _named(rows: Sequence[Row], known: Spans) -> tuple[list[tuple[Span, Row]], int]:
    """Each row with the iteration of its name, and how many are of iterations that nobody told of."""
    by_name: dict[str, set[Span]] = {}
    for one, _ in known.told:
        by_name.setdefault(one.name, set()).add(one)
    found, unknown = [], 0
    for row in rows:
        named = by_name.get(row["iteration"], set())
        if len(named) > 1:
            mend = "Name them apart, or give each issue the days of its iteration (started, ended)."
            raise InputFault("Two iterations have this name.", where=row.at("iteration"), mend=mend)
        found += [(one, row) for one in named]
        unknown += not named and row["iteration"] not in known.running
    return found, unknown


def _notes(scopes: Iterable[_Scope], unknown: int) -> Iterator[str]:
    issues = [issue for one in scopes for issue in one.issues.values()]
    added = sum(not issue.committed for issue in issues)
    removed = sum(issue.committed and issue.removed and not issue.done for issue in issues)
    yield from scope(str(added), str(removed))
    if unknown:
        yield f"{unknown} issues of iterations that the table does not tell of were left out."
