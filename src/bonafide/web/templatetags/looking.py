"""Looking things up in a template."""

from __future__ import annotations

from collections.abc import Mapping

from django import template

from bonafide.services import labels

register = template.Library()


@register.filter
def at(known: Mapping[str, str], name: str) -> str:
    """The value at a key, or nothing."""
    return known.get(name, "")


@register.filter
def section_name(section: str) -> str:
    """What a section of a CV is called: `Skills`."""
    return str(labels.SECTIONS[f"/{section}"][0])
