"""Sentences about invented people: what follows from their facts, what does not, and what claims nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide.grounding import check
from bonafide.model.claim import CheckedSentence, ClaimKind, Support
from bonafide.model.fact import Facts
from bonafide.model.posting import Posting
from grounding.people import TODAY, harbour, nurse

POSTING = Posting(
    title="Terminal Director",
    company="Quayside Nord",
    description="Quayside Nord runs two container terminals in Gävle. You know a migration to Opcyon, hold an "
    "IMDG licence and speak German. We have 300 people and 40 cranes.",
)

HARBOUR_TRUE = (
    "As head of port operations at Sundholm I answer for three terminals and about 140 people.",
    "My budget there is EUR 18 million.",
    "Ships used to lie in port for 31 hours; after we replanned the berths they leave after 19.",
    "That is a cut of almost 40 %.",
    "Injuries with lost time went down by more than a third in three years.",
    "Before that I planned crews for fourteen vessels at Brevik Ferries.",
    "The optimiser I wrote there on my own, in Python, still saves some 1,200 crew hours every year.",
    "I spent between five and six years with Brevik.",
    "I have worked for Sundholm for nearly eight years.",
    "More than thirteen years in shipping have taught me patience.",
    "From September 2012 to April 2018 I was fleet planner in Oslo.",
    "I hold an MSc in industrial engineering and the PRINCE2 Practitioner certificate.",
    "Swedish is my mother tongue, and I work in English every day.",
    "I contributed to the reform of national pilotage as one of six representatives of the ports.",
    "I trained four younger planners.",
    "One of our five quays now has shore power.",
    "With union representatives I am used to negotiating shift plans.",
    "Turnaround time improved by twelve hours.",
    "Power BI and Navis are my daily tools.",
    "Head of Port Operations, Sundholm Harbour Authority, since May 2018",
    "Cut ship turnaround by 12 hours through new berth plans in Navis",
    "Fleet Planner, Brevik Ferries, 2012–2018: crews of 14 vessels",
    "Head of port operations of a Swedish harbour authority since May 2018",
    "Swedish as mother tongue",
    "The EUR 18 million that I answer for are more than the ten million in your posting.",
    "I like sums that come out, which is why our lost-time injuries are counted every week.",
    "Injuries: down by 38 %, 2019-2022",
    "Ship turnaround came down from thirty-one hours to nineteen.",
    "I speak no Baltic language.",
)
HARBOUR_FALSE = (
    ("German at C1", ClaimKind.STATEMENT),
    ("I led the national pilotage reform.", ClaimKind.AUTHORSHIP),
    ("At Sundholm I run five terminals.", ClaimKind.FIGURE),
    ("My team counts 240 people.", ClaimKind.FIGURE),
    ("At Brevik Ferries I cut ship turnaround from 31 to 19 hours.", ClaimKind.FIGURE),
    ("I built the timetable optimiser in Java.", ClaimKind.TOOL),
    ("As Chief Operating Officer of Sundholm I answer for three terminals.", ClaimKind.TITLE),
    ("I joined Sundholm in 2014.", ClaimKind.DATE),
    ("I worked at Brevik for nine years.", ClaimKind.DURATION),
    ("All five quays now have shore power, which I introduced.", ClaimKind.SCOPE),
    ("The shore power is what brought injuries down by 38 %.", ClaimKind.CAUSE),
    ("Thanks to the new optimiser the ships leave after 19 hours.", ClaimKind.CAUSE),
    ("I migrated our terminal to Opcyon last year.", ClaimKind.TOOL),
    ("I hold an IMDG licence.", ClaimKind.CREDENTIAL),
    ("I am a PMP and a PRINCE2 Practitioner.", ClaimKind.TOOL),
    ("I spent two years at Hamburger Hafenlogistik before Brevik.", ClaimKind.EMPLOYER),
    ("I won the Baltic Ports Award in 2021.", ClaimKind.CREDENTIAL),
    ("Lost-time injuries fell by 58 %.", ClaimKind.FIGURE),
    ("The optimiser saved 12,000 crew hours a year.", ClaimKind.FIGURE),
    ("I hold a PhD in logistics.", ClaimKind.CREDENTIAL),
    ("I trained fourteen junior planners.", ClaimKind.FIGURE),
    ("I speak fluent German.", ClaimKind.TOOL),
    ("Single-handedly I brought shore power to the port.", ClaimKind.AUTHORSHIP),
    ("I have led port operations for fifteen years.", ClaimKind.DURATION),
    ("I am responsible for safety across the company.", ClaimKind.SCOPE),
    ("Vice President of Operations, Sundholm Harbour Authority, since May 2018", ClaimKind.TITLE),
    ("Head of Port Operations, Sundholm Harbour Authority, since March 2015", ClaimKind.DATE),
    ("Ran the port of Rotterdam's pilot boats", ClaimKind.EMPLOYER),
    ("Designed the interior of passenger cabins", ClaimKind.STATEMENT),
)
NO_CLAIM = (
    "Dear Ms Halvorsen,",
    "I would gladly move to Gävle.",
    "Your forty cranes are a fine problem to have.",
    "German I do not speak yet.",
    "Opcyon would be new to me.",
    "I have no experience with IMDG cargo, and would rather say so now.",
    "Could we speak next week?",
    "Please find my CV enclosed.",
    "Kind regards",
)
NURSE_TRUE = (
    "I have led a cardiology ward of 32 beds and 26 nurses since early 2019.",
    "Falls with harm fell from eleven a year to three once we made hourly rounds.",
    "At Santa Brígida I supported the JCI reaccreditation in 2021.",
    "Before, at Valle Norte, I was a staff nurse for a little over five years.",
    "There I looked after nine student nurses as their preceptor.",
    "My English is at B2.",
    "I have a bachelor's degree in nursing.",
    "I have been a nurse for more than twelve years.",
)
NURSE_FALSE = (
    "I have led a cardiology ward of 52 beds.",
    "I led the JCI reaccreditation in 2021.",
    "I am Director of Nursing at Santa Brígida.",
    "At Valle Norte I managed 26 nurses.",
    "I hold a master's degree in nursing.",
    "I introduced Cerner at Santa Brígida.",
    "Falls with harm went from 11 to 1 a year.",
    "I have been ward manager for eleven years.",
    "The JCI reaccreditation is what brought the falls down.",
    "I was charge nurse at Hospital del Mar Alto from 2010 to 2013.",
    "My English is at C2.",
    "I am responsible for every ward of the hospital.",
    "I worked in oncology at the Instituto Ribera.",
)


def judged(sentence: str, facts: Facts, before: str = "") -> CheckedSentence:
    sentences = [before, sentence] if before else [sentence]
    return check(sentences, facts, POSTING, TODAY).sentences[-1]


def reasons(checked: CheckedSentence) -> list[tuple[str, str, str]]:
    return [(claim.kind, claim.text, claim.why) for claim in checked.claims]


@pytest.mark.parametrize("sentence", HARBOUR_TRUE)
def test_what_follows_from_the_facts_is_not_refused(sentence: str) -> None:
    before = "Before that I planned crews at Brevik Ferries." if "there on my own" in sentence else ""
    checked = judged(sentence, harbour(), before)
    assert checked.verdict is not Support.UNSUPPORTED, reasons(checked)


@pytest.mark.parametrize(("sentence", "kind"), HARBOUR_FALSE)
def test_what_does_not_follow_is_refused_for_the_right_reason(sentence: str, kind: ClaimKind) -> None:
    checked = judged(sentence, harbour())
    false = [claim for claim in checked.claims if claim.verdict is Support.UNSUPPORTED]
    assert kind in [claim.kind for claim in false], reasons(checked)
    assert all(claim.why for claim in false)


@pytest.mark.parametrize("sentence", NO_CLAIM)
def test_greetings_wishes_gaps_and_the_reader_claim_nothing(sentence: str) -> None:
    assert judged(sentence, harbour()).verdict is Support.NO_CLAIM


@pytest.mark.parametrize("sentence", NURSE_TRUE)
def test_another_profession_true(sentence: str) -> None:
    before = "I began as a staff nurse at Valle Norte." if sentence.startswith("There") else ""
    checked = judged(sentence, nurse(), before)
    assert checked.verdict is not Support.UNSUPPORTED, reasons(checked)


@pytest.mark.parametrize("sentence", NURSE_FALSE)
def test_another_profession_false(sentence: str) -> None:
    checked = judged(sentence, nurse())
    assert checked.verdict is Support.UNSUPPORTED, reasons(checked)


def test_in_a_half_true_sentence_the_false_half_is_marked() -> None:
    checked = judged("At Sundholm I run three terminals with 240 staff.", harbour())
    assert {claim.text: str(claim.verdict) for claim in checked.claims if claim.kind is ClaimKind.FIGURE} == {
        "three": "supported",
        "240 staff": "unsupported",
    }


def test_a_refusal_names_the_nearest_fact_and_what_differs() -> None:
    checked = judged("I cut ship turnaround from 31 hours to 9 hours.", harbour())
    (claim,) = [claim for claim in checked.claims if claim.verdict is Support.UNSUPPORTED]
    assert claim.fact is not None
    assert claim.fact.pointer == "/work/0/highlights/1"
    assert "19 hours" in claim.why


def test_a_figure_of_another_order_is_refused_with_the_figure_of_the_same_things() -> None:
    checked = judged("At Sundholm I lead 2,100 people.", harbour())
    (claim,) = [claim for claim in checked.claims if claim.verdict is Support.UNSUPPORTED]
    assert claim.why == "the nearest fact says 140 staff"
    assert claim.fact


@pytest.mark.parametrize("people", [(harbour, nurse), (nurse, harbour)])
def test_everyones_lines_pass_their_own_facts_and_no_one_elses(people: tuple[object, object]) -> None:
    mine, theirs = (make() for make in people)  # type: ignore[operator]
    lines = [fact.text for fact in mine if fact.name == "highlights"]
    assert check(lines, mine, None, TODAY).refused == ()
    assert len(check(lines, theirs, None, TODAY).refused) == len(lines)


def test_a_person_without_facts_backs_nothing() -> None:
    empty = type(harbour())(type(harbour().profile)(), ())
    assert judged("I run three terminals with 140 staff.", empty).verdict is Support.UNSUPPORTED
    assert judged("Kind regards", empty).verdict is Support.NO_CLAIM


@settings(max_examples=60)
@given(st.text(alphabet="aeIrt ABC.,;:-–0123456789%€\n'\"?ßİ", max_size=90))
def test_any_text_is_judged_and_judged_alike_twice(text: str) -> None:
    facts = harbour()
    assert check([text], facts, POSTING, TODAY) == check([text], facts, POSTING, TODAY)


def test_a_sentence_is_judged_by_itself() -> None:
    facts = harbour()
    false, true = "My team counts 240 people.", "I trained four younger planners."
    assert judged(true, facts, false).verdict is judged(true, facts).verdict
    assert judged(false, facts, true).verdict is judged(false, facts).verdict


@pytest.mark.parametrize(
    "text", ["1 " * 4000, "I led " * 2000, "A" * 9000, "As Head of " * 900, "half " * 3000]
)
def test_a_monstrous_sentence_ends_soon_and_backs_nothing(text: str) -> None:
    assert judged(text, harbour()).verdict is Support.UNSUPPORTED
