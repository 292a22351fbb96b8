"""Pods -> what their containers have counted of restarts when the list was taken. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from bonafide.connectors.systems.kubernetes.objects import MEND, Json, Thing
from bonafide.evidence.restarts import Seen
from bonafide.model.faults import InputFault

OVER = frozenset({"Succeeded", "Failed"})
MEMORY = "OOMKilled"


def seen(found: Iterable[Thing], taken: datetime) -> tuple[list[Seen], int]:
    """The containers of the pods that run, and how many pods were left out since they are over, or are never started anew.

    Raises InputFault where a pod began after the list was taken.
    """
    kept: list[Seen] = []
    left = 0
    for thing in found:
        if thing.kind != "Pod":
            continue
        if thing.text("status", "phase") in OVER or thing.text("spec", "restartPolicy") == "Never":
            left += 1
            continue
        kept.extend(_containers(thing, taken))
    return kept, left


def _containers(thing: Thing, taken: datetime) -> Iterator[Seen]:
    since = thing.moment("status", "startTime") or thing.moment("metadata", "creationTimestamp")
    if since is None:
        raise InputFault("This pod does not say when it began.", where=thing.where, mend=MEND)
    if since > taken:
        what = f"This pod began ({since:%Y-%m-%d %H:%M}) after the list was taken."
        raise InputFault(what, where=thing.where, mend="Say when it was: --taken 2025-06-01T12:00.")
    for status in thing.listed("status", "containerStatuses"):
        yield Seen(
            thing.id, str(status.get("name", "")), taken, since, _count(status, thing.where), _memory(status)
        )


def _count(status: Json, where: str) -> int:
    said = str(status.get("restartCount", ""))
    if not (said.isascii() and said.isdigit() and len(said) < 10):
        raise InputFault("This container has no restartCount.", where=where, mend=MEND)
    return int(said)


def _memory(status: Json) -> bool:
    last = Thing("", "", status)
    return last.text("lastState", "terminated", "reason") == MEMORY
