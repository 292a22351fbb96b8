"""What `docker inspect` tells of containers -> what they have counted of restarts when it was asked. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from bonafide.connectors.systems.moments import Moments
from bonafide.evidence.restarts import Seen
from bonafide.model.faults import InputFault, UnreadableFault

MEND = "Give what `docker inspect $(docker ps -aq)` wrote."
NEVER = frozenset({"", "no"})
MOST, LARGEST = 100_000, 10**9
"""Containers of a list, and restarts of one."""
_moment = Moments()
Json = Mapping[str, Any]


def seen(where: str, told: Any, taken: datetime) -> tuple[list[Seen], int]:
    """The containers that Docker starts anew, and how many were left out since it does not, or since they do not run.

    Raises UnreadableFault for what is no list of containers, InputFault for one that began after it was asked.
    """
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told) or len(told) > MOST:
        raise UnreadableFault("This is no list of containers.", where=where, mend=MEND)
    kept = [seen for number, one in enumerate(told) for seen in _seen(f"{where}: [{number}]", one, taken)]
    return kept, len(told) - len(kept)


def _seen(where: str, one: Json, taken: datetime) -> Iterator[Seen]:
    state, policy = _part(one, "State"), _part(_part(one, "HostConfig"), "RestartPolicy")
    created, count = _moment(str(one.get("Created") or ""), f"{where}: Created"), one.get("RestartCount")
    if created is None or isinstance(count, bool) or not isinstance(count, int) or not 0 <= count < LARGEST:
        what = "This container does not say when it was created, or how often it was restarted."
        raise UnreadableFault(what, where=where, mend=MEND)
    # Where Docker never restarts a container its count says nothing, and one that is stopped counts no more.
    if str(policy.get("Name") or "") in NEVER or not (state.get("Running") or state.get("Restarting")):
        return
    # A count begins anew when somebody starts a container by hand: one of nought is as old as that start.
    begun = created if count else _moment(str(state.get("StartedAt") or ""), f"{where}: StartedAt") or created
    if begun > taken:
        what = f"This container began ({begun:%Y-%m-%d %H:%M}) after the list was taken."
        raise InputFault(what, where=where, mend="Say when it was: --taken 2025-06-01T12:00.")
    name = str(one.get("Id") or where)
    yield Seen(name, "", taken, max(begun, created), count, bool(state.get("OOMKilled")))


def _part(one: Json, key: str) -> Json:
    found = one.get(key)
    return found if isinstance(found, dict) else {}


def notes(shown: Iterable[Seen], left: int, fallen: int) -> Iterator[str]:
    """What one should know of them."""
    if any(one.restarts for one in shown):
        yield "A count begins anew when a container is started by hand; those that are not nought were taken to be as old as their containers."
    if left:
        yield f"{left} containers that do not run, or that Docker does not restart, were left out."
    if fallen:
        yield f"{fallen} counts fell between two lists: how often these were started anew is not known and was left out."
