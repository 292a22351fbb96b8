"""Commits with their parents, from git itself or from a system that holds the repository. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from bonafide.evidence.history import Change

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


def commit(
    ident: str,
    parents: tuple[str, ...],
    written: datetime,
    committed: datetime,
    author: str,
    subject: str,
    body: str = "",
) -> Commit:
    """A commit of what its record says; `author` is `NAME <EMAIL>`, and tells bots from people."""
    bot, reverts = _is_bot(author), _reverts(subject, body)
    return Commit(Change(ident, written, committed, subject, bot=bot, reverts=reverts), parents)


@lru_cache(maxsize=10_000)
def _is_bot(author: str) -> bool:
    return bool(_BOT.search(author))


def _reverts(subject: str, body: str) -> str:
    """The id, or else the subject, of what a commit takes back; taking back a revert takes back nothing."""
    match = _REVERT.match(subject)
    if not match or match[1].startswith("Revert "):
        return ""
    named = _REVERTED.search(body)
    return named[1] if named else match[1]


@dataclass(frozen=True, slots=True)
class Brought:
    """What a deploy brought first; merges, of which there are only the ids, bring nothing of their own."""

    changes: tuple[Change, ...] = ()
    merges: tuple[str, ...] = ()


def reached(found: Mapping[str, Commit], start: str, seen: set[str]) -> Brought:
    """What a walk from here to what was seen already finds, which is seen then too."""
    changes, merges, ahead = [], [], [start]
    while ahead:
        ident = ahead.pop()
        if ident in seen or ident not in found:
            continue
        seen.add(ident)
        one = found[ident]
        ahead.extend(one.parents)
        if len(one.parents) < 2:
            changes.append(one.change)
        else:
            merges.append(ident)
    return Brought(tuple(changes), tuple(merges))
