"""Tables that are handed in: their columns, and that they measure the same as files do and no file is opened."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.connectors.systems import reading
from bonafide.connectors.systems.fields import Field, Table
from bonafide.connectors.systems.handed import LONGEST_SAMPLE, MOST_COLUMNS, Column, looked, measure
from bonafide.connectors.systems.moments import Moments, unclear
from bonafide.connectors.systems.reading import Content, Kind, Request
from bonafide.connectors.systems.registry import KINDS
from bonafide.model.faults import InputFault
from bonafide.workflows.measuring import Asked

TABLE = Table(
    "t", "", (Field("opened", ("opened_at", "Created"), required=True), Field("severity", ("Priority",)))
)
HANDED = [kind for kind in KINDS.values() if kind.tables]
TODAY = date(2026, 1, 1)
WISHES = {"total": ("requests",), "bad": ("errors",), "per": ("sample",), "target": ("99.9",)}


def content(text: str, where: str = "a.csv") -> Content:
    return Content(where, text.encode())


def test_columns_are_shown_with_their_first_values_and_known_ones_found() -> None:
    text = "Created,Priority,Note\n2025-01-02,High,\n2025-01-02,Low,n/a\n2025-01-03,High\n\n2025-01-04,x,y\n2025-01-05\n"
    found = looked([content(text)], TABLE)
    assert found.columns == (
        Column("Created", ("2025-01-02", "2025-01-03", "2025-01-04")),
        Column("Priority", ("High", "Low", "x")),
        Column("Note", ("y",)),
    )
    assert found.found == {"opened": "Created", "severity": "Priority"}
    assert looked([content("When\n" + "v" * 90)], TABLE).found == {}
    assert looked([content("When\n" + "v" * 90)], TABLE).columns[0].samples == ("v" * LONGEST_SAMPLE,)


def test_of_columns_with_one_header_the_first_is_shown_as_it_is_read() -> None:
    found = looked([content("Note,Note,\na,b,c\n,b,c")], TABLE)
    assert found.columns == (Column("Note", ("a",)),)


def test_a_known_column_is_there_behind_however_many_others() -> None:
    headers = [f"c{number}" for number in range(MOST_COLUMNS + 50)]
    found = looked([content(",".join([*headers, "Created"]))], TABLE)
    assert len(found.columns) == MOST_COLUMNS + 1 and found.columns[-1].header == "Created"


def test_columns_of_several_files_and_of_json_stand_together() -> None:
    issue = {"fields": {"created": "2025-01-02", "labels": ["a", "b"]}}
    found = looked([content("Priority\nHigh"), content(json.dumps([issue]), "b.json")], TABLE)
    assert [(one.header, one.samples) for one in found.columns] == [
        ("Priority", ("High",)),
        ("fields.created", ("2025-01-02",)),
        ("fields.labels", ("a; b",)),
    ]


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("", "a.csv: There is no column"),
        ("\n\n", "no column"),
        ("{}", "no list"),
        ("a\n\xff", "a.csv:2: The file is not UTF-8"),
    ],
)
def test_what_is_no_table_is_said(text: str, match: str) -> None:
    with pytest.raises(InputFault, match=match):
        looked([Content("a.csv", text.encode("latin-1"))], TABLE)


def test_dates_that_may_be_either_of_two_days_are_asked_about() -> None:
    assert looked([content("When,Note\n03/04/2025,x\n05/06/2025 10:30 AM,y")], TABLE).unclear == "03/04/2025"
    assert looked([content("When,Then\n03/04/2025,13/04/2025")], TABLE).unclear == ""
    assert looked([content("When\n03.04.2025\n2025-04-03")], TABLE).unclear == ""


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(1, 12)), min_size=1), st.booleans())
def test_a_date_is_unclear_exactly_where_it_could_not_be_read(
    pairs: list[tuple[int, int]], day: bool
) -> None:
    texts = [f"{a:02}/{b:02}/2025" if day else f"{b:02}/{a:02}/2025" for a, b in pairs]
    if unclear(texts):
        with pytest.raises(InputFault, match="either of two days"):
            Moments.of(texts)(unclear(texts), "x")
    else:
        assert [moment.month for text in texts if (moment := Moments.of(texts)(text, "x"))] == [
            b for _, b in pairs
        ]


def files(kind: Kind, folder: Path) -> dict[str, bytes]:
    """A table of two years for each kind, in files whose names are what its wishes say."""
    days = [date(2024, 1, 1) + timedelta(days=9 * n) for n in range(81)]
    week = timedelta(days=7)
    lines = {
        "incidents": ["opened,resolved", *(f"{day},{day + week}" for day in days)],
        "cost": ["ChargePeriodStart,EffectiveCost,BillingCurrency", *(f"{2024 + n // 12}-{n % 12 + 1:02}-01,9,EUR" for n in range(24))],
        "people": ["joined,left", *(f"{day},{day + 40 * week}" for day in days)],
        "grafana": ["Day,requests,errors", *(f"{date(2024, 1, 1) + timedelta(days=n)},9000,{n % 7}" for n in range(700))],
        "iterations": ["sprint,start,end,committed,done", *(f"S{day},{day},{day + week},10,8" for day in days)],
    }  # fmt: skip
    path = folder / "table.csv"
    path.write_text("\n".join(lines[kind.name]))
    return {str(path): path.read_bytes()}


@pytest.mark.parametrize("kind", HANDED, ids=lambda kind: kind.name)
def test_what_was_handed_in_measures_as_the_file_does_and_nothing_is_opened(
    kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = files(kind, tmp_path)
    days = (date(2024, 1, 1), TODAY)
    asked = Asked()
    on_disk = measure(kind.name, Request(tuple(held), WISHES, b"key", *days), asked, TODAY)

    def refuse(path: str, *_rest: object) -> bytes:
        raise AssertionError(f"{path} was opened")

    monkeypatch.setattr(reading, "read_file", refuse)
    with pytest.raises(AssertionError, match="was opened"):
        measure(kind.name, Request(tuple(held), WISHES, b"key", *days), asked, TODAY)
    handed = measure(kind.name, Request(tuple(held), WISHES, b"key", *days, held=held), asked, TODAY)
    assert handed == on_disk
    assert any(figure.value is not None for figure in handed.figures)


@pytest.mark.parametrize("kind", HANDED, ids=lambda kind: kind.name)
def test_a_kind_names_its_tables_as_its_options_do(kind: Kind) -> None:
    options = {option.name: option for option in kind.options}
    assert kind.called
    for table in kind.tables:
        assert table.title and table.says and all(field.says for field in table.fields)
        assert not table.files or options[table.files].many
        for field in filter(lambda field: field.asked, table.fields):
            assert options[field.alone].many if field.alone else field.name in options[table.columns].help
            assert field.alone or field.option == table.columns
    assert {option.name for option in kind.options} >= set(kind.asks)
    assert [table.files for table in kind.tables].count("") <= 1
