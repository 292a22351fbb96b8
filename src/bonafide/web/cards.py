"""The cards of a lane as HTML. A board holds hundreds: a template costs a third of a millisecond for each, this a
hundredth. Everything that a person wrote is escaped here."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from bonafide.services.board import Card

_ANY = UUID(int=0)

_CARD = (
    '<li class="card" data-card="{id}"><a class="card-name" href="{application}" aria-describedby="keys" '
    'draggable="false">{name}</a>{by}<span class="card-foot">{fit}<span title="{stay}">{days}</span>{version}{noted}'
    '<a class="card-more" href="{more}" data-more draggable="false" aria-label="{act}: {name}">⋯</a></span></li>'
)


def cards_html(cards: Iterable[Card]) -> SafeString:
    """The list items of a lane."""
    words, days_in_words = _words(), cache(_days_in_words)
    return mark_safe("".join(_card(card, words, days_in_words(card.days)) for card in cards))


def _days_in_words(count: int) -> str:
    return ngettext("%d day", "%d days", count) % count if count else gettext("today")


def _words() -> dict[str, str]:
    """What is the same on every card: addresses with a place for the id, and sentences."""
    nowhere = str(_ANY)
    return {
        "application": reverse("application", args=[_ANY]).replace(nowhere, "{}"),
        "more": reverse("board-card", args=[_ANY]).replace(nowhere, "{}"),
        "act": escape(gettext("Move, note or archive")),
        "stay": escape(gettext("Days in this lane")),
        "fit": escape(gettext("Fit, 1 to 5")),
        "version": escape(gettext("Newest version of the papers")),
        "noted": escape(gettext("There are notes")),
    }


def _card(card: Card, words: dict[str, str], days: str) -> str:
    pk = str(card.id)
    fit = f'<span class="fit" title="{words["fit"]}">{card.fit}/5</span>' if card.fit else ""
    version = f'<span title="{words["version"]}">v{card.version}</span>' if card.version else ""
    noted = f'<span title="{words["noted"]}">✎<span class="unseen">{words["noted"]}</span></span>'
    return _CARD.format(
        id=pk,
        application=words["application"].format(pk),
        more=words["more"].format(pk),
        name=escape(card.name),
        by=f'<span class="card-by">{escape(card.by)}</span>' if card.by else "",
        fit=fit,
        stay=words["stay"],
        days=days,
        version=version,
        noted=noted if card.noted else "",
        act=words["act"],
    )
