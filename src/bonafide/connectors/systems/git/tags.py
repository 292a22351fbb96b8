"""Which tags are deploys: releases of one product, without their rehearsals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from fnmatch import fnmatchcase

FIELDS = "%(refname:strip=2)%00%(objectname)%00%(*objectname)%00%(creatordate:unix)"
"""What `git for-each-ref` is asked for; a lightweight tag has no second object name, and its commit's date."""
_VERSION = re.compile(r"(?P<prefix>.*?)[vV]?(?P<numbers>\d+(?:[._-]\d+)*)(?P<rest>.*)", re.S)
_REHEARSAL = re.compile(
    r"[-._+]?(?:rc|alpha|beta|dev|pre|preview|snapshot|nightly|canary|test|milestone|[abm](?=\d))", re.I
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag on a commit; `at` is when it was made, for a lightweight one when its commit was."""

    name: str
    commit: str
    at: datetime
    prefix: str = ""
    numbers: tuple[int, ...] = ()
    rehearsal: bool = False

    @property
    def patch(self) -> bool:
        """Whether it is the later one of a line, as 2.4.1 is of 2.4."""
        return len(self.numbers) == 3 and self.numbers[0] < 1900 and self.numbers[2] > 0

    @property
    def line(self) -> str:
        """Its release line, `2.4`; "" where its numbers tell of none."""
        return f"{self.numbers[0]}.{self.numbers[1]}" if len(self.numbers) == 3 else ""


def parsed(lines: Iterable[str]) -> list[Tag]:
    """The tags of the lines that `git for-each-ref` gave by `FIELDS`; what is tagged but no commit with a date is passed over."""
    found = []
    for line in lines:
        name, own, commit, seconds = line.split("\0")
        if seconds:
            found.append(tag(name, commit or own, datetime.fromtimestamp(int(seconds), UTC)))
    return found


def tag(name: str, commit: str, at: datetime) -> Tag:
    """A tag with what its name tells: prefix, numbers, whether it is a rehearsal."""
    match = _VERSION.fullmatch(name)
    if not match:
        return Tag(name, commit, at, prefix=name)
    numbers = tuple(int(number) for number in re.findall(r"\d+", match["numbers"])[:4])
    return Tag(
        name, commit, at, match["prefix"].rstrip("-/_@"), numbers, bool(_REHEARSAL.match(match["rest"]))
    )


@dataclass(frozen=True, slots=True)
class Releases:
    """The tags that are deploys, one for each commit, and what was left out, in sentences."""

    tags: tuple[Tag, ...]
    notes: tuple[str, ...] = ()


def releases(tags: Sequence[Tag], pattern: str = "") -> Releases:
    """The tags that a pattern of the person's names, or those of the product with the most releases."""
    named = [tag for tag in tags if fnmatchcase(tag.name, pattern)] if pattern else _main(tags)
    real = [tag for tag in named if not tag.rehearsal]
    first: dict[str, Tag] = {}
    for tag in sorted(real, key=lambda tag: (tag.at, tag.name)):
        first.setdefault(tag.commit, tag)
    notes = (
        _note(len(named) - len(real), "pre-releases were left out"),
        _note(len(real) - len(first), "further tags on commits that were released before were left out"),
        "" if pattern else _others(tags, named),
    )
    return Releases(tuple(first.values()), tuple(note for note in notes if note))


def _main(tags: Sequence[Tag]) -> list[Tag]:
    counts = Counter(tag.prefix for tag in tags if tag.numbers and not tag.rehearsal)
    if not counts:
        return []
    # The most releases; of as many the shorter name, which is the product's and not a part's.
    prefix = min(counts, key=lambda prefix: (-counts[prefix], len(prefix), prefix))
    return [tag for tag in tags if tag.prefix == prefix and tag.numbers]


def _others(tags: Sequence[Tag], named: Sequence[Tag]) -> str:
    kept = {tag.name for tag in named}
    left = [tag for tag in tags if tag.name not in kept]
    if not left:
        return ""
    shown = ", ".join(sorted({tag.prefix or tag.name for tag in left})[:3])
    return f"{len(left)} tags of another kind were left out ({shown}); name the right ones with a pattern."


def _note(count: int, words: str) -> str:
    return f"{count} {words}." if count else ""
