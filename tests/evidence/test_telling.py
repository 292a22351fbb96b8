"""Every measure can be told, and no sentence gives anything away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bonafide.evidence.confidential import leaks
from bonafide.evidence.definitions import figure, measures
from bonafide.evidence.telling import amount, between, offers, told
from bonafide.model.measure import Interval, Shift, Window

BEFORE, AFTER = Window(date(2024, 1, 1), date(2024, 7, 1)), Window(date(2024, 7, 1), date(2025, 1, 1))


def changed(measure: str, by: float, part: str = "") -> Shift:
    """A sure change, for the better where the measure has a better."""
    was, now = (
        figure(measure, window, 500, value, part=part)
        for window, value in ((BEFORE, 0.4), (AFTER, 0.4 * (1 + by)))
    )
    better = measures()[measure].higher_is_better == (by > 0)
    return Shift(was, now, by, Interval(by - 0.01, by + 0.01), better)


@pytest.mark.parametrize("measure", measures())
@pytest.mark.parametrize("by", [-0.5, 0.25, 3.0])
def test_every_measure_has_a_sentence_that_gives_nothing_away(measure: str, by: float) -> None:
    for part in ("", "EUR", "within 30 days", "target 99.95 %", "14.4× over 1 h and 5 min"):
        text = told(changed(measure, by, part), "a payments service")
        assert text[0].isupper() and text.endswith(
            " in the 6 months that began in Q3 2024, against the 6 months before."
        )
        assert not list(leaks(text))
        assert "went from" in told(changed(measure, by, part), "a service", "the annual report")


def test_one_part_that_grew_worse_forbids_the_others_and_other_measures_stand() -> None:
    good, bad, other = (
        changed("incidents", -0.3, "P1"),
        changed("incidents", 0.3, "P2"),
        changed("retention", 0.2),
    )
    assert list(offers([good, bad, other])) == [other]
    unsure = replace(bad, interval=Interval(-0.1, 0.7))
    assert list(offers([good, unsure, other])) == [good, other]


@pytest.mark.parametrize(
    ("measure", "value", "shown"),
    [
        ("slo-attainment", 0.99963, "99.963 % of requests"),
        ("slo-attainment", 0.9, "90 % of requests"),
        ("slo-attainment", 1.0, "100 % of requests"),
        ("cloud-cost", 1_234_567.0, "1,200,000 a month"),
        ("cloud-cost", 0.0, "0 a month"),
        ("time-to-resolve", 100.0, "4.2 days"),
        ("time-to-resolve", 3.14, "3.1 hours"),
    ],
)
def test_values_are_shown_as_people_write_them(measure: str, value: float, shown: str) -> None:
    assert amount(figure(measure, BEFORE, 500, value)) == shown


def test_an_interval_has_the_unit_of_its_value() -> None:
    one = figure("time-to-resolve", BEFORE, 500, 100.0, Interval(48, 2400))
    assert between(one) == " (2 to 100)"
    assert between(replace(one, interval=None)) == ""
