"""One pass of `git log` -> commits, and which deploy each of them reached first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from bonafide.connectors.systems.git.tags import Tag
from bonafide.evidence.history import Change, Deploy, History, is_hotfix

FORMAT = "%x1e%H%x1f%P%x1f%at%x1f%ct%x1f%an <%ae>%x1f%s%x1f%b"
"""Record by record: id, parents, author's and committer's seconds, author, subject, the rest of the message."""
_BOT = re.compile(
    r"\[bot\]|\b(?:dependabot|renovate|greenkeeper|github-actions|pre-commit-ci|snyk)\b|\bbot <", re.I
)
_REVERT = re.compile(r'Revert "(.*)"\s*\Z', re.S)
_REVERTED = re.compile(r"This reverts commit ([0-9a-f]{40})")


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit with its parents' ids; the first is the branch it was made on."""

    change: Change
    parents: tuple[str, ...]


def commits(records: Iterable[str]) -> dict[str, Commit]:
    """Every commit by its id, in the order of the log."""
    return {commit.change.id: commit for commit in map(_commit, records)}


def _commit(record: str) -> Commit:
    ident, parents, written, committed, author, subject, body = record.split("\x1f", 6)
    change = Change(
        ident,
        _moment(written),
        _moment(committed),
        subject,
        bot=_is_bot(author),
        reverts=_reverts(subject, body),
    )
    return Commit(change, tuple(parents.split()))


@lru_cache(maxsize=10_000)
def _is_bot(author: str) -> bool:
    return bool(_BOT.search(author))


def _moment(seconds: str) -> datetime:
    return datetime.fromtimestamp(int(seconds), UTC)


def _reverts(subject: str, body: str) -> str:
    """The id, or else the subject, of what a commit takes back; taking back a revert takes back nothing."""
    match = _REVERT.match(subject)
    if not match or match[1].startswith("Revert "):
        return ""
    named = _REVERTED.search(body)
    return named[1] if named else match[1]


def history(found: dict[str, Commit], tags: Sequence[Tag]) -> History:
    """The deploys that tags stand for, each with the changes that no earlier one contains."""
    seen: set[str] = set()
    deploys = []
    for tag in sorted(tags, key=lambda tag: (tag.at, tag.name)):
        changes = tuple(_reached(found, tag.commit, seen))
        hotfix = is_hotfix(tag.name, changes)
        deploys.append(Deploy(tag.name, tag.at, changes, patch=tag.patch, hotfix=hotfix, line=tag.line))
    return History.of(deploys)


def merges(found: dict[str, Commit], head: str) -> History:
    """The same where every commit on the main branch is deployed: its first parents, each a deploy at its own moment."""
    chain = []
    while head in found:
        chain.append(head)
        head = found[head].parents[0] if found[head].parents else ""
    seen: set[str] = set()
    deploys = []
    for ident in reversed(chain):
        changes = tuple(_reached(found, ident, seen))
        at = found[ident].change.committed
        deploys.append(Deploy(ident, at, changes, hotfix=is_hotfix("", changes)))
    return History(tuple(deploys))


def _reached(found: dict[str, Commit], start: str, seen: set[str]) -> list[Change]:
    """What a walk from here to what is known already finds; merges bring nothing of their own."""
    changes, ahead = [], [start]
    while ahead:
        ident = ahead.pop()
        if ident in seen or ident not in found:
            continue
        seen.add(ident)
        commit = found[ident]
        ahead.extend(commit.parents)
        if len(commit.parents) < 2:
            changes.append(commit.change)
    return changes
