"""Figures of a sentence against the figures of the facts, printed or derived, each in its own context."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor, log10

from bonafide.grounding.derive import Figure, clause_around
from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Index, Known
from bonafide.grounding.lexicon import CUES, Concept, concept, concepts, shared
from bonafide.grounding.verdicts import backed, refused
from bonafide.language.quantities import Quantity, in_base
from bonafide.language.sentences import stem
from bonafide.model.claim import Claim, ClaimKind

# A rival fact on the same subject must fit this much better to show that a figure was moved.
_MOVED = 0.9
# How far a rounded figure may be from the true one, as a share of the larger.
_FAIR = 0.1
# Words that must be shared with the fact of a figure for it to be about the same thing.
_SAME_SUBJECT = 0.3
# What another figure of the same fact adds, and a counted noun that is the same.
_TOGETHER = 0.8
_NOUN = 1.0
_TINY = 3
_MEASURED = ("share", "multiple", "time", "data", "bandwidth", "length", "mass", "area", "power", "energy")
# What follows from counts is a count again.
_COUNTING = ("the sum of", "the difference from", "as good as")
_PEOPLE = frozenset(stem(word) for word in (*CUES["titles"]["heads"], *CUES["names"]["persons"]))
_DECIMALS = re.compile(r"\d[.,](\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class _Hit:
    known: Known
    figure: Figure
    score: float


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one sentence, and for each the facts (by pointer) that hold one like it."""

    sentence: str
    quantities: tuple[Quantity, ...]
    held: tuple[frozenset[str], ...]
    subject: tuple[Concept, ...]


NO_FIGURES = Figures("", (), (), ())


def figures_in(sentence: str, quantities: tuple[Quantity, ...], index: Index) -> Figures:
    """Compare every figure of a sentence with those of all facts, once."""
    held = tuple(
        frozenset(known.fact.pointer for known in index.known if any(agrees(q, f) for f in known.beside))
        for q in quantities
    )
    return Figures(sentence, quantities, held, concepts(sentence))


def check_figure(place: int, figures: Figures, focus: Focus, index: Index) -> Claim | None:
    """The claim of the figure at a place among the sentence's; None for a small bare number nobody contradicts."""
    quantity = figures.quantities[place]
    near = concepts(clause_around(figures.sentence, quantity.start, quantity.end))
    hits, rivals = [], []
    for known in index.known:
        if not known.figures or not focus.allows(known):
            continue
        about = shared(figures.subject, known.context) + _together(place, figures, known)
        for figure in known.figures:
            if not _comparable(quantity, figure):
                continue
            if agrees(quantity, figure):
                hits.append(_Hit(known, figure, about + _fit(quantity, figure, near)))
            elif _count_alike(quantity, figure) is not False and not any(
                agrees(other, figure) for other in figures.quantities if other is not quantity
            ):
                rivals.append(_Hit(known, figure, about + _fit(quantity, figure, near)))
    return _judged(quantity, hits, rivals)


def _together(place: int, figures: Figures, known: Known) -> float:
    others = (held for other, held in enumerate(figures.held) if other != place)
    return _TOGETHER * sum(known.fact.pointer in held for held in others)


def _judged(quantity: Quantity, hits: list[_Hit], rivals: list[_Hit]) -> Claim | None:
    hit = max(hits, key=lambda item: item.score, default=None)
    rival = max(rivals, key=lambda item: item.score, default=None)
    if hit and hit.score >= _SAME_SUBJECT and not (rival and _is_rival(rival, hit)):
        why = f"{hit.figure.how} {hit.figure.text}" if hit.figure.how else ""
        return backed(quantity.text, ClaimKind.FIGURE, hit.known, why)
    bare = quantity.unit is None or in_base(0, quantity.unit)[0] == quantity.unit
    if bare and quantity.value <= _TINY and not quantity.text[0].isdigit():
        return None
    nearest = rival or hit
    why = "no fact has this figure"
    if rival:
        why = f"the nearest fact says {rival.figure.text}"
    elif hit:
        why = f"the figure {hit.figure.text} belongs to something else"
    return refused(quantity.text, ClaimKind.FIGURE, nearest.known if nearest else None, why)


def _is_rival(rival: _Hit, hit: _Hit) -> bool:
    return rival.known is not hit.known and rival.score > hit.score + _MOVED


def _comparable(quantity: Quantity, figure: Figure) -> bool:
    """Whether two figures could be about the same thing by their units."""
    if quantity.unit == "pp":
        between = figure.noun == "pp" or not figure.how or figure.how.startswith("the difference")
        return figure.dimension != "time" and between
    if quantity.unit is None:
        return not figure.how or (
            figure.how in _COUNTING and figure.dimension not in ("share", "time", "multiple")
        )
    dimension = in_base(1, quantity.unit)[0]
    if figure.dimension == dimension:
        return True
    return not any(each in _MEASURED or each.isupper() for each in (dimension, figure.dimension))


def agrees(quantity: Quantity, figure: Figure) -> bool:
    """Whether a stated figure is a fair way to tell the other: as printed, rounded, or as loose as its words."""
    dimension, value = in_base(quantity.value, quantity.unit)
    size = value / quantity.value if quantity.value else 1.0
    bare = quantity.unit in (None, "pp") or dimension != figure.dimension
    actual, claimed = figure.printed if bare else figure.value / size, quantity.value
    share = quantity.role == "to" and figure.how == "the share from"
    if quantity.role and not share and (figure.how or (figure.role and figure.role != quantity.role)):
        return False
    highest = quantity.high or claimed
    if not claimed * 0.6 - 0.2 <= actual <= highest * 1.4 + 0.2 or not _comparable(quantity, figure):
        return False
    if quantity.high is not None:
        return claimed * 0.999 <= actual <= quantity.high * 1.001
    return _equal(claimed, actual, quantity.text) or _loosely(quantity, claimed, actual, dimension)


def _equal(claimed: float, actual: float, text: str) -> bool:
    """Equal to the last digit that is printed; of large numbers trailing zeros are rounding."""
    if abs(claimed - actual) <= 1e-6 * max(abs(claimed), 1e-9):
        return True
    if claimed >= 1000:
        digits = len(f"{claimed:.0f}".rstrip("0"))
        step = 10 ** (floor(log10(claimed)) + 1 - digits)
        return digits > 1 and abs(actual - claimed) <= step / 2
    printed = _DECIMALS.search(text)
    decimals = len(printed.group(1)) if printed else 0
    return not float(actual).is_integer() and round(actual, decimals) == claimed


def _loosely(quantity: Quantity, claimed: float, actual: float, dimension: str) -> bool:
    """`over`, `at most` and `about` reach as far as is fair; a number in words is a little rounder than in digits."""
    if quantity.bound == "at least" and claimed <= actual <= claimed * 1.35 + 0.1:
        return True
    if quantity.bound == "at most" and claimed * 0.7 - 0.1 <= actual <= claimed:
        return True
    spelled = not any(character.isdigit() for character in quantity.text)
    if not quantity.approximate and not spelled:
        return False
    if dimension == "share" and min(claimed, actual) > 90:
        return abs(claimed - actual) <= (100 - min(claimed, actual)) * 0.5
    allowed = _FAIR if quantity.approximate else _FAIR / 2
    return abs(claimed - actual) <= allowed * max(abs(claimed), abs(actual))


def _fit(quantity: Quantity, figure: Figure, near: tuple[Concept, ...]) -> float:
    """How well the words around two figures go together, and the nouns that they count."""
    score = 0.5 * shared(near, figure.near) - (0.25 if figure.how else 0.0)
    alike = None if figure.how else _count_alike(quantity, figure)
    if alike is not None:
        score += _NOUN if alike else -_NOUN / 2
    return score


def _count_alike(quantity: Quantity, figure: Figure) -> bool | None:
    """Whether two figures count the same thing; None where one of them does not say what it counts."""
    one, other = (concept(unit) if unit and unit.islower() else None for unit in (quantity.unit, figure.noun))
    if not one or not other:
        return None
    keys = [item.keys | _PEOPLE if not item.keys.isdisjoint(_PEOPLE) else item.keys for item in (one, other)]
    return not keys[0].isdisjoint(keys[1])
