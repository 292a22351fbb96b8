"""How a letter is to sound and how long it is to be: its tone and its length, never its facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Tone(StrEnum):
    """How a letter sounds."""

    PLAIN = "plain"
    WARM = "warm"
    FORMAL = "formal"


class Length(StrEnum):
    """How long a letter's body is: 180 to 320 words, or about 110 to 170."""

    STANDARD = "standard"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Style:
    """A tone and a length."""

    tone: Tone = Tone.PLAIN
    length: Length = Length.STANDARD


USUAL = Style()


def style_of(options: Mapping[str, Any]) -> Style:
    """The style that stored options name (`tone`, `length`); the usual where they name none. Raises ValueError."""
    return Style(Tone(options.get("tone") or USUAL.tone), Length(options.get("length") or USUAL.length))
