"""Tables of iterations, and of the issues that they held."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.connectors.systems.iterations import issues as issues_of
from bonafide.connectors.systems.iterations.spans import AS_TOLD
from bonafide.connectors.systems.reading import Read
from bonafide.connectors.systems.table import Row
from bonafide.evidence.iterations import Iteration, Iterations
from bonafide.model.faults import InputFault, UnreadableFault
from connectors.systems.exports import asked, written

HEAD = "Sprint,Start Date,End Date,Committed,Done"
TODAY = datetime(2026, 1, 1, tzinfo=UTC).date()


def sums(read: Read) -> list[tuple[int, float, float]]:
    """Day of the end, committed, done."""
    assert isinstance(read.records, Iterations)
    return [(one.ended.day, one.committed, one.done) for one in sorted(read.records.iterations)]


def test_a_table_of_iterations_tells_what_was_committed_and_done(tmp_path: Path) -> None:
    lines = (
        HEAD + ",Added",
        "Sprint 1,2025-03-03,2025-03-14,20,15.5,3",
        "Sprint 2,2025-03-17,2025-03-28,10,10,",
        "Sprint 3,2025-03-31,2025-04-11,0,0,4",
        "Sprint 4,2025-12-29,2026-01-09,30,,",
    )
    path = written(tmp_path / "sprints.csv", *lines)
    read = asked("iterations", path)
    assert sums(read) == [(14, 20, 15.5), (28, 10, 10)]
    assert read.notes == (
        "1 iterations that had not ended by the last day asked for were left out.",
        AS_TOLD,
        "Added after their iteration had begun, and not counted: 7.",
        "1 iterations to which nothing was committed were left out.",
    )
    again = asked("iterations", path, path)
    assert (again.records, again.notes) == (read.records, read.notes), "files that overlap count once"


@pytest.mark.parametrize(
    ("line", "match"),
    [
        ("A,2025-03-03,2025-03-14,10,12", r"s.csv:2, .*: More was done than was committed.*--issues"),
        ("A,2025-03-03,2025-03-14,-1,-2", "“committed” is less than nothing"),
        ("A,2025-03-03,2025-03-14,ten,1", "“ten” is no number"),
        ("A,2025-03-03,2025-03-14,,1", "“” is no number"),
        ("A,,2025-03-14,10,1", "“started” is empty"),
        ("A,2025-03-15,2025-03-14,10,1", "ended before it began"),
        ("A,soon,2025-03-14,10,1", "“soon” is no date"),
        ("A,2025-03-03,2025-03-14,2,1\nA,2025-03-03,2025-03-14,2,2", r"s.csv:3: This iteration is told twice"),
        ("A,2025-03-03,2025-03-14,2,1\nA,2025-03-03,2025-03-15,2,1", r"s.csv:3: This iteration is told twice"),
        ("A,2025-03-03,2025-03-14,0,0", "No iteration that has ended"),
        ("A,2027-03-03,2027-03-14,2,1", "No iteration that has ended"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_with_its_line(tmp_path: Path, line: str, match: str) -> None:
    with pytest.raises(InputFault, match=match):
        asked("iterations", written(tmp_path / "s.csv", HEAD, line))


def test_what_a_velocity_chart_calls_completed_is_not_taken_for_done(tmp_path: Path) -> None:
    path = written(
        tmp_path / "v.csv", "Sprint,Start,End,Commitment,Completed", "A,2025-03-03,2025-03-14,10,9"
    )
    with pytest.raises(InputFault, match="no column for “done”"):
        asked("iterations", path)
    assert sums(asked("iterations", path, column="done=Completed")) == [(14, 10, 9)]
    with pytest.raises(InputFault, match="No iteration"):
        asked("iterations")


ISSUES = (
    "Issue key,Sprint,Added,Done,Removed,Started,Ended",
    "A-1,S1,2025-03-01,2025-03-10 12:00,,2025-03-03 09:00,2025-03-14 10:00",  # done
    "A-2,S1,2025-03-03 09:00,,,2025-03-03 09:00,2025-03-14 10:00",  # not done
    "A-3,S1,2025-03-01,2025-03-14 15:00,,2025-03-03 09:00,2025-03-14 10:00",  # done too late
    "A-4,S1,2025-03-04,2025-03-05,,2025-03-03 09:00,2025-03-14 10:00",  # added later
    "A-5,S1,2025-03-01,2025-03-12,2025-03-06,2025-03-03 09:00,2025-03-14 10:00",  # taken out, done elsewhere
    "A-6,S1,2025-02-20,,2025-03-02,2025-03-03 09:00,2025-03-14 10:00",  # taken out before it began
    "A-7,,2025-02-20,2025-03-02,,,",  # in no iteration
    "A-3,S2,2025-03-16,2025-03-14 15:00,,2025-03-17,2025-03-28",  # done before it began, in the next
    "A-8,S2,2025-03-17 16:00,2025-03-28 17:00,,2025-03-17,2025-03-28",  # within the days that bound it
)  # fmt: skip


def test_issues_tell_what_was_committed_at_the_beginning(tmp_path: Path) -> None:
    read = asked("iterations", issues=written(tmp_path / "issues.csv", *ISSUES))
    assert sums(read) == [(14, 4, 1), (28, 2, 2)]
    assert read.notes == (
        "Added after their iteration had begun, and not counted: 1.",
        "Taken out after their iteration had begun, and counted as not done: 1.",
    )


def test_iterations_may_be_told_beside_the_issues(tmp_path: Path) -> None:
    values = [
        {"id": 1, "state": "closed", "name": "S1", "startDate": "2025-03-03T09:00:00.000Z", "endDate": "2025-03-13T09:00:00.000Z", "completeDate": "2025-03-14T10:00:00.000Z"},
        {"id": 2, "state": "closed", "name": "S0", "startDate": "2025-02-03T09:00:00.000Z", "endDate": "2025-02-13T09:00:00.000Z", "completeDate": "2025-02-14T10:00:00.000Z"},
        {"id": 3, "state": "active", "name": "S2", "startDate": "2025-03-17T09:00:00.000Z", "endDate": "2025-03-28T09:00:00.000Z"},
        {"id": 4, "state": "future", "name": "S3"},
    ]  # fmt: skip
    path = tmp_path / "sprints.json"
    path.write_text(json.dumps({"maxResults": 50, "startAt": 0, "isLast": True, "values": values}))
    lines = [line.rsplit(",", 2)[0] for line in ISSUES]
    issues = written(tmp_path / "issues.csv", *lines, "A-9,S9,2025-01-01,,")
    read = asked("iterations", path, issues=issues)
    assert sums(read) == [(14, 4, 1)]
    assert read.notes == (
        "2 iterations that had not ended by the last day asked for were left out.",
        "Added after their iteration had begun, and not counted: 1.",
        "Taken out after their iteration had begun, and counted as not done: 1.",
        "1 issues of iterations that the table does not tell of were left out.",
        "1 iterations to which nothing was committed were left out.",
    )
    with pytest.raises(InputFault, match="do not tell when their iterations"):
        asked("iterations", issues=issues)


def test_what_issues_cannot_tell_is_said(tmp_path: Path) -> None:
    head = "issue,sprint,added,done,started,ended"
    for line, match in (
        ("1,S1,,2025-03-04,2025-03-03,2025-03-14", r"i.csv:2, added: “added” is empty"),
        ("1,S1,2025-03-01,2025-03-04,2025-03-03,2025-03-14\n1,S1,2025-03-01,,2025-03-03,2025-03-15", r"i.csv:3: This iteration is told twice"),
        ("1,S1,2025-03-04,2025-03-04,2025-03-03,2025-03-14", "No iteration that has ended"),
    ):  # fmt: skip
        with pytest.raises(InputFault, match=match):
            asked("iterations", issues=written(tmp_path / "i.csv", head, line))
    two = written(
        tmp_path / "two.csv", "sprint,start,end", "S,2025-03-03,2025-03-14", "S,2024-03-03,2024-03-14"
    )
    issue = written(tmp_path / "i.csv", "issue,sprint,added,done", "1,S,2024-01-01,")
    with pytest.raises(InputFault, match=r"i.csv:2, sprint: Two iterations have this name"):
        asked("iterations", two, issues=issue)
    with pytest.raises(UnreadableFault, match="no list of records"):
        asked("iterations", written(tmp_path / "x.json", '{"a": 1}'))


hours = st.integers(-200, 600)
keys = st.sampled_from(["", "A-1", "A-2", "A-3"])


def issue(number: int, key: str, added: int, done: int | None, removed: int | None) -> Row:
    began = datetime(2025, 3, 3, 9, tzinfo=UTC)
    said = {
        "iteration": "S",
        "issue": key,
        "started": began.isoformat(),
        "ended": (began + timedelta(hours=330)).isoformat(),
    }
    told = {"added": added, "done": done, "removed": removed}
    moments = {
        name: "" if at is None else (began + timedelta(hours=at)).isoformat() for name, at in told.items()
    }
    return Row(f"i.csv:{number}", said | moments)


rows = st.lists(
    st.builds(issue, st.integers(1, 10**9), keys, hours, st.none() | hours, st.none() | hours), min_size=1
)


@given(rows, st.randoms(use_true_random=False))
def test_order_and_what_was_added_later_change_nothing(made: list[Row], order: Random) -> None:
    (first,), _ = issues_of.of_issues(made, [], "", TODAY)
    order.shuffle(made)
    assert issues_of.of_issues(made, [], "", TODAY)[0] == [first]
    later = [issue(-number, f"B-{number}", number, number + 1, None) for number in range(1, 20)]
    (with_more,), notes = issues_of.of_issues([*made, *later], [], "", TODAY)
    assert with_more == first
    assert isinstance(first, Iteration)
    assert any(note.startswith("Added after") for note in notes)
