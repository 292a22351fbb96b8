"""The history of one system's deploys: which changes each of them brought first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bonafide.model.measure import Window

_HOTFIX = re.compile(r"\bhot[ -]?fix", re.I)


@dataclass(frozen=True, slots=True)
class Change:
    """A commit that is no merge. `reverts` are the ids that its message says it takes back, or what stands in quotation marks there."""

    id: str
    written: datetime
    committed: datetime
    subject: str
    bot: bool = False
    reverts: str = ""

    @property
    def squashed(self) -> bool:
        """Whether it was written at the second it was committed, as what a server squashes is."""
        return self.written == self.committed


@dataclass(frozen=True, slots=True)
class Deploy:
    """A deploy to production: when, as what, and the changes that no earlier deploy had.

    `patch` and `hotfix` are what its name or its changes say it is; `line` is its release line (`2.4`). `undone` is when
    an earlier one was put back in its stead, `broken` when it was reported as failed after it had succeeded, `incident`
    when the first incident began that names it as its cause. `commit` is what was deployed, `merges` are the merges that
    no earlier deploy had.
    """

    name: str
    at: datetime
    changes: tuple[Change, ...] = ()
    successful: bool = True
    patch: bool = False
    hotfix: bool = False
    line: str = ""
    undone: datetime | None = None
    broken: datetime | None = None
    commit: str = ""
    merges: tuple[str, ...] = ()
    incident: datetime | None = None


def is_hotfix(name: str, changes: Iterable[Change]) -> bool:
    """Whether a deploy's name, or one of its changes, says that it is a hotfix; taking one back is none."""
    return bool(_HOTFIX.search(name)) or any(
        _HOTFIX.search(change.subject) and not change.reverts for change in changes
    )


@dataclass(frozen=True, slots=True)
class History:
    """All deploys in the order of time; the first one holds everything that came before it.

    `observed` says that the system that deploys told of them, which knows what was undone and what broke; tags do not.
    `linked` says that incidents were held against them.
    """

    deploys: tuple[Deploy, ...]
    observed: bool = False
    linked: bool = False

    @staticmethod
    def of(deploys: Sequence[Deploy], *, observed: bool = False) -> History:
        """The deploys in whatever order they come."""
        return History(tuple(sorted(deploys, key=lambda deploy: (deploy.at, deploy.name))), observed)

    def within(self, window: Window) -> Iterator[Deploy]:
        """The successful deploys of a window."""
        return (deploy for deploy in self.deploys if deploy.successful and window.holds(deploy.at))

    def waited(self, window: Window) -> Iterator[tuple[Deploy, tuple[Change, ...]]]:
        """The window's deploys with the changes of people, without the first deploy of all."""
        for deploy in self.deploys[1:]:
            if deploy.successful and window.holds(deploy.at):
                yield deploy, tuple(change for change in deploy.changes if not change.bot)

    @property
    def knows_changes(self) -> bool:
        """Whether any deploy is known to have brought a change."""
        return any(deploy.changes for deploy in self.deploys)

    @property
    def squashes(self) -> bool:
        """Whether most changes of people were written at the second of their merge."""
        changes = [change for deploy in self.deploys[1:] for change in deploy.changes if not change.bot]
        return bool(changes) and sum(change.squashed for change in changes) * 2 > len(changes)
