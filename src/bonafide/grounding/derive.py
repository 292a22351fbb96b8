"""Figures of a fact, and the figures that follow from them: shares, changes, factors, sums, the rest of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from bonafide.grounding.courses import period_of
from bonafide.grounding.lexicon import cues, keys_of
from bonafide.language.lookup import key, keyed
from bonafide.language.quantities import Quantity, find, in_base
from bonafide.language.sentences import stem

# Of a text with more figures, no sums are made of the rest.
_MOST = 30
CHANGED, FELL, ROSE, SHARE = "the change from", "the fall from", "the rise from", "the share from"
# Stems of nouns for people: what is counted by one of them may be counted by another.
PEOPLE = frozenset(("people", *map(stem, (*cues("titles")["heads"], *cues("names")["persons"]))))
_ADVERBS: dict[str, list[tuple[float, str]]] = keyed(cues("figures")["adverbs"])
_ADVERB = re.compile(rf"(?<!\w)(?:{'|'.join(_ADVERBS)})(?!\w)", re.IGNORECASE)
_CHANGE = frozenset(stem(word) for word in cues("figures")["changes"])
_PERCENTILE = re.compile(r"\bp(\d{2})(?:\.\d)?\b", re.IGNORECASE)
_RATES: dict[str, float] = keyed(cues("figures")["rates"])
_RATE = re.compile(
    rf"[^,;.\d]{{0,30}}?\b(?:an?|per|each|every)\s+(?P<period>{'|'.join(_RATES)})\b", re.IGNORECASE
)
_EACH = re.compile(r"\b(?:per|each|apiece|an?\s+(?:piece|unit|head|seat|customer))\b", re.IGNORECASE)
_OF_THESE = re.compile(r" of (?:them|these|those|which|whom)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;,:](?!\d)|[()–—]|\.\s|(?<!\w)(?:and|but|while|where|which|plus)(?!\w)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in a dimension (time in seconds, shares in percent); `how` tells what it follows from ("" = printed).

    `printed` is the value in its own unit, `role` where a change began or ended; `near` are the keys of the words of the same clause; `noun` is the unit or what is counted; `period` is the stretch of time by which that clause counts.
    """

    value: float
    dimension: str
    noun: str | None
    text: str
    how: str
    near: frozenset[str]
    printed: float
    role: str | None = None
    period: str | None = None


def figures_of(text: str) -> tuple[Figure, ...]:
    """Every figure that a text states or that follows from what it states."""
    printed = find(text)[:_MOST]
    plain = [figure for quantity in printed for figure in _printed(text, quantity)]
    return (
        *plain,
        *_adverbs(text),
        *_rests(plain),
        *_pairs(plain),
        *_sums(plain),
        *_yearly(text, plain),
        *_products(text, plain),
        *_parts(text, plain),
    )


def clause_around(text: str, start: int, end: int) -> str:
    """The part of a sentence around a span, up to the next comma, dash or joining word."""
    cuts = [0, *(match.end() for match in _CLAUSE.finditer(text)), len(text)]
    left = max(cut for cut in cuts if cut <= start)
    right = min((cut for cut in cuts if cut >= end), default=len(text))
    return text[left:right]


def _printed(text: str, quantity: Quantity) -> Iterator[Figure]:
    clause = clause_around(text, quantity.start, quantity.end)
    near, period = keys_of(clause), period_of(text, quantity.start, quantity.end)
    for value in (quantity.value, quantity.high):
        if value is not None:
            dimension, size = in_base(value, quantity.unit)
            yield Figure(
                size, dimension, quantity.unit, quantity.text, "", near, value, quantity.role, period
            )


def _adverbs(text: str) -> Iterator[Figure]:
    """`quarterly` is four times a year, `overnight` within a day, `all` a hundred percent."""
    for match in _PERCENTILE.finditer(text):
        near = keys_of(clause_around(text, match.start(), match.end()))
        yield _share(float(match.group(1)), match.group(), "as good as", near)
    for match in _ADVERB.finditer(text):
        near = keys_of(clause_around(text, match.start(), match.end()))
        for value, unit in _ADVERBS[key(match.group())]:
            dimension, size = in_base(value, unit or None)
            yield Figure(size, dimension, unit or None, match.group(), "as good as", near, value)


def _rests(plain: list[Figure]) -> Iterator[Figure]:
    """What is left of a whole; a cut by 38 % leaves no 62 % to speak of."""
    for figure in plain:
        if figure.dimension == "share" and 0 < figure.value < 100 and figure.near.isdisjoint(_CHANGE):
            yield _share(100 - figure.value, figure.text, "the rest of", figure.near)
        elif figure.dimension == "share" and figure.value > 100:
            yield _share(figure.value - 100, figure.text, "what goes beyond the whole in", figure.near)


def _pairs(plain: list[Figure]) -> Iterator[Figure]:
    """What two figures in a row say together; where one is the end of a change, the other must be its other end."""
    for one, other in pairwise(plain):
        if {one.role, other.role} not in ({None}, {"from", "to"}) or not _commensurable(one, other):
            continue
        low, high = sorted((one.value, other.value))
        if not 0 < low < high:
            continue
        text, near = f"{one.text}, {other.text}", one.near | other.near
        yield _share(low / high * 100, text, SHARE, near)
        for start, how in _beginnings(one, other):
            yield _share((high - low) / start * 100, text, how, near)
        yield Figure(high / low, "multiple", "x", text, "the factor from", near, high / low)
        less = abs(one.printed - other.printed)
        yield Figure(
            high - low, one.dimension, one.noun or other.noun, text, "the difference from", near, less
        )


def _beginnings(one: Figure, other: Figure) -> Iterator[tuple[float, str]]:
    """Of what value a change is told as a share: of that where it began; of either where that is not known."""
    low, high = sorted((one.value, other.value))
    if one.role is None:
        yield from ((high, CHANGED), (low, CHANGED))
    else:
        start = one.value if one.role == "from" else other.value
        yield start, FELL if start == high else ROSE


def _commensurable(one: Figure, other: Figure) -> bool:
    if one.dimension == other.dimension:
        return True
    return bool({one.noun, other.noun} & {None, "people"}) and "time" not in (one.dimension, other.dimension)


def _yearly(text: str, plain: list[Figure]) -> Iterator[Figure]:
    """`25 a quarter` is a hundred a year."""
    for figure in plain:
        rate = _RATE.search(text, text.find(figure.text) + len(figure.text))
        if rate and figure.dimension not in ("share", "multiple", "time"):
            times = _RATES[key(rate.group("period"))]
            value, printed = figure.value * times, figure.printed * times
            told = f"{figure.text}{rate.group()}"
            yield Figure(value, figure.dimension, figure.noun, told, "a year of", figure.near, printed)


def _products(text: str, plain: list[Figure]) -> Iterator[Figure]:
    """`GBP 12 a piece at 4,000 pieces` is GBP 48,000."""
    each = _EACH.search(text)
    paid = [figure for figure in plain if figure.dimension.isupper()]
    counted = [f for f in plain if f not in paid and f.dimension not in ("share", "multiple", "time")]
    if each and len(paid) == 1 and len(counted) == 1:
        one, other = paid[0], counted[0]
        value, near = one.value * other.value, one.near | other.near
        yield Figure(
            value, one.dimension, one.noun, f"{one.text}, {other.text}", "the product of", near, value
        )


def _parts(text: str, plain: list[Figure]) -> Iterator[Figure]:
    """`60 surveys, about half of them ...`: the share of the count before it."""
    for whole, share in pairwise(plain):
        if share.dimension != "share" or whole.dimension in ("share", "multiple", "time"):
            continue
        at = text.find(share.text, text.find(whole.text) + len(whole.text))
        if at >= 0 and _OF_THESE.match(text, at + len(share.text)):
            value, printed = (size * share.value / 100 for size in (whole.value, whole.printed))
            told, near = f"{share.text} of {whole.text}", share.near | whole.near
            yield Figure(value, whole.dimension, whole.noun, told, "a part:", near, printed)


def _share(value: float, text: str, how: str, near: frozenset[str]) -> Figure:
    return Figure(value, "share", "%", text, how, near, value)


def _sums(plain: list[Figure]) -> Iterator[Figure]:
    counted = [figure for figure in plain if figure.dimension not in ("share", "multiple", "time")]
    bare = [figure for figure in counted if not figure.dimension.isupper()]
    if len(bare) > 1:
        text = ", ".join(figure.text for figure in bare)
        near = frozenset[str]().union(*(figure.near for figure in bare))
        total = sum(figure.value for figure in bare)
        yield Figure(total, "people", "people", text, "the sum of", near, total)
    for one, other in combinations(counted, 2):
        if one.dimension == other.dimension or PEOPLE.issuperset((one.dimension, other.dimension)):
            text = f"{one.text}, {other.text}"
            near, total = one.near | other.near, one.value + other.value
            printed = one.printed + other.printed
            yield Figure(total, one.dimension, one.noun, text, "the sum of", near, printed)
