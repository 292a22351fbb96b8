"""A line of a CV cut into what was done and what came of it; every word stays, in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bonafide.language import quantities
from bonafide.language.sentences import words
from bonafide.stories.words import story_words

SHORTEST = 3
"""Words. A clause of fewer stays with the one before it."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a line tells as done, and what as its outcome; either may be empty."""

    done: tuple[str, ...]
    outcome: tuple[str, ...]


def cut(line: str) -> Deed:
    """The line's clauses by what they tell.

    An outcome with its way (`Cut spend by 31 % by reserving capacity`) is cut before the way, so that both are told.
    """
    done: list[str] = []
    outcome: list[str] = []
    for clause in _clauses(line):
        if not is_outcome(clause):
            done.append(clause)
            continue
        what, how = _way(clause)
        outcome.append(what)
        done += [how] if how else []
    return Deed(tuple(done), tuple(outcome))


def is_outcome(clause: str) -> bool:
    """Whether the clause holds a figure that changed: from one value to another, or beside a word of change."""
    found = quantities.find(clause)
    moved = {"from", "to"} <= {one.role for one in found}
    return bool(found) and (moved or not _change().isdisjoint(words(clause)))


def _clauses(line: str) -> Iterator[str]:
    at = 0
    for mark in _marks().finditer(line):
        # The mark's own words (`which`, `resulting in`) belong to the clause that they open.
        begins = mark.start() + len(mark[0]) - len(mark[0].lstrip(" .;,–—"))
        if min(len(words(line[at : mark.start()])), len(words(line[mark.end() :]))) >= SHORTEST:
            yield line[at : mark.start()].strip(" ,;.–—")
            at = begins
    yield line[at:].strip(" ,;–—")


def _way(clause: str) -> tuple[str, str]:
    """The outcome, and how it was reached where the clause says so after its last figure that changed."""
    for word in _how().finditer(clause):
        before, after = clause[: word.start()], clause[word.start() :]
        follows = after[word.end() - word.start() :].lstrip()
        names_no_figure = not quantities.find(" ".join(follows.split()[:3]))
        if names_no_figure and is_outcome(before) and len(words(follows)) >= 2:
            return before.strip(" ,"), after.strip()
    return clause, ""


@cache
def _marks() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(story_words()["marks"], key=len, reverse=True))))


@cache
def _how() -> re.Pattern[str]:
    ways = sorted(story_words()["how"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ways))})\b", re.IGNORECASE)


@cache
def _change() -> frozenset[str]:
    return frozenset(story_words()["change"])
