"""What reading a CV gives: the profile, the source of each value, and what could not be placed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bonafide.model.place import Place
from bonafide.model.profile import Profile


@dataclass(frozen=True, slots=True)
class Source:
    """Where one value stands: its place, the text as printed, and how sure the reader is (0 to 1).

    `corrected`: the value is the person's own; its place is None where they added what stands nowhere in the file.
    """

    place: Place | None
    text: str
    confidence: float = 1.0
    unknown: bool = False
    corrected: bool = False

    def to_json(self) -> dict[str, Any]:
        """The contract's `{place, text, confidence, unknown?}`, with `corrected` where the person put it right."""
        plain: dict[str, Any] = {"place": self.place.to_json()} if self.place else {}
        plain |= {"text": self.text, "confidence": round(self.confidence, 2)}
        marks = {"unknown": self.unknown, "corrected": self.corrected}
        return {**plain, **{name: True for name, marked in marks.items() if marked}}


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Text that was read and fits no section; it is shown, never dropped."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Printed:
    """A paragraph or value of the document as it was printed, with its place."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class CvReading:
    """A profile whose every value has a source, keyed by JSON pointer (`/work/0/position`)."""

    profile: Profile
    sources: Mapping[str, Source] = field(default_factory=dict)
    unplaced: tuple[Unplaced, ...] = ()
    language: str | None = None

    def to_json(self) -> dict[str, Any]:
        """A JSON Resume document with `meta.bonafide.sources` and `.unplaced`."""
        return {**self.profile.to_json(), "meta": {"bonafide": self._meta()}}

    def _meta(self) -> dict[str, Any]:
        meta: dict[str, Any] = {
            "sources": {pointer: source.to_json() for pointer, source in self.sources.items()},
            "unplaced": [{"text": u.text, "place": u.place.to_json()} for u in self.unplaced],
        }
        return {"language": self.language, **meta} if self.language else meta
