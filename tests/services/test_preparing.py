"""From an order to a version with papers; a stop says why and goes on from there; nobody sees another's rows."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bonafide.model.faults import InputFault
from bonafide.services import preparing
from bonafide.services.preparing import File, Order
from bonafide.store.models import Application, Cv, Event, Paper, Person, Run, RunState, Version
from rows import CV, PAGE


def test_an_order_becomes_a_version_with_all_its_papers(owner: Person, now: datetime) -> None:
    run = preparing.order(owner, Order(page=PAGE, upload=CV), now)
    at = preparing.progress(owner, run.pk, now)
    assert at.done, at.fault
    version = Version.of(owner).get()
    names = set(Paper.of(owner).filter(version=version).values_list("name", flat=True))
    assert {"cv.pdf", "letter.docx", "interview.md", "match.json", "sources.json", "posting.html"} <= names
    application = Application.of(owner).get()
    assert application.company == "Tidewell Instruments"
    assert application.fit == 5
    assert list(Event.of(owner).values_list("kind", flat=True)) == ["added", "prepared"]


def test_the_same_cv_is_kept_once_and_read_once(owner: Person, now: datetime) -> None:
    preparing.order(owner, Order(page=PAGE, upload=CV), now)
    preparing.order(owner, Order(page=PAGE, upload=CV), now)
    assert Cv.of(owner).count() == 1
    assert Cv.of(owner).get().reading["profile"]["basics"]["name"] == "Marta Ellingham"


def test_the_same_link_again_is_the_same_card_and_a_new_version(owner: Person, now: datetime) -> None:
    link = "https://jobs.tidewell.example/?id=7"
    preparing.order(owner, Order(page=PAGE, link=link, upload=CV), now)
    preparing.order(
        owner, Order(page=PAGE, link=link + "#apply", upload=CV, answers={"why": "The sea."}), now
    )
    assert Application.of(owner).get().answers == {"why": "The sea."}
    assert Version.of(owner).count() == 2


def test_a_stop_says_why_keeps_the_card_and_goes_on(owner: Person, now: datetime) -> None:
    run = preparing.order(owner, Order(text="Lunch is at noon.", upload=CV), now)
    at = preparing.progress(owner, run.pk, now)
    assert at.state is RunState.STOPPED
    assert at.at_posting
    assert at.fault
    again = preparing.mend(owner, run.pk, Order(page=PAGE), now)
    assert preparing.progress(owner, again.pk, now).done
    assert Application.of(owner).count() == 1


def test_a_bad_cv_stops_at_the_cv_and_the_posting_is_not_read_again(owner: Person, now: datetime) -> None:
    scan = File(name="scan.pdf", content=b"%PDF-1.4\nnot really")
    run = preparing.order(owner, Order(page=PAGE, upload=scan), now)
    assert preparing.progress(owner, run.pk, now).at_cv
    assert Application.of(owner).get().posting is not None
    again = preparing.mend(owner, run.pk, Order(upload=CV), now)
    assert preparing.progress(owner, again.pk, now).done


@pytest.mark.parametrize(
    "wanted",
    [
        Order(upload=CV),
        Order(link="ftp://tidewell.example/job", upload=CV),
        Order(page=PAGE),
        Order(link="x", upload=CV),
    ],
)
def test_what_is_missing_is_said_before_anything_is_kept(owner: Person, now: datetime, wanted: Order) -> None:
    with pytest.raises(InputFault):
        preparing.order(owner, wanted, now)
    assert not Application.of(owner).exists()


def test_a_run_whose_process_ended_is_said_to_be_cut_off(owner: Person, now: datetime) -> None:
    application = Application.of(owner).create(owner=owner, created=now, changed=now)
    run = Run.of(owner).create(owner=owner, application=application, began=now, beaten=now, step="match")
    assert preparing.progress(owner, run.pk, now + timedelta(seconds=30)).running
    late = preparing.progress(owner, run.pk, now + timedelta(minutes=5))
    assert late.state is RunState.STOPPED


def test_a_strangers_run_is_not_there(owner: Person, stranger: Person, now: datetime) -> None:
    run = preparing.order(owner, Order(page=PAGE, upload=CV), now)
    with pytest.raises(Run.DoesNotExist):
        preparing.progress(stranger, run.pk, now)
