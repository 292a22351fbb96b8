"""Corrections: in any order, at the reader's own pointers, checked, with a source that says whose they are."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide import cv, posting
from bonafide.matching import match
from bonafide.model.fact import facts_of
from bonafide.model.faults import InputFault
from bonafide.model.page import Page
from bonafide.model.place import Box, OnPage
from bonafide.model.posting import Posting, RequirementKind
from bonafide.model.reading import CvReading, Source, Unplaced
from bonafide.workflows.correcting import corrected_posting, corrected_reading, standing
from bonafide.workflows.provenance import sources_of

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
READ = cv.read((SAMPLE / "cv.pdf").read_bytes(), "cv.pdf")
ASKED = posting.read(Page((SAMPLE / "posting.html").read_bytes(), "text/html"), None)
HOBBY = Unplaced("Keeps bees in Wexcombe since 2012", OnPage(1, Box(50, 780, 300, 790)))
READING = replace(READ, unplaced=(HOBBY, Unplaced("Page 1 of 1", HOBBY.place)))
VALUES = {fact.pointer: fact.text for fact in facts_of(READING.profile)}
TEXTS = [p for p in VALUES if p.endswith(("position", "name")) or "highlights" in p or "keywords" in p]
ITEMS = [p for p in TEXTS if "highlights" in p or "keywords" in p] + ["/work/1", "/skills/0", "/languages/1"]

some_corrections = st.dictionaries(
    st.sampled_from(TEXTS), st.sampled_from(["Anvil keeper", "Ran the harbour office"])
).flatmap(
    lambda wanted: st.lists(st.sampled_from(ITEMS), max_size=5).map(
        lambda out: wanted | dict.fromkeys(out) | {"/work/9/name": "Quayside Books"}
    )
)


def test_no_corrections_change_nothing() -> None:
    assert corrected_reading(READING, {}) is READING
    assert corrected_posting(ASKED, {}) is ASKED


@given(st.lists(st.sampled_from(sorted(VALUES)), unique=True))
def test_the_readers_own_values_change_nothing_but_the_source(pointers: list[str]) -> None:
    same = corrected_reading(READING, {pointer: VALUES[pointer] for pointer in pointers})
    assert same.profile == READING.profile
    for pointer, source in READING.sources.items():
        mine = replace(source, confidence=1.0, corrected=True)
        assert same.sources[pointer] == (mine if pointer in pointers else source)


@given(some_corrections, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(wanted: dict[str, Any], chance: Any) -> None:
    shuffled = list(wanted.items())
    chance.shuffle(shuffled)
    one, other = corrected_reading(READING, wanted), corrected_reading(READING, dict(shuffled))
    assert one == other
    assert list(one.sources) == list(other.sources)


@given(some_corrections)
def test_pointers_mean_the_reading_as_it_was(wanted: dict[str, Any]) -> None:
    new = corrected_reading(READING, wanted)
    facts, where = facts_of(new.profile), standing(READING, wanted)
    out = [pointer for pointer, value in wanted.items() if value is None]
    for pointer, text in {**VALUES, **wanted}.items():
        gone = any(f"{pointer}/".startswith(f"{one}/") for one in out)
        fact = facts.at(where[pointer]) if pointer in where else None
        assert (fact.text if fact else None) == (None if gone else text), pointer
    assert set(new.sources) == {fact.pointer for fact in facts}


def test_a_value_is_the_persons_and_keeps_what_was_printed() -> None:
    new = corrected_reading(READING, {"/work/0/position": "Chief Engineer"})
    assert new.profile.work[0].position == "Chief Engineer"
    source = new.sources["/work/0/position"]
    assert (source.text, source.confidence, source.corrected) == ("VP Engineering", 1.0, True)
    assert source.to_json()["corrected"] is True
    assert "corrected" not in new.sources["/work/1/position"].to_json()
    plain = json.loads(json.dumps(new.to_json()))["meta"]["bonafide"]["sources"]["/work/0/position"]
    assert plain["place"]["page"] == 1


def test_a_new_position_highlight_and_account_come_behind_the_others() -> None:
    added = {
        "/work/4/name": "Quayside Books",
        "/work/4/startDate": "May 2003",
        "/work/4/highlights/0": "Ran the till.",
        "/work/0/highlights/7": "Keeps the lights on.",
        "/basics/profiles/0/url": "code.example/marta",
        "/basics/location/region": "Somerset",
    }
    new = corrected_reading(READING, added).profile
    assert (new.work[4].name, new.work[4].start_date) == ("Quayside Books", "2003-05")
    assert new.work[4].highlights == ("Ran the till.",)
    assert new.work[0].highlights[7] == "Keeps the lights on."
    assert new.basics.profiles[0].url == "code.example/marta"
    assert new.basics.location and new.basics.location.region == "Somerset"
    source = corrected_reading(READING, added).sources["/work/4/name"]
    assert source == Source(None, "Quayside Books", 1.0, corrected=True)
    assert "place" not in source.to_json()


def test_text_that_was_not_placed_is_placed_where_it_stands() -> None:
    placed = {"/interests/0/name": "Keeps bees in Wexcombe", "/unplaced/0": None}
    new = corrected_reading(READING, placed)
    assert new.sources["/interests/0/name"].place == HOBBY.place
    assert [one.text for one in new.unplaced] == ["Page 1 of 1"]


def test_an_entry_of_which_everything_is_taken_is_taken() -> None:
    out = dict.fromkeys(("/languages/1/language", "/languages/1/fluency"))
    assert len(corrected_reading(READING, out).profile.languages) == 1


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("/work/0/positions", "x"),
        ("/work/first/position", "x"),
        ("/work/00/position", "x"),
        ("/work/99999999999/position", "x"),
        ("/work/0/position/deeper", "x"),
        ("/work/0", "x"),
        ("/work", None),
        ("/basics", None),
        ("/work/9", None),
        ("/work/0/highlights/40", None),
        ("/unplaced/9", None),
        ("/unplaced/0", "x"),
        ("work/0/position", "x"),
        ("", "x"),
        ("/work/0/position", ["x"]),
        ("/work/0/position", True),
        ("/work/0/position", "  "),
        ("/work/0/position", "x" * 4001),
        ("/work/0/startDate", "2021-13"),
        ("/work/0/startDate", "2021-02-30"),
        ("/work/0/startDate", "soon"),
        ("/basics/email", "marta at ellingham"),
        ("/basics/url", "my page"),
        ("/basics/location/countryCode", "ZZ"),
    ],
)
def test_nonsense_is_a_fault_with_its_pointer(pointer: str, value: object) -> None:
    with pytest.raises(InputFault) as fault:
        corrected_reading(READING, {pointer: value})
    assert fault.value.where == (pointer or "/")
    assert fault.value.mend


@pytest.mark.parametrize(
    ("pointer", "value", "kept"),
    [
        ("/work/0/startDate", "March 2020", "2020-03"),
        ("/work/0/endDate", "2021", "2021"),
        ("/certificates/0/date", "2022-05-03", "2022-05-03"),
        ("/basics/location/countryCode", "ireland", "IE"),
        ("/basics/location/countryCode", "np", "NP"),
        ("/basics/name", "  Marta   Ellingham-Roe ", "Marta Ellingham-Roe"),
    ],
)
def test_values_are_kept_in_the_houses_form(pointer: str, value: str, kept: str) -> None:
    fact = facts_of(corrected_reading(READING, {pointer: value}).profile).at(pointer)
    assert fact and fact.text == kept


def test_a_corrected_contact_is_printed_as_the_person_writes_it() -> None:
    new = corrected_reading(READING, {"/basics/phone": "+44 7700 900418"})
    fact = facts_of(new.profile, sources=new.sources).at("/basics/phone")
    assert fact and (fact.text, fact.printed) == ("+44 7700 900418", "")


def test_a_printed_line_says_that_its_fact_is_from_you() -> None:
    from bonafide.tailoring import tailor

    new = corrected_reading(READING, {"/work/0/position": "Chief Engineer"})
    facts = facts_of(new.profile, sources=new.sources)
    today = date(2026, 11, 27)
    draft = tailor(ASKED, match(ASKED, facts, today), facts, today=today).draft
    told = sources_of(draft, facts, new)["facts"]
    assert told["/work/0/position"]["from"] == "you"
    assert told["/work/0/position"]["printed"] == "VP Engineering"
    assert told["/work/0/name"]["from"] == "cv"


def test_a_postings_values_are_corrected_and_terms_follow_the_text() -> None:
    count = len(ASKED.requirements)
    new = corrected_posting(
        ASKED,
        {
            "/title": "Chief Engineer",
            "/locations/0/city": "Brest",
            "/salary/min": "72,000",
            "/salary/currency": "eur",
            "/requirements/0/text": "At least 6 years with Kubernetes",
            "/requirements/1": None,
            "/requirements/2/kind": "nice",
            f"/requirements/{count}/text": "You speak Breton",
        },
    )
    assert (new.title, new.locations[0].city) == ("Chief Engineer", "Brest")
    assert new.salary and (new.salary.min, new.salary.currency) == (72000.0, "EUR")
    first, second, *_, last = new.requirements
    assert first.years == 6
    assert "Kubernetes" in " ".join(first.terms) or "kubernetes" in first.terms
    assert first.place == ASKED.requirements[0].place
    assert (second.text, second.kind) == (ASKED.requirements[2].text, RequirementKind.NICE)
    assert second.terms == ASKED.requirements[2].terms
    assert (last.text, last.kind) == ("You speak Breton", RequirementKind.MUST)
    assert len(new.requirements) == count


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("/description", "x"),
        ("/source/kind", "x"),
        ("/requirements/0/terms/0", "x"),
        ("/requirements/0/kind", "perhaps"),
        ("/requirements/0/text", None),
        ("/remote", "sometimes"),
        ("/employmentType", "FULL"),
        ("/salary/min", "much"),
        ("/salary/currency", "Euro"),
        ("/salary/unit", "WEEKEND"),
        ("/datePosted", "2026-11"),
        ("/locations/0/country", "Atlantis"),
    ],
)
def test_nonsense_in_a_posting_is_a_fault(pointer: str, value: object) -> None:
    with pytest.raises(InputFault) as fault:
        corrected_posting(ASKED, {pointer: value})
    assert fault.value.where == pointer


def test_a_new_requirement_needs_a_text() -> None:
    with pytest.raises(InputFault, match="needs a text") as fault:
        corrected_posting(ASKED, {"/requirements/99/kind": "must"})
    assert fault.value.where == "/requirements/99/text"


def test_a_whole_place_and_the_pay_can_be_taken_out() -> None:
    paid = corrected_posting(Posting(title="Baker"), {"/salary/min": 10})
    assert paid.salary
    assert corrected_posting(paid, {"/salary": None}).salary is None
    assert corrected_reading(READING, {"/basics/location": None}).profile.basics.location is None
    assert not [
        p for p in corrected_reading(READING, {"/basics/location": None}).sources if "basics/location" in p
    ]


def test_vanished_targets_change_nothing() -> None:
    kept: dict[str, Any] = {"/gone/work/7/position": "Chief Engineer"}
    assert corrected_reading(READING, kept) == READING
    assert isinstance(corrected_reading(READING, kept), CvReading)
