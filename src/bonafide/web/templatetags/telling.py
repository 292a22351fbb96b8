"""Words for cards and their history, and for the steps of a preparation."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString

from bonafide.services.board import Card, Event
from bonafide.services.history import DAYLESS, Line
from bonafide.services.labels import STEPS, Words
from bonafide.services.telling import told, told_act
from bonafide.web.cards import cards_html

register = template.Library()


@register.filter
def doing(step: str) -> Words:
    """What the step of this name does."""
    return STEPS[step]


@register.filter
def act(event: Event) -> str:
    """What was done to which card."""
    return told_act(event)


@register.filter
def happened(line: Line) -> str:
    """A line of a card's history."""
    return told(line.happening, line.about)


@register.filter
def has_day(line: Line) -> bool:
    """Whether the line has a day of its own that can be set."""
    return not line.undone and line.happening.kind not in DAYLESS


@register.filter
def cards(shown: Iterable[Card]) -> SafeString:
    """The cards of a lane."""
    return cards_html(shown)
