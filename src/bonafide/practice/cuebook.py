"""The cues of the facets, from their data file, ready for use."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from bonafide.guides.cues import Cue, compile_cue
from bonafide.practice.speech import Hit, Speech


def hits(speech: Speech, facet: str, kind: str) -> list[Hit]:
    """Where a cue of this kind of the facet stands, in order; of hits that overlap, the first and shortest."""
    found = sorted(
        (hit for cue in cues(facet, kind) for hit in speech.hits(cue)), key=lambda hit: (hit.last, -hit.first)
    )
    apart: list[Hit] = []
    for hit in found:
        if not apart or hit.first > apart[-1].last:
            apart.append(hit)
    return apart


@cache
def facet_words(facet: str, kind: str) -> frozenset[str]:
    """The plain words of one list of the data file."""
    return frozenset(_book()[facet][kind])


@cache
def cues(facet: str, kind: str) -> tuple[Cue, ...]:
    """The cues of one list of the data file."""
    return tuple(compile_cue(cue) for cue in _book()[facet][kind])


@cache
def _book() -> dict[str, dict[str, Any]]:
    return tomllib.loads((Path(__file__).parent / "data" / "facets.toml").read_text(encoding="utf-8"))
