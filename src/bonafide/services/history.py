"""A card's history: told, its days corrected, its last act undone; lines are only ever added."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from bonafide.model.faults import InputFault
from bonafide.services import keeping, ranking
from bonafide.store.models import Application, Event, EventKind, Person
from bonafide.tracking.days import past_day
from bonafide.tracking.history import Happening, Line, arrival, days_of, timeline

__all__ = ["DAYLESS", "Line", "change", "correct_day", "last", "lines", "undo"]

DATES = ("applied_on", "entered")
LASTING = (EventKind.ADDED, EventKind.PREPARED, EventKind.UNDONE)
"""What cannot be undone."""
DAYLESS = (EventKind.CORRECTED, EventKind.UNDONE)
"""Lines about other lines: they have no day of their own to correct."""


def change(
    owner: Person,
    application: Application,
    kind: EventKind,
    now: datetime,
    changes: Mapping[str, Any],
    *,
    on: date | None = None,
    about: tuple[Mapping[str, Any], Mapping[str, Any]] = ({}, {}),
) -> Event:
    """Write the changes to the card (locked by the caller) and a line that can take them back.

    `about` is added to what the line says of before and after.
    """
    before = {name: getattr(application, name) for name in changes}
    _write(application, changes, now)
    return keeping.event(
        owner,
        application,
        kind,
        now,
        on=on,
        before=_plain(before) | dict(about[0]),
        after=_plain(changes) | dict(about[1]),
    )


def lines(owner: Person, application: UUID) -> tuple[Line, ...]:
    """What happened to a card, newest first. Raises Application.DoesNotExist."""
    Application.of(owner).only("id").get(pk=application)
    return timeline(_happenings(owner, application))


def last(owner: Person) -> Event | None:
    """The last act that can be undone, with its card."""
    acts = Event.of(owner).exclude(kind__in=LASTING).filter(undone_by=None)
    light = ("application__title", "application__company", "application__link")
    named = ("kind", "at", "on", "before", "after", "undoes", "owner")
    return acts.select_related("application").only(*named, *light).order_by("-at").first()


def undo(owner: Person, now: datetime, event: UUID | None = None) -> Event:
    """Take back the last act; its line stays, and another says that it was taken back.

    Raises InputFault where there is none, or where `event` is named and something else happened since.
    """
    with transaction.atomic():
        act = last(owner)
        if act is None:
            raise InputFault(_("There is nothing to undo."))
        application = Application.lock(owner).get(pk=act.application_id)
        act = last(owner)  # Again, now that nobody else can write to the card.
        if act is None or act.application_id != application.pk or (event and act.pk != event):
            raise InputFault(
                _("Something else has happened since."),
                mend=_("Load the board again to see what can be undone."),
            )
        _write(application, _fields(act.before) | ranking.taken_back(owner, application, act.before), now)
        return keeping.event(
            owner, application, EventKind.UNDONE, now, before=act.after, after=act.before, undoes=act
        )


def correct_day(owner: Person, event: UUID, on: date, now: datetime) -> Event:
    """Set the day on which something happened, by one more line; what depends on that day follows.

    Raises Event.DoesNotExist, and InputFault for a day to come or a line that has no day of its own.
    """
    past_day(on, now)
    with transaction.atomic():
        wrong = Event.of(owner).get(pk=event)
        application = Application.lock(owner).get(pk=wrong.application_id)
        happenings = _happenings(owner, application.pk)
        if wrong.kind in DAYLESS or any(each.undoes == wrong.pk for each in happenings):
            raise InputFault(
                _("This line has no day of its own."), mend=_("Set the day of what it is about.")
            )
        told = days_of(happenings)[wrong.pk]
        about = {"event": str(wrong.pk)}
        return change(
            owner,
            application,
            EventKind.CORRECTED,
            now,
            _following(application, wrong, happenings, on),
            on=on,
            about=({**about, "on": told.isoformat()}, {**about, "on": on.isoformat()}),
        )


def _following(
    application: Application, wrong: Event, happenings: tuple[Happening, ...], on: date
) -> dict[str, date]:
    """The card's own days that this line set."""
    came = arrival(happenings)
    changes: dict[str, date] = {}
    if came is not None and came.id == wrong.pk:
        changes["entered"] = on
    if application.applied_on is not None and wrong.after.get("applied_on"):
        changes["applied_on"] = on
    return changes


def _happenings(owner: Person, application: UUID) -> tuple[Happening, ...]:
    rows = Event.of(owner).filter(application=application).order_by("at")
    return tuple(
        Happening(
            id=row.pk,
            application=application,
            kind=row.kind,
            at=row.at,
            on=row.on,
            before=row.before,
            after=row.after,
            undoes=row.undoes_id,
        )
        for row in rows
    )


def _write(application: Application, changes: Mapping[str, Any], now: datetime) -> None:
    for name, value in changes.items():
        setattr(application, name, value)
    application.changed = now
    application.save(update_fields=[*changes, "changed"])


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def _fields(kept: Mapping[str, Any]) -> dict[str, Any]:
    """The card's fields that a line kept; dates as dates again."""
    known = {field.name for field in Application._meta.fields}
    return {
        name: date.fromisoformat(value) if name in DATES and value else value
        for name, value in kept.items()
        if name in known
    }
