"""Rows that are told of while they are read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.connectors.systems.handed import measure
from bonafide.connectors.systems.reading import EVERY, Request, timed
from bonafide.model.faults import InputFault
from bonafide.workflows.measuring import Asked


@given(st.integers(0, 500), st.integers(1, 50))
def test_rows_pass_through_and_every_so_many_are_told(count: int, every: int) -> None:
    told: list[tuple[str, int]] = []
    rows = timed(range(count), every=every, progress=lambda *one: told.append(one), what="pages")
    assert list(rows) == list(range(count))
    assert told == [("pages", number) for number in range(every, count, every)]


def test_what_takes_too_long_is_a_fault() -> None:
    with pytest.raises(InputFault, match="row 0: This takes too long"):
        list(timed([1], seconds=-1))


def test_rows_of_several_files_are_counted_together_and_then_the_spans_that_are_measured(
    tmp_path: Path,
) -> None:
    lines = [f"2025-{1 + number * 12 // EVERY:02}-01,1,EUR" for number in range(EVERY)]
    paths = [tmp_path / name for name in ("a.csv", "b.csv")]
    for path in paths:
        path.write_text("\n".join(["ChargePeriodStart,EffectiveCost,BillingCurrency", *lines]))
    told: list[tuple[str, int]] = []
    days = date(2025, 1, 1), date(2026, 1, 1)

    def progress(what: str, count: int, /) -> None:
        told.append((what, count))

    request = Request(tuple(map(str, paths)), {}, b"key", *days, progress=progress)
    measure("cost", request, Asked(), days[1])
    assert told[0] == ("rows", EVERY), "once within the second file"
    assert told[1:] == [("spans of days measured", number) for number in range(1, 6)], (
        "a year and four quarters"
    )
