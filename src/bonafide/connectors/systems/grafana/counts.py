"""Samples of a panel that are rates or counts -> what came in, by moment. Pure.

A panel shows a rate as well as a count, and neither says which it is: the person does. Each sample stands for the step before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise

from bonafide.connectors.systems.grafana.series import Series, chosen, joined
from bonafide.connectors.systems.reading import Option
from bonafide.connectors.systems.sides import Sides
from bonafide.evidence.service_levels import Levels
from bonafide.model.faults import InputFault

PER = Option(
    "per",
    "What a value counts: requests a second, a minute, or since the sample before.",
    choices=("second", "minute", "sample"),
)
SECONDS = {"second": 1.0, "minute": 60.0}
UNITS = {
    "second": re.compile(r"(?:req|r|c|o|w|io)ps|.*(?:/|per )\s*s(?:ec(?:ond)?)?", re.I),
    "minute": re.compile(r"(?:req|r|c|o|w|io)pm|.*(?:/|per )\s*m(?:in(?:ute)?)?", re.I),
}
"""How Grafana's units, and people's, say a rate."""
FEWEST, GROWING, FALLING = 20, 0.5, 0.02
"""What rises at so many of its samples, and falls at so few, is a counter itself."""
LONGEST_UNIT = 40
CALLED = {"--total": "All requests", "--bad": "Failed requests", "--good": "Requests that did not fail"}
EXACT = 1e-3
"""Of a step."""


@dataclass(frozen=True, slots=True)
class Side:
    """The samples of each series of a side, and all moments for which it has a row."""

    name: str
    samples: Mapping[str, Mapping[float, float]]
    times: Sequence[float]

    def sums(self, scale: float) -> dict[float, float]:
        """What all series together tell, by moment."""
        found: dict[float, float] = {}
        for samples in self.samples.values():
            for at, value in samples.items():
                found[at] = found.get(at, 0.0) + value * scale
        return found


def levels(found: Sequence[Series], sides: Sides, per: str) -> tuple[Levels, tuple[str, ...]]:
    """The records, and what one should know of them.

    Raises InputFault where it is not said what a value counts, or a side is missing, no count, or a rate of uneven steps.
    """
    if not per:
        what = "A panel does not say whether it shows rates or counts."
        raise InputFault(
            what, where="--per", mend="Say which it is (--per second, --per minute, --per sample)."
        )
    total, other = (
        _side(chosen(found, wanted, name), per, name)
        for name, wanted in (("--total", sides.total), (sides.name, sides.other))
    )
    step = _step(total.times)
    if per != "sample":
        for side in (total, other):
            _even(side, total.times[0], step)
    scale = 1.0 if per == "sample" else step / SECONDS[per]
    came = total.sums(scale)
    notes = (*_summed(total), *_summed(other), *(_rated(came, total, step) if per != "sample" else ()))
    return sides.levels(total.times[0] - step, came, other.sums(scale)), notes


def _side(series: Mapping[str, Sequence[Series]], per: str, name: str) -> Side:
    samples = {title: joined(title, pieces) for title, pieces in series.items()}
    for title, pieces in series.items():
        _fits(samples[title], {piece.unit for piece in pieces}, per, f"{name} {title[:80]}")
    times = sorted({at for pieces in series.values() for piece in pieces for at in piece.times})
    if len({at for one in samples.values() for at in one}) < 2:
        what = "There is no value, or a single one: no data is not the same as no failures."
        raise InputFault(what, where=name, mend="Take a longer time.")
    return Side(name, samples, times)


def _fits(samples: Mapping[float, float], units: Iterable[str], per: str, where: str) -> None:
    """Raises InputFault where a series contradicts what the person says that it is."""
    for unit in units:
        said = next(
            (name for name, pattern in UNITS.items() if pattern.fullmatch(unit[:LONGEST_UNIT].strip())), ""
        )
        if said and said != per:
            raise InputFault(
                f"Its unit ({unit}) is one of a rate by the {said} (--per {said}).",
                where=where,
                mend="Say so, or mend the panel.",
            )
    values = [samples[at] for at in sorted(samples)]
    if any(value < 0 for value in values):
        raise InputFault(
            "It falls below nought: it counts nothing.", where=where, mend="Name a count or a rate."
        )
    rises = sum(later > value for value, later in pairwise(values))
    falls = sum(later < value for value, later in pairwise(values))
    if len(values) >= FEWEST and rises > GROWING * len(values) and falls < FALLING * len(values):
        what = "It only ever grows, as a counter does: what came in between two samples is not what it shows."
        raise InputFault(what, where=where, mend="Let the panel show increase() or rate() of it.")


def _step(times: Sequence[float]) -> float:
    """The step between two samples: the one that there is most often."""
    gaps = Counter(round(later - at, 3) for at, later in pairwise(times))
    return min(gaps, key=lambda gap: (-gaps[gap], gap))


def _even(side: Side, first: float, step: float) -> None:
    """Raises InputFault where a sample of a rate does not lie on the grid of steps: it would not be known what it stands for."""
    odd = next(
        (at for at in side.times if abs((at - first) / step - round((at - first) / step)) > EXACT), None
    )
    if odd is not None:
        moment = f"{datetime.fromtimestamp(odd, UTC):%Y-%m-%d %H:%M:%S}"
        what = f"A sample ({moment}) lies off the step of {step:g} seconds: a rate tells what came in only where steps are even."
        mend = "Export both sides with one step, or as counts (--per sample)."
        raise InputFault(what, where=side.name, mend=mend)


def _summed(side: Side) -> Iterator[str]:
    if len(side.samples) > 1:
        yield f"{CALLED[side.name]} are the sum of {len(side.samples)} series."


def _rated(came: Mapping[float, float], total: Side, step: float) -> Iterator[str]:
    yield f"Each rate was taken for the {step:g} seconds before its sample; one that was averaged over a shorter time saw only a part of them."
    missing = round((total.times[-1] - total.times[0]) / step) + 1 - len(came)
    if missing:
        yield f"All requests have no value for {missing} steps: what came in there is not known and was left out."
