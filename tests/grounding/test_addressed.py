"""A letter's own head tells who is addressed, with or without the posting at hand."""

from __future__ import annotations

from bonafide.grounding import check
from bonafide.grounding.addressed import address_of
from bonafide.model.claim import Support
from grounding.people import TODAY, harbour

LETTER = (
    "Ilse Vanterpool",
    "22 November 2025",
    "Corrigan Marine Works",
    "Application: Terminal Director",
    "Dear Corrigan Marine Works team,",
    "I would like to be your Terminal Director, for “our nine ageing cranes”.",
    "Corrigan has built docks for longer than I have lived.",
    "The post is also to lead the 64 people in engineering.",
    "I also liked “eleven harbours and two rivers” in your posting.",
    "At Sundholm I answer for three terminals and about 140 people.",
    "Yours sincerely,",
    "Ilse Vanterpool",
)


def test_a_letter_passes_whole_without_the_posting() -> None:
    refused = check(LETTER, harbour(), None, TODAY).refused
    assert [(item.text, [claim.why for claim in item.claims]) for item in refused] == []


def test_only_what_stands_between_the_sender_and_the_greeting_is_the_address() -> None:
    address = address_of(LETTER, harbour())
    assert address.lines == {2, 3}
    assert {"Corrigan Marine Works", "Terminal Director"} <= set(address.names)
    assert address_of(LETTER[5:9], harbour()).lines == frozenset()


def test_having_worked_for_the_addressee_is_still_a_claim() -> None:
    text = (*LETTER[:5], "I worked for Corrigan Marine Works from 2009 to 2011.")
    assert check(text, harbour(), None, TODAY).sentences[-1].verdict is Support.UNSUPPORTED


def test_a_title_above_the_sender_is_no_address() -> None:
    text = ("Chief Executive Officer, Quillon Dynamics", *LETTER[:6])
    assert check(text, harbour(), None, TODAY).sentences[0].verdict is Support.UNSUPPORTED
