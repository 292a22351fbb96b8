"""How often containers were started anew: their counts, seen once or several times, over the time in which they counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby, pairwise
from random import Random

from bonafide.evidence.chance import FEW, bootstrap
from bonafide.evidence.counted import Counted
from bonafide.evidence.definitions import figure
from bonafide.evidence.samples import Rare
from bonafide.evidence.spans import reach
from bonafide.model.measure import Window

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """A container as a list shows it: what counts from `since` on, when it was `seen`, and its restarts up to then.

    `pod` groups those that live and die together; `memory` is whether the last time it ended for want of memory.
    """

    pod: str
    container: str
    seen: datetime
    since: datetime
    restarts: int
    memory: bool = False


@dataclass(frozen=True, slots=True)
class Life:
    """A time of which it is known how often a container was started anew in it."""

    pod: str
    start: datetime
    end: datetime
    restarts: int
    memory: bool


@dataclass(frozen=True, slots=True)
class Restarts:
    """All lives of the containers, and how many times a count fell, so that what came before is not known."""

    lives: tuple[Life, ...]
    fallen: int

    @staticmethod
    def of(seen: Iterable[Seen]) -> Restarts:
        """From what several lists show, in any order; what two show at the same moment counts once."""
        ordered = sorted(set(seen))
        lives: list[Life] = []
        fallen = 0
        for _, group in groupby(ordered, key=lambda one: (one.pod, one.container)):
            same = list(group)
            lives.extend(_life(same[0], same[0].since, 0))
            for before, after in pairwise(same):
                fallen += after.restarts < before.restarts
                lives.extend(_life(after, before.seen, before.restarts))
        return Restarts(tuple(lives), fallen)

    def reach(self, today: date) -> Window:
        """From the first day on which any of them counted to the day on which the last list was taken."""
        first = min((life.start.date() for life in self.lives), default=today)
        return reach(first, min(max((life.end.date() for life in self.lives), default=today), today))

    def counted(self, window: Window, chance: Random) -> Sequence[Counted]:
        """Restarts of a week of a container, over the lives that lie within the window."""
        within = [life for life in self.lives if _within(life, window)]
        pods: dict[str, tuple[float, float]] = {}
        for life in within:
            restarts, weeks = pods.get(life.pod, (0.0, 0.0))
            pods[life.pod] = (restarts + life.restarts, weeks + (life.end - life.start) / WEEK)
        sample = Rare(pods.values())
        # Of a few that restarted, drawing anew tells an interval that is too narrow.
        between = bootstrap(sample, chance) if sample.clusters >= FEW else None
        detail = {
            "restarts": sum(pair[0] for pair in pods.values()),
            "weeks": sum(pair[1] for pair in pods.values()),
            "pods that restarted": float(sample.clusters),
            "ended last for want of memory": float(sum(life.memory and life.restarts > 0 for life in within)),
        }
        return [Counted(figure("restarts", window, len(pods), sample.value, between, detail=detail), sample)]


def _life(one: Seen, start: datetime, before: int) -> Iterator[Life]:
    """The time up to which a list shows a container; none where its count fell, or no time went by."""
    if one.restarts >= before and one.seen > start:
        yield Life(one.pod, start, one.seen, one.restarts - before, one.memory)


def _within(life: Life, window: Window) -> bool:
    """Whether it lies within the days; a list that is taken on the day after the last one ends it as well."""
    return window.start <= life.start.date() and life.end.date() <= window.end
