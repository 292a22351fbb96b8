"""Two attempts at one question side by side: what was gained, what was lost, and by which words."""

from __future__ import annotations

from dataclasses import dataclass

from bonafide.model.rating import FACETS, Rating

MOST_QUOTED = 3


@dataclass(frozen=True, slots=True)
class Change:
    """A facet or point (`facet:x`, `point:y`) in two attempts, and the words that made the difference.

    They are of the later attempt where it earned more, of the earlier one where it earned less.
    """

    earned: str
    before: int
    after: int
    words: tuple[str, ...]

    @property
    def gained(self) -> bool:
        """Whether the later attempt earned more."""
        return self.after > self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """The levels of two attempts, and every facet and point in which they differ."""

    before: int
    after: int
    changes: tuple[Change, ...]


def compare(earlier: tuple[str, Rating], later: tuple[str, Rating]) -> Comparison:
    """Both attempts as their whole text and its rating; points that only one of them knows count as absent there."""
    changes: list[Change] = []
    for earned in _earnable(earlier[1], later[1]):
        before, after = _value(earlier[1], earned), _value(later[1], earned)
        if before != after:
            text, rating = later if after > before else earlier
            changes.append(Change(earned, before, after, words_for(text, rating, earned)))
    return Comparison(earlier[1].overall, later[1].overall, tuple(changes))


def words_for(text: str, rating: Rating, earned: str) -> tuple[str, ...]:
    """The words of the text that earned this facet or point, in order, the first few."""
    spans = [span for span in rating.spans if span.earned == earned]
    return tuple(dict.fromkeys(text[span.start : span.end] for span in spans))[:MOST_QUOTED]


def _earnable(earlier: Rating, later: Rating) -> list[str]:
    points = dict.fromkeys((*earlier.points, *later.points))
    return [f"facet:{name}" for name in FACETS] + [f"point:{id}" for id in points]


def _value(rating: Rating, earned: str) -> int:
    kind, _, id = earned.partition(":")
    return (rating.facets if kind == "facet" else rating.points).get(id, 0)
