"""What a language model is asked to say better, what it said, and what became of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the papers that may be said better.

    `place` names it: `summary/0`, the pointer of a CV's line, `letter/2`; `entry` is the CV entry it stands under.
    """

    place: str
    text: str
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a model wrote in place of a text; `why` says for each refusal what differs ("" where it was taken)."""

    place: str
    before: str
    said: str
    taken: bool
    why: str = ""

    def to_json(self) -> dict[str, Any]:
        """`{place, before, said, taken, why}`."""
        return asdict(self)
