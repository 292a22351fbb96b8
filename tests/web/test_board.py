"""The board without JavaScript: forms and links that do everything, the same few queries, and calm answers to faults."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from uuid import UUID, uuid4

import pytest
from django.test import Client

from bonafide.services import acts, board
from bonafide.store.models import Application, Event, Person, Version

pytestmark = pytest.mark.django_db
Counted = Callable[[int], AbstractContextManager[object]]


@pytest.fixture
def browser() -> Client:
    """A client at this machine."""
    return Client(headers={"Host": "localhost"})


def saved(owner: Person) -> UUID:
    """The one card's id."""
    return Application.of(owner).get().pk


def test_an_empty_board_teaches(browser: Client, owner: Person) -> None:
    page = browser.get("/board")
    assert page.status_code == 200
    assert b"follows an application to its end" in page.content


@pytest.mark.parametrize("count", [1, 60])
def test_the_same_queries_whatever_the_count(
    browser: Client, owner: Person, now: object, count: int, django_assert_num_queries: Counted
) -> None:
    cards = [Application(owner=owner, title=f"Post {n}", created=now, changed=now) for n in range(count)]
    Application.of(owner).bulk_create(cards)
    Version.of(owner).bulk_create(
        [Version(owner=owner, application=card, number=1, made=now, record={}, state={}) for card in cards]
    )
    acts.note(owner, cards[0].pk, "Rang", now)  # type: ignore[arg-type]
    with django_assert_num_queries(5):
        assert b"Post 0" in browser.get("/board").content


def test_a_card_is_added_moved_noted_dated_archived_restored_and_undone_by_forms(
    browser: Client, owner: Person
) -> None:
    browser.post("/board/add", {"title": "CTO", "company": "Tidewell", "lane": "saved"})
    card = saved(owner)
    at = f"/board/cards/{card}"
    assert b"Tidewell" in browser.get(at).content
    for act, form in (
        ("move", {"lane": "applied", "on": "2026-03-03"}),
        ("applied", {"on": "2026-03-02"}),
        ("notes", {"notes": "Ask for Priya"}),
        ("archive", {}),
        ("restore", {}),
    ):
        assert browser.post(f"{at}/{act}", form).status_code == 302
    row = board.card(owner, card)
    assert (row.lane, str(row.applied_on), row.notes, row.archived) == (
        "applied",
        "2026-03-02",
        "Ask for Priya",
        False,
    )
    answer = browser.post("/board/undo", follow=True)
    assert b"Undone: Taken from the archive" in answer.content
    assert board.card(owner, card).archived


def test_a_link_that_is_there_already_is_said_and_shown(browser: Client, owner: Person) -> None:
    form = {"link": "https://jobs.tidewell.example/?id=7", "lane": "saved"}
    browser.post("/board/add", form)
    again = browser.post("/board/add", {**form, "link": form["link"] + "&utm_source=x"})
    assert again.status_code == 400
    assert b"You already have this one" in again.content
    assert f"/board/cards/{saved(owner)}".encode() in again.content


@pytest.mark.parametrize(
    "form",
    [
        {"lane": "saved"},
        {"title": "x", "lane": "limbo"},
        {"title": "x", "lane": "saved", "on": "soon"},
        {"link": "x", "lane": "saved"},
    ],
)
def test_what_makes_no_card_comes_back_with_the_reason(
    browser: Client, owner: Person, form: dict[str, str]
) -> None:
    answer = browser.post("/board/add", form)
    assert answer.status_code == 400
    assert b'class="error"' in answer.content or b"notice bad" in answer.content
    assert not Application.of(owner).exists()


def test_what_a_person_wrote_is_escaped(browser: Client, owner: Person) -> None:
    browser.post("/board/add", {"title": "<script>x</script>", "company": '"><b>', "lane": "saved"})
    page = browser.get("/board").content
    assert b"<script>x" not in page
    assert b'"><b>' not in page


@pytest.mark.parametrize(
    ("act", "form"),
    [
        ("move", {"lane": "limbo"}),
        ("move", {"lane": "applied", "on": "soon"}),
        ("applied", {"on": "9999-01-01"}),
        ("place", {"lane": "saved", "behind": "x"}),
        ("notes", {"notes": "x" * 20_001}),
    ],
)
def test_a_faulty_act_is_answered_with_a_sentence(
    browser: Client, owner: Person, act: str, form: dict[str, str]
) -> None:
    browser.post("/board/add", {"title": "CTO", "lane": "saved"})
    answer = browser.post(f"/board/cards/{saved(owner)}/{act}", form)
    assert answer.status_code == 400
    assert b"notice bad" in answer.content
    assert Event.of(owner).count() == 1


def test_a_card_of_nobodys_is_not_there(browser: Client, stranger: Person, now: object) -> None:
    card = acts.add(stranger, now, title="CTO").pk  # type: ignore[arg-type]
    for path in (f"/board/cards/{card}", f"/applications/{card}/history", f"/board/cards/{uuid4()}"):
        assert browser.get(path).status_code == 404
    for act in ("move", "place", "notes", "applied", "archive", "restore"):
        assert browser.post(f"/board/cards/{card}/{act}", {"lane": "offer"}).status_code == 404


def test_the_history_is_a_page_and_a_part_and_its_days_are_set(browser: Client, owner: Person) -> None:
    browser.post("/board/add", {"title": "CTO", "lane": "saved"})
    at = f"/applications/{saved(owner)}/history"
    day = f"{at}/{Event.of(owner).get().pk}/day"
    assert browser.post(day, {"on": ""}).status_code == 400
    assert browser.post(day, {"on": "2026-02-01"}).status_code == 302
    page, part = browser.get(at).content, browser.get(at, headers={"HX-Request": "true"}).content
    assert b"set to 1 February 2026" in page
    assert b"1 Feb 2026" in part
    assert b"<html" not in part
    assert Event.of(owner).count() == 2


def test_a_part_of_the_page_gets_the_lanes_it_searched(browser: Client, owner: Person) -> None:
    for title in ("Baker", "Brewer"):
        browser.post("/board/add", {"title": title, "lane": "saved"})
    part = browser.get("/board", {"q": "brew"}, headers={"HX-Request": "true"}).content
    assert b"Brewer" in part
    assert b"Baker" not in part
    assert b"<html" not in part
    back = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert b"<html" in browser.get("/board", {"q": "brew"}, headers=back).content
    card = Application.of(owner).get(title="Brewer").pk
    headers = {"HX-Request": "true", "HX-Current-URL": "http://localhost/board?q=bak"}
    moved = browser.post(f"/board/cards/{card}/move", {"lane": "offer"}, headers=headers).content
    assert b"Moved to Offer" in moved
    assert b'data-card="' + str(card).encode() not in moved


def test_the_archive_lists_what_was_put_away(browser: Client, owner: Person) -> None:
    assert b"Nothing is put away" in browser.get("/board/archive").content
    browser.post("/board/add", {"title": "CTO", "lane": "saved"})
    browser.post(f"/board/cards/{saved(owner)}/archive")
    assert b"CTO" in browser.get("/board/archive").content
    assert b"Nothing here says that" in browser.get("/board/archive", {"q": "VP"}).content
