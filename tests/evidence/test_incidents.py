"""Incidents and actions whose truth is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.evidence.comparison import shifts
from bonafide.evidence.counted import Counted
from bonafide.evidence.incidents import Action, Incident, Incidents
from bonafide.evidence.spans import MONTH, around
from bonafide.evidence.telling import offers, told
from bonafide.model.faults import InputFault
from bonafide.model.measure import Window

BEGIN = datetime(2024, 1, 1, 9, tzinfo=UTC)
YEAR = Window(date(2024, 1, 1), date(2025, 1, 1))
TODAY = date(2025, 6, 1)


def incident(day: float, hours: float | None, severity: str = "P2") -> Incident:
    opened = BEGIN + timedelta(days=day)
    return Incident(opened, None if hours is None else opened + timedelta(hours=hours), severity)


def by_name(records: Incidents, window: Window = YEAR) -> dict[str, Counted]:
    return {one.figure.measure + one.figure.part: one for one in records.counted(window, Random(1))}


def test_incidents_are_counted_in_all_and_by_severity() -> None:
    made = [incident(7 * week, 4, "P1" if week % 2 else "P2") for week in range(50)] + [incident(3, 4, "P3")]
    found = by_name(Incidents.of(made))
    assert found["incidents"].figure.value == pytest.approx(51 / (366 / MONTH))
    assert found["incidentsP1"].figure.n == 25
    assert found["incidentsP3"].figure.value is None, "one event is told of nobody"
    assert "actions-closedwithin 30 days" not in found


def test_unresolved_ones_are_told_apart_and_make_the_median_no_shorter() -> None:
    made = [incident(day, hours=10) for day in range(30)]
    assert by_name(Incidents.of(made))["time-to-resolve"].figure.value == 10
    still = [*made, *(replace(incident(day, 100), resolved=None) for day in range(29)), incident(300, 1)]
    figure = by_name(Incidents.of(still))["time-to-resolve"].figure
    assert (figure.n, figure.detail["unresolved"], figure.value) == (60, 29, 10)
    most = [*still, *(incident(day, None) for day in range(9))]
    figure = by_name(Incidents.of(most))["time-to-resolve"].figure
    assert figure.value is None and figure.why == "Too many are unresolved."


def test_a_slip_of_the_pen_in_the_future_makes_nothing_last_longer() -> None:
    made = [
        *(incident(day, 5) for day in range(11)),
        *(incident(day, None) for day in range(10)),
        incident(360, 1),
    ]
    slip = Incident(BEGIN, BEGIN + timedelta(days=27_000), "P2")
    records = Incidents.of([*made, slip], today=TODAY)
    assert records.seen == BEGIN + timedelta(days=360, hours=1)
    with pytest.raises(InputFault, match="in the future"):
        Incidents.of([slip], today=date(2020, 1, 1))


def test_actions_count_within_their_time_once_they_have_had_it() -> None:
    def action(day: int, closed: int | None) -> Action:
        created = BEGIN + timedelta(days=day)
        return Action(created, None if closed is None else created + timedelta(days=closed))

    made = [action(day, (20, 60, None, 30)[day % 4]) for day in range(40)]
    late = [action(300, 2)] * 5
    found = by_name(Incidents.of([incident(0, 1), incident(310, 1)], [*made, *late]))
    thirty, ninety = (found[f"actions-closedwithin {days} days"].figure for days in (30, 90))
    assert (thirty.n, thirty.value) == (40, 0.5), "what was created ten days ago has not had thirty"
    assert (ninety.n, ninety.value) == (40, 0.75)


def test_a_real_change_is_offered_and_a_worse_severity_forbids_to_choose_the_better_one() -> None:
    chance = Random(5)

    def over(days: float, until: float, every: float, severity: str, hours: float) -> list[Incident]:
        made = []
        while days < until:
            made.append(incident(days, chance.expovariate(1 / hours), severity))
            days += chance.expovariate(1 / every)
        return made

    better = [*over(0, 180, 2, "P1", 20), *over(180, 362, 4.5, "P1", 5)]
    records = Incidents.of(better)
    around_july = around(records.reach(TODAY), date(2024, 6, 29))
    sentences = [told(shift, "a shop") for shift in offers(shifts(records, *around_july, Random(1)))]
    assert [sentence.split(" fell by ")[0] for sentence in sentences] == [
        "Incidents a month of a shop",
        "Incidents a month (P1) of a shop",
        "Median time to resolve incidents of a shop",
    ]
    worse = Incidents.of([*better, *over(0, 180, 8, "P2", 5), *over(180, 362, 2, "P2", 5)])
    left = [told(shift, "a shop") for shift in offers(shifts(worse, *around_july, Random(1)))]
    assert not any(sentence.startswith("Incidents") for sentence in left)


@given(
    st.lists(st.tuples(st.integers(0, 360), st.none() | st.integers(0, 900), st.sampled_from("abc")), min_size=1, max_size=60),
    st.randoms(use_true_random=False),
)  # fmt: skip
def test_order_does_not_matter_and_few_events_tell_nothing(
    made: list[tuple[int, int | None, str]], order: Random
) -> None:
    some = [incident(*one) for one in made]
    other = some[:]
    order.shuffle(other)
    first, second = (Incidents.of(each, []).counted(YEAR, Random(3)) for each in (some, other))
    assert [one.figure for one in first] == [one.figure for one in second]
    for one in first:
        assert one.figure.n >= 20 or one.figure.value is None
        assert bool(one.figure.why) == (one.figure.value is None)
