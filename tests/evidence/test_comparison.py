"""Before and after: a change that is one is found, and noise is called noise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.evidence.comparison import shift as between
from bonafide.evidence.comparison import shifts
from bonafide.evidence.confidential import leaks, private, withheld
from bonafide.evidence.counted import Counted
from bonafide.evidence.delivery import Deploys, lead_time, waits
from bonafide.evidence.history import History
from bonafide.evidence.samples import Means, Medians
from bonafide.evidence.spans import around, latest, quarters
from bonafide.evidence.telling import amount, course, offers, told
from bonafide.model.faults import InputFault
from bonafide.model.measure import Interval, Shift, Window
from evidence.deploys import START, Hours, steady

TODAY = date(2025, 1, 1)


def compared(wait: Hours, seed: int = 1) -> dict[str, Shift]:
    """A year of deploys, halved at its middle; by measure, the lead time the one of interest."""
    history = steady(366, wait=wait, seed=seed)
    before, after = around(Deploys(history).reach(TODAY), date(2024, 7, 1))
    found = shifts(Deploys(history), before, after, Random(seed))
    return {one.before.measure + one.before.rule: one for one in found}


def noisy(chance: Random, _: int) -> float:
    return chance.expovariate(1 / 40)


def test_a_real_change_is_told_in_two_figures_and_in_quarters() -> None:
    found = compared(
        lambda chance, number: chance.uniform(30, 50) if number < 182 else chance.uniform(10, 20)
    )
    shift = found["change-lead-time"]
    assert shift.sure and shift.better
    assert shift.interval is not None and shift.interval.high < -0.5
    sentence = told(shift, "a payments service")
    assert sentence.startswith("Median change lead time of a payments service fell by 6")
    assert sentence.endswith(" in the 6 months that began in Q3 2024, against the 6 months before.")
    assert not list(leaks(sentence))
    public = told(shift, "a payments service", "the annual report")
    assert f"went from {amount(shift.before)} to {amount(shift.after)}" in public
    assert public.endswith("(public: the annual report).")


def test_a_change_for_the_worse_is_shown_and_not_offered() -> None:
    shift = compared(lambda chance, number: 10 if number < 182 else chance.uniform(30, 50))[
        "change-lead-time"
    ]
    assert shift.sure and not shift.better
    assert not list(offers([shift]))
    assert course(shift).startswith("+3")


def lead_times(history: History, window: Window, chance: Random) -> Counted:
    return Counted(lead_time(history, window, chance), Medians(waits(history, window)))


def test_noise_is_called_noise() -> None:
    surely = 0
    for seed in range(20):
        history, chance = steady(160, wait=noisy, seed=seed), Random(seed)
        sides = around(Deploys(history).reach(date(2024, 6, 8)), date(2024, 3, 20))
        shift = between(*(lead_times(history, window, chance) for window in sides), chance)
        surely += shift.sure
        if not shift.sure:
            assert not list(offers([shift]))
            assert course(shift).startswith("no change that can be told from noise")
    assert surely <= 3, "one in twenty is what an interval of 95 % lets through"


def test_rules_that_disagree_offer_nothing_and_those_that_agree_their_smallest_change() -> None:
    real = compared(lambda chance, number: chance.uniform(30, 50) if number < 182 else 15)["change-lead-time"]
    small = replace(real, change=-0.2)
    unsure = replace(real, interval=Interval(-0.6, 0.1))
    missing = replace(real, change=None, interval=None)
    assert list(offers([real, small, missing])) == [small]
    assert not list(offers([real, unsure]))
    assert not list(offers([missing]))


def test_what_was_nought_before_has_no_relative_change() -> None:
    shift = compared(noisy)["change-lead-time"]
    nought = replace(shift.before, value=0.0)
    found = between(Counted(nought, Means([0.0])), Counted(shift.after, Means([1.0])), Random(1))
    assert found.change is None and not found.sure
    assert course(found).startswith("not comparable")


def test_windows_lie_within_what_the_records_reach() -> None:
    history = steady(366)
    whole = Deploys(history).reach(TODAY)
    assert whole == Window(date(2024, 1, 2), TODAY)
    assert latest(whole, date(2020, 1, 1), date(2030, 1, 1)) == whole
    assert latest(whole).days == 365
    assert [window.start for window in quarters(whole)] == [
        date(2024, 4, 1),
        date(2024, 7, 1),
        date(2024, 10, 1),
    ]
    before, after = around(whole, date(2024, 3, 2))
    assert before.days == after.days == 60


def test_too_short_a_history_is_refused() -> None:
    with pytest.raises(InputFault, match="The history is too short: 19 days"):
        Deploys(steady(20)).reach(START.date() + timedelta(days=20))
    whole = Deploys(steady(366)).reach(TODAY)
    with pytest.raises(InputFault, match="Too little lies on one side of 2024-12-20: 12 days"):
        around(whole, date(2024, 12, 20))
    with pytest.raises(InputFault, match="Too little"):
        around(whole, date(2030, 1, 1))
    with pytest.raises(InputFault, match="asked for is too short"):
        latest(whole, date(2024, 12, 30))


@pytest.mark.parametrize(
    "text",
    [
        "ada@quill.example", "https://git.quill.example/pay", "10.2.3.4", "db-1.internal", "pay-api.quill.example",
        "account 123456789012", "wiki.corp", "node-3.eu.svc", "2001:db8:0:0:1:2:3:4", "arn:aws:s3:::pay", "PAY-1234", "see /srv/pay/live", "AKIA1234567890ABCDEF",
    ],
)  # fmt: skip
def test_what_gives_something_away_is_found(text: str) -> None:
    assert list(leaks(f"Lead time of {text} fell by 40 %."))


@pytest.mark.parametrize(
    "text",
    ["a payments service", "the claims platform (two teams)", "fell by 62 % in the year that began in Q3 2025, against the year before.", "C++ and Node.js", "Incidents a month (SEV-1) of a shop"],
)  # fmt: skip
def test_what_gives_nothing_away_passes(text: str) -> None:
    assert not list(leaks(text)) and withheld(text) == text


def test_a_public_place_has_an_address_and_no_secret() -> None:
    for place in (
        "https://status-page.quill.example/2025",
        "the annual report 2025, page 12",
        "PAY-12 in /public/reports",
    ):
        assert not list(private(place))
    for place in (
        "https://wiki.corp/x",
        "http://10.2.3.4/",
        "ask ada@quill.example",
        "https://x.example/?t=ab12ab12ab12ab12ab12ab12",
    ):
        assert list(private(place))


@given(
    st.lists(
        st.sampled_from(
            [
                "db-1.internal",
                "ada@quill.example",
                "10.2.3.4",
                "PAY-12",
                " /srv/pay/x",
                "of",
                "a shop",
                "\n",
                ",",
                "-",
                ".",
            ]
        )
    )
)
def test_what_is_withheld_gives_nothing_away(parts: list[str]) -> None:
    text = " ".join(parts)
    assert not list(leaks(withheld(text)))
    assert bool(list(leaks(text))) == (withheld(text) != text)


@given(st.text(alphabet="a1-.:@/_ A", max_size=300))
def test_any_text_is_looked_through(text: str) -> None:
    assert not list(leaks(withheld(text)))
