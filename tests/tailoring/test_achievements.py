"""What a letter may tell, and with which verb."""

from __future__ import annotations

import pytest

from bonafide.tailoring.achievements import direction


@pytest.mark.parametrize(
    ("span", "form"),
    [
        ("from 7.4 to 5.2 days", "fell"),
        ("from 9 % to 14 %", "rose"),
        ("from $19M to $64M", "rose"),
        ("from 1,200 to 900 a month", "fell"),
        ("from 6 days to 31 hours", "moved"),
        ("from £900k to £1.2m", "moved"),
        ("from idea to 9 users", "moved"),
        ("down 22 %", "moved"),
    ],
)
def test_a_change_rises_or_falls_only_in_one_unit(span: str, form: str) -> None:
    assert direction(span) == form
