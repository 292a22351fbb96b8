"""The descriptions of an interface at each release of a repository -> which releases broke something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from bonafide.connectors.sources import MEGABYTE
from bonafide.connectors.systems.git.asking import Git
from bonafide.connectors.systems.git.tags import Tag
from bonafide.connectors.systems.openapi.compare import compared
from bonafide.connectors.systems.openapi.description import MOST_FILES, Description
from bonafide.connectors.systems.openapi.operations import is_description
from bonafide.connectors.systems.reading import Content, timed
from bonafide.connectors.systems.trees import LARGEST_YAML, trees
from bonafide.evidence.compatibility import Compared
from bonafide.language.plain_yaml import Limits
from bonafide.model.faults import InputFault, UnreadableFault

LIMITS = Limits(4_000_000, depth=100, aliases=True)
_NAME = re.compile(r"(?:.*/)?[^/]*(?:openapi|swagger)[^/]*\.(?:json|ya?ml)", re.I)
LARGEST, SMALL = 2 * LARGEST_YAML, MEGABYTE // 4
DATES = 1900
"""A first number from here on is a year."""
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Held:
    """A release's description, and the ids of its files' contents: the same ids are the same description."""

    description: Description
    ids: tuple[str, ...]


@dataclass(slots=True)
class Reader:
    """Reads descriptions from a repository; what two releases share is read once. `unreadable` names the releases whose file is none."""

    git: Git
    paths: Sequence[str]
    unreadable: set[str] = field(default_factory=set)
    _small: Any = field(init=False)

    def __post_init__(self) -> None:
        self._small = lru_cache(maxsize=2 * MOST_FILES)(self._value)

    def held(self, tag: Tag) -> Held | None:
        """A release's description; None where it has none, or one that cannot be read."""
        path = next((path for path in self.paths if self._id(tag, path)), None)
        if path is None:
            return None
        ids: dict[str, str] = {}

        def load(path: str) -> Any:
            ids[path] = self._id(tag, path)
            return self._shared(ids[path], path) if ids[path] else None

        try:
            description = Description.of(path, load)
        except UnreadableFault:
            self.unreadable.add(tag.name)
            return None
        if not is_description(description.whole):
            self.unreadable.add(tag.name)
            return None
        return Held(description, tuple(f"{name} {ids[name]}" for name in sorted(ids)))

    def _id(self, tag: Tag, path: str) -> str:
        found = self.git.said("rev-parse", "--verify", "--quiet", f"{tag.commit}:{path}", missing="")
        return found if found and self.git.said("cat-file", "-t", found) == "blob" else ""

    def _shared(self, ident: str, path: str) -> Any:
        """A file's value. Small ones are kept, since a description of many files changes few of them at a time."""
        size = int(self.git.said("cat-file", "-s", ident))
        if size > LARGEST:
            raise UnreadableFault(f"This is larger than {LARGEST // MEGABYTE} MB.", where=path)
        return self._small(ident, path) if size < SMALL else self._value(ident, path)

    def _value(self, ident: str, path: str) -> Any:
        return next(iter(trees(Content(path, self.git.gave("cat-file", "blob", ident)), LIMITS)), None)


def found_paths(git: Git, newest: Tag) -> list[str]:
    """The one description of the newest release. Raises InputFault where there is none, or several."""
    listed = git.gave("ls-tree", "-r", "-z", "--full-tree", "--name-only", newest.commit).decode(
        "utf-8", "replace"
    )
    found = sorted(path for path in listed.split("\0") if _NAME.fullmatch(path))
    if len(found) == 1:
        return found
    what = "There are several descriptions." if found else "No file is called after OpenAPI or Swagger."
    shown = f" It has: {', '.join(found[:SHOWN])}." if found else ""
    mend = f"Name it: --description PATH, as it is called within the repository.{shown}"
    raise InputFault(what, where=newest.name, mend=mend)


def pairs(tags: Iterable[Tag]) -> Iterator[tuple[Tag, Tag | None]]:
    """Each release with the one that it follows: the highest version below its own of those that were there before.

    So that a correction of an old line is held against that line, and not against a newer one.
    """
    made: list[Tag] = []
    for tag in sorted(tags, key=lambda one: (one.at, one.numbers, one.name)):
        before = [one for one in made if one.numbers < tag.numbers] if tag.numbers else made[-1:]
        yield tag, max(before, key=lambda one: (one.numbers, one.at), default=None)
        made.append(tag)


def held_against(reader: Reader, tags: Sequence[Tag]) -> tuple[list[Compared], int, int]:
    """The releases that could be compared, how many could not, and how many pairs of schemas were unclear.

    A release without a description takes that of the one that it follows for those that follow it.
    """
    kept = lru_cache(maxsize=3)(reader.held)
    followed = dict(pairs(tags))
    found: list[Compared] = []
    left = unclear = 0
    ordered = sorted(followed, key=lambda one: (one.numbers, one.at))
    for tag in timed(ordered, every=1, progress=reader.git.progress, what="releases"):
        new, before = kept(tag), followed[tag]
        while before is not None and (old := kept(before)) is None:
            before = followed[before]
        if new is None or before is None or old is None:
            left += 1
            continue
        told = compared(old.description, new.description) if old.ids != new.ids else None
        unclear += bool(told and told.unclear)
        found.append(Compared(tag.at, told.broken if told else frozenset(), is_major(before, tag)))
    return found, left, unclear


def is_major(before: Tag, tag: Tag) -> bool:
    """Whether a release is the first of a new major version."""
    return bool(before.numbers and tag.numbers) and before.numbers[0] < tag.numbers[0] < DATES


def versioned(tags: Iterable[Tag]) -> bool:
    """Whether versions have parts of which the first may say that something breaks."""
    return any(len(tag.numbers) > 1 and tag.numbers[0] < DATES for tag in tags)
