"""One pass of `git log` -> commits, and which deploy each of them reached first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bonafide.connectors.systems.git.tags import Tag
from bonafide.connectors.systems.graph import Commit, commit, reached
from bonafide.evidence.history import Deploy, History, is_hotfix

FORMAT = "%x1e%H%x1f%P%x1f%at%x1f%ct%x1f%an <%ae>%x1f%s%x1f%b"
"""Record by record: id, parents, author's and committer's seconds, author, subject, the rest of the message."""


def commits(records: Iterable[str]) -> dict[str, Commit]:
    """Every commit by its id, in the order of the log."""
    return {one.change.id: one for one in map(_commit, records)}


def _commit(record: str) -> Commit:
    ident, parents, written, committed, author, subject, body = record.split("\x1f", 6)
    return commit(ident, tuple(parents.split()), _moment(written), _moment(committed), author, subject, body)


def _moment(seconds: str) -> datetime:
    return datetime.fromtimestamp(int(seconds), UTC)


def history(found: dict[str, Commit], tags: Sequence[Tag]) -> History:
    """The deploys that tags stand for, each with the changes that no earlier one contains."""
    seen: set[str] = set()
    deploys = []
    for tag in sorted(tags, key=lambda tag: (tag.at, tag.name)):
        came = reached(found, tag.commit, seen)
        hotfix = is_hotfix(tag.name, came.changes)
        kind = Deploy(tag.name, tag.at, came.changes, patch=tag.patch, hotfix=hotfix, line=tag.line)
        deploys.append(replace(kind, commit=tag.commit, merges=came.merges))
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
        came = reached(found, ident, seen)
        at, hotfix = found[ident].change.committed, is_hotfix("", came.changes)
        deploys.append(Deploy(ident, at, came.changes, hotfix=hotfix, commit=ident, merges=came.merges))
    return History(tuple(deploys))
