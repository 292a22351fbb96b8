"""What a person does to cards: order, days, notes, the archive, duplicates; and everything can be undone."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bonafide.model.faults import InputFault
from bonafide.services import acts, board, history
from bonafide.store.models import Application, Event, Lane, Person
from bonafide.tracking.ranks import FINEST

LINK = "https://jobs.tidewell.example/?id=7"
DAY = date(2026, 3, 3)


def order(owner: Person, lane: Lane) -> list[str]:
    """The titles of a lane, from its head."""
    return list(
        Application.of(owner).filter(lane=lane).order_by("rank", "id").values_list("title", flat=True)
    )


def three(owner: Person, now: datetime) -> dict[str, UUID]:
    """Three saved cards, a on top."""
    return {title: acts.add(owner, now, title=title).pk for title in "cba"}


def test_a_card_moves_to_the_head_of_a_lane_on_the_day_given(owner: Person, now: datetime) -> None:
    cards = three(owner, now)
    acts.move(owner, cards["a"], "applied", now)
    acts.move(owner, cards["b"], "applied", now, on=DAY)
    assert order(owner, Lane.APPLIED) == ["b", "a"]
    moved = board.card(owner, cards["b"])
    assert (moved.entered, moved.applied_on) == (DAY, DAY)
    assert history.lines(owner, moved.pk)[0].on == DAY


def test_moving_to_where_it_lies_is_no_act(owner: Person, now: datetime) -> None:
    card = acts.add(owner, now, title="CTO")
    assert acts.move(owner, card.pk, "saved", now) is None
    assert Event.of(owner).count() == 1


def test_a_day_applied_stays_through_later_lanes_and_goes_with_the_way_back(
    owner: Person, now: datetime
) -> None:
    card = acts.add(owner, now, title="CTO")
    acts.move(owner, card.pk, "applied", now, on=DAY)
    acts.move(owner, card.pk, "offer", now)
    acts.move(owner, card.pk, "applied", now)
    assert board.card(owner, card.pk).applied_on == DAY
    acts.move(owner, card.pk, "saved", now)
    assert board.card(owner, card.pk).applied_on is None


def test_a_card_goes_where_it_is_put(owner: Person, now: datetime) -> None:
    cards = three(owner, now)
    acts.place(owner, cards["a"], "saved", cards["b"], now)
    assert order(owner, Lane.SAVED) == ["b", "a", "c"]
    acts.place(owner, cards["a"], "saved", cards["c"], now)
    assert order(owner, Lane.SAVED) == ["b", "c", "a"]
    acts.place(owner, cards["a"], "saved", None, now)
    assert order(owner, Lane.SAVED) == ["a", "b", "c"]
    acts.place(owner, cards["a"], "offer", cards["b"], now)
    assert order(owner, Lane.OFFER) == ["a"], "a card that is not in the lane stands for its head"


def test_ranks_that_grow_too_fine_are_written_anew(owner: Person, now: datetime) -> None:
    cards = three(owner, now)
    names = ["a", "b", "c"]
    for _ in range(30):
        last = names.pop()
        acts.place(owner, cards[last], "saved", cards[names[0]], now)
        names.insert(1, last)
        assert order(owner, Lane.SAVED) == names
    ranks = sorted(Application.of(owner).values_list("rank", flat=True))
    assert all(high - low > FINEST / 2 for low, high in pairwise(ranks))


@pytest.mark.parametrize("lane", ["limbo", ""])
def test_an_unknown_lane_is_said(owner: Person, now: datetime, lane: str) -> None:
    card = acts.add(owner, now, title="CTO")
    with pytest.raises(InputFault, match="no lane"):
        acts.move(owner, card.pk, lane, now)


def test_a_day_to_come_is_refused(owner: Person, now: datetime) -> None:
    card = acts.add(owner, now, title="CTO")
    ahead = now.date() + timedelta(days=5)
    for act in (
        lambda: acts.move(owner, card.pk, "applied", now, on=ahead),
        lambda: acts.applied(owner, card.pk, ahead, now),
        lambda: acts.add(owner, now, title="VP", on=ahead),
        lambda: history.correct_day(owner, Event.of(owner).get().pk, ahead, now),
    ):
        with pytest.raises(InputFault, match="has not come yet"):
            act()
    assert Event.of(owner).count() == 1


def test_a_link_alone_makes_a_card_once(owner: Person, now: datetime) -> None:
    card = acts.add(owner, now, link=LINK)
    with pytest.raises(acts.Known, match="already have this one") as known:
        acts.add(owner, now, link=LINK + "#apply", title="CTO")
    assert known.value.card == card
    acts.archive(owner, card.pk, now)
    with pytest.raises(acts.Known, match="archive"):
        acts.add(owner, now, link=LINK)
    assert acts.add(owner, now, link="https://jobs.tidewell.example/?id=8") != card


@pytest.mark.parametrize("known", [{}, {"link": "tidewell"}, {"link": "ftp://tidewell.example/7"}])
def test_what_names_no_post_makes_no_card(owner: Person, now: datetime, known: dict[str, str]) -> None:
    with pytest.raises(InputFault):
        acts.add(owner, now, **known)
    assert not Application.of(owner).exists()


def test_a_card_added_as_applied_was_applied_for_that_day(owner: Person, now: datetime) -> None:
    card = acts.add(owner, now, title="CTO", lane="applied", on=DAY)
    assert (card.applied_on, card.entered) == (DAY, DAY)
    assert Event.of(owner).get().on == DAY


def test_notes_are_set_added_to_and_bounded(owner: Person, now: datetime) -> None:
    card = acts.add(owner, now, title="CTO")
    acts.note(owner, card.pk, " Ask Priya\r\n", now)
    acts.jot(owner, card.pk, "Rang on Monday", now)
    assert board.card(owner, card.pk).notes == "Ask Priya\nRang on Monday"
    assert acts.note(owner, card.pk, "Ask Priya\nRang on Monday", now) is None
    with pytest.raises(InputFault, match="at most"):
        acts.note(owner, card.pk, "x" * 20_001, now)


def test_the_day_applied_moves_the_stay_in_applied(owner: Person, now: datetime) -> None:
    card = acts.add(owner, now, title="CTO", lane="applied")
    acts.applied(owner, card.pk, DAY, now)
    assert board.card(owner, card.pk).entered == DAY
    assert acts.applied(owner, card.pk, DAY, now) is None
    acts.applied(owner, card.pk, None, now)
    assert board.card(owner, card.pk).applied_on is None


def test_a_card_returns_from_the_archive_to_its_place(owner: Person, now: datetime) -> None:
    cards = three(owner, now)
    acts.archive(owner, cards["b"], now)
    assert acts.archive(owner, cards["b"], now) is None
    acts.restore(owner, cards["b"], now)
    assert acts.restore(owner, cards["b"], now) is None
    assert order(owner, Lane.SAVED) == ["a", "b", "c"]


def test_a_stranger_can_do_nothing_to_a_card(owner: Person, stranger: Person, now: datetime) -> None:
    card = acts.add(owner, now, title="CTO").pk
    line = Event.of(owner).get().pk
    with pytest.raises(Event.DoesNotExist):
        history.correct_day(stranger, line, DAY, now)
    for act in (acts.archive, acts.restore):
        with pytest.raises(Application.DoesNotExist):
            act(stranger, card, now)
    with pytest.raises(Application.DoesNotExist):
        acts.place(stranger, card, "offer", None, now)
    with pytest.raises(Application.DoesNotExist):
        history.lines(stranger, card)
    with pytest.raises(InputFault, match="nothing to undo"):
        history.undo(stranger, now)


FIELDS = ("lane", "rank", "notes", "archived", "applied_on", "entered")
ACTS = {
    "move": lambda owner, card, now, lane: acts.move(owner, card, lane, now, on=DAY),
    "place": lambda owner, card, now, lane: acts.place(owner, card, lane, None, now),
    "note": lambda owner, card, now, lane: acts.note(owner, card, lane, now),
    "applied": lambda owner, card, now, lane: acts.applied(owner, card, DAY, now),
    "archive": lambda owner, card, now, lane: acts.archive(owner, card, now),
    "restore": lambda owner, card, now, lane: acts.restore(owner, card, now),
    "day": lambda owner, card, now, lane: history.correct_day(
        owner, Event.of(owner).filter(application=card, kind="added").get().pk, DAY, now
    ),
}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(ACTS)), st.sampled_from(Lane.values), st.booleans()), max_size=8
    )
)
def test_undoing_everything_leads_back_step_by_step_and_no_line_is_lost(
    owner: Person, now: datetime, done: list[tuple[str, str, bool]]
) -> None:
    Application.of(owner).delete()
    cards = [acts.add(owner, now, title=title).pk for title in "ab"]

    def state() -> list[tuple[object, ...]]:
        return list(Application.of(owner).order_by("title").values_list(*FIELDS))

    states = []
    for name, lane, first in done:
        before, lines = state(), Event.of(owner).count()
        ACTS[name](owner, cards[first], now, lane)
        if Event.of(owner).count() > lines:
            states.append(before)
    recorded = set(Event.of(owner).values_list("id", flat=True))
    for before in reversed(states):
        history.undo(owner, now)
        assert state() == before
    with pytest.raises(InputFault, match="nothing to undo"):
        history.undo(owner, now)
    kept = set(Event.of(owner).values_list("id", flat=True))
    assert recorded <= kept
    assert len(kept) == len(recorded) + len(states)


def test_undo_finds_the_place_also_where_the_lane_was_written_anew_since(
    owner: Person, now: datetime
) -> None:
    cards = three(owner, now)
    for number, title in enumerate("abc"):
        Application.of(owner).filter(pk=cards[title]).update(rank=10 + number * FINEST / 2)
    other = acts.add(owner, now, title="d", lane="offer")
    acts.move(owner, cards["b"], "applied", now)
    acts.place(owner, other.pk, "saved", cards["a"], now)
    assert (
        Application.of(owner).get(pk=cards["a"]).rank < 10
    )  # There was no room, so the lane was written anew.
    history.undo(owner, now)
    history.undo(owner, now)
    assert order(owner, Lane.SAVED) == ["a", "b", "c"]


def test_undo_of_a_named_act_refuses_when_something_else_happened_since(owner: Person, now: datetime) -> None:
    card = acts.add(owner, now, title="CTO").pk
    moved = acts.move(owner, card, "applied", now)
    assert moved is not None
    acts.note(owner, card, "Rang", now)
    with pytest.raises(InputFault, match="Something else"):
        history.undo(owner, now, moved.pk)
    with pytest.raises(InputFault):
        history.undo(owner, now, uuid4())
    assert board.card(owner, card).lane == Lane.APPLIED


def test_lines_are_in_order_even_where_the_clock_was_set_back(owner: Person, now: datetime) -> None:
    card = acts.add(owner, now, title="CTO").pk
    acts.move(owner, card, "applied", now)
    acts.move(owner, card, "offer", now - timedelta(hours=2))
    history.undo(owner, now - timedelta(hours=1))
    assert board.card(owner, card).lane == Lane.APPLIED
    assert [line.happening.kind for line in history.lines(owner, card)] == [
        "undone",
        "moved",
        "moved",
        "added",
    ]


def test_a_corrected_day_moves_what_hangs_on_it(owner: Person, now: datetime) -> None:
    card = acts.add(owner, now, title="CTO").pk
    moved = acts.move(owner, card, "applied", now)
    assert moved is not None
    history.correct_day(owner, moved.pk, DAY, now)
    row = board.card(owner, card)
    assert (row.entered, row.applied_on) == (DAY, DAY)
    told = history.lines(owner, card)
    assert [(line.on, line.corrected) for line in told][1] == (DAY, True)
    history.undo(owner, now)
    assert board.card(owner, card).applied_on == now.date()
    assert history.lines(owner, card)[2].on == now.date()


def test_the_day_of_an_earlier_stay_leaves_the_present_one_alone(owner: Person, now: datetime) -> None:
    card = acts.add(owner, now, title="CTO").pk
    acts.move(owner, card, "offer", now)
    added = Event.of(owner).filter(kind="added").get()
    history.correct_day(owner, added.pk, DAY, now)
    assert board.card(owner, card).entered == now.date()


def test_a_line_about_another_has_no_day_to_correct(owner: Person, now: datetime) -> None:
    card = acts.add(owner, now, title="CTO").pk
    moved = acts.move(owner, card, "offer", now)
    assert moved is not None
    undone = history.undo(owner, now)
    for line in (undone, moved):
        with pytest.raises(InputFault, match="no day of its own"):
            history.correct_day(owner, line.pk, DAY, now)
