"""Where a card lies in its lane: the rank of a place behind another card, a lane written anew where it grew too fine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Q

from bonafide.store.models import Application, Person
from bonafide.tracking.ranks import between, spread

__all__ = ["lies_behind", "rank", "taken_back"]


def rank(owner: Person, application: Application, lane: str, behind: UUID | None) -> float:
    """The rank of the place behind a card of the lane; behind None is the lane's head."""
    found = between(*_neighbours(owner, application, lane, behind))
    if found is None:
        _renumber(owner, application, lane)
        found = between(*_neighbours(owner, application, lane, behind))
    return found if found is not None else application.rank


def lies_behind(owner: Person, application: Application) -> UUID | None:
    """The card before it in its lane; None at the head."""
    others = Application.of(owner).filter(lane=application.lane, archived=False).exclude(pk=application.pk)
    before = Q(rank__lt=application.rank) | Q(rank=application.rank, id__lt=application.pk)
    return others.filter(before).order_by("-rank", "-id").values_list("id", flat=True).first()


def taken_back(owner: Person, application: Application, before: Mapping[str, Any]) -> dict[str, float]:
    """The rank of a card whose move is undone, where the number it had leads elsewhere now.

    It goes behind the card it lay behind, if that one still lies there: the lane may have been written anew since.
    """
    if "behind" not in before:
        return {}
    lane, behind = before.get("lane", application.lane), before["behind"] or None
    low, high = _neighbours(owner, application, lane, behind)
    if (low is None) != (behind is None) or _lies_between(low, before["rank"], high):
        return {}
    return {"rank": rank(owner, application, lane, UUID(behind) if behind else None)}


def _lies_between(low: float | None, number: float, high: float | None) -> bool:
    return (low is None or low <= number) and (high is None or number <= high)


def _neighbours(
    owner: Person, application: Application, lane: str, behind: UUID | str | None
) -> tuple[float | None, float | None]:
    """The ranks before and after the place; a card that has left the lane meanwhile stands for its head."""
    others = Application.of(owner).filter(lane=lane, archived=False).exclude(pk=application.pk)
    ranks = others.order_by("rank", "id").values_list("rank", flat=True)
    low = ranks.filter(pk=behind).first() if behind else None
    return low, (ranks.filter(rank__gt=low) if low is not None else ranks).first()


def _renumber(owner: Person, application: Application, lane: str) -> None:
    """Write the ranks of a lane anew; the card in hand as well where it lies there."""
    cards = list(Application.lock(owner).filter(lane=lane).order_by("rank", "id").only("id", "rank"))
    for card, number in zip(cards, spread(len(cards)), strict=True):
        card.rank = number
        if card.pk == application.pk:
            application.rank = number
    Application.of(owner).bulk_update(cards, ["rank"], batch_size=400)
