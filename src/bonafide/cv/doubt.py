"""Doubt: where a section's entries lack what such entries have, its layout was not understood and nothing in it is sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bonafide.cv.gather import Entry, Found

# What an entry of a section has; of alternatives one is enough.
_WHOLE = {
    "work": (("name",), ("position",), ("start_date", "end_date")),
    "education": (("institution",), ("study_type", "area")),
}
# More incomplete entries than this share make a whole section doubtful.
_TOO_MANY = 0.34
_ENTRY, _SECTION = 0.85, 0.9


def doubted(sections: dict[str, list[Entry]]) -> dict[str, list[Entry]]:
    """The sections with lower confidence in incomplete entries, and in all of a section with too many of them."""
    return {name: _section(entries, _WHOLE.get(name, ())) for name, entries in sections.items()}


def _section(entries: list[Entry], whole: Sequence[Sequence[str]]) -> list[Entry]:
    lacking = [any(not any(name in entry for name in names) for names in whole) for entry in entries]
    share = _SECTION if sum(lacking) > _TOO_MANY * len(entries) else 1.0
    return [
        _lowered(entry, share * (_ENTRY if lacks else 1.0))
        for entry, lacks in zip(entries, lacking, strict=True)
    ]


def _lowered(entry: Entry, factor: float) -> Entry:
    if factor == 1.0:
        return entry
    return {
        name: [_less(item, factor) for item in found] if isinstance(found, list) else _less(found, factor)
        for name, found in entry.items()
    }


def _less(found: Found, factor: float) -> Found:
    return replace(found, confidence=found.confidence * factor)
