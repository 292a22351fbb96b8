"""Answers of `/api/v1/query_range` -> series of samples. Pure."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite
from typing import Any

from bonafide.model.faults import InputFault, UnreadableFault

MOST = 20_000_000
"""Samples of one side, of sixteen bytes each: a year of nearly two hundred series every five minutes."""
RANGE = (
    "Ask /api/v1/query_range, with start, end and step, for a counter itself: no rate() and no increase()."
)


@dataclass(frozen=True, slots=True)
class Series:
    """One counter: its labels as text, and its samples in the order of time (seconds of the epoch, values)."""

    labels: str
    times: array[float]
    values: array[float]

    @property
    def samples(self) -> Iterator[tuple[float, float]]:
        """Moment and value of each."""
        return zip(self.times, self.values, strict=True)


def series(answers: Iterable[tuple[str, Any]]) -> list[Series]:
    """The counters of several answers (where each came from, its JSON), those with the same labels joined.

    Raises UnreadableFault for what is no answer, InputFault where two answers contradict each other.
    """
    found: dict[str, tuple[array[float], array[float]]] = {}
    left = MOST
    for where, answer in answers:
        for number, one in enumerate(_result(where, answer)):
            place = f"{where}: data.result[{number}]"
            samples = _samples(place, one)
            left -= len(samples)
            if left < 0:
                what = "There are more samples than can be read."
                raise InputFault(what, where=where, mend="Take longer steps.")
            times, values = found.setdefault(_labels(place, one), (array("d"), array("d")))
            times.extend(at for at, _ in samples)
            values.extend(value for _, value in samples)
    return [_ordered(labels, *found[labels]) for labels in sorted(found)]


def _ordered(labels: str, times: array[float], values: array[float]) -> Series:
    """A counter of which answers may overlap, and come in any order."""
    if all(earlier < later for earlier, later in pairwise(times)):
        return Series(labels, times, values)
    known: dict[float, float] = {}
    for at, value in zip(times, values, strict=True):
        if known.setdefault(at, value) != value:
            what = "Two answers tell different values of the same series at the same moment."
            raise InputFault(what, where=labels[:120], mend="Give the answers of one query for each side.")
    moments = sorted(known)
    return Series(labels, array("d", moments), array("d", map(known.__getitem__, moments)))


def _result(where: str, answer: Any) -> list[Any]:
    if not isinstance(answer, dict) or "status" not in answer:
        raise UnreadableFault("This is no answer of Prometheus.", where=where, mend=RANGE)
    if answer["status"] != "success":
        said = str(answer.get("error", ""))[:200]
        raise UnreadableFault(
            f"Prometheus refused the query: {said}", where=where, mend="Mend it and ask again."
        )
    data = answer.get("data")
    kind = data.get("resultType") if isinstance(data, dict) else None
    if not isinstance(data, dict) or kind != "matrix" or not isinstance(data.get("result"), list):
        raise UnreadableFault(f"This is no answer to a range query, but “{kind}”.", where=where, mend=RANGE)
    return list(data["result"])


def _labels(place: str, one: Any) -> str:
    metric = one.get("metric", {})
    if not isinstance(metric, dict):
        raise UnreadableFault("The labels are no object.", where=f"{place}.metric", mend=RANGE)
    return json.dumps(metric, sort_keys=True)


def _samples(place: str, one: Any) -> list[tuple[float, float]]:
    if not isinstance(one, dict) or not isinstance(one.get("values"), list):
        what = (
            "This series has no values; histograms are not counters."
            if isinstance(one, dict)
            else "This is no series."
        )
        raise UnreadableFault(what, where=place, mend=RANGE)
    found = []
    for number, pair in enumerate(one["values"]):
        sample = _sample(pair)
        if sample is None:
            raise UnreadableFault(
                "This is no sample of a counter.", where=f"{place}.values[{number}]", mend=RANGE
            )
        if isfinite(sample[1]):
            found.append(sample)
    return found


def _sample(pair: Any) -> tuple[float, float] | None:
    """A moment and its value, which may be no number (`NaN`); None where it is neither."""
    try:
        at, value = pair
        # A year of five digits is a clock in milliseconds.
        sample = float(at), float(value)
    except (TypeError, ValueError):
        return None
    return None if not 0 <= sample[0] < 1e11 or sample[1] < 0 else sample
