"""Commits that a system brought into production, and when -> the history of deploys. Pure.

What several deployments of one commit are to each other is told here: the first one is the deploy, a later one after
which nothing is older is a repetition, and one that puts an older commit back undoes the one before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bonafide.connectors.systems.git.tags import tag
from bonafide.connectors.systems.graph import Brought, Commit, reached
from bonafide.evidence.delivery import Deploys
from bonafide.evidence.history import Deploy, History, is_hotfix
from bonafide.model.faults import InputFault

PRODUCTION = frozenset({"production", "prod", "live"})
"""What environments that people use are called where nothing else says it."""
FEWEST = 2
MOST_RANGES = 50


@dataclass(frozen=True, slots=True, order=True)
class Rollout:
    """A commit that was brought into an environment: when that succeeded, from which branch or tag, when it was begun,
    and when it was reported as failed after it had succeeded."""

    at: datetime
    commit: str
    environment: str
    ref: str = ""
    begun: datetime | None = None
    broken: datetime | None = None


@dataclass(frozen=True, slots=True)
class Rollouts:
    """What a list of deployments told, what one should know of it, and the last moment that it tells of."""

    made: tuple[Rollout, ...]
    notes: tuple[str, ...] = ()
    seen: datetime | None = None


def is_production(environment: str) -> bool:
    """Whether an environment is called as production is, or as a part of it (`production/eu`)."""
    return environment.lower().partition("/")[0] in PRODUCTION


def no_production(environments: Iterable[str], mend: str) -> InputFault:
    """The fault of a list of deployments of which none is wanted; it names what there is."""
    names = sorted(filter(None, set(environments)))
    if not names:
        return InputFault("There is no deployment in it.", mend=mend)
    shown = ", ".join(name[:40] for name in names[:8])
    what = f"There is no deployment to production in it, only to: {shown}."
    return InputFault(what, mend="Say which environment is production: --environment NAME.")


def deploys(
    rollouts: Iterable[Rollout], commits: Mapping[str, Commit], seen: datetime | None = None
) -> tuple[Deploys, tuple[str, ...]]:
    """The deploys, each with the changes that no earlier one contains, and what one should know of them.

    Raises InputFault where there are fewer than two.
    """
    ordered = sorted(rollouts, key=lambda one: (one.at, one.commit, one.environment))
    first = _first(ordered)
    if len(first) < FEWEST:
        what = "Fewer than two commits were deployed successfully: nothing can be measured between them."
        raise InputFault(what, mend="Take more days: --from DAY.")
    back = list(_set_back(ordered))
    # Told from the last to the first, so that the first of several stands.
    undone = dict(reversed(back))
    broken = {one.commit: one.broken for one in reversed(ordered) if one.broken}
    found = [
        replace(deploy, undone=undone.get(commit), broken=broken.get(commit))
        for commit, deploy in _brought(first, commits)
    ]
    lost = len(first.keys() - _known(commits)) if commits else 0
    notes = _notes(len(ordered) - len(first) - len(back), len(back), lost)
    return Deploys(History.of(found, observed=True), seen), tuple(notes)


def ranged(
    rollouts: Iterable[Rollout], between: Callable[[str, str], Iterable[Commit] | None]
) -> dict[str, Commit]:
    """The commits that were deployed after the first deploy, by id.

    `between` gives those that one commit's history has and another's, given first, has not; None where it cannot. Asked
    for the last deploy it gives nearly all; what was deployed from elsewhere is asked for too, and what is too much for one
    question in halves, `MOST_RANGES` questions in all.
    """
    order = list(_first(sorted(rollouts, key=lambda one: (one.at, one.commit, one.environment))))
    found: dict[str, Commit] = {}
    spans = [(0, head) for head in range(1, len(order))]
    asked = 0
    while spans and asked < MOST_RANGES:
        low, high = spans.pop()
        if order[high] in found:
            continue
        asked += 1
        told = between(order[low], order[high])
        if told is not None:
            found |= {one.change.id: one for one in told}
        elif high - low > 1:
            middle = (low + high) // 2
            spans += [(low, middle), (middle, high)]
    return found


def _first(ordered: Iterable[Rollout]) -> dict[str, Rollout]:
    """The first rollout of each commit, in the order of time."""
    first: dict[str, Rollout] = {}
    for one in ordered:
        first.setdefault(one.commit, one)
    return first


def _set_back(ordered: Iterable[Rollout]) -> Iterator[tuple[str, datetime]]:
    """Each commit in whose stead an environment was given one that it had had before it, and when.

    One that was begun before the other had succeeded undoes nothing: it was slow, or brought another part.
    """
    ranks: dict[tuple[str, str], int] = {}
    now: dict[str, Rollout] = {}
    for one in ordered:
        place = one.environment
        rank = ranks.setdefault((place, one.commit), len(ranks))
        before = now.get(place)
        if before and rank < ranks[place, before.commit]:
            if one.begun and one.begun < before.at:
                continue
            yield before.commit, one.at
        now[place] = one


def _brought(first: Mapping[str, Rollout], commits: Mapping[str, Commit]) -> Iterator[tuple[str, Deploy]]:
    """Each commit as a deploy with what it brought: nothing that may as well have come with one that is not known."""
    seen: set[str] = set()
    known, certain = _known(commits), True
    for commit, one in first.items():
        came = reached(commits, commit, seen)
        told = came if certain and commit in known else Brought()
        named = tag(one.ref.removeprefix("refs/tags/"), commit, one.at)
        hotfix = is_hotfix(one.ref, told.changes)
        kind = Deploy(f"{one.ref}@{commit}", one.at, told.changes, patch=named.patch, hotfix=hotfix)
        yield commit, replace(kind, line=named.line, commit=commit, merges=told.merges)
        certain = commit in known


def _known(commits: Mapping[str, Commit]) -> set[str]:
    """The commits of a list, and those that it begins after."""
    return {*commits, *(parent for one in commits.values() for parent in one.parents)}


def _notes(again: int, back: int, lost: int) -> Iterator[str]:
    if again > 0:
        yield f"{again} further deployments of a commit that was deployed before do not count."
    if back:
        yield f"{back} times an earlier commit was put back: that undoes a deploy, and is none of its own."
    if lost:
        yield f"{lost} deploys are of commits that the list of commits does not hold: what they and the next ones brought is not measured."
