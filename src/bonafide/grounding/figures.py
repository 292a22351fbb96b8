"""Figures of a sentence against the figures of the facts, printed or derived, each in its own context."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import floor, log10

from bonafide.grounding.derive import Figure, clause_around
from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Index, Known
from bonafide.grounding.lexicon import Concept, concept, concepts, shared
from bonafide.grounding.verdicts import backed, refused
from bonafide.language.quantities import Quantity, in_base
from bonafide.model.claim import Claim, ClaimKind

# A rival fact on the same subject must fit this much better to show that a figure was moved.
_MOVED = 0.9
_FAIR = 0.1
_SHARED_AT_LEAST = 0.3
_NOUN = 1.0
_TOGETHER = 0.8
_TINY = 3
_COUNTED = ("share", "multiple", "time", "data", "bandwidth", "length", "mass", "area", "power", "energy")


@dataclass(frozen=True, slots=True)
class _Hit:
    known: Known
    figure: Figure
    score: float


def check_figure(
    quantity: Quantity, sentence: str, others: tuple[Quantity, ...], focus: Focus, index: Index
) -> Claim | None:
    """The claim of one figure; `others` are the sentence's other figures, which a fact may hold too.

    None for a small bare number that nothing contradicts.
    """
    near = concepts(clause_around(sentence, quantity.start, quantity.end))
    wide = concepts(sentence)
    hits, rivals = [], []
    for known, figure in _figures(quantity, focus, index):
        score = _score(quantity, known, figure, near, wide)
        score += _TOGETHER * sum(any(agrees(other, held) for held in known.beside) for other in others)
        if agrees(quantity, figure):
            hits.append(_Hit(known, figure, score))
        elif not any(agrees(other, figure) for other in others):
            rivals.append(_Hit(known, figure, score))
    return _judged(quantity, hits, rivals)


def _judged(quantity: Quantity, hits: list[_Hit], rivals: list[_Hit]) -> Claim | None:
    hit = max(hits, key=lambda item: item.score, default=None)
    rival = max(rivals, key=lambda item: item.score, default=None)
    if hit and hit.score >= _SHARED_AT_LEAST and not (rival and _is_rival(rival, hit)):
        why = f"{hit.figure.how} {hit.figure.text}" if hit.figure.how else ""
        return backed(quantity.text, ClaimKind.FIGURE, hit.known, why)
    bare = quantity.unit is None or in_base(0, quantity.unit)[0] == quantity.unit
    if bare and quantity.value <= _TINY and not quantity.text[0].isdigit():
        return None
    nearest = rival or hit
    why = "no fact has this figure"
    if hit and not rival:
        why = f"the figure {hit.figure.text} belongs to something else"
    elif rival:
        why = f"the nearest fact says {rival.figure.text}"
    return refused(quantity.text, ClaimKind.FIGURE, nearest.known if nearest else None, why)


def _is_rival(rival: _Hit, hit: _Hit) -> bool:
    return rival.known is not hit.known and rival.score > hit.score + _MOVED


def _figures(quantity: Quantity, focus: Focus, index: Index) -> Iterator[tuple[Known, Figure]]:
    dimension, _ = in_base(quantity.value, quantity.unit)
    for known in index.known:
        if focus.allows(known):
            for figure in known.figures:
                if _comparable(dimension, quantity.unit, figure):
                    yield known, figure


def _comparable(dimension: str, unit: str | None, figure: Figure) -> bool:
    if figure.dimension == dimension and unit != "pp":
        return True
    if unit == "pp":
        return figure.dimension != "time" and (
            figure.noun == "pp" or figure.how.startswith("the difference") or not figure.how
        )
    money = len(figure.dimension) == 3 and figure.dimension.isupper()
    if unit is None:
        return figure.dimension not in ("share", "time") or figure.how == ""
    return (
        not (dimension in _COUNTED or dimension.isupper()) and figure.dimension not in _COUNTED and not money
    )


def agrees(quantity: Quantity, figure: Figure) -> bool:
    """Whether a stated figure is a fair way to tell the other: equal as printed, rounded, or within what its words allow."""
    dimension, value = in_base(quantity.value, quantity.unit)
    size = value / quantity.value if quantity.value else 1.0
    if not _comparable(dimension, quantity.unit, figure):
        return False
    if quantity.high is not None:
        return value * 0.999 <= figure.value <= quantity.high * size * 1.001
    bare = quantity.unit in (None, "pp") or dimension != figure.dimension
    actual = figure.printed if bare else figure.value / size
    claimed = quantity.value
    if _equal(claimed, actual, quantity.text):
        return True
    if quantity.bound == "at least" and claimed <= actual <= claimed * 1.35 + 0.1:
        return True
    if quantity.bound == "at most" and claimed * 0.7 - 0.1 <= actual <= claimed:
        return True
    if quantity.approximate or not any(character.isdigit() for character in quantity.text):
        return _about(claimed, actual, dimension, quantity.approximate)
    return False


def _equal(claimed: float, actual: float, text: str) -> bool:
    """Equal to the last digit that is printed; of large numbers trailing zeros are rounding."""
    if claimed == actual or abs(claimed - actual) <= 1e-6 * max(abs(claimed), 1e-9):
        return True
    printed = re.search(r"\d[.,](\d{1,2})(?!\d)", text)
    decimals = len(printed.group(1)) if printed else 0
    if claimed and claimed >= 1000:
        digits = len(f"{claimed:.0f}".rstrip("0"))
        step = 10 ** (floor(log10(claimed)) + 1 - digits)
        return digits > 1 and abs(actual - claimed) <= step / 2 and actual >= 100
    return not float(actual).is_integer() and round(actual, decimals) == claimed


def _about(claimed: float, actual: float, dimension: str, said: bool) -> bool:
    allowed = _FAIR if said else _FAIR / 2
    if dimension == "share" and min(claimed, actual) > 90:
        return abs(claimed - actual) <= (100 - min(claimed, actual)) * 0.5
    return abs(claimed - actual) <= allowed * max(abs(claimed), abs(actual))


def _score(
    quantity: Quantity, known: Known, figure: Figure, near: tuple[Concept, ...], wide: tuple[Concept, ...]
) -> float:
    score = shared(wide, known.context) + 0.5 * shared(near, figure.near)
    noun = concept(quantity.unit) if quantity.unit and quantity.unit.islower() else None
    counted = concept(figure.noun) if figure.noun and figure.noun.islower() else None
    if noun and counted and figure.how == "":
        score += _NOUN if not noun.keys.isdisjoint(counted.keys) else -_NOUN / 2
    return score - (0.25 if figure.how else 0.0)
