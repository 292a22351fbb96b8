"""Days as a person counts them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bonafide.model.faults import InputFault


def days_in(since: date, today: date) -> int:
    """Whole days since then; a day that lies ahead counts as today."""
    return max(0, (today - since).days)


def past_day(on: date, now: datetime) -> date:
    """The day itself. Raises InputFault where it has not come yet, in any time zone."""
    if on > now.date() + timedelta(days=1):
        raise InputFault(
            f"{on.isoformat()} has not come yet.", where="Day", mend="Give the day on which it happened."
        )
    return on
