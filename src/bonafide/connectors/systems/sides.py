"""All requests and those that failed: what every source of a service level is asked for, and its records. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bonafide.connectors.systems.reading import Option, Request
from bonafide.evidence.service_levels import Levels, Step
from bonafide.model.faults import InputFault

TARGET = Option("target", "The share that you promised, in percent, such as 99.9.", "PERCENT")


def options(metavar: str, what: str) -> tuple[Option, ...]:
    """The options of both sides and the target; `what` opens each sentence: `The counters of`."""
    return (
        Option("total", f"{what} all requests.", metavar, many=True),
        Option("bad", f"{what} those that failed.", metavar, many=True),
        Option("good", f"Or {what[0].lower()}{what[1:]} those that did not.", metavar, many=True),
        TARGET,
    )


@dataclass(frozen=True, slots=True)
class Sides:
    """What a person gave for all requests, and for the failed ones (or, where not `failed`, for the good ones)."""

    total: tuple[str, ...]
    other: tuple[str, ...]
    failed: bool
    target: float

    @staticmethod
    def of(request: Request) -> Sides:
        """The sides that were asked for. Raises InputFault where one is missing, or both failed and good are given."""
        goal = target(request.wish("target"))
        total, bad, good = (request.every(side) for side in ("total", "bad", "good"))
        if not total or bool(bad) == bool(good):
            what = "All requests are needed, and either the failed ones or the good ones."
            raise InputFault(what, mend="Give both (--total and --bad, or --total and --good).")
        return Sides(total, bad or good, bool(bad), goal)

    @property
    def name(self) -> str:
        """The option of the other side."""
        return "--bad" if self.failed else "--good"

    def levels(self, begun: float, total: Mapping[float, float], other: Mapping[float, float]) -> Levels:
        """The records of what came in since the sample before, by its moment in seconds; what came before `begun` is left out."""
        steps = (
            Step(at, came, some if self.failed else came - some)
            for at in total.keys() | other.keys()
            for came, some in ((total.get(at, 0.0), other.get(at, 0.0)),)
            if at > begun
        )
        return Levels.of(begun, steps, self.target)


def target(text: str) -> float:
    """The share of a percentage. Raises InputFault where it is none, or allows nothing or everything."""
    try:
        share = float(text.rstrip("% ")) / 100
    except ValueError:
        share = 0.0
    if not 0 < share < 1:
        what = "A target between 0 and 100 % is needed." if text else "No target is given."
        raise InputFault(what, where="--target", mend="Say what you promised, such as 99.9 (--target 99.9).")
    return round(share, 12)
