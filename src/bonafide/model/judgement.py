"""A rating by a person: of their own answer, or of somebody else's, blind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Facets 0-2, points 0-1 and a level 1-5, as a person heard them; `name` is who rated, where they said so."""

    facets: Mapping[str, int]
    points: Mapping[str, int]
    overall: int
    name: str = ""
    comment: str = ""
