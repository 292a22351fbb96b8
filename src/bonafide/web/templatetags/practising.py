"""Words for what an answer earned and how long it took."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django import template
from django.utils.translation import gettext_lazy as _

from bonafide.practice.rubric import rubric

register = template.Library()

PARTS = {
    "situation": _("Situation"),
    "task": _("Task"),
    "action": _("Action"),
    "result": _("Result"),
    "lesson": _("Lesson"),
}


@register.filter
def facet(id: str) -> str:
    """What a facet is called."""
    return rubric().facet(id).name


@register.filter
def earned(targets: Iterable[str], titles: Mapping[str, str]) -> str:
    """What `facet:x` and `point:y` are called, one after the other."""
    return "; ".join(titles.get(target, target) for target in targets)


@register.filter
def clock(seconds: int) -> str:
    """Seconds as minutes and seconds: 3:05."""
    return f"{seconds // 60}:{seconds % 60:02}"


@register.filter
def apart(value: float) -> str:
    """How far two raters are apart, whichever is the milder."""
    return f"{abs(value):.1f}"


@register.filter
def part_name(part: str) -> str:
    """What a part of a story is called."""
    return str(PARTS[part])
