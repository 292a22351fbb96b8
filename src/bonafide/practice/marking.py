"""An answer cut into stretches, each with what its words earned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from bonafide.model.rating import RatedSpan


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in a row that earned the same facets and points (`facet:x`, `point:y`; none: nothing).

    `ends` are those of them whose words end here: the place to name them.
    """

    text: str
    earned: tuple[str, ...]
    ends: tuple[str, ...] = ()


def marked(text: str, spans: Iterable[RatedSpan], start: int = 0) -> Iterator[Stretch]:
    """The text in stretches that join to it again; `start` is where it stands in the text that the spans count in."""
    end = start + len(text)
    inside = [span for span in spans if span.start < end and start < span.end]
    cuts = sorted({start, end, *(max(start, s.start) for s in inside), *(min(end, s.end) for s in inside)})
    for first, last in pairwise(cuts):
        here = [span for span in inside if span.start <= first and last <= span.end]
        earned, on = _targets(here), _targets(span for span in here if last < span.end)
        ends = tuple(target for target in earned if target not in on)
        yield Stretch(text[first - start : last - start], earned, ends)


def _targets(spans: Iterable[RatedSpan]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(span.earned for span in spans))
