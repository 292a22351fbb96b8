"""Exported tables and their dates, in the ways that systems write them."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.connectors.systems import reading
from bonafide.connectors.systems.fields import Field, chosen
from bonafide.connectors.systems.moments import Moments
from bonafide.connectors.systems.reading import Content, timed
from bonafide.connectors.systems.table import rows
from bonafide.model.faults import InputFault

FIELDS = (
    Field("opened", ("Created", "fields.created"), required=True),
    Field("severity", ("Priority", "fields.priority.name")),
)


def read(text: str | bytes, named: dict[str, str] | None = None) -> list[tuple[str, str, str]]:
    content = Content("export.csv", text.encode() if isinstance(text, str) else text)
    return [(row.where, row["opened"], row["severity"]) for row in rows(content, FIELDS, named or {})]


def test_columns_are_found_by_known_headers_in_any_order() -> None:
    text = '\ufeffSummary,PRIORITY,Created,Comment,Comment\r\n"two\nlines, ""quoted""",High,2025-01-02,a,b\r\n\r\nshort\r\nx, NULL ,2025-01-03\r\n'
    assert read(text) == [
        ("export.csv:3", "2025-01-02", "High"),
        ("export.csv:5", "", ""),
        ("export.csv:6", "2025-01-03", ""),
    ]
    assert read("created;priority\n2025-01-02;P1\n") == [("export.csv:2", "2025-01-02", "P1")]
    assert read("created\tpriority\n2025-01-02\tP1\n") == [("export.csv:2", "2025-01-02", "P1")]


def test_json_lists_are_rows_and_nested_keys_have_dots() -> None:
    issue = {
        "key": "x",
        "fields": {
            "created": "2025-01-02",
            "priority": {"name": "P1"},
            "labels": ["a", "b"],
            "n": None,
            "done": True,
        },
    }
    for found in ([issue], {"total": 1, "issues": [issue]}):
        assert read(json.dumps(found)) == [("export.csv: [0]", "2025-01-02", "P1")]
    assert read(json.dumps([issue]), {"severity": "fields.labels"})[0][2] == "a; b"
    assert read("[]") == []


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("When,Priority\n2025,P1\n", r"export.csv:1: There is no column for “opened” .*--column opened=HEADER\). The file has: When, Priority"),
        ("", "no column"),
        (b"Created\n2025-01-02\n\xff\n", r"export.csv:3: The file is not UTF-8"),
        ('Created\n"2025' + "x" * 5_000_000, "This is no CSV"),
        ("{}", "no list of records"),
        ('{"a": [], "b": []}', "no list of records"),
        ("[1]", "no list of records"),
        ("[{]", r"export.csv:1: This is no JSON"),
        ("[" * 100_000, "cannot be read|no JSON"),
        ('[{"Created": NaN}]', "NaN is no number"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_said_with_its_place(text: str | bytes, match: str) -> None:
    with pytest.raises(InputFault, match=match):
        read(text)


def test_a_column_is_named_by_the_person() -> None:
    assert chosen(["", "opened=When it = began"], FIELDS) == {"opened": "When it = began"}
    assert read("When,Priority\n2025-01-02,P1\n", {"opened": "when"}) == [
        ("export.csv:2", "2025-01-02", "P1")
    ]
    text = "created,Created,(Created),Начало,Конец\n1,2,3,4,5\n"
    for header in ("created", "Created", "(Created)", "Начало", "Конец"):
        value = str(["created", "Created", "(Created)", "Начало", "Конец"].index(header) + 1)
        assert read(text, {"opened": header})[0][1] == value, header
    assert read("Created,Priority\n1,P1\n", {"severity": ""})[0][2] == ""
    with pytest.raises(InputFault, match="no column for “severity”"):
        read("Created\n2025-01-02\n", {"severity": "Urgency"})
    for wish in ("opened", "closed=X", "opened="):
        with pytest.raises(InputFault, match="fields are opened, severity"):
            chosen([wish], FIELDS)


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("2025-03-12", 12, 0),
        ("2025-03-12 16:31:00", 12, 16),
        ("2025-03-12T16:31:00.000+0000", 12, 16),
        ("2025-03-12T16:31:00Z", 12, 16),
        ("2025-03-12T16:31:00-09:00", 13, 1),
        ("12/Mar/25 4:31 PM", 12, 16),
        ("12/Mar/25 12:31 AM", 12, 0),
        ("12 March 2025", 12, 0),
        ("Mar 12, 2025, 4:31 PM", 12, 16),
        ("12.03.2025 16:31", 12, 16),
        ("12.3.25", 12, 0),
        ("1741797060", 12, 16),
        ("1741797060000", 12, 16),
    ],
)
def test_dates_as_systems_write_them(text: str, day: int, hour: int) -> None:
    found = Moments()(text, "here")
    assert found is not None
    assert (found.year, found.month, found.day, found.hour, found.tzinfo) == (2025, 3, day, hour, UTC)


def test_whether_the_day_comes_first_is_told_by_the_file_or_the_person() -> None:
    assert Moments.of(["03/04/2025", "13/04/2025"])("03/04/2025", "x") == datetime(2025, 4, 3, tzinfo=UTC)
    assert Moments.of(["03/04/2025", "04/13/2025 4:30 PM"])("03/04/2025", "x") == datetime(
        2025, 3, 4, tzinfo=UTC
    )
    assert Moments.of(["03/04/2025"], "day-first")("03/04/2025", "x") == datetime(2025, 4, 3, tzinfo=UTC)
    with pytest.raises(InputFault, match=r"f\.csv:3: .*either of two days\. Say whether .*--dates"):
        Moments.of(["03/04/2025"])("03/04/2025", "f.csv:3")
    with pytest.raises(InputFault, match="Some dates have the day first"):
        Moments.of(["13/04/2025", "04/13/2025"])
    assert Moments()("", "x") is None


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "2025-13-01",
        "99/Mar/25",
        "12/Foo/25",
        "31.02.2025",
        "99999999999",
        "0",
        "2025-03-12 at noon",
        "1/Jan/25 99:00x",
    ],
)
def test_what_is_no_date_is_said_with_its_place(text: str) -> None:
    with pytest.raises(InputFault, match=r"f\.csv:7: .* is no date"):
        Moments()(text, "f.csv:7")


@given(st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)), st.integers(-14, 14))
def test_iso_dates_are_the_moment_that_they_tell(moment: datetime, offset: int) -> None:
    aware = moment.replace(tzinfo=timezone(timedelta(hours=offset)))
    assert Moments()(aware.isoformat(), "x") == aware


@given(st.text(max_size=40))
def test_any_text_is_a_moment_or_a_fault(text: str) -> None:
    try:
        found = Moments.of([text])(text, "x")
    except InputFault as fault:
        assert fault.what
    else:
        assert found is None or found.tzinfo is UTC


@given(st.binary(max_size=200))
def test_any_bytes_are_rows_or_a_fault(content: bytes) -> None:
    try:
        found = read(content)
    except InputFault as fault:
        assert fault.where
    else:
        assert all(where for where, _, _ in found)


def test_rows_that_take_too_long_and_json_that_is_too_large_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert list(timed(iter("abc"))) == ["a", "b", "c"]
    with pytest.raises(InputFault, match="row 0: This takes too long"):
        list(timed(iter("abc"), seconds=-1))
    monkeypatch.setattr(reading, "LARGEST_JSON", 10)
    with pytest.raises(InputFault, match="This JSON is larger than"):
        read('[{"Created": "2025-01-02"}]')
