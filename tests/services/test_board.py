"""Looking at the board: lanes, counts, search, and the same few queries whatever lies on it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bonafide.model.faults import InputFault
from bonafide.services import acts, board
from bonafide.store.models import Application, Lane, Person, Version

LINK = "https://jobs.tidewell.example/?id=7"


def names(view: board.Board, lane: Lane) -> list[str]:
    """What is shown in a lane, from its head."""
    column = next(each for each in (*view.open, *view.closed) if each.lane is lane)
    return [card.name for card in column.cards]


def filled(owner: Person, now: datetime, lane: Lane, count: int) -> None:
    """So many cards in a lane, without their history."""
    cards = [
        Application(owner=owner, title=f"Post {n}", lane=lane, rank=n, created=now, changed=now)
        for n in range(count)
    ]
    Application.of(owner).bulk_create(cards)


def test_every_lane_is_there_and_the_newest_card_comes_first(owner: Person, now: datetime) -> None:
    acts.add(owner, now, title="CTO", company="Tidewell")
    acts.add(owner, now, title="VP", company="Harrow")
    view = board.board(owner, now)
    assert [column.lane for column in (*view.open, *view.closed)] == list(Lane)
    assert names(view, Lane.SAVED) == ["VP", "CTO"]
    assert view.count == 2


def test_a_card_tells_its_days_and_its_newest_version(owner: Person, now: datetime) -> None:
    card = acts.add(owner, now, link=LINK, lane="applied", on=date(2026, 11, 20))
    for number in (1, 2):
        Version.of(owner).create(owner=owner, application=card, number=number, made=now, record={}, state={})
    shown = board.board(owner, now + timedelta(days=1)).open[1].cards[0]
    assert (shown.days, shown.version, shown.applied_on) == (8, 2, date(2026, 11, 20))
    assert (shown.name, shown.by) == (LINK, "jobs.tidewell.example")


@pytest.mark.parametrize("count", [0, 1, 40])
def test_the_same_queries_whatever_the_count(
    owner: Person, now: datetime, count: int, django_assert_num_queries: Any
) -> None:
    filled(owner, now, Lane.SAVED, count)
    filled(owner, now, Lane.GHOSTED, count)
    with django_assert_num_queries(4):
        assert board.board(owner, now).count == 2 * count


def test_long_lanes_show_their_head_until_the_whole_is_asked_for(owner: Person, now: datetime) -> None:
    filled(owner, now, Lane.REJECTED, 60)
    filled(owner, now, Lane.SAVED, 210)
    column = board.board(owner, now).closed[0]
    assert (len(column.cards), column.count, column.hidden) == (25, 60, 35)
    assert board.board(owner, now).open[0].hidden == 10
    whole = board.board(owner, now, whole=["rejected"]).closed[0]
    assert (len(whole.cards), whole.hidden) == (60, 0)


def test_every_word_is_looked_for_everywhere_on_a_card(owner: Person, now: datetime) -> None:
    cto = acts.add(owner, now, title="CTO", company="Tidewell", link=LINK)
    acts.add(owner, now, title="CTO", company="Harrow")
    acts.note(owner, cto.pk, "Ask Priya about the scope", now)
    for text, count in {"": 2, "cto": 2, "cto tidewell": 1, "PRIYA": 1, "id=7": 1, "cto noon": 0}.items():
        assert board.board(owner, now, text=text).count == count


def test_the_archive_is_apart(owner: Person, now: datetime) -> None:
    card = acts.add(owner, now, title="CTO")
    acts.archive(owner, card.pk, now)
    view = board.board(owner, now)
    assert (view.count, view.archived) == (0, 1)
    assert [each.name for each in board.archive(owner, now)] == ["CTO"]
    assert board.archive(owner, now, text="VP") == ()


def test_a_card_is_named_by_the_beginning_of_its_id(owner: Person, stranger: Person, now: datetime) -> None:
    card = acts.add(owner, now, title="CTO")
    assert board.named(owner, str(card.pk)[:8]) == card
    assert board.named(owner, str(card.pk)) == card
    for beginning in ("", "zz"):
        with pytest.raises(InputFault, match="no such card"):
            board.named(owner, beginning)
    with pytest.raises(InputFault):
        board.named(stranger, str(card.pk))


def test_two_cards_that_begin_alike_are_not_guessed_between(owner: Person, now: datetime) -> None:
    for end in ("1", "2"):
        pk = f"aaaaaaaa-0000-4000-8000-00000000000{end}"
        Application.of(owner).create(id=pk, owner=owner, created=now, changed=now)
    with pytest.raises(InputFault, match="More than one"):
        board.named(owner, "aaaa")


def test_the_same_posting_is_recognised(owner: Person, stranger: Person, now: datetime) -> None:
    card = acts.add(owner, now, link=LINK)
    assert board.same(owner, LINK + "&utm_source=mail#apply") == card
    assert board.same(owner, "https://jobs.tidewell.example/?id=8") is None
    assert board.same(owner, "posting.html") is None
    assert board.same(stranger, LINK) is None


def test_a_stranger_sees_an_empty_board(owner: Person, stranger: Person, now: datetime) -> None:
    card = acts.add(owner, now, title="CTO")
    assert board.board(stranger, now).count == 0
    with pytest.raises(Application.DoesNotExist):
        board.card(stranger, card.pk)
