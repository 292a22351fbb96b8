"""What a figure is: its value and unit, the units that there are, and the small words before it.

Units are canonical: `%`, `pp`, `x` (a factor), ISO 4217 codes, `ms s minute hour day week month quarter year`, `people`,
bytes, SI; otherwise the stem of the noun that is counted, or None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bonafide.language.lookup import keyed
from bonafide.language.numerals import DATA


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure at `text[start:end]`; `high` only for ranges; `bound`: at least, at most; `role`: from, to."""

    start: int
    end: int
    text: str
    value: float
    high: float | None = None
    unit: str | None = None
    approximate: bool = False
    bound: str | None = None
    role: str | None = None


def in_base(value: float, unit: str | None) -> tuple[str, float]:
    """Dimension and size in its base unit (time: seconds, share: percent); a counted noun is its own dimension."""
    dimension, size = DIMENSIONS.get(unit or "", (unit or "count", 1.0))
    return dimension, value * size


DIMENSIONS: dict[str, tuple[str, float]] = {u: (d, float(s)) for u, (d, s) in DATA["dimensions"].items()}
UNIT_OF: dict[str, str] = keyed(
    {spelling: unit for unit, spellings in DATA["units"].items() for spelling in spellings}
)
CURRENCY_OF: dict[str, str] = keyed(
    {sign: code for code, signs in DATA["currencies"].items() for sign in signs}
    | {code: code for code in DATA["codes"]["all"]}
)
APPROXIMATE = frozenset(DATA["approximate"]["before"])
LEAST = frozenset(DATA["least"]["before"])
MOST = frozenset(DATA["most"]["before"])


def qualified(text: str, start: int) -> bool:
    return any(qualifiers(text, start))


def qualifiers(text: str, start: int) -> tuple[bool, bool, bool]:
    """Whether words before `start` say about, at least, at most."""
    flags = [False, False, False]
    while start > 0:
        for phrase, at in phrases_before(text, start):
            kinds = [phrase in APPROXIMATE, phrase in LEAST, phrase in MOST]
            if any(kinds):
                flags = [a or b for a, b in zip(flags, kinds, strict=True)]
                start = at
                break
        else:
            break
    return flags[0], flags[1], flags[2]


def phrases_before(text: str, start: int) -> Iterator[tuple[str, int]]:
    """The last four, three, two words and the last one (or sign) before `start`, each with its place."""
    last = list(re.finditer(r"[^\s()]+", text[max(0, start - 40) : start]))[-4:]
    offset = max(0, start - 40)
    for count in range(len(last), 0, -1):
        at = offset + last[-count].start()
        yield " ".join(text[at:start].casefold().replace("’", "'").split()), at
    if start and text[start - 1] in "~≈<>≥≤":
        yield text[start - 1], start - 1
