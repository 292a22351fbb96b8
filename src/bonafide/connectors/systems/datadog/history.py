"""Answers of `/api/v1/slo/ID/history` -> counts of good and of all events, or the times at which a monitor was up. Pure.

Of a service level that is counted, `series` tells the good events (numerator) and all of them (denominator) of each interval; of one
that monitors or time slices tell, `overall.history` the moments of change: 0 up, 1 down, 2 no data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bonafide.evidence.uptime import Span
from bonafide.model.faults import InputFault, UnreadableFault

MEND = "Give the answer of /api/v1/slo/ID/history?from_ts=…&to_ts=…, as it came."
UP, DOWN = 0, 1
LATEST = 1e11
"""Seconds of the epoch: a year of four digits."""
LARGEST = 1e15
MOST = 1_000_000
"""Intervals or changes of one answer."""
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, order=True)
class Bucket:
    """What came in from `start` to `end` (seconds of the epoch): all events and the good ones."""

    start: float
    end: float
    total: float
    good: float


@dataclass(frozen=True, slots=True)
class Told:
    """What one answer tells: the time that it is of, buckets or spans, the targets, and whether it is a preview."""

    where: str
    start: float
    end: float
    targets: frozenset[float]
    buckets: tuple[Bucket, ...] = ()
    spans: tuple[Span, ...] = ()
    preview: bool = False


def told(where: str, answer: Any) -> Told:
    """Raises UnreadableFault for what is no answer, InputFault where it is not whole."""
    data = answer.get("data") if isinstance(answer, dict) else None
    _refused(where, answer)
    if not isinstance(data, dict) or not isinstance(data.get("overall", {}), dict):
        raise UnreadableFault("This is no history of a service level.", where=where, mend=MEND)
    start, end = (_number(data.get(key), f"{where}: {key}", LATEST) for key in ("from_ts", "to_ts"))
    targets = frozenset(_targets(data.get("thresholds"), where))
    overall = data.get("overall") or {}
    if isinstance(data.get("series"), dict):
        return Told(where, start, end, targets, tuple(_buckets(data["series"], where)))
    if isinstance(overall.get("history"), list):
        spans = tuple(_spans(overall["history"], start, end, where))
        return Told(where, start, end, targets, spans=spans, preview=bool(overall.get("preview")))
    what = "This history holds neither counts nor changes of state: nothing can be measured of its one value."
    raise UnreadableFault(what, where=where, mend=MEND)


def _refused(where: str, answer: Any) -> None:
    """Raises InputFault for what Datadog says went wrong: a history with holes that nobody sees is none."""
    data = answer.get("data") if isinstance(answer, dict) else None
    for holder in (answer, data, data.get("overall") if isinstance(data, dict) else None):
        said = (holder.get("errors") or holder.get("error")) if isinstance(holder, dict) else None
        if said:
            raise InputFault(f"Datadog says that it is not whole: {str(said)[:200]}", where=where, mend=MEND)


def _targets(thresholds: Any, where: str) -> Iterator[float]:
    for key, one in thresholds.items() if isinstance(thresholds, dict) else ():
        if isinstance(one, dict) and one.get("target") is not None:
            yield _number(one["target"], f"{where}: thresholds.{key}")


def _buckets(series: Json, where: str) -> Iterator[Bucket]:
    """The intervals with any event; one in which no good one is told had none."""
    every = _number(series.get("interval"), f"{where}: series.interval", LATEST)
    total, good = (_values(series, side, f"{where}: series.{side}") for side in ("denominator", "numerator"))
    if every <= 0:
        raise UnreadableFault("The interval is nothing.", where=where, mend=MEND)
    for at in sorted(total.keys() | good.keys()):
        yield Bucket(at, at + every, total.get(at, 0.0), good.get(at, 0.0))


def _values(series: Json, side: str, where: str) -> dict[float, float]:
    """What a side tells by moment; `times` in milliseconds stand beside its values, or once for both sides."""
    one = series.get(side)
    values, times = (
        (one.get("values"), one.get("times", series.get("times"))) if isinstance(one, dict) else (None, None)
    )
    if not isinstance(values, list) or not isinstance(times, list) or len(values) != len(times):
        raise UnreadableFault("There is not one moment for each value.", where=where, mend=MEND)
    if len(values) > MOST:
        raise InputFault(f"There are more than {MOST:,} values.", where=where, mend="Take fewer days.")
    return {
        _number(at, where, LATEST * 1000) / 1000: _number(value, where)
        for at, value in zip(times, values, strict=True)
        if value is not None
    }


def _spans(history: list[Any], start: float, end: float, where: str) -> Iterator[Span]:
    """The times between two changes, as far as they lie in the time that was asked for; of others nothing is known."""
    if len(history) > MOST:
        raise InputFault(f"There are more than {MOST:,} changes.", where=where, mend="Take fewer days.")
    changes = sorted(_change(pair, f"{where}: overall.history[{at}]") for at, pair in enumerate(history))
    following = [at for at, _ in changes[1:]]
    for (at, state), until in zip(changes, [*following, end], strict=False):
        begun, over = max(at, start), min(until, end)
        if state in (UP, DOWN) and begun < over:
            yield Span(begun, over, state == UP)


def _change(pair: Any, where: str) -> tuple[float, int]:
    if not isinstance(pair, list) or len(pair) != 2:
        raise UnreadableFault("This is no change of state.", where=where, mend=MEND)
    return _number(pair[0], where, LATEST), int(_number(pair[1], where))


def _number(said: Any, where: str, most: float = LARGEST) -> float:
    """A count, or a moment; texts are none."""
    if isinstance(said, bool) or not isinstance(said, int | float) or not 0 <= said < most:
        raise UnreadableFault(f"“{str(said)[:40]}” is no number that can be meant.", where=where, mend=MEND)
    return float(said)
