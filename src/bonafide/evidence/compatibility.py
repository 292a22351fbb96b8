"""How often a release broke what its clients relied on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from bonafide.evidence.chance import wilson
from bonafide.evidence.counted import Counted
from bonafide.evidence.definitions import figure
from bonafide.evidence.samples import Shares
from bonafide.evidence.spans import reach
from bonafide.model.measure import Window

ALL, MINOR = "of all releases", "but of new major versions"
UNVERSIONED = "The versions do not tell of major ones."


@dataclass(frozen=True, slots=True)
class Compared:
    """A release that was held against the one before it: the kinds of what it broke, and whether it is a new major version."""

    at: datetime
    broken: frozenset[str]
    major: bool = False


@dataclass(frozen=True, slots=True)
class Compatibility:
    """The releases that could be compared, when the first of all was made, and whether versions tell of major ones."""

    releases: tuple[Compared, ...]
    begun: datetime
    versioned: bool

    @staticmethod
    def of(releases: Iterable[Compared], begun: datetime, *, versioned: bool) -> Compatibility:
        """From releases in any order."""
        return Compatibility(tuple(sorted(releases, key=lambda one: one.at)), begun, versioned)

    def reach(self, today: date) -> Window:
        """From the day after the first release, which nothing comes before, up to today, which is not over."""
        return reach(self.begun.date() + timedelta(days=1), today)

    def counted(self, window: Window, chance: Random) -> Sequence[Counted]:
        """The share of releases that broke something: of all, and of those that do not say so by their version."""
        return list(self._shares([one for one in self.releases if window.holds(one.at)], window))

    def _shares(self, within: Sequence[Compared], window: Window) -> Iterator[Counted]:
        minor = [one for one in within if not one.major]
        for rule, of in ((ALL, within), (MINOR, minor)):
            why = UNVERSIONED if rule == MINOR and not self.versioned else ""
            broken = [one for one in of if one.broken]
            kinds = Counter(kind for one in broken for kind in one.broken)
            share, between = (len(broken) / len(of), wilson(len(broken), len(of))) if of else (None, None)
            told = figure(
                "breaking-releases",
                window,
                len(of),
                share,
                between,
                rule=rule,
                why=why,
                detail={
                    "breaking": float(len(broken)),
                    **{kind: float(kinds[kind]) for kind in sorted(kinds)},
                },
            )
            yield Counted(told, Shares(len(broken), len(of)))
