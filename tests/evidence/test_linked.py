"""Deploys held against incidents whose truth is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.evidence.delivery import Deploys, delivery
from bonafide.evidence.failures import LINKED, OWN_CLOCK, SOON, UNUSED
from bonafide.evidence.history import History
from bonafide.evidence.incidents import Incident, Incidents
from bonafide.evidence.linked import Linked
from bonafide.model.faults import InputFault
from bonafide.model.measure import Figure, Window
from evidence.deploys import START, steady

DAY = timedelta(days=1)
WINDOW = Window(date(2024, 1, 2), date(2024, 3, 1))


def held(days: dict[int, timedelta]) -> Linked:
    """A deploy a day, those of some numbers with an incident so long after."""
    deploys = Deploys(steady(90))
    begun = {number: deploys.history.deploys[number].at + after for number, after in days.items()}
    incidents = [Incident(at, None) for at in (START, *begun.values(), START + 89 * DAY)]
    return Linked.of(deploys, Incidents.of(incidents), begun)


def figures(linked: Linked) -> dict[str, Figure]:
    told = linked.counted(WINDOW, Random(1))
    return {one.figure.measure: one.figure for one in told if one.figure.rule == LINKED}


def test_a_deploy_that_an_incident_names_failed_and_nothing_tells_what_mended_it() -> None:
    found = figures(held({5: DAY, 6: timedelta(), 7: SOON, 8: SOON + DAY}))
    rate = found["change-failure-rate"]
    assert (rate.value, rate.detail, rate.n) == (3 / WINDOW.days, {"failed": 3.0}, WINDOW.days)
    recovery = found["failed-deployment-recovery"]
    assert (recovery.value, recovery.why) == (None, OWN_CLOCK)


def test_incidents_that_name_no_deploy_tell_nothing() -> None:
    assert [one.why for one in figures(held({})).values()] == [UNUSED, OWN_CLOCK]
    rules = {one.rule for one in delivery(steady(90), WINDOW, Random(1))}
    assert LINKED not in rules, "without incidents nobody asked"


def test_only_days_of_which_both_tell_are_measured() -> None:
    deploys = Deploys(steady(90))
    some = Incidents.of([Incident(START + 20 * DAY, START + 70 * DAY)])
    assert Linked.of(deploys, some, {}).reach(date(2025, 1, 1)) == Window(
        date(2024, 1, 21), date(2024, 3, 11)
    )
    before = Incidents.of([Incident(START - 200 * DAY, START + 10 * DAY)])
    with pytest.raises(InputFault, match="too few days in common: 9 days"):
        Linked.of(deploys, before, {}).reach(date(2025, 1, 1))


@given(st.dictionaries(st.integers(0, 89), st.integers(0, 40)))
def test_one_more_incident_never_lowers_the_rate_and_no_other_rule_hears_of_it(days: dict[int, int]) -> None:
    linked = held({number: after * DAY for number, after in days.items()})
    within = [n for n, after in days.items() if after <= SOON.days and WINDOW.holds(START + n * DAY)]
    rate = figures(linked)["change-failure-rate"]
    assert rate.detail.get("failed", 0.0) == len(within)
    others = [one for one in delivery(linked.deploys.history, WINDOW, Random(1)) if one.rule != LINKED]
    bare = History(tuple(replace(one, incident=None) for one in linked.deploys.history.deploys))
    assert others == list(delivery(bare, WINDOW, Random(1)))
