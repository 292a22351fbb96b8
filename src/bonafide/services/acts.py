"""What a person does to a card on the board; each act is one line of its history and can be undone."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from bonafide.connectors.sources import is_link
from bonafide.model.faults import InputFault
from bonafide.services import board, history, keeping, ranking
from bonafide.store.models import Application, Event, EventKind, Lane, Person
from bonafide.tracking.days import past_day

LONGEST_NOTES = 20_000


class Known(InputFault):
    """The link leads to a posting that is on the board already, as `card`."""

    kind = "known"

    def __init__(self, card: Application) -> None:
        name = card.title or card.company or card.link
        what = _("You already have this one: %(name)s.") % {"name": name}
        archived = _("It is in the archive.") if card.archived else ""
        super().__init__(" ".join(filter(None, (what, archived))), where=_("Link"))
        self.card = card


def add(
    owner: Person,
    now: datetime,
    *,
    link: str = "",
    company: str = "",
    title: str = "",
    lane: str = Lane.SAVED,
    on: date | None = None,
) -> Application:
    """A card by hand: a link alone will do, or a company or title. `on` is the day it came to its lane.

    Raises Known where its link is on the board already, and InputFault where nothing names the post.
    """
    lane = known_lane(lane)
    if link and not is_link(link):
        raise InputFault(
            _("This is no web address."), where=_("Link"), mend=_("A link begins with https://.")
        )
    if not (link or company or title):
        raise InputFault(_("A card needs a link, a company or a title."), where=_("Card"))
    entered = past_day(on, now) if on else None
    with transaction.atomic():
        there = board.same(owner, link)
        if there is not None:
            raise Known(there)
        return keeping.card(
            owner,
            now,
            link=link,
            company=company[:300],
            title=title[:300],
            lane=lane,
            entered=entered,
            applied_on=(on or now.date()) if lane == Lane.APPLIED else None,
        )


def move(owner: Person, card: UUID, lane: str, now: datetime, *, on: date | None = None) -> Event | None:
    """Put a card at the head of another lane, on the day given; None where it lies there already."""
    with transaction.atomic():
        application = Application.lock(owner).get(pk=card)
        if application.lane == known_lane(lane):
            return None
        return _moved(owner, application, lane, None, now, on)


def place(owner: Person, card: UUID, lane: str, behind: UUID | None, now: datetime) -> Event:
    """Put a card behind another one of a lane; behind None is the lane's head."""
    with transaction.atomic():
        return _moved(owner, Application.lock(owner).get(pk=card), known_lane(lane), behind, now, None)


def note(owner: Person, card: UUID, text: str, now: datetime) -> Event | None:
    """Set a card's notes; None where they are so already."""
    text = text.strip().replace("\r\n", "\n")
    if len(text) > LONGEST_NOTES:
        what = _("Notes hold at most %(most)s characters.") % {"most": LONGEST_NOTES}
        raise InputFault(what, where=_("Notes"), mend=_("Shorten them."))
    with transaction.atomic():
        application = Application.lock(owner).get(pk=card)
        if application.notes == text:
            return None
        return history.change(owner, application, EventKind.NOTED, now, {"notes": text})


def jot(owner: Person, card: UUID, text: str, now: datetime) -> Event | None:
    """Add a paragraph to a card's notes."""
    with transaction.atomic():
        notes = Application.lock(owner).get(pk=card).notes
        return note(owner, card, f"{notes}\n{text}", now)


def applied(owner: Person, card: UUID, on: date | None, now: datetime) -> Event | None:
    """Set the day on which the person applied, or say that there was none; None where it is so already."""
    if on is not None:
        past_day(on, now)
    with transaction.atomic():
        application = Application.lock(owner).get(pk=card)
        if application.applied_on == on:
            return None
        changes: dict[str, Any] = {"applied_on": on}
        if application.lane == Lane.APPLIED and on is not None:
            changes["entered"] = on
        return history.change(owner, application, EventKind.CORRECTED, now, changes, on=on)


def archive(owner: Person, card: UUID, now: datetime) -> Event | None:
    """Take a card off the board; it is kept in the archive."""
    return _put_away(owner, card, True, EventKind.ARCHIVED, now)


def restore(owner: Person, card: UUID, now: datetime) -> Event | None:
    """Put a card back from the archive to where it lay."""
    return _put_away(owner, card, False, EventKind.RESTORED, now)


def known_lane(name: str) -> Lane:
    """The lane of this name. Raises InputFault where there is none."""
    try:
        return Lane(name.lower())
    except ValueError as error:
        what = _("There is no lane “%(name)s”.") % {"name": name}
        mend = _("Lanes are %(lanes)s.") % {"lanes": ", ".join(Lane.values)}
        raise InputFault(what, where=_("Lane"), mend=mend) from error


def _put_away(owner: Person, card: UUID, archived: bool, kind: EventKind, now: datetime) -> Event | None:
    with transaction.atomic():
        application = Application.lock(owner).get(pk=card)
        if application.archived == archived:
            return None
        return history.change(owner, application, kind, now, {"archived": archived})


def _moved(
    owner: Person, application: Application, lane: str, behind: UUID | None, now: datetime, on: date | None
) -> Event:
    on = past_day(on or now.date(), now)
    lay = ranking.lies_behind(owner, application)
    rank = ranking.rank(owner, application, lane, behind)
    changes: dict[str, Any] = {"lane": lane, "rank": rank}
    if lane != application.lane:
        changes["entered"] = on
        changes |= _application_day(application, lane, on)
    about = ({"behind": str(lay or "")}, {"behind": str(behind or "")})
    return history.change(owner, application, EventKind.MOVED, now, changes, on=on, about=about)


def _application_day(application: Application, lane: str, on: date) -> dict[str, date | None]:
    """A card that comes to Applied was applied for that day; one that goes back to Saved was not after all."""
    if lane == Lane.APPLIED and application.applied_on is None:
        return {"applied_on": on}
    if lane == Lane.SAVED and application.applied_on is not None:
        return {"applied_on": None}
    return {}
