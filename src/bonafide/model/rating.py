"""A rating of one answer: facets and coverage points with the words that earned them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FACETS = (
    "context",
    "ownership",
    "mechanism",
    "metric",
    "baseline",
    "tradeoff",
    "guardrail",
    "people",
    "reflection",
    "focus",
)


@dataclass(frozen=True, slots=True)
class RatedSpan:
    """Words of the answer, from `start` to `end` in code points, that earned `earned` (`facet:x`, `point:y`)."""

    start: int
    end: int
    earned: str

    def to_json(self) -> dict[str, Any]:
        """`{start, end, for}`."""
        return {"start": self.start, "end": self.end, "for": self.earned}


@dataclass(frozen=True, slots=True)
class AskedProbe:
    """A follow-up question for what is missing (`target`), quoting the answer's own words where it can."""

    target: str
    text: str
    quote: str = ""

    def to_json(self) -> dict[str, Any]:
        """`{for, text, quote}`."""
        return {"for": self.target, "text": self.text, "quote": self.quote}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """Facets 0-2, points 0-1, the level 1-5 with its band, and what the next level needs."""

    facets: Mapping[str, int]
    points: Mapping[str, int]
    overall: int
    band: tuple[int, int]
    next: str
    spans: tuple[RatedSpan, ...] = ()
    probes: tuple[AskedProbe, ...] = ()
    not_assessable: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The contract of `rate`, without the id."""
        return {
            "facets": dict(self.facets),
            "points": dict(self.points),
            "overall": self.overall,
            "band": list(self.band),
            "next": self.next,
            "spans": [span.to_json() for span in self.spans],
            "probes": [probe.to_json() for probe in self.probes],
            "not_assessable": list(self.not_assessable),
        }
