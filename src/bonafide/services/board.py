"""Looking at the board: light rows in their lanes, however many applications there are."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Max, Q, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext as _

from bonafide.model.faults import InputFault
from bonafide.services import history
from bonafide.store.models import Application, Event, Lane, Person, Version
from bonafide.tracking import links
from bonafide.tracking.days import days_in

__all__ = [
    "CLOSED",
    "OPEN",
    "Board",
    "Card",
    "Column",
    "Event",
    "Lane",
    "archive",
    "board",
    "card",
    "named",
    "same",
]

CLOSED = (Lane.REJECTED, Lane.WITHDRAWN, Lane.GHOSTED)
OPEN = tuple(lane for lane in Lane if lane not in CLOSED)
SHOWN_CLOSED = 25
SHOWN_OPEN = 200
"""Cards of one lane that a board shows unless the whole lane is asked for."""
SHOWN_ARCHIVED = 200

SEARCHED = ("title", "company", "link", "notes")
FIELDS = ("id", "title", "company", "link", "fit", "lane", "entered", "created", "applied_on", "notes")


@dataclass(frozen=True, slots=True)
class Card:
    """A card as a board shows it. `days` are those in its lane; `version` is its newest one's number, 0 for none."""

    id: UUID
    title: str
    company: str
    link: str
    fit: int | None
    lane: Lane
    days: int
    applied_on: date | None
    noted: bool
    version: int

    @property
    def name(self) -> str:
        """What to call it: the title, else the company, else the link; a pasted text that was not read has none."""
        return self.title or self.company or self.link or _("A post without a name")

    @property
    def by(self) -> str:
        """What to say under the name: the company, or the host of the link where that is all there is."""
        return self.company if self.title and self.company else links.host(self.link)


@dataclass(frozen=True, slots=True)
class Column:
    """A lane with the cards that are shown, and how many it holds."""

    lane: Lane
    cards: tuple[Card, ...]
    count: int

    @property
    def hidden(self) -> int:
        """How many are there but not shown."""
        return self.count - len(self.cards)


@dataclass(frozen=True, slots=True)
class Board:
    """All lanes, as far as `text` lets cards through, those of `whole` to their end; `last` is what can be undone."""

    open: tuple[Column, ...]
    closed: tuple[Column, ...]
    archived: int
    text: str
    whole: Collection[str]
    last: Event | None

    @property
    def count(self) -> int:
        """Cards in all lanes."""
        return sum(column.count for column in (*self.open, *self.closed))

    @property
    def closed_count(self) -> int:
        """Cards in the closed lanes."""
        return sum(column.count for column in self.closed)


def board(owner: Person, now: datetime, *, text: str = "", whole: Collection[str] = ()) -> Board:
    """The board; `whole` names lanes that are shown to their end."""
    counts = _counts(owner, text)
    cards = _by_lane(owner, _shown(owner, text, whole), now)

    def columns(lanes: Iterable[Lane]) -> tuple[Column, ...]:
        return tuple(Column(lane, tuple(cards[lane]), counts.get((False, lane.value), 0)) for lane in lanes)

    archived = sum(count for (put_away, _), count in counts.items() if put_away)
    return Board(columns(OPEN), columns(CLOSED), archived, text, whole, history.last(owner))


def archive(owner: Person, now: datetime, *, text: str = "") -> tuple[Card, ...]:
    """The cards that were put away, newest first, as many as a page bears."""
    rows = Application.of(owner).filter(_said(text), archived=True).order_by("-changed", "id")
    return tuple(_cards(owner, rows.values_list(*FIELDS)[:SHOWN_ARCHIVED], now))


def card(owner: Person, application: UUID) -> Application:
    """One card's row, without what was read for it. Raises Application.DoesNotExist."""
    return Application.of(owner).defer("posting", "corrections", "edits").get(pk=application)


def named(owner: Person, beginning: str) -> Application:
    """The card whose id begins so. Raises InputFault where there is none, or more than one."""
    found = Application.beginning(owner, beginning)
    if len(found) == 1:
        return found[0]
    what = _("More than one card begins so.") if found else _("There is no such card.")
    raise InputFault(what, where=beginning, mend=_("`bonafide board list` shows every card's id."))


def same(owner: Person, link: str) -> Application | None:
    """The card of the posting to which this link leads, where there is one already."""
    key = links.key(link)
    if not key:
        return None
    near = Application.of(owner).filter(link__icontains=links.host(link)).values_list("id", "link")
    found = next((each for each, other in near if links.key(other) == key), None)
    return Application.of(owner).get(pk=found) if found else None


def _said(text: str) -> Q:
    """Each word somewhere on the card."""
    wanted = Q()
    for word in text.split():
        anywhere = Q()
        for name in SEARCHED:
            anywhere |= Q(**{f"{name}__icontains": word})
        wanted &= anywhere
    return wanted


def _counts(owner: Person, text: str) -> dict[tuple[bool, str], int]:
    rows = Application.of(owner).filter(_said(text)).order_by().values_list("archived", "lane")
    return {(archived, lane): count for archived, lane, count in rows.annotate(Count("id"))}


def _shown(owner: Person, text: str, whole: Collection[str]) -> Iterable[tuple[Any, ...]]:
    """The rows of the cards that are shown: the head of each lane, and all of those that are asked for."""
    place = Window(RowNumber(), partition_by=F("lane"), order_by=[F("rank").asc(), F("id").asc()])
    head = Q(lane__in=CLOSED, place__lte=SHOWN_CLOSED) | Q(lane__in=OPEN, place__lte=SHOWN_OPEN)
    rows = Application.of(owner).filter(_said(text), archived=False).annotate(place=place)
    return rows.filter(head | Q(lane__in=whole)).order_by("rank", "id").values_list(*FIELDS)


def _by_lane(owner: Person, rows: Iterable[tuple[Any, ...]], now: datetime) -> dict[Lane, list[Card]]:
    lanes: dict[Lane, list[Card]] = {lane: [] for lane in Lane}
    for each in _cards(owner, rows, now):
        lanes[each.lane].append(each)
    return lanes


def _cards(owner: Person, rows: Iterable[tuple[Any, ...]], now: datetime) -> Iterable[Card]:
    numbers = Version.of(owner).order_by().values_list("application").annotate(Max("number"))
    newest = dict(numbers)
    today = now.date()
    for pk, title, company, link, fit, lane, entered, created, applied_on, notes in rows:
        days = days_in(entered or created.date(), today)
        yield Card(
            pk, title, company, link, fit, Lane(lane), days, applied_on, bool(notes), newest.get(pk, 0)
        )
