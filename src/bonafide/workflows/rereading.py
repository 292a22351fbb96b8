"""Corrections carried over to a new reading of the same file: each item is found again by what it says, not by its number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import is_dataclass
from difflib import SequenceMatcher
from typing import Any

from bonafide.model.posting import Posting, Requirement
from bonafide.model.reading import CvReading
from bonafide.workflows.correcting import GONE, UNPLACED
from bonafide.workflows.pointers import Tokens, fields_of, item_of, split

ALIKE = 0.5
"""From this likeness (0 to 1) on, two items are the same one read twice."""


def carried(old: CvReading, new: CvReading, corrections: Mapping[str, Any]) -> dict[str, Any]:
    """The corrections of `old` as pointers into `new`; those whose target vanished are kept under `/gone`."""
    return {_carried(old, new, pointer): value for pointer, value in corrections.items()}


def carried_posting(old: Posting, new: Posting, corrections: Mapping[str, Any]) -> dict[str, Any]:
    """The same for a posting."""
    return {
        pointer if split(pointer)[0] == GONE else _joined(_walk(old, new, split(pointer)), pointer): value
        for pointer, value in corrections.items()
    }


def _carried(old: CvReading, new: CvReading, pointer: str) -> str:
    head, *rest = split(pointer)
    if head == GONE:
        return pointer
    if head == UNPLACED:
        index = _counterparts(old.unplaced, new.unplaced).get(int(rest[0]))
        return _joined(None if index is None else (head, str(index)), pointer)
    return _joined(_walk(old.profile, new.profile, split(pointer)), pointer)


def _joined(tokens: Tokens | None, pointer: str) -> str:
    return f"/{GONE}{pointer}" if tokens is None else "".join(f"/{token}" for token in tokens)


def _walk(old: Any, new: Any, tokens: Tokens) -> Tokens | None:
    """The same place in `new`; None where an item on the way is not there any more."""
    if not tokens or not is_dataclass(old) or not is_dataclass(new):
        return tokens
    name, hint = fields_of(old)[tokens[0]]
    mine, theirs = getattr(old, name), getattr(new, name)
    if not item_of(hint) or len(tokens) == 1:
        rest = _walk(mine, theirs, tokens[1:])
        return None if rest is None else (tokens[0], *rest)
    index = int(tokens[1])
    if index >= len(mine):  # The person added it: it stays behind the end.
        return (tokens[0], str(len(theirs) + index - len(mine)), *tokens[2:])
    other = _counterparts(mine, theirs).get(index)
    if other is None:
        return None
    rest = _walk(mine[index], theirs[other], tokens[2:])
    return None if rest is None else (tokens[0], str(other), *rest)


def _counterparts(old: Sequence[Any], new: Sequence[Any]) -> dict[int, int]:
    """For each item of `old` the one of `new` that says the same, likest first, then nearest; each is taken once."""
    pairs = sorted(
        (-likeness, abs(i - j), i, j)
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if (likeness := _likeness(_told(one), _told(other))) >= ALIKE
    )
    found: dict[int, int] = {}
    for _, _, i, j in pairs:
        if i not in found and j not in found.values():
            found[i] = j
    return found


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE <= matcher.quick_ratio() else 0.0


def _told(item: Any) -> str:
    """All that an item says; of a requirement its text, for its kind is what a reader changes its mind about."""
    if isinstance(item, Requirement):
        return item.text
    if isinstance(item, tuple):
        return "\n".join(_told(inner) for inner in item)
    if is_dataclass(item):
        return "\n".join(_told(getattr(item, name)) for name, _ in fields_of(item).values())
    return str(item or "")
