"""How an answer was spoken: pace, pauses and fillers, from a recording's times and the words. It is never rated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bonafide.language.sentences import words
from bonafide.model.attempt import Sound
from bonafide.practice.speech import speech_words

LONG = 1.0
"""Seconds. A shorter silence is breath."""

CALM = (110, 170)
"""Words a minute between which most listeners follow with ease."""


FASTEST = 400
"""Words a minute that nobody speaks: the text is not what was recorded."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """`pace` in words a minute over the whole recording, how many long pauses and the longest in seconds, and the
    fillers with their number, the commonest first."""

    pace: int
    pauses: int
    longest: float
    fillers: Mapping[str, int]

    @property
    def tempo(self) -> str:
        """`slow`, `calm` or `fast`."""
        if self.pace < CALM[0]:
            return "slow"
        return "calm" if self.pace <= CALM[1] else "fast"


def delivery(text: str, sound: Sound) -> Delivery | None:
    """How the text was spoken; None where the recording is too short for it."""
    if sound.seconds < 1:
        return None
    pace = round(60 * len(words(text)) / sound.seconds)
    if pace > FASTEST:
        return None
    long = [pause for pause in sound.pauses if pause >= LONG]
    return Delivery(pace, len(long), max(long, default=0.0), fillers(text))


def fillers(text: str) -> Mapping[str, int]:
    """The fillers of a text as they were written down; of those that hold each other, the longest."""
    said = " ".join(words(text))
    rows = sorted(speech_words()["fillers"], key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(re.escape(row) for row in rows)})\b")
    return dict(Counter(pattern.findall(said)).most_common())
