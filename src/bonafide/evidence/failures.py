"""Which deploys needed mending at once. Nobody's records say so outright, so it is told by rules that are stated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bonafide.evidence.history import Deploy, History
from bonafide.model.measure import Window

PATCH_DAYS = (3, 7, 14)
RULES = ("revert", "hotfix", *(f"patch within {days} days" for days in PATCH_DAYS))
"""A change of it was taken back; the next deploy brought a hotfix; the next deploy of its line was a patch, so soon."""
OBSERVED = ("rolled back", "reported failed")
"""Where the system that deploys told of it: an earlier deploy was put back in its stead; it failed after it had succeeded."""
LINKED = "linked incident"
"""Where incidents are given: one names the deploy as its cause."""
UNUSED = "Nothing in the whole history is marked so: this rule tells nothing here."
OWN_CLOCK = (
    "An incident tells when service was back, not which deploy mended it: that is the time to resolve."
)
NO_CHANGES = "The records hold no changes, only deploys."
SOON = timedelta(days=14)
"""What comes later than this mends something else. An incident that begins later says that a deploy was faulty, not that
it had to be mended at once, which is what the rate counts by every rule."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A deploy that failed, and when it was mended; None where nothing has mended it yet."""

    deploy: Deploy
    mended: datetime | None


def rules(history: History) -> tuple[str, ...]:
    """The rules that can be asked of a history."""
    return (*RULES, *(OBSERVED if history.observed else ()), *((LINKED,) if history.linked else ()))


def failures(history: History, window: Window, rule: str) -> list[Failure]:
    """The deploys of a window that failed by one of the `rules`; what mends may lie behind the window."""
    return [failure for failure in _failed(history, rule) if window.holds(failure.deploy.at)]


def unknown(history: History, rule: str) -> str:
    """Why a rule tells nothing of a history; "" where it tells something."""
    if marked(history, rule):
        return ""
    return NO_CHANGES if rule == "revert" and history.deploys and not history.knows_changes else UNUSED


def unmended(rule: str) -> str:
    """Why a rule does not tell what mended a deploy; "" where it does.

    When an incident was resolved is no deploy's moment: taken for one, the rule would tell a time on another clock than
    the others do, which are compared with it.
    """
    return OWN_CLOCK if rule == LINKED else ""


def marked(history: History, rule: str) -> bool:
    """Whether anything in the whole history carries a rule's mark; where nothing does, people there mend in another way."""
    if rule == "revert":
        return any(change.reverts for deploy in history.deploys for change in deploy.changes)
    if rule in (*OBSERVED, LINKED):
        return any(_seen(deploy, rule) for deploy in history.deploys)
    return any(_mends(deploy, rule) for deploy in history.deploys)


def _failed(history: History, rule: str) -> Iterator[Failure]:
    if rule == "revert":
        return _reverted(history)
    if rule == LINKED:
        return (Failure(one, None) for one in history.deploys if one.successful and _seen(one, rule))
    return _observed(history, rule) if rule in OBSERVED else _followed(history, rule)


def _seen(deploy: Deploy, rule: str) -> datetime | None:
    """When a deploy was seen to have failed, if that was soon enough to be its own failure."""
    at = {"rolled back": deploy.undone, LINKED: deploy.incident}.get(rule, deploy.broken)
    return at if at and at - deploy.at <= SOON else None


def _observed(history: History, rule: str) -> Iterator[Failure]:
    """Each deploy that was seen to have failed; what broke is mended by what came into its stead after that."""
    for number, deploy in enumerate(history.deploys):
        if not (deploy.successful and (at := _seen(deploy, rule))):
            continue
        later = [one.at for one in history.deploys[number + 1 :] if one.successful and one.at > at]
        ends = [*later[:1], *([deploy.undone] if deploy.undone and deploy.undone >= at else [])]
        yield Failure(deploy, min(ends, default=None))


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
                yield Failure(origin, deploy.at)
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
            yield Failure(before, deploy.at)
        last[deploy.line] = newest = deploy
