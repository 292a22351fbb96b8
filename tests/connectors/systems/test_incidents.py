"""Exports of incidents in the shapes of Jira and ServiceNow."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bonafide.connectors.systems.incidents.severities import severity
from bonafide.connectors.systems.reading import Read
from bonafide.connectors.systems.registry import KINDS, kind
from bonafide.evidence.incidents import Incidents
from bonafide.model.faults import InputFault, MissingFault
from connectors.systems.exports import asked, written

JIRA = """Summary,Issue key,Priority,Status,Created,Resolved
"Till, down",PAY-1,Highest,Done,12/Mar/25 4:31 PM,12/Mar/25 6:01 PM
Slow,PAY-2,Low,Open,1/Apr/25 9:00 AM,
"""
SERVICENOW = """number,opened_at,resolved_at,priority,state
INC1,2025-03-12 16:31:00,2025-03-12 18:01:00,1 - Critical,Closed
INC2,2025-04-01 09:00:00,,4 - Low,New
"""
REST = json.dumps({"issues": [
    {"key": "PAY-1", "fields": {"created": "2025-03-12T17:31:00.000+0100", "resolutiondate": "2025-03-12T18:01:00.000+0000", "priority": {"name": "Highest"}}},
    {"key": "PAY-2", "fields": {"created": "2025-04-01T09:00:00.000+0000", "resolutiondate": None, "priority": {"name": "Low"}}},
]})  # fmt: skip
TABLE = json.dumps({"result": [
    {"number": "INC1", "opened_at": "2025-03-12 16:31:00", "resolved_at": "2025-03-12 18:01:00", "priority": "1"},
    {"number": "INC2", "opened_at": "2025-04-01 09:00:00", "resolved_at": "", "priority": "4"},
]})  # fmt: skip


def records(read: Read) -> Incidents:
    assert isinstance(read.records, Incidents)
    return read.records


@pytest.mark.parametrize("text", [JIRA, SERVICENOW, REST, TABLE])
def test_known_exports_are_read_without_naming_a_column(tmp_path: Path, text: str) -> None:
    path = tmp_path / "export"
    path.write_text(text)
    first, second = records(asked("incidents", path)).incidents
    assert (first.opened, first.resolved) == (
        datetime(2025, 3, 12, 16, 31, tzinfo=UTC),
        datetime(2025, 3, 12, 18, 1, tzinfo=UTC),
    )
    assert (second.opened, second.resolved) == (datetime(2025, 4, 1, 9, tzinfo=UTC), None)
    assert first.severity and second.severity and first.severity != second.severity


def test_own_columns_several_files_and_clocks_that_ran_backwards(tmp_path: Path) -> None:
    for number in range(2):
        lines = f"begin,fixed,how bad\n0{number + 3}/04/2025 10:00,0{number + 3}/04/2025 11:00,red\n05/04/2025,04/04/2025,red\n"
        (tmp_path / f"{number}.csv").write_text(lines)
    columns = ("opened=begin", "resolved=fixed", "severity=how bad")
    read = asked("incidents", tmp_path / "0.csv", tmp_path / "1.csv", column=columns, dates="day-first")
    assert [one.opened.day for one in records(read).incidents] == [3, 4]
    assert read.notes == ("2 incidents that were resolved before they were opened were left out.",)
    with pytest.raises(InputFault, match=r"0.csv:2, begin: .*--dates"):
        asked("incidents", tmp_path / "0.csv", column=columns)


@pytest.mark.parametrize(
    "text",
    ["P1", "1 - Critical", "SEV-2", "Sev 3 (High)", "Highest", "2", "red", "Sehr hoch", "très élevée", "S1", "Priority 4", "LOW"],
)  # fmt: skip
def test_a_severity_is_known_by_its_words(text: str) -> None:
    assert severity(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill",
        "ada@quill.example",
        "till-17",
        "payments",
        "P1 Ada",
        "2025-01-02",
        "",
        "high " * 9,
        "9f3c",
    ],
)
def test_what_may_be_a_name_is_no_severity_and_is_kept_nowhere(tmp_path: Path, text: str) -> None:
    assert severity(text) == ""
    path = written(
        tmp_path / "a.csv",
        "opened,resolved,severity",
        f"2025-01-01,2025-01-02,{text}",
        "2025-01-01,2025-01-02,P1",
    )
    read = asked("incidents", path)
    assert [one.severity for one in records(read).incidents] == ["", "P1"]
    assert [note.split(" in all")[0] for note in read.notes] == (
        ["1 incidents have something else where a severity should be; they count"] if text else []
    )


def test_an_action_that_was_reopened_is_not_closed(tmp_path: Path) -> None:
    (tmp_path / "incidents").write_text(JIRA)
    lines = [
        "Created,Resolved,Status,Reopened",
        "2025-01-01,2025-01-11,Done,",
        "2025-01-01,2025-01-11,Reopened,",
        "2025-01-01,2025-01-11,Done,2025-01-12",
        "2025-01-01,2025-01-11,Done,2025-01-05",
        "2025-01-01,2025-01-11,Done,yes",
        "2025-01-01,2025-01-11,Done,No",
        "2025-01-01,2025-01-11,Done,2",
        "2025-01-01,,In Progress,",
    ]
    (tmp_path / "actions").write_text("\n".join(lines))
    found = records(asked("incidents", tmp_path / "incidents", actions=str(tmp_path / "actions"))).actions
    assert found is not None
    assert [one.closed is not None for one in found] == [True, False, False, True, False, True, False, False]


def test_what_cannot_be_read_is_said_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    for text, match in (
        ("Created,Resolved\n,2025-01-01\n", r"export.csv:2, Created: “opened” is empty"),
        ("Created,Resolved\n2025-01-01,soon\n", r"export.csv:2, Resolved: “soon” is no date"),
        ("Created,Resolved\n", "no incident in it"),
        ("Created\n2025-01-01\n", r"export.csv:1: There is no column for “resolved”"),
    ):
        path.write_text(text)
        with pytest.raises(InputFault, match=match):
            asked("incidents", path)
    with pytest.raises(InputFault, match="no incident"):
        asked("incidents")
    with pytest.raises(MissingFault, match="Choose one of: git, prometheus"):
        kind("abacus")


def test_every_kind_says_what_it_is_and_what_it_takes() -> None:
    for name, one in KINDS.items():
        assert name == one.name and one.summary.endswith(".") and one.example
        assert all(option.help.endswith(".") for option in one.options)
        assert len({option.name for option in one.options}) == len(one.options)
