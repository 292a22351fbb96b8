"""Self-praise adds nothing to an answer: it and the words around it are blanked out."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from bonafide.guides.cues import Cue, compile_cue
from bonafide.practice.speech import Hit, Speech, hear

AROUND = 12
"""So many words before and behind belong to the praise, as far as its sentence goes."""


def without_praise(text: str) -> str:
    """The text with its self-praise blanked out, character for character; as it is where there is nothing else."""
    speech = hear(text)
    kept = list(text)
    for hit in _praise(speech):
        first, last = _around(speech, hit)
        start, end = speech.tokens[first].start, speech.tokens[last].end
        kept[start:end] = " " * (end - start)
    left = "".join(kept)
    return left if hear(left).tokens else text


def _praise(speech: Speech) -> list[Hit]:
    return [hit for cue in _cues() for hit in speech.hits(cue)]


def _around(speech: Speech, hit: Hit) -> tuple[int, int]:
    """The first and last word that belong to the praise, within its sentence."""
    first, last = hit.first, hit.last
    while first > max(0, hit.first - AROUND) and not speech.opens_sentence(first):
        first -= 1
    end = min(len(speech.tokens) - 1, hit.last + AROUND)
    while last < end and not speech.opens_sentence(last + 1):
        last += 1
    return first, last


@cache
def _cues() -> tuple[Cue, ...]:
    table = tomllib.loads((Path(__file__).parent / "data" / "praise.toml").read_text(encoding="utf-8"))
    return tuple(compile_cue(cue.strip()) for cue in table["self"])
