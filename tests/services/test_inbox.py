"""Pages that were sent wait, within bounds, until the person says what becomes of them."""

from __future__ import annotations

import io
from datetime import datetime, timedelta

import pytest

from bonafide.model.faults import InputFault
from bonafide.services import backup, inbox
from bonafide.services.preparing import Order
from bonafide.store.models import Application, Person, Sent
from rows import CV, PAGE

ADDRESS = "https://boards.example/jobs/7?from=mail#top"


def test_a_page_that_waits_becomes_the_posting_of_an_application_with_its_link(
    owner: Person, now: datetime
) -> None:
    inbox.take_in(owner, ADDRESS, "Chief Technology Officer", PAGE.content, now)
    (sent,) = inbox.waiting(owner)
    assert (sent.title, sent.size, Application.of(owner).count()) == (
        "Chief Technology Officer",
        len(PAGE.content),
        0,
    )
    inbox.confirm(owner, sent.pk, Order(upload=CV), now)
    card = Application.of(owner).get()
    assert card.link == ADDRESS
    assert card.posting and card.posting["source"]["url"] == ADDRESS
    assert inbox.count(owner) == 0


def test_a_page_still_waits_where_the_cv_is_missing(owner: Person, now: datetime) -> None:
    inbox.take_in(owner, ADDRESS, "CTO", PAGE.content, now)
    with pytest.raises(InputFault, match="no CV"):
        inbox.confirm(owner, inbox.waiting(owner)[0].pk, Order(), now)
    assert inbox.count(owner) == 1


def test_the_same_address_waits_once(owner: Person, now: datetime) -> None:
    inbox.take_in(owner, ADDRESS, "Old", b"<p>old", now)
    inbox.take_in(owner, ADDRESS, "New", b"<p>new", now)
    assert [sent.title for sent in inbox.waiting(owner)] == ["New"]


@pytest.mark.parametrize(
    ("address", "content"),
    [
        ("javascript:alert(1)", b"<p>x"),
        ("file:///etc/passwd", b"<p>x"),
        ("", b"<p>x"),
        ("https://" + "a" * 4000, b"<p>x"),
        (ADDRESS, b" \n"),
        (ADDRESS, b"x" * (inbox.MOST_BYTES + 1)),
    ],
)
def test_what_no_page_is_does_not_wait(owner: Person, now: datetime, address: str, content: bytes) -> None:
    with pytest.raises(InputFault):
        inbox.take_in(owner, address, "", content, now)
    assert inbox.count(owner) == 0


def test_no_more_than_ten_come_in_a_minute(owner: Person, now: datetime) -> None:
    for number in range(inbox.PACE):
        inbox.take_in(owner, f"{ADDRESS}&{number}", "", b"x", now)
    with pytest.raises(InputFault, match="within a minute"):
        inbox.take_in(owner, ADDRESS, "", b"x", now + timedelta(seconds=59))
    inbox.take_in(owner, ADDRESS, "", b"x", now + timedelta(seconds=60))
    assert inbox.count(owner) == inbox.PACE + 1


def test_no_more_than_twenty_wait(owner: Person, now: datetime) -> None:
    for number in range(inbox.MOST_WAITING):
        inbox.take_in(owner, f"{ADDRESS}&{number}", "", b"x", now + timedelta(minutes=number))
    with pytest.raises(InputFault, match="20 pages wait"):
        inbox.take_in(owner, ADDRESS, "", b"x", now + timedelta(hours=1))
    inbox.throw_away(owner, inbox.waiting(owner)[0].pk)
    inbox.take_in(owner, ADDRESS, "", b"x", now + timedelta(hours=1))


def test_a_key_is_long_stays_and_can_be_renewed(owner: Person, stranger: Person, now: datetime) -> None:
    key = inbox.token(owner, now)
    assert len(key) >= 40 and inbox.token(owner, now) == key
    assert inbox.opens(owner, key)
    assert not inbox.opens(owner, key[:-1]) and not inbox.opens(owner, "") and not inbox.opens(owner, "é")
    assert not inbox.opens(stranger, key) and not inbox.opens(stranger, "")
    inbox.renew(owner, now)
    assert not inbox.opens(owner, key) and inbox.opens(owner, inbox.token(owner, now))


def test_neither_the_key_nor_what_waits_is_exported(owner: Person, now: datetime) -> None:
    key = inbox.token(owner, now)
    inbox.take_in(owner, ADDRESS, "A secret page", b"<p>hidden words", now)
    archive = io.BytesIO()
    backup.write(owner, archive)
    for words in (key.encode(), b"boards.example", b"hidden words"):
        assert words not in archive.getvalue()


def test_what_waits_is_nobody_elses(owner: Person, stranger: Person, now: datetime) -> None:
    inbox.take_in(owner, ADDRESS, "", b"x", now)
    (sent,) = inbox.waiting(owner)
    assert inbox.waiting(stranger) == []
    inbox.throw_away(stranger, sent.pk)
    with pytest.raises(Sent.DoesNotExist):
        inbox.confirm(stranger, sent.pk, Order(upload=CV), now)
    assert inbox.count(owner) == 1
