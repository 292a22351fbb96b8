"""Before and after a day: how much a figure changed, and whether that can be told from noise."""

from __future__ import annotations

from random import Random

from bonafide.evidence.chance import bootstrap_change
from bonafide.evidence.counted import Counted, Records
from bonafide.evidence.definitions import measures, small, withheld
from bonafide.model.measure import Shift, Window


def shifts(records: Records, before: Window, after: Window, chance: Random) -> tuple[Shift, ...]:
    """Each measure in both windows, in the order of the scorecard; never a measure, a rule or a part against another one."""
    past = {_same(one): one for one in records.counted(before, chance)}
    return tuple(
        shift(was, now, chance)
        for now in records.counted(after, chance)
        if now.sample and (was := past.get(_same(now)))
    )


def _same(one: Counted) -> tuple[str, int, str, str]:
    return (one.figure.measure, one.figure.version, one.figure.rule, one.figure.part)


def shift(was: Counted, now: Counted, chance: Random) -> Shift:
    """The relative change between two figures, with the interval of drawing anew what both were computed from."""
    before, after = was.figure, now.figure
    if small(before) or small(after):
        return Shift(withheld(before), withheld(after), None, None, better=False)
    if before.value is None or after.value is None or not before.value or not (was.sample and now.sample):
        return Shift(before, after, None, None, better=False)
    change = after.value / before.value - 1
    better = measures()[before.measure].higher_is_better
    good = better is not None and change != 0 and (change > 0) == better
    return Shift(before, after, change, bootstrap_change(was.sample, now.sample, chance), good)
