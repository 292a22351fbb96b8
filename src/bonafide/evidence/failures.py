"""Which deploys needed mending at once. Nobody's records say so outright, so it is told by rules that are stated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from bonafide.evidence.history import Deploy, History
from bonafide.model.measure import Window

PATCH_DAYS = (3, 7, 14)
RULES = ("revert", "hotfix", *(f"patch within {days} days" for days in PATCH_DAYS))
"""A change of it was taken back; the next deploy brought a hotfix; the next deploy of its line was a patch, so soon."""
SOON = timedelta(days=14)
"""A revert or a hotfix later than this mends something else."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A deploy that failed, and the one that mended it."""

    deploy: Deploy
    mended: Deploy


def failures(history: History, window: Window, rule: str) -> list[Failure]:
    """The deploys of a window that failed by a rule of `RULES`; the one that mends may lie behind the window."""
    found = _reverted(history) if rule == "revert" else _followed(history, rule)
    return [failure for failure in found if window.holds(failure.deploy.at)]


def marked(history: History, rule: str) -> bool:
    """Whether anything in the whole history carries a rule's mark; where nothing does, people there mend in another way."""
    if rule == "revert":
        return any(change.reverts for deploy in history.deploys for change in deploy.changes)
    return any(_mends(deploy, rule) for deploy in history.deploys)


def _mends(deploy: Deploy, rule: str) -> bool:
    return deploy.hotfix if rule == "hotfix" else deploy.patch


def _reverted(history: History) -> Iterator[Failure]:
    """Each deploy once, with the first that takes back a change that it brought."""
    if not marked(history, "revert"):
        return
    brought: dict[str, Deploy] = {}
    failed: set[str] = set()
    for deploy in history.deploys:
        if not deploy.successful:
            continue
        for change in deploy.changes:
            origin = brought.get(change.reverts) if change.reverts else None
            if origin and origin.name not in failed and deploy.at - origin.at <= SOON:
                failed.add(origin.name)
                yield Failure(origin, deploy)
        for change in deploy.changes:
            brought[change.id] = brought[change.subject] = deploy


def _followed(history: History, rule: str) -> Iterator[Failure]:
    """Each deploy whose successor is a mending one: on its line, or of all where its line has none yet."""
    last: dict[str, Deploy] = {}
    newest: Deploy | None = None
    days = SOON if rule == "hotfix" else timedelta(days=int(rule.split()[2]))
    for deploy in history.deploys:
        if not deploy.successful:
            continue
        before = last.get(deploy.line, newest)
        if before and _mends(deploy, rule) and deploy.at - before.at <= days:
            yield Failure(before, deploy)
        last[deploy.line] = newest = deploy
