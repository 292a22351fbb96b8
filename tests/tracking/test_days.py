"""Days in a lane, and days that have not come."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bonafide.model.faults import InputFault
from bonafide.tracking.days import days_in, past_day

NOW = datetime(2026, 11, 27, 23, 30, tzinfo=UTC)


def test_days_are_whole_and_never_less_than_none() -> None:
    assert days_in(date(2026, 11, 20), date(2026, 11, 27)) == 7
    assert days_in(date(2026, 11, 27), date(2026, 11, 27)) == 0
    assert days_in(date(2026, 11, 28), date(2026, 11, 27)) == 0


def test_tomorrow_may_have_come_elsewhere_but_no_later_day() -> None:
    assert past_day(date(2026, 11, 28), NOW) == date(2026, 11, 28)
    with pytest.raises(InputFault, match="has not come yet"):
        past_day(date(2026, 11, 29), NOW)
