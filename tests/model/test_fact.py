"""Facts are the leaves of a profile, each at its own pointer."""

from __future__ import annotations

import samples
from bonafide.model.fact import facts_of


def test_every_leaf_is_a_fact_at_its_pointer() -> None:
    facts = samples.facts()
    line = facts.at("/work/0/highlights/2")
    assert line is not None
    assert (line.section, line.name, line.entry) == ("work", "highlights", "/work/0")
    assert facts.at("/basics/location/city").text == "Dublin"  # type: ignore[union-attr]
    assert facts.at("/work/9/name") is None


def test_the_pointers_are_those_of_the_json() -> None:
    plain = samples.profile().to_json()
    for fact in samples.facts():
        value = plain
        for part in fact.pointer.split("/")[1:]:
            value = value[int(part)] if isinstance(value, list) else value[part]
        assert str(value) == fact.text


def test_answers_are_facts_from_the_person_and_blanks_are_not() -> None:
    facts = facts_of(samples.profile(), {"why": " I know these archives. ", "to": "  "})
    assert facts.at("/you/why").text == "I know these archives."  # type: ignore[union-attr]
    assert facts.at("/you/to") is None


def test_an_entry_has_its_own_facts_only() -> None:
    names = {fact.name for fact in samples.facts().of("/work/1")}
    assert names == {"name", "position", "startDate", "endDate", "highlights"}
