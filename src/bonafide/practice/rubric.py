"""The rubric in words, for whoever rates or reads a rating."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FacetSaid:
    """A facet: its name, two letters that stand for it in a marked text, and when it is worth 2, 1 and 0."""

    id: str
    name: str
    short: str
    present: str
    partly: str
    absent: str


@dataclass(frozen=True, slots=True)
class Rubric:
    """The ten facets in order, the five levels, and what the values of a facet are called."""

    facets: tuple[FacetSaid, ...]
    levels: Mapping[int, str]
    values: Mapping[int, str]

    def facet(self, id: str) -> FacetSaid:
        """The facet of this id."""
        return next(one for one in self.facets if one.id == id)


@cache
def rubric() -> Rubric:
    """The rubric, read once."""
    table = tomllib.loads((Path(__file__).parent / "data" / "rubric.toml").read_text(encoding="utf-8"))
    return Rubric(
        facets=tuple(FacetSaid(**row) for row in table["facets"]),
        levels={int(level): said for level, said in table["levels"].items()},
        values={int(value): said for value, said in table["values"].items()},
    )
