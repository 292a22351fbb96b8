"""Jira's sprint reports -> what was committed and done in each sprint. Pure.

A report is what a board shows of a closed sprint (`/rest/greenhopper/1.0/rapid/charts/sprintreport?rapidViewId=BOARD&sprintId=SPRINT`).
Jira does not document it; it alone knows what was taken out of a sprint again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bonafide.connectors.systems.iterations.spans import scope
from bonafide.connectors.systems.moments import Moments
from bonafide.evidence.iterations import Iteration
from bonafide.model.faults import InputFault, UnreadableFault

MEND = "Save the answer of /rest/greenhopper/1.0/rapid/charts/sprintreport?rapidViewId=BOARD&sprintId=SPRINT."
_moment = Moments()


@dataclass(frozen=True, slots=True)
class Report:
    """A closed sprint, and how its scope changed; `before` is how many issues were done before it, or outside of it."""

    iteration: Iteration
    added: int
    removed: int
    before: int


def of_reports(told: Iterable[tuple[str, Any]], today: date) -> tuple[list[Iteration], tuple[str, ...]]:
    """The sprints that ended by `today`, each once, and what one should know of them.

    Raises UnreadableFault for what is no report, InputFault where one sprint is told twice and differently.
    """
    found: dict[str, Report] = {}
    running = set()
    for where, value in told:
        sprint, contents = _parts(where, value)
        name = str(sprint.get("id") or where)
        report = _report(where, sprint, contents)
        if report is None or report.iteration.ended.date() > today:
            running.add(name)
        elif found.setdefault(name, report) != report:
            what = "This sprint is told twice, and differently."
            raise InputFault(what, where=where, mend="Leave one out.")
    return [one.iteration for one in found.values()], tuple(_notes(found.values(), len(running)))


def _notes(found: Iterable[Report], running: int) -> Iterable[str]:
    reports = list(found)
    if running:
        yield f"{running} sprints that had not ended by the last day asked for were left out."
    yield from scope(str(sum(one.added for one in reports)), str(sum(one.removed for one in reports)))
    before = sum(one.before for one in reports)
    if before:
        yield f"{before} issues that were done outside of their sprint were left out."


def _parts(where: str, value: Any) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    sprint, contents = (
        value.get(name) if isinstance(value, dict) else None for name in ("sprint", "contents")
    )
    if not isinstance(sprint, dict) or not isinstance(contents, dict):
        raise UnreadableFault("This is no sprint report of Jira.", where=where, mend=MEND)
    return sprint, contents


def _report(where: str, sprint: Mapping[str, Any], contents: Mapping[str, Any]) -> Report | None:
    """The report of a sprint; None where it has not ended."""
    started, ended = (_said(where, sprint, name) for name in ("StartDate", "CompleteDate"))
    if ended is None or str(sprint.get("state", "")).upper() != "CLOSED":
        return None
    if started is None or ended < started:
        what = "This sprint has no beginning before its end."
        raise InputFault(what, where=f"{where}: sprint", mend="Leave it out.")
    completed, undone, removed, before, added = (
        _keys(where, contents, name)
        for name in (
            "completedIssues",
            "issuesNotCompletedInCurrentSprint",
            "puntedIssues",
            "issuesCompletedInAnotherSprint",
            "issueKeysAddedDuringSprint",
        )
    )
    done = completed - added
    left = (undone | removed) - added - completed
    iteration = Iteration(started, ended, float(len(done)), float(len(left)))
    return Report(iteration, len(added), len(removed & left), len(before))


def _said(where: str, sprint: Mapping[str, Any], name: str) -> datetime | None:
    """A moment of a sprint, as a date of ISO or else as Jira shows it ("None" where there is none)."""
    for key in (f"iso{name}", f"{name[0].lower()}{name[1:]}"):
        text = str(sprint.get(key) or "")
        if text and text != "None":
            return _moment(text, f"{where}: sprint.{key}")
    return None


def _keys(where: str, contents: Mapping[str, Any], name: str) -> set[str]:
    """The keys of issues, which are listed, or are the keys of an object. Raises UnreadableFault for any other."""
    listed = contents.get(name, [])
    if isinstance(listed, dict):
        listed = [key for key, added in listed.items() if added]
    keys = {one.get("key") if isinstance(one, dict) else one for one in _all(listed)}
    found = {key for key in keys if isinstance(key, str)}
    if found != keys:
        raise UnreadableFault("This is no list of issues.", where=f"{where}: contents.{name}", mend=MEND)
    return found


def _all(listed: Any) -> list[Any]:
    """A list's values, of which one that is no issue stands for what is no list."""
    fine = isinstance(listed, list) and all(isinstance(one, str | dict) for one in listed)
    return listed if fine else [{}]
