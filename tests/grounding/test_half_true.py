"""Sentences half of which is true, in three languages: a way, a period, a cause, a subject, a post that the CV does not have."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from bonafide import cv, grounding
from bonafide.model.claim import CheckedSentence, Support
from bonafide.model.fact import Facts, facts_of

TODAY = date(2026, 11, 22)
SETS = {
    code: json.loads((Path(__file__).parent / "data" / f"half_true.{code}.json").read_text("utf-8"))
    for code in ("en", "de", "fr")
}
FALSE = [(code, sentence) for code, told in SETS.items() for sentence in told["false"]]
TRUE = [(code, sentence) for code, told in SETS.items() for sentence in told["true"]]


def facts(record: object) -> Facts:
    return facts_of(cv.read(json.dumps(record).encode(), "cv.json").profile)


@lru_cache
def _of(code: str) -> Facts:
    return facts(SETS[code]["cv"])


def checked(sentence: str, known: Facts) -> CheckedSentence:
    [one] = grounding.check([sentence], known, None, TODAY).sentences
    return one


@pytest.mark.parametrize(("code", "sentence"), FALSE)
def test_what_is_half_false_is_refused(code: str, sentence: str) -> None:
    assert checked(sentence, _of(code)).verdict is Support.UNSUPPORTED


@pytest.mark.parametrize(("code", "sentence"), TRUE)
def test_what_is_true_is_not(code: str, sentence: str) -> None:
    assert checked(sentence, _of(code)).verdict is not Support.UNSUPPORTED


LEDGER = {
    "basics": {"name": "Ada Quill"},
    "work": [
        {
            "name": "Larkrise Lamps",
            "position": "Lamp Engineer",
            "startDate": "2019-03",
            "highlights": [
                "Wrote 30 test plans, 12 of which are in use.",
                "Catered for two harbours until 2023.",
                "Evaluated Fjordlys and Saltstack; Puppet stayed.",
                "OPC between lamps and masts, Modbus towards the ports.",
                "Breakages: 37 in 2021, 11 in 2023.",
                "Clients include Mastworks, for which I checked the lamps.",
                "Stood in for the harbour master, Jan-May 2021.",
                "Lamp insurance for the crew since 2019.",
                "A survey takes three days, formerly five.",
                "Prepared the papers for the merger; the chair led the talks.",
                "Voice in the working group on fog signals.",
                "Passed CCNA; failed NEBOSH twice and let it be.",
                "Beacon rewrite, led by a colleague: I wrote the parser.",
                "We rebuilt the log book in 2021.",
                "Callers a week: 52,000 in 2024, up from 40,000 in 2022.",
                "Fuel budget of 2m a year.",
                "Cut the oil bill from 2.4m to 1.6m.",
            ],
        }
    ],
    "certificates": [
        {"name": "Chartered Lamp Engineer (exam booked for 2027)"},
        {"name": "Fogmaster (lapsed 2022)"},
    ],
}


@pytest.mark.parametrize(
    "sentence",
    [
        "All thirty test plans that I wrote are in use.",
        "I cater for two harbours to this day.",
        "We run our lamps on Fjordlys.",
        "Modbus between lamps and masts, OPC towards the ports.",
        "Breakages rose from 11 in 2021 to 37 in 2023.",
        "I was employed by Mastworks.",
        "I stood in for the harbour master for two years.",
        "I led the talks on the merger.",
        "I closed the merger.",
        "I chair the working group on fog signals.",
        "I am a Chartered Lamp Engineer.",
        "Mastworks employed me for the lamps.",
        "I hold the CCNP.",
        "I led the beacon rewrite.",
        "Because the log book was rebuilt, callers a week grew from 40,000 to 52,000.",
        "I look after a fuel budget of 2m a quarter.",
        "I cut the oil bill by more than half.",
        "I never missed a delivery date.",
        "I hold the Fogmaster certificate.",
    ],
)
def test_a_fact_that_says_less(sentence: str) -> None:
    assert checked(sentence, facts(LEDGER)).verdict is Support.UNSUPPORTED


@pytest.mark.parametrize(
    "sentence",
    [
        "Twelve of the 30 test plans that I wrote are in use.",
        "I catered for two harbours until 2023.",
        "I evaluated Fjordlys and Saltstack.",
        "OPC between lamps and masts, Modbus towards the ports",
        "Breakages fell from 37 in 2021 to 11 in 2023.",
        "For Mastworks I checked the lamps.",
        "For five months I stood in for the harbour master.",
        "For some seven years now the crew has had lamp insurance.",
        "A survey used to take five days and now takes three.",
        "I prepared the papers for the merger.",
        "I hold the CCNA.",
        "Callers a week were nearly 30 % more in 2024 than in 2022.",
        "I look after a fuel budget of 2m a year.",
        "My exam as Chartered Lamp Engineer is booked for 2027.",
        "My Fogmaster certificate lapsed in 2022.",
    ],
)
def test_a_fact_told_as_it_is(sentence: str) -> None:
    assert checked(sentence, facts(LEDGER)).verdict is not Support.UNSUPPORTED


def test_words_are_not_compared_across_languages_but_names_and_figures_are() -> None:
    german = facts(SETS["de"]["cv"])
    letter = [
        "As head of platform development I have cut the outages of a quarter from 14 to 5.",
        "Before that I wrote the software of the warehouses for the company in Hamburg.",
        "I was the head of platform development, and my teams had 48 developers.",
        "I have worked with Terraform.",
    ]
    told = [one.verdict for one in grounding.check(letter, german, None, TODAY).sentences]
    refused = [verdict is Support.UNSUPPORTED for verdict in told]
    assert refused == [False, False, True, True]


def test_a_deputy_has_not_been_the_chief() -> None:
    record = {
        "basics": {"name": "Ada Quill"},
        "work": [
            {
                "name": "Klinik Nord",
                "position": "Stellvertretende Stationsleitung Chirurgie",
                "startDate": "2014",
                "endDate": "2018",
            }
        ],
    }
    deputy = facts(record)
    assert (
        checked("Bei der Klinik Nord war ich Stationsleitung der Chirurgie.", deputy).verdict
        is Support.UNSUPPORTED
    )
    honest = "Bei der Klinik Nord war ich stellvertretende Stationsleitung der Chirurgie."
    assert checked(honest, deputy).verdict is not Support.UNSUPPORTED


GERMAN_LINES = [
    "Lagerverwaltung für 60 Lager entwickelt",
    "Ausfälle pro Quartal um mehr als die Hälfte gesenkt",
    "Entwickler in drei Teams geführt",
    "Cloudkosten gesenkt, auf knapp 300.000 Euro im Jahr",
    "Zwölf Jahre in der Logistiksoftware, davon gut fünf in Führung",
    "Schnittstelle zu SAP mit zwei Kollegen gebaut",
]


def test_german_lines_without_small_words_hold_no_names_but_names() -> None:
    told = grounding.check(GERMAN_LINES, _of("de"), None, TODAY).sentences
    assert [one.text for one in told if one.verdict is Support.UNSUPPORTED] == []
    false = grounding.check(
        [*GERMAN_LINES, "Schnittstelle zu Salesforce gebaut"], _of("de"), None, TODAY
    ).sentences
    assert false[-1].verdict is Support.UNSUPPORTED


def test_a_place_has_other_names_in_other_languages() -> None:
    record = {
        "basics": {"name": "Ada Quill"},
        "work": [
            {
                "name": "Windhof",
                "position": "Technikerin",
                "startDate": "2019",
                "location": "Braunschweig",
                "highlights": [
                    "Habe die Anlagen in der Nordsee geprüft und mit den Leuten der Werft gewartet."
                ],
            }
        ],
    }
    letter = [
        "I checked the turbines in the North Sea with the people of the yard.",
        "We were based in Brunswick for the whole of that time.",
        "We were based in Lisbon for the whole of that time.",
    ]
    told = [
        one.verdict is Support.UNSUPPORTED
        for one in grounding.check(letter, facts(record), None, TODAY).sentences
    ]
    assert told == [False, False, True]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody likes a cold canteen, which is why ours had a stove.",
        "Lamps with gas I would have to learn from your fitters, and Welsh from my crew.",
        "To everybody at the harbour:",
        "Ich habe noch nie Gaslampen gebaut.",
    ],
)
def test_what_says_nothing_of_the_person_is_not_refused(sentence: str) -> None:
    assert checked(sentence, facts(LEDGER)).verdict is not Support.UNSUPPORTED
