"""Records of two kinds, measured over the same days."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from bonafide.evidence.delivery import Deploys
from bonafide.evidence.flow import Flow
from bonafide.evidence.together import Together
from bonafide.model.faults import InputFault
from bonafide.model.measure import Window
from evidence.deploys import steady
from evidence.test_flow import pull


def flow(first: int, last: int) -> Flow:
    return Flow.of([pull(day, 4, 10) for day in range(first, last)], reviews=True)


def test_the_days_of_which_all_tell_are_measured() -> None:
    deploys = Deploys(steady(100))
    both = Together((flow(30, 90), deploys))
    whole = both.reach(date(2024, 4, 20))
    assert whole == Window(date(2024, 1, 31), date(2024, 3, 30))
    alone = [*flow(30, 90).counted(whole, Random(1)), *deploys.counted(whole, Random(1))]
    told = both.counted(whole, Random(1))
    assert [one.figure.measure for one in told] == [one.figure.measure for one in alone]
    assert [one.figure.value for one in told] == [one.figure.value for one in alone]


def test_days_that_do_not_meet_are_too_short() -> None:
    with pytest.raises(InputFault, match="history is too short"):
        Together((flow(200, 300), Deploys(steady(60)))).reach(date(2024, 3, 1))
