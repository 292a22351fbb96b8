"""What several answers tell, one behind the other -> the records of a service level, or of uptime. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from bonafide.connectors.systems.datadog.history import MEND, Bucket, Told
from bonafide.connectors.systems.sides import target
from bonafide.evidence.counted import Records
from bonafide.evidence.service_levels import Levels, Step
from bonafide.evidence.uptime import Span, Uptime
from bonafide.model.faults import InputFault

TIME = "This service level is of monitors or time slices: what it tells is time, so uptime is measured and no share of requests."
PREVIEW = "Datadog says that this is a preview: its history was not yet replayed to the end."
T = TypeVar("T", Bucket, Span)


def records(answers: Sequence[Told], wished: str) -> tuple[Records, tuple[str, ...]]:
    """The records, and what one should know of them. `wished` is the person's target; "" leaves it to the answers.

    Raises InputFault where answers overlap, are of two kinds, or tell nothing.
    """
    buckets = _apart(one for answer in answers for one in answer.buckets)
    spans = _apart(one for answer in answers for one in answer.spans)
    if buckets and spans:
        raise InputFault(
            "Some answers count events and some tell time.", mend="Give those of one service level."
        )
    if spans:
        notes = (TIME, PREVIEW) if any(answer.preview for answer in answers) else (TIME,)
        return Uptime.of(spans), notes
    if not buckets:
        what = "The history holds no event and no state: no data is not the same as no failures."
        raise InputFault(what, where=", ".join(answer.where for answer in answers)[:120], mend=MEND)
    return _levels(buckets, _target(answers, wished)), ()


def _levels(buckets: Sequence[Bucket], share: float) -> Levels:
    steps = (Step(one.end, one.total, one.total - one.good) for one in buckets)
    return Levels.of(buckets[0].start, steps, share)


def _target(answers: Iterable[Told], wished: str) -> float:
    """The target of the person, or the one that all thresholds agree upon."""
    said = {share for answer in answers for share in answer.targets}
    if wished or len(said) != 1:
        if not wished and said:
            shown = ", ".join(f"{share:g} %" for share in sorted(said))
            what = f"Its time frames have several targets ({shown})."
            raise InputFault(what, where="--target", mend="Say which, such as --target 99.9.")
        return target(wished)
    return target(f"{said.pop():.10g}")


def _apart(found: Iterable[T]) -> list[T]:
    """In the order of time, what two answers tell alike once. Raises InputFault where they overlap in any other way."""
    ordered = sorted(set(found))
    for one, later in pairwise(ordered):
        if later.start < one.end:
            what = "Two answers tell of the same time, and not the same."
            mend = "Give answers that follow one another, each from where the last one ended."
            raise InputFault(what, mend=mend)
    return ordered
