"""What happened to a card, in words that every face uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Protocol

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bonafide.store.models import Event, Lane

Changes = Mapping[str, Any]


class Told(Protocol):
    """Whatever has a kind and tells what changed: a row of history, or a line made from it."""

    @property
    def kind(self) -> str: ...
    @property
    def before(self) -> Changes: ...
    @property
    def after(self) -> Changes: ...


def told(what: Told, about: Told | None = None) -> str:
    """A few words that begin a line: “Moved to Applied”. `about` is the line that it takes back or corrects."""
    if what.kind == "undone" and about is not None:
        return _("Undone: %(act)s") % {"act": told(about)}
    if what.kind == "corrected" and about is not None:
        return _("Day of “%(act)s” set to %(day)s") % {"act": told(about), "day": _day(what.after["on"])}
    return SAYINGS[what.kind](what.before, what.after)


def told_act(event: Event) -> str:
    """An act with its card's name: for what is said after it, and before it is undone."""
    card = event.application
    name = card.title or card.company or card.link
    about = event.undoes if event.kind == "undone" else None
    return f"{name}: {told(event, about)}."


def _moved(before: Changes, after: Changes) -> str:
    if before.get("lane") == after["lane"]:
        return _("Put elsewhere in its lane")
    return _("Moved to %(lane)s") % {"lane": Lane(after["lane"]).label}


def _added(before: Changes, after: Changes) -> str:
    return _("Added to %(lane)s") % {"lane": Lane(after.get("lane", Lane.SAVED)).label}


def _prepared(before: Changes, after: Changes) -> str:
    return _("Prepared, version %(number)s") % {"number": after.get("version", "")}


def _corrected(before: Changes, after: Changes) -> str:
    on = after.get("applied_on") or after.get("on")
    return _("Applied on %(day)s") % {"day": _day(on)} if on else _("Day of applying removed")


def _day(iso: str) -> str:
    return date_format(date.fromisoformat(iso), "j F Y")


SAYINGS: Mapping[str, Callable[[Changes, Changes], str]] = {
    "added": _added,
    "prepared": _prepared,
    "moved": _moved,
    "noted": lambda before, after: _("Notes changed"),
    "archived": lambda before, after: _("Put in the archive"),
    "restored": lambda before, after: _("Taken from the archive"),
    "corrected": _corrected,
    "undone": lambda before, after: _("Undone"),
}
