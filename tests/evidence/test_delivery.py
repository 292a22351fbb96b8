"""Deploys, lead times, failures and recoveries of histories whose truth is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide.evidence.delivery import Deploys, delivery, failure_rates, frequency, lead_time, recoveries
from bonafide.evidence.failures import RULES
from bonafide.evidence.history import Deploy, History, is_hotfix
from bonafide.model.measure import Figure, Window
from evidence.deploys import START, change, steady

WINDOW = Window(date(2024, 1, 2), date(2024, 7, 1))


def by_rule(figures: object) -> dict[str, Figure]:
    return {figure.rule: figure for figure in figures}  # type: ignore[attr-defined]


def test_a_deploy_a_day_is_seven_a_week() -> None:
    figure = frequency(steady(300), WINDOW)
    assert (figure.value, figure.n, figure.unit) == (7.0, WINDOW.days, "deploys a week")
    assert figure.detail == {"median days a week": 7.0}
    assert figure.interval is not None
    assert figure.interval.low < 7 < figure.interval.high


def test_weeks_without_a_deploy_count() -> None:
    burst = [Deploy(f"{n}", START + timedelta(days=1, minutes=n)) for n in range(40)]
    figure = frequency(History.of(burst), WINDOW)
    assert figure.value == 40 / WINDOW.weeks
    assert figure.detail == {"median days a week": 0.0}


def test_no_data_is_not_available_and_never_nought() -> None:
    for figure in delivery(History(()), WINDOW, Random(1)):
        assert figure.value is None and figure.interval is None
        assert figure.why.startswith("0 ")


def test_the_first_deploy_bots_and_clocks_that_ran_backwards_tell_of_no_wait() -> None:
    long = steady(40, wait=lambda _, number: 90_000 if number == 0 else 40)
    assert lead_time(long, WINDOW, Random(1)).value == 40
    deploys = [
        replace(
            deploy,
            changes=(
                *deploy.changes,
                change(f"bot {deploy.name}", deploy.at, 1, bot=True),
                change(f"early {deploy.name}", deploy.at, -5),
            ),
        )
        for deploy in steady(40).deploys
    ]
    figure = lead_time(History.of(deploys), WINDOW, Random(1))
    assert (figure.measure, figure.value, figure.detail["changes"]) == ("change-lead-time", 40, 39 * 3)


def test_squashed_changes_are_measured_from_their_merge_and_called_so() -> None:
    squashed = History.of(
        [
            replace(
                deploy,
                changes=tuple(
                    replace(
                        one, written=deploy.at - timedelta(hours=6), committed=deploy.at - timedelta(hours=6)
                    )
                    for one in deploy.changes
                ),
            )
            for deploy in steady(40).deploys
        ]
    )
    figure = lead_time(squashed, WINDOW, Random(1))
    assert (figure.measure, figure.value) == ("merge-to-deploy", 6)


def test_a_revert_counts_against_the_deploy_that_brought_the_change() -> None:
    deploys = list(steady(30).deploys)
    deploys[6] = replace(deploys[6], changes=(change("back", deploys[6].at, 2, reverts="5-1"),))
    deploys[9] = replace(deploys[9], changes=(change("late", deploys[9].at, 2, reverts="0-1"),))
    deploys[25] = replace(deploys[25], changes=(change("too late", deploys[25].at, 2, reverts="8-1"),))
    window = Window(date(2024, 1, 1), date(2024, 1, 31))
    figure = by_rule(failure_rates(History.of(deploys), window))["revert"]
    assert (figure.detail["failed"], figure.n) == (2.0, 30)
    assert figure.value == 2 / 30


def test_a_patch_counts_against_the_release_before_it_on_its_line() -> None:
    at = [START + timedelta(days=days) for days in (0, 10, 12, 20, 26, 40)]
    names = ("1.0.0", "1.1.0", "1.0.1", "1.1.1", "1.1.2", "1.2.0")
    filler = [Deploy(f"0.{n}.0", START + timedelta(days=60 + n), line=f"0.{n}") for n in range(10)]
    deploys = [
        Deploy(name, moment, patch=not name.endswith("0"), line=name.rpartition(".")[0])
        for name, moment in zip(names, at, strict=True)
    ]
    window = Window(date(2024, 1, 1), date(2024, 12, 1))
    rates = by_rule(failure_rates(History.of([*deploys, *filler]), window))
    assert [rates[f"patch within {days} days"].detail["failed"] for days in (3, 7, 14)] == [0, 1, 3]
    assert rates["hotfix"].value is None
    assert "tells nothing" in rates["hotfix"].why, "who never writes of a hotfix has not got by without one"


def test_recovery_runs_from_the_failed_deploy_to_the_mending_one() -> None:
    deploys = [
        replace(deploy, hotfix=is_hotfix("", [change("Hotfix for the till", deploy.at, 2)]))
        if n % 2
        else deploy
        for n, deploy in enumerate(steady(40, every=30).deploys)
    ]
    figures = by_rule(recoveries(History.of(deploys), WINDOW, Random(1)))
    assert figures["hotfix"].value == 30
    assert figures["hotfix"].n > 5
    assert figures["revert"].value is None


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 60), st.randoms(use_true_random=False), st.sampled_from(RULES))
def test_neither_order_nor_more_data_makes_up_a_figure(count: int, order: Random, rule: str) -> None:
    deploys = list(steady(count, every=70).deploys)
    shuffled = deploys[:]
    order.shuffle(shuffled)
    window = Window(date(2024, 1, 1), date(2024, 12, 31))
    first, second = (delivery(History.of(some), window, Random(3)) for some in (deploys, shuffled))
    assert first == second
    for figure in first:
        least = 5 if figure.measure == "failed-deployment-recovery" else 10
        unmarked = figure.measure == "change-failure-rate"  # These deploys show the mark of no rule.
        assert (figure.value is None) == (figure.n < least or unmarked)
        assert bool(figure.why) == (figure.value is None)
    assert any(figure.rule == rule for figure in first)


def observed(deploys: list[Deploy]) -> History:
    return History.of(deploys, observed=True)


def test_what_was_undone_or_broke_is_told_only_by_the_system_that_deploys() -> None:
    deploys = list(steady(60).deploys)
    hour = timedelta(hours=1)
    for number in range(10, 40, 5):
        deploys[number] = replace(deploys[number], undone=deploys[number].at + 3 * hour)
        deploys[number + 1] = replace(deploys[number + 1], broken=deploys[number + 1].at + hour)
    deploys[50] = replace(deploys[50], undone=deploys[50].at + timedelta(days=20))  # too late
    deploys[59] = replace(deploys[59], broken=deploys[59].at + hour)  # not mended yet
    window = Window(date(2024, 1, 2), date(2024, 3, 2))
    rates = by_rule(failure_rates(observed(deploys), window))
    times = by_rule(recoveries(observed(deploys), window, Random(1)))
    assert (rates["rolled back"].detail, times["rolled back"].value) == ({"failed": 6}, 3)
    assert (rates["reported failed"].detail, times["reported failed"].n) == ({"failed": 7}, 6)
    assert times["reported failed"].value == 24
    assert set(by_rule(failure_rates(History.of(deploys), window))) == set(RULES)


def test_what_broke_and_was_undone_was_mended_then() -> None:
    deploys = list(steady(60).deploys)
    hour = timedelta(hours=1)
    for number in range(10, 40, 5):
        at = deploys[number].at
        deploys[number] = replace(deploys[number], broken=at + 2 * hour, undone=at + 5 * hour)
    times = by_rule(recoveries(observed(deploys), WINDOW, Random(1)))
    assert times["reported failed"].value == times["rolled back"].value == 5


def test_records_tell_of_no_day_after_their_last_one() -> None:
    history = steady(60)
    last = history.deploys[-1].at
    assert Deploys(history, last).reach(date(2025, 1, 1)).end == last.date()
    assert Deploys(history, last).reach(date(2024, 2, 20)).end == date(2024, 2, 20)
    assert Deploys(history).reach(date(2025, 1, 1)).end == date(2025, 1, 1)


def test_what_says_that_it_is_a_hotfix() -> None:
    for name, subject in (("v1.2-hotfix.1", "x"), ("", "hot fix: the till"), ("", "Hot-Fix for sums")):
        assert is_hotfix(name, [change(subject, START, 1)])
    assert not is_hotfix(
        "v1.2", [change("Photo fixtures", START, 1), change("hotfix", START, 1, reverts="a hotfix")]
    )
