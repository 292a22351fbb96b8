"""The cues of the facets, from their data file, ready for use."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from bonafide.guides.cues import Cue, compile_cue
from bonafide.practice.speech import Hit, Speech


def hits(speech: Speech, facet: str, kind: str) -> list[Hit]:
    """Where a cue of this kind of the facet stands, in order, each place once."""
    found = {hit for cue in cues(facet, kind) for hit in speech.hits(cue)}
    return sorted(found, key=lambda hit: (hit.first, hit.last))


@cache
def cues(facet: str, kind: str) -> tuple[Cue, ...]:
    """The cues of one list of the data file."""
    return tuple(compile_cue(cue) for cue in _book()[facet][kind])


@cache
def _book() -> dict[str, dict[str, Any]]:
    return tomllib.loads((Path(__file__).parent / "data" / "facets.toml").read_text(encoding="utf-8"))
