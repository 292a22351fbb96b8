"""Looking things up in a template."""

from __future__ import annotations

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def at(known: Mapping[str, str], name: str) -> str:
    """The value at a key, or nothing."""
    return known.get(name, "")
