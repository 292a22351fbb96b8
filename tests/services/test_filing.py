"""What the command line prepared is found on the board: one card for a posting, a version for each time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from bonafide.connectors.sources import page_of
from bonafide.services import filing
from bonafide.store.models import Application, Cv, Event, Paper, Person, Version
from bonafide.workflows.prepare import prepare
from bonafide.workflows.state import Ports, Preparation, Request
from samples import Direct

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
LINK = "https://jobs.tidewell.example/?id=7"


@pytest.fixture(scope="module")
def state() -> Preparation:
    """The sample, prepared as the command line does."""
    request = Request(
        link="kept/posting.html",
        cv_name="cv.pdf",
        cv=(SAMPLE / "cv.pdf").read_bytes(),
        today=date(2026, 11, 20),
        answers={"why": "The sea."},
    )
    page = replace(page_of((SAMPLE / "posting.html").read_bytes()), url=None)
    return prepare(request, Ports(lambda link: (page,), Direct(), Direct()), lambda step: None)


def at_link(state: Preparation, link: str) -> Preparation:
    """The same preparation, of a link."""
    return replace(state, request=replace(state.request, link=link))


def test_a_file_becomes_a_card_with_its_papers(owner: Person, now: datetime, state: Preparation) -> None:
    card = filing.filed(owner, state, now)
    kept = Application.of(owner).get()
    assert kept == card
    assert (kept.link, kept.company, kept.fit) == ("posting.html", "Tidewell Instruments", 5)
    assert kept.answers == {"why": "The sea."}
    assert kept.posting is not None
    assert Paper.of(owner).filter(name="cv.pdf").count() == 1
    assert list(Event.of(owner).values_list("kind", flat=True)) == ["added", "prepared"]


def test_the_same_again_is_the_same_card_and_a_new_version(
    owner: Person, now: datetime, state: Preparation
) -> None:
    first = filing.filed(owner, state, now)
    again = filing.filed(owner, state, now)
    assert first.pk == again.pk
    assert sorted(Version.of(owner).values_list("number", flat=True)) == [1, 2]
    assert Cv.of(owner).count() == 1


def test_a_link_is_the_same_by_its_address(owner: Person, now: datetime, state: Preparation) -> None:
    first = filing.filed(owner, at_link(state, LINK), now)
    assert filing.filed(owner, at_link(state, LINK + "#apply"), now) == first
    assert filing.filed(owner, at_link(state, "https://jobs.tidewell.example/?id=8"), now) != first


def test_standard_input_has_no_address_but_its_content(
    owner: Person, now: datetime, state: Preparation
) -> None:
    first = filing.filed(owner, at_link(state, "-"), now)
    assert Application.of(owner).get().link == ""
    assert filing.filed(owner, at_link(state, "-"), now) == first


def test_what_was_written_in_the_browser_stays_but_is_not_in_these_papers(
    owner: Person, now: datetime, state: Preparation
) -> None:
    card = filing.filed(owner, state, now)
    Application.of(owner).filter(pk=card.pk).update(edits={"switches": {"/work/0": False}})
    filing.filed(owner, state, now)
    assert Application.of(owner).get().edits == {"switches": {"/work/0": False}}
    assert Version.of(owner).get(number=2).edits == {}


def test_nobody_else_sees_it(owner: Person, stranger: Person, now: datetime, state: Preparation) -> None:
    filing.filed(owner, state, now)
    assert not Application.of(stranger).exists()
    filing.filed(stranger, state, now)
    assert Version.of(stranger).get().number == 1
