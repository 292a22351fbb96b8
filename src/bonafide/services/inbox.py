"""The inbox: pages that the person's own browser sent by the bookmarklet wait here until they are confirmed.

Nothing that waits is read, shown as a page, or exported: it is not the person's until they say so.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from bonafide.model.faults import InputFault
from bonafide.services import preparing
from bonafide.services.preparing import File, Order
from bonafide.store.models import Door, Person, Run, Sent

MOST_WAITING = 20
MOST_BYTES = 3 * 1024 * 1024
PACE, MINUTE = 10, timedelta(minutes=1)
"""No more pages than this are taken in a minute."""


def token(owner: Person, now: datetime) -> str:
    """The key of the person's door, made when it is first asked for."""
    door, _made = Door.of(owner).get_or_create(
        owner=owner, defaults={"token": secrets.token_urlsafe(32), "since": now}
    )
    return door.token


def renew(owner: Person, now: datetime) -> None:
    """Give the door another key; bookmarklets with the old one open nothing any more."""
    token(owner, now)
    Door.of(owner).update(token=secrets.token_urlsafe(32))


def opens(owner: Person, key: str) -> bool:
    """Whether the key is the door's; the time that this takes tells nothing of it."""
    door = Door.of(owner).first()
    return secrets.compare_digest((door.token if door else "").encode(), key.encode()) and door is not None


def take_in(owner: Person, address: str, title: str, content: bytes, now: datetime) -> None:
    """Let a page wait; one from the same address takes the place of the earlier one.

    Raises InputFault where it has no web address or no content, is too large, or too much came or waits.
    """
    _check(address, content)
    token(owner, now)
    with transaction.atomic():
        _count(Door.lock(owner).get(), now)
        Sent.of(owner).filter(address=address).delete()
        if Sent.of(owner).count() >= MOST_WAITING:
            what = _("%(number)s pages wait already; this one was not taken.") % {"number": MOST_WAITING}
            raise InputFault(what, mend=_("Confirm some of them or throw them away, then send it again."))
        Sent.of(owner).create(
            owner=owner, address=address, title=title[:300], content=content, size=len(content), came=now
        )


def _check(address: str, content: bytes) -> None:
    if not address.lower().startswith(("http://", "https://")) or len(address) > 4000:
        raise InputFault(_("Only a page of the web can be sent."), mend=_("Save it, and give the file."))
    if not content.strip():
        raise InputFault(_("The page that came is empty."), mend=_("Save it, and give the file."))
    if len(content) > MOST_BYTES:
        raise InputFault(_("The page is larger than 3 MB."), mend=_("Save it, and give the file."))


def _count(door: Door, now: datetime) -> None:
    """Count a knock; raises InputFault where there were too many in this minute."""
    if not door.since <= now < door.since + MINUTE:
        door.since, door.knocks = now, 0
    if door.knocks >= PACE:
        raise InputFault(
            _("Too many pages came within a minute; this one was not taken."),
            mend=_("Wait a minute. If you did not send them, renew the bookmarklet."),
        )
    door.knocks += 1
    door.save(update_fields=["since", "knocks"])


def waiting(owner: Person) -> list[Sent]:
    """What waits, newest first, without its content."""
    return list(Sent.of(owner).defer("content"))


def count(owner: Person) -> int:
    """How many pages wait."""
    return Sent.of(owner).count()


def confirm(
    owner: Person, sent_id: UUID, wanted: Order, now: datetime, *, allow_loopback: bool = False
) -> Run:
    """Prepare an application from a page that waits and the CV of the order; its link is kept.

    Raises Sent.DoesNotExist, or InputFault where the CV is missing; the page then still waits.
    """
    with transaction.atomic():
        sent = Sent.lock(owner).get(pk=sent_id)
        page = File(name="page.html", content=bytes(sent.content))
    order = Order(link=sent.address, page=page, cv=wanted.cv, upload=wanted.upload, options=wanted.options)
    run = preparing.order(owner, order, now, allow_loopback=allow_loopback)
    sent.delete()
    return run


def throw_away(owner: Person, sent_id: UUID) -> None:
    """Delete a page that waits; nothing of it is left."""
    Sent.of(owner).filter(pk=sent_id).delete()
