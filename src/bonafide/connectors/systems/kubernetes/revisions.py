"""ReplicaSets of Deployments -> when each revision was rolled out first, and from when on all of them are known. Pure.

A Deployment makes a ReplicaSet for each new template and keeps the last ten of them, or as many as it says; one that is rolled out
again keeps its moment, takes the next number, and notes those that it had. A number that nobody has is a revision that vanished.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatchcase
from typing import Any

from bonafide.connectors.systems.kubernetes.objects import MEND, Thing
from bonafide.evidence.history import Deploy
from bonafide.model.faults import InputFault

REVISION, EARLIER = "deployment.kubernetes.io/revision", "deployment.kubernetes.io/revision-history"
RESTARTED = "kubectl.kubernetes.io/restartedAt"
HASH = "pod-template-hash"
LONGEST = 1_000_000
"""A revision's number; of a Deployment that is rolled out every minute it takes two years."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A template of a workload: the numbers that it has had, in order, when it was made, and what it is apart from a restart."""

    workload: str
    owner: str
    numbers: tuple[int, ...]
    made: datetime
    template: Any


@dataclass(frozen=True, slots=True)
class Told:
    """The rollouts of which all later ones are known, and what one should know of them."""

    deploys: tuple[Deploy, ...]
    notes: tuple[str, ...]


def revisions(found: Iterable[Thing]) -> list[Revision]:
    """The revisions of Deployments, each once, with all numbers that any list gives it. ReplicaSets of others are passed over."""
    known: dict[str, Revision] = {}
    for thing in found:
        for one in _revision(thing) if thing.kind == "ReplicaSet" else ():
            before = known.get(thing.id, one)
            numbers = tuple(sorted({*before.numbers, *one.numbers}))
            known[thing.id] = Revision(one.workload, one.owner, numbers, one.made, one.template)
    return list(known.values())


def told(found: Sequence[Revision], wanted: Sequence[str]) -> Told:
    """The rollouts of one workload, or of those that are named by patterns.

    Raises InputFault where there is none, or several and none is named.
    """
    names = sorted({one.workload for one in found})
    chosen = [name for name in names if any(_called(name, wish) for wish in wanted)] if wanted else names
    if not chosen or (len(chosen) > 1 and not wanted):
        what = (
            "There is no ReplicaSet of such a Deployment." if not chosen else "There are several Deployments."
        )
        shown = ", ".join(names[:8]) or "none"
        mend = f"Name one or more of: {shown} (--deployment NAME)." if names else MEND
        raise InputFault(what, where="--deployment", mend=mend)
    owners: dict[str, list[Revision]] = {}
    for one in sorted(found, key=lambda one: one.numbers):
        if one.workload in chosen:
            owners.setdefault(one.owner, []).append(one)
    return _told(list(owners.values()), len(chosen))


def _told(owners: Sequence[Sequence[Revision]], workloads: int) -> Told:
    """The window begins where every workload tells all: with the first revision after the last that vanished."""
    vanished = [_vanished(own) for own in owners]
    whole = [
        [one for one in own if one.numbers[0] > gone] for own, gone in zip(owners, vanished, strict=True)
    ]
    if not all(whole):
        # The newest revision of one is an old one that was rolled out again: of all that was before nothing is known.
        return Told((), ())
    begun = max(own[0].made for own in whole)
    changed = [one for own in whole for one in _changed(own)]
    deploys = [Deploy(f"{one.workload}@{one.numbers[0]}", one.made) for one in changed if one.made >= begun]
    restarts = sum(map(len, whole)) - len(changed)
    again = sum(len(one.numbers) - 1 for own in owners for one in own)
    return Told(tuple(deploys), tuple(_notes(begun if any(vanished) else None, restarts, again, workloads)))


def _vanished(own: Sequence[Revision]) -> int:
    """The highest number that no ReplicaSet has had; 0 where all are there."""
    known = {number for one in own for number in one.numbers}
    return next((number for number in range(max(known), 0, -1) if number not in known), 0)


def _changed(own: Sequence[Revision]) -> Iterator[Revision]:
    """The revisions but those that only started the same anew (`kubectl rollout restart`)."""
    before: Any = None
    for one in own:
        if before is None or one.template is None or one.template != before:
            yield one
        before = one.template


def _notes(begun: datetime | None, restarts: int, again: int, workloads: int) -> Iterator[str]:
    yield "Whether a rollout came to its end is not kept: every new revision counts as a deploy."
    if begun:
        yield f"A Deployment keeps only its last revisions, so what was rolled out before {begun:%Y-%m-%d} is not known."
    if again:
        yield f"{again} times an earlier revision was rolled out again; when is not kept, and it counts as no deploy."
    if restarts:
        yield f"{restarts} revisions only started the same anew and do not count."
    if workloads > 1:
        yield f"The rollouts of {workloads} Deployments count each."


def _called(name: str, wish: str) -> bool:
    return fnmatchcase(name, wish) or fnmatchcase(name.rpartition("/")[2], wish)


def _revision(thing: Thing) -> Iterator[Revision]:
    """The revision of a ReplicaSet; none where no Deployment owns it."""
    owner = next(
        (one for one in thing.listed("metadata", "ownerReferences") if one.get("kind") == "Deployment"), None
    )
    if owner is None:
        return
    made = thing.moment("metadata", "creationTimestamp")
    numbers = sorted(_numbers(thing))
    if made is None or not numbers:
        what = f"This ReplicaSet has no creationTimestamp, or no {REVISION}."
        raise InputFault(what, where=thing.where, mend=MEND)
    namespace = thing.text("metadata", "namespace")
    workload = "/".join(filter(None, (namespace, str(owner.get("name", "")))))
    template = _bare(thing.at("spec", "template"))
    yield Revision(workload, str(owner.get("uid") or workload), tuple(numbers), made, template)


def _numbers(thing: Thing) -> set[int]:
    said = [thing.text("metadata", "annotations", key) for key in (REVISION, EARLIER)]
    texts = [text.strip() for text in ",".join(filter(None, said)).split(",") if text.strip()]
    if not all(text.isascii() and text.isdigit() and 0 < int(text[:9]) <= LONGEST for text in texts):
        raise InputFault("This is no number of a revision.", where=thing.where, mend=MEND)
    return {int(text) for text in texts}


def _bare(template: Any) -> Any:
    """A template without what a mere restart changes, and without its own hash."""
    if not isinstance(template, Mapping):
        return None
    metadata = template.get("metadata")
    held = dict(metadata) if isinstance(metadata, Mapping) else {}
    for part, key in (("annotations", RESTARTED), ("labels", HASH)):
        values = held.get(part)
        held[part] = (
            {name: value for name, value in values.items() if name != key}
            if isinstance(values, Mapping)
            else {}
        )
    return {**template, "metadata": held}
