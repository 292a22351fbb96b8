"""What a line tells without naming it."""

from __future__ import annotations

import re

import pytest

from bonafide.language.terms import kind_of, name_of
from bonafide.matching.lexicon import data
from bonafide.matching.told import told_in


@pytest.mark.parametrize(
    ("line", "term"),
    [
        ("Cut freight costs by a fifth", "Cost reduction"),
        ("Druckkosten um 12 % gesenkt", "Cost reduction"),
        ("Coût du transport ramené de 9 à 7 euros", "Cost reduction"),
        ("Opened the swimming hall two weeks early", "Delivery on time"),
        ("Brücke termingerecht übergeben", "Delivery on time"),
        ("Joined as hire number four", "Early-stage company"),
        ("Second engineer at a seed company", "Early-stage company"),
        ("Grew the kitchen crew from 3 to 9", "Team building"),
        ("Abteilung von vier auf zwölf ausgebaut", "Team building"),
        ("400 days without a lost-time injury", "Safety record"),
        ("Vier Jahre ohne meldepflichtigen Arbeitsunfall", "Safety record"),
        ("Each month I visit three farmers and listen", "User conversations"),
        ("Put one colleague on an improvement plan", "Performance management"),
        ("Every outage ends in a blameless review", "Post-incident review"),
        ("Orders up from 200 to 900 a month", "Sales growth"),
        ("Umsatz um 40 % gesteigert", "Sales growth"),
        ("Tuned the slowest queries", "Query optimisation"),
        ("Regretted attrition fell to 3 %", "Employee retention"),
        ("Passed both inspections", "Audits passed"),
        ("Waiting time down from nine weeks to four", "Service improvement"),
        ("Délai de livraison ramené de 12 à 5 jours", "Service improvement"),
        ("Complaints down by 40 %", "Measurable results"),
        ("Brought in a booking system for the ferries", "System introduction"),
        ("Churn model in weekly use", "Predictive modelling"),
        ("Switched off two products nobody paid for", "Product retirement"),
        ("40,000 lamps shipped", "Volume production"),
        ("Uptime of 99.97 %", "High availability"),
        ("Split the monolith into four services", "Monolith decomposition"),
        ("Interview every new cook", "Hiring"),
        ("Closed the books in five days", "Month-end close"),
        ("Sold a subsidiary in Oslo", "Mergers and acquisitions"),
        ("Vorträge auf zwei Tagungen", "Presentation skills"),
        ("Nobody has left since 2021", "Employee retention"),
        ("Stayed with bereaved relatives at night", "Compassionate care"),
    ],
)
def test_a_line_tells_of_it(line: str, term: str) -> None:
    assert name_of(term) in told_in(line, line)


@pytest.mark.parametrize(
    "line",
    [
        "Wrote about the cost of living",
        "Time zones were no trouble",
        "First aid at work",
        "Sales team of nine",
        "Worked in the audit department",
        "Customer service",
    ],
)
def test_a_line_that_only_sounds_like_it_tells_nothing(line: str) -> None:
    assert told_in(line, line) == frozenset()


def test_every_term_is_in_the_vocabulary_and_every_pattern_is_filled() -> None:
    for entry in data("told")["told"]:
        assert kind_of(name_of(entry["term"]) or "") == "practice", entry["term"]
        names = {name for pattern in entry["says"] for name in re.findall(r"{([a-z]+)}", pattern)}
        assert names <= set(data("told")["words"]), entry["term"]


def test_a_hostile_line_is_cut() -> None:
    line = "Delivered the depot eleven days early. "
    assert told_in(line, line), "a line that is told"
    assert told_in("a " * 300 + line, "a " * 300 + line) == frozenset(), (
        "behind the first 600 signs nothing is heard"
    )
