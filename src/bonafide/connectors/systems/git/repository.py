"""A repository of git -> the history of its deploys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bonafide.connectors.systems.git import log, tags
from bonafide.connectors.systems.git.asking import Git, repository
from bonafide.connectors.systems.graph import Commit
from bonafide.evidence.history import History
from bonafide.model.faults import InputFault
from bonafide.model.ports import Progress, silent


@dataclass(frozen=True, slots=True)
class Options:
    """Which tags are deploys (a shell pattern; "": found out), or that every merge to the main branch is one."""

    tags: str = ""
    every_merge: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What a repository told: the deploys, a keyed fingerprint of the records, and what one should know of them."""

    history: History
    fingerprint: str
    notes: tuple[str, ...] = ()
    last: datetime | None = None
    """A day after the last commit: a clone tells nothing of what was done after it was last fetched."""


def read(folder: Path, options: Options, key: bytes, progress: Progress = silent) -> Told:
    """The history of a repository's deploys.

    Raises MissingFault where there is no repository, InputFault where it tells too little, WorldFault where git is not there or fails.
    """
    asked = repository(folder, key, progress)
    asked.whole()
    head = asked.said("rev-parse", "--verify", "--quiet", "HEAD", missing="")
    found = log.commits(asked.records(log.FORMAT)) if head else {}
    history, notes = _deploys(asked, found, head, options)
    if len(history.deploys) < 2:
        raise InputFault(_too_few(options), where=str(folder), mend=_MEND)
    if history.squashes:
        notes = (
            *notes,
            "Most changes have one time for writing and committing, as squashed ones have: what came before is not recorded, and their wait begins there.",
        )
    last = max(one.change.committed for one in found.values()) + timedelta(days=1)
    return Told(history, asked.digest.hexdigest(), notes, last)


def _deploys(
    asked: Git, found: dict[str, Commit], head: str, options: Options
) -> tuple[History, tuple[str, ...]]:
    if options.every_merge:
        return log.merges(found, head), ("Every commit on the main branch counts as a deploy.",)
    listed = asked.said("for-each-ref", f"--format={tags.FIELDS}", "refs/tags").splitlines()
    chosen = tags.releases(tags.parsed(listed), options.tags)
    return log.history(found, chosen.tags), chosen.notes


_MEND = "Tag what was deployed, name the tags with --tags PATTERN, or say --every-merge where each merge is deployed."


def _too_few(options: Options) -> str:
    if options.every_merge:
        return "The main branch has fewer than two commits."
    named = f" that “{options.tags}” names" if options.tags else ""
    return f"There are fewer than two releases among the tags{named}: nothing can be measured between them."
