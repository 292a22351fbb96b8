"""The gate: what copies a fact passes, what changes it does not, and nobody else can make a Grounded."""

from __future__ import annotations

import copy
import dataclasses

import pytest

from bonafide.grounding import Grounded, Place, Refused, check_line, ground
from bonafide.model.claim import Check, Support
from bonafide.model.draft import CvDraft, CvEntry, CvSection, Draft, LetterDraft, Line, SectionKind
from bonafide.model.posting import Posting
from grounding.people import TODAY, harbour

POSTING = Posting(
    title="Terminal Director", company="Quayside Nord", description="You run our container terminal."
)


def draft(*details: Line, letter: tuple[Line, ...] = (), dates: str = "May 2018 – present") -> Draft:
    entry = CvEntry(
        pointer="/work/0",
        title=Line("Head of Port Operations", ("/work/0/position",)),
        organisation=Line("Sundholm Harbour Authority", ("/work/0/name",)),
        place=Line("Kalmar", ("/work/0/location",)),
        dates=Line(dates, ("/work/0/startDate",)),
        details=details,
    )
    cv = CvDraft(
        name=Line("Ilse Vanterpool", ("/basics/name",)),
        contacts=(
            Line("ilse@vanterpool.example", ("/basics/email",)),
            Line("+46 70 123 456", ("/basics/phone",)),
        ),
        sections=(CvSection(SectionKind.WORK, (entry,)),),
    )
    return Draft(
        cv=cv,
        letter=LetterDraft(
            sender=(Line("Ilse Vanterpool", ("/basics/name",)), Line("Kalmar, SE")),
            date="2026-03-15",
            recipient=(Line("Quayside Nord"),),
            subject=Line("Application: Terminal Director"),
            salutation=Line("Dear hiring team,"),
            paragraphs=(letter,),
            close=Line("Kind regards"),
            signature=Line("Ilse Vanterpool", ("/basics/name",)),
        ),
    )


def outcome(
    *details: Line, letter: tuple[Line, ...] = (), dates: str = "May 2018 – present"
) -> Grounded | Refused:
    return ground(draft(*details, letter=letter, dates=dates), harbour(), POSTING, TODAY)


HIGHLIGHT = "/work/0/highlights/"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Run three terminals with 140 staff and a budget of EUR 18m.", "0"),
        ("Run three terminals with 140 staff", "0"),
        ("Cut average ship turnaround from 31 hours to 19 hours", "1"),
        ("Lost-time injuries fell by 38 %", "3"),
    ],
)
def test_copied_lines_pass(text: str, fact: str) -> None:
    assert isinstance(outcome(Line(text, (HIGHLIGHT + fact,))), Grounded)


@pytest.mark.parametrize(
    ("text", "fact", "what"),
    [
        ("Run three terminals with 240 staff", "0", "a changed figure"),
        ("Cut average ship turnaround from 31 hours", "1", "half a change"),
        ("the national pilotage reform", "2", "a part in it cut away"),
        ("Introduced shore power at one of five quays", "4", "help cut away"),
        ("Led the national pilotage reform", "2", "leading for contributing"),
        ("Planned the crews of 14 vessels.", "/work/1/highlights/1", "another job's deed"),
        ("Run three terminals", "9", "a fact that does not exist"),
    ],
)
def test_changed_lines_are_refused(text: str, fact: str, what: str) -> None:
    pointer = fact if fact.startswith("/") else HIGHLIGHT + fact
    result = outcome(Line(text, (pointer,)))
    assert isinstance(result, Refused), what
    assert [item.line.text for item in result.lines] == [text]
    assert result.lines[0].entry == "/work/0"
    assert all(claim.why for claim in result.lines[0].checked.claims if claim.verdict is Support.UNSUPPORTED)


@pytest.mark.parametrize("dates", ["2017 – present", "May 2018 – June 2024", "2018 – 2020", "seven years"])
def test_wrong_dates_are_refused(dates: str) -> None:
    assert isinstance(outcome(dates=dates), Refused)


@pytest.mark.parametrize("dates", ["2018 – present", "05/2018 – today", "May 2018 – present"])
def test_printed_dates_pass(dates: str) -> None:
    assert isinstance(outcome(dates=dates), Grounded)


def test_letter_sentences_go_through_the_check() -> None:
    good = Line("At Sundholm I brought ship turnaround down from 31 to 19 hours.", (HIGHLIGHT + "1",))
    bad = Line("At Sundholm I brought ship turnaround down from 31 to 9 hours.", (HIGHLIGHT + "1",))
    assert isinstance(outcome(letter=(good,)), Grounded)
    assert isinstance(outcome(letter=(good, bad)), Refused)


def test_contacts_and_name_must_be_the_persons_own() -> None:
    facts = harbour()
    for text in ("mail@elsewhere.example", "+46 70 999 999", "Ilse Vanterpool, PhD"):
        assert (
            check_line(Line(text), facts, POSTING, TODAY, place=Place.CONTACT).verdict is Support.UNSUPPORTED
        )
    assert check_line(Line("Ilse V."), facts, POSTING, TODAY, place=Place.NAME).verdict is Support.UNSUPPORTED


def test_the_subject_may_name_the_posting_but_no_foreign_employer() -> None:
    facts = harbour()
    fine = check_line(Line("Application: Terminal Director"), facts, POSTING, TODAY, place=Place.SUBJECT)
    foul = check_line(Line("Formerly at Maerskby Lines"), facts, POSTING, TODAY, place=Place.SUBJECT)
    assert fine.verdict is not Support.UNSUPPORTED
    assert foul.verdict is Support.UNSUPPORTED


def test_nobody_else_makes_a_grounded() -> None:
    made = outcome()
    assert isinstance(made, Grounded)
    with pytest.raises(TypeError):
        Grounded(made.draft, Check(()), Check(()))
    with pytest.raises(TypeError):
        Grounded(made.draft, Check(()), Check(()), key=object())
    with pytest.raises((TypeError, ValueError)):
        dataclasses.replace(made, draft=draft(Line("Won the Nobel Prize")))
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.draft = draft(Line("Won the Nobel Prize"))  # type: ignore[misc]
    assert copy.copy(made).draft == made.draft
