"""Decision records in the templates that people use."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.connectors.systems.decisions.adr import decision
from bonafide.evidence.decisions import Decision, Decisions, State
from bonafide.model.faults import InputFault, MissingFault
from connectors.systems.exports import asked, written

JANUARY, MARCH = date(2025, 1, 5), date(2025, 3, 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\nstatus: accepted\ndate: 2025-03-09\n---\n# Use a queue\n", Decision(State.ACCEPTED, None, MARCH)),
        ('---\r\nStatus: "superseded by [7](0007.md)"\r\ndate: 2025-03-09\r\n---\r\n# X', Decision(State.SUPERSEDED, None, MARCH)),
        ("---\nstatus: Accepted\nproposed: 2025-01-05\naccepted: 2025-03-09\nsuperseded-by: null\n---\n", Decision(State.ACCEPTED, JANUARY, MARCH)),
        ("---\nstatus: accepted\nsuperseded_by: [ADR-9]\ndate: 2025-03-09\n---\n", Decision(State.SUPERSEDED, None, MARCH)),
        ("# 1. Use a queue\n\n* Status: accepted\n* Deciders: Ada Quill\n* Date: 2025-03-09\n", Decision(State.ACCEPTED, None, MARCH)),
        ("# X\n\n- **Status**: Proposed\n- **Date:** 2025-01-05\n", Decision(State.PROPOSED, JANUARY)),
        ("# X\n\n**Status:** Rejected\n**Date:** 2025-03-09\n", Decision(State.REJECTED, None, MARCH)),
        ("# 1. X\n\nDate: 2025-03-09\n\n## Status\n\nAccepted\n\nSuperseded by [2. Y](2.md)\n\n## Context\n\nIt was rejected.\n", Decision(State.SUPERSEDED, None, MARCH)),
        ("# X\n## Status\n2025-01-05 proposed\n2025-03-09 accepted\n## Context\n", Decision(State.ACCEPTED, JANUARY, MARCH)),
        ("# X\n## Status\n- Proposed on 2025-01-05\n- Rejected (2025-03-09)\n", Decision(State.REJECTED, JANUARY, MARCH)),
        ("| Field | Value |\n|---|---|\n| **Status** | Approved |\n| Decision date | 2025-03-09 |\n| Created | 2025-01-05 |\n", Decision(State.ACCEPTED, JANUARY, MARCH)),
        ("# X\n\nStatus: accepted (supersedes ADR 3)\nDate: 2025-03-09", Decision(State.ACCEPTED, None, MARCH)),
        ("# X\n## Status\nAngenommen\n## Datum\n2025-03-09\n", Decision(State.ACCEPTED, None, MARCH)),
        ("# X\nStatus: accepted\nDate: 2025-13-40\n", Decision(State.ACCEPTED)),
        ("# X\n* Status: [proposed | rejected | accepted | deprecated | superseded by ADR-5]\n", None),
        ("# X\n* Status: Not started / In progress / Complete\n", None),
        ("# X\n* Status: In progress\n* Date: 2025-01-05\n", Decision(State.PROPOSED, JANUARY)),
        ("# How we decide\n\nRecords have a status: it is accepted or not.\n", None),
        ("---\nstatus: [a: {b\n---\n# X\n", None),
        ("---\n- status\n---\n", None),
        ("", None),
    ],
)  # fmt: skip
def test_what_a_record_says_of_itself(text: str, expected: Decision | None) -> None:
    assert decision(text) == expected


@given(st.text(alphabet="-#*|: \n\tstatusacepd20319{}[]&", max_size=300))
def test_any_text_is_a_record_or_none(text: str) -> None:
    found = decision(text)
    assert found is None or found.state in State


def test_a_long_line_takes_no_long_time() -> None:
    assert decision("* " * 100_000 + "\n" + "a " * 100_000 + "\n| " + " " * 100_000) is None
    assert decision("---\n" + "a: &a [x]\n" * 1000 + "\n") is None
    levels = [f"l{n}: &l{n} {{<<: [{', '.join([f'*l{n - 1}'] * 9)}]}}" for n in range(1, 12)]
    assert decision("---\nl0: &l0 {x: y}\n" + "\n".join(levels) + "\nstatus: accepted\n---\n") is not None


def test_a_folder_is_read_with_what_lies_below_it(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    written(tmp_path / "1.md", "# A", "Status: accepted", "Date: 2025-03-09")
    written(tmp_path / "old" / "2.MD", "# B", "Status: superseded by 1", "Date: 2025-01-05")
    written(tmp_path / "README.md", "# Decisions")
    written(tmp_path / "3.md", "# C", "Status: proposed")
    (tmp_path / "4.md").symlink_to(written(tmp_path / "elsewhere.txt", "Status: accepted"))
    (tmp_path / "5.md").touch()
    read = asked("decisions", tmp_path)
    assert isinstance(read.records, Decisions)
    assert sorted(one.state for one in read.records.decisions) == ["accepted", "proposed", "superseded"]
    assert read.notes == ("1 of 3 decisions have no date and were left out.",)
    assert read.fingerprint == asked("decisions", tmp_path).fingerprint


def test_what_is_no_folder_of_decisions_is_said(tmp_path: Path) -> None:
    with pytest.raises(MissingFault, match="no such folder"):
        asked("decisions", tmp_path / "nowhere")
    with pytest.raises(InputFault, match="no Markdown"):
        asked("decisions", tmp_path)
    written(tmp_path / "1.md", "Status: accepted")
    with pytest.raises(InputFault, match="No decision record with a status and a date"):
        asked("decisions", tmp_path)
    (tmp_path / "2.md").write_bytes(b"x\n\xff")
    with pytest.raises(InputFault, match=r"2\.md:2: The file is not UTF-8"):
        asked("decisions", tmp_path)
