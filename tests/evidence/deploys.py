"""Histories of deploys by rule: one deploy every so many hours, with changes that waited so long."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random

from bonafide.evidence.history import Change, Deploy, History

START = datetime(2024, 1, 1, 12, tzinfo=UTC)
Hours = Callable[[Random, int], float]


def change(name: str, deployed: datetime, waited: float, **more: object) -> Change:
    """A change that was written `waited` hours before its deploy, and committed half an hour after that."""
    written = deployed - timedelta(hours=waited)
    return Change(name, written, written + timedelta(minutes=30), name, **more)  # type: ignore[arg-type]


def steady(count: int, *, every: float = 24, wait: Hours = lambda chance, _: 40, seed: int = 1) -> History:
    """So many deploys, each with three changes; `wait` gives the hours of a change of the deploy of a number."""
    chance = Random(seed)
    deploys = []
    for number in range(count):
        at = START + timedelta(hours=every * number)
        changes = tuple(change(f"{number}-{part}", at, wait(chance, number)) for part in range(3))
        deploys.append(Deploy(f"1.{number}.0", at, changes, line=f"1.{number}"))
    return History.of(deploys)
