"""Switches and the letter: what the person decides is previewed, printed, and still held against their facts."""

from __future__ import annotations

from datetime import datetime

import pytest

from bonafide.model.draft import ChangeKind
from bonafide.model.faults import InputFault
from bonafide.services import applications, editing, preparing
from bonafide.store.models import Application, Person
from bonafide.tailoring import Compared

FIRST = "/work/0/highlights/0"
MOVED = "/work/0/highlights/3"
FALSE = "At Corran Logistics Software I led 900 engineers."
TRUE = "I ran the coast path from Minehead to Poole in 2024."


def line(owner: Person, card: Application, pointer: str) -> Compared:
    """One line of the comparison as the page shows it."""
    page = editing.cv_page(owner, card.pk)[1]
    assert page
    return next(one for entry in page.preview.compared for one in entry.lines if one.pointer == pointer)


def test_a_line_is_switched_off_and_on_again(owner: Person, application: Application) -> None:
    assert line(owner, application, FIRST).printed
    editing.switch(owner, application.pk, FIRST, False)
    off = line(owner, application, FIRST)
    assert (off.kind, off.printed, off.decided) == (ChangeKind.LEFT_OUT, "", False)
    editing.switch(owner, application.pk, FIRST, None)
    assert line(owner, application, FIRST).decided is None
    assert line(owner, application, FIRST).printed


def test_a_look_is_previewed_and_awaits_its_print(owner: Person, application: Application) -> None:
    before = editing.cv_page(owner, application.pk)[1]
    editing.dress(owner, application.pk, {"template": "compact", "pages": 1})
    at, after = editing.cv_page(owner, application.pk)
    assert before and after and before.preview.cv != after.preview.cv
    assert len(after.pages) == 1
    assert at.unprinted
    editing.dress(owner, application.pk, {"template": "classic", "pages": 2})
    assert not applications.opened(owner, application.pk).unprinted


def test_a_moved_line_goes_back_to_its_place(owner: Person, application: Application) -> None:
    assert line(owner, application, MOVED).kind is ChangeKind.MOVED
    editing.switch(owner, application.pk, MOVED, True)
    kept = line(owner, application, MOVED)
    assert (kept.kind, kept.decided) == (ChangeKind.KEPT, True)


def test_the_preview_is_a_picture_of_the_page(owner: Person, application: Application) -> None:
    page = editing.cv_page(owner, application.pk)[1]
    assert page
    picture = editing.cv_picture(owner, application.pk, 1)
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20]) == editing.WIDTH
    with pytest.raises(InputFault):
        editing.cv_picture(owner, application.pk, page.pages[-1] + 1)


def test_a_false_sentence_is_refused_with_the_nearest_fact(owner: Person, application: Application) -> None:
    page = editing.letter_page(owner, application.pk, [FALSE])[1]
    assert page
    sentence = page.judged[0][0]
    assert sentence.verdict == "unsupported"
    refused = next(claim for claim in sentence.claims if claim.verdict == "unsupported")
    assert refused.fact
    assert "71 engineers" in refused.fact.quote


def test_a_letter_with_a_false_sentence_is_not_printed(
    owner: Person, application: Application, now: datetime
) -> None:
    editing.write(owner, application.pk, [FALSE])
    run = applications.again(owner, application.pk, now)
    at = preparing.progress(owner, run.pk, now)
    assert not at.done
    assert at.fault
    assert "900" in at.fault["what"]


def test_the_persons_own_letter_is_printed(owner: Person, application: Application, now: datetime) -> None:
    own = "At Corran Logistics Software I lead 71 engineers. Your sensors made me curious."
    editing.write(owner, application.pk, [own])
    run = applications.again(owner, application.pk, now)
    assert preparing.progress(owner, run.pk, now).done
    letter = applications.paper(owner, application.pk, 2, "letter.md")[1].decode()
    assert "Your sensors made me curious." in letter
    editing.write(owner, application.pk, [])
    page = editing.letter_page(owner, application.pk)[1]
    assert page
    assert not page.own


def test_a_style_is_printed_and_stands_in_the_record(
    owner: Person, application: Application, now: datetime
) -> None:
    before = editing.letter_page(owner, application.pk)[1]
    assert before
    editing.restyle(owner, application.pk, {"tone": "formal", "length": "short"}, before.paragraphs)
    after = editing.letter_page(owner, application.pk)[1]
    assert after
    assert not after.own
    assert sum(map(len, after.paragraphs)) < sum(map(len, before.paragraphs))
    assert preparing.progress(owner, applications.again(owner, application.pk, now).pk, now).done
    record = applications.opened(owner, application.pk).version.record
    assert (record["options"]["tone"], record["options"]["length"]) == ("formal", "short")
    assert "Yours faithfully" in applications.paper(owner, application.pk, 2, "letter.md")[1].decode()


def test_what_a_person_vouches_for_becomes_their_fact(owner: Person, application: Application) -> None:
    before = editing.letter_page(owner, application.pk, [TRUE])[1]
    assert before
    assert before.judged[0][0].verdict == "unsupported"
    editing.add_fact(owner, application.pk, TRUE)
    editing.add_fact(owner, application.pk, TRUE)
    after = editing.letter_page(owner, application.pk, [TRUE])[1]
    assert after
    assert after.judged[0][0].verdict == "supported"
    application.refresh_from_db()
    assert list(application.answers) == ["fact-1"]
    with pytest.raises(InputFault):
        editing.add_fact(owner, application.pk, "  ")
