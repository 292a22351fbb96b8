"""Figures of a sentence against the figures of the facts, printed or derived, each in its own context."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from bonafide.grounding.comparing import Stated, agrees, comparable, measured, stated
from bonafide.grounding.courses import against, period_of, way_of
from bonafide.grounding.derive import FELL, PEOPLE, ROSE, SHARE, Figure, clause_around
from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Index, Known, years_in
from bonafide.grounding.lexicon import Concept, concept_of, concepts, cues, shared
from bonafide.grounding.verdicts import backed, refused
from bonafide.language.quantities import Quantity
from bonafide.language.sentences import stem
from bonafide.model.claim import Claim, ClaimKind

# A rival fact on the same subject must fit this much better to show that a figure was moved.
_MOVED = 0.9
_FAR_MOVED = 1.8
# Words that must be shared with the fact of a figure for it to be about the same thing.
_SAME_SUBJECT = 0.3
# What a year that is the same, another figure of the same fact adds, and a counted noun that is the same.
_YEAR = 0.4
_TOGETHER = 0.8
_ASIDE = 0.5
_NOUN = 1.0
_DERIVED = 0.25
_TINY = 3
_CONTRARY = tuple(
    pair
    for one, other in cues("figures")["contrary"]
    for pair in ((stem(one), stem(other)), (stem(other), stem(one)))
)
_GATHERED = re.compile(rf"\b(?:{'|'.join(cues('figures')['gathered'])}) of (?:\w+ )?$", re.IGNORECASE)
# `auf ein Achtel gesenkt`: where a change ended, whose verb may come later.
_ENDS_AT = re.compile(r"\b(?:to|auf|à)\s+$", re.IGNORECASE)
_LARGE = 1000
_SMALL = 10
# Nouns that end like this are as good as always for people: librarian, dentist, volunteer.
_TRADES = ("ian", "ist", "eer")
_MUCH = 1.0
_SAME_ORDER = 8


@dataclass(frozen=True, slots=True)
class _Hit:
    known: Known
    figure: Figure
    score: float


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one sentence, which facts hold the like of each, and how near each fact's subject is.

    `held` are pointers for each quantity; `near` are weights in the order of `Index.figured`; of a `foreign` sentence, in
    another language than the facts, they tell nothing.
    """

    sentence: str
    claims: tuple[Stated, ...]
    held: tuple[frozenset[str], ...]
    near: tuple[float, ...]
    foreign: bool = False

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities in order of place."""
        return tuple(claim.quantity for claim in self.claims)


NO_FIGURES = Figures("", (), (), ())


def figures_in(
    sentence: str, quantities: tuple[Quantity, ...], index: Index, foreign: bool = False
) -> Figures:
    """Compare every figure of a sentence with those of all facts, once."""
    claims = tuple(stated(_of_people(quantity, sentence)) for quantity in quantities)
    subject, years = concepts(sentence), years_in(sentence)
    held = tuple(
        frozenset(
            known.fact.pointer for known in index.figured if any(agrees(claim, f) for f in known.beside)
        )
        for claim in claims
    )
    return Figures(
        sentence,
        claims,
        held,
        tuple(_about(subject, known) + _YEAR * len(years & known.years) for known in index.figured),
        foreign,
    )


def _about(subject: tuple[Concept, ...], known: Known) -> float:
    """How near a sentence's subject is to a figure's: what the fact says in its other sentences counts by half."""
    return max(shared(subject, known.keys), _ASIDE * shared(subject, known.context))


def _of_people(quantity: Quantity, sentence: str) -> Quantity:
    """`a team of five`: what is counted are people."""
    unsaid = quantity.unit is None and _GATHERED.search(sentence, 0, quantity.start)
    return replace(quantity, unit="people") if unsaid else quantity


def check_figure(place: int, figures: Figures, focus: Focus, index: Index) -> Claim | None:
    """The claim of the figure at a place among the sentence's; None for a small bare number nobody contradicts."""
    claim = figures.claims[place]
    clause = clause_around(figures.sentence, claim.quantity.start, claim.quantity.end)
    near = concepts(clause)
    period = period_of(figures.sentence, claim.quantity.start, claim.quantity.end)
    ends = bool(_ENDS_AT.search(figures.sentence, 0, claim.quantity.start))
    alone = len(figures.claims) == 1
    hits, rivals, kin, denied = [], [], [], []
    for known, about in zip(index.figured, figures.near, strict=True):
        if not focus.allows(known):
            continue
        about += _together(place, figures, known)
        for figure in known.figures:
            if not comparable(claim, figure):
                continue
            found = _Hit(known, figure, about + _fit(claim.quantity, figure, near))
            otherwise = (not ends and _otherwise(claim, near, figure)) or _by_another_period(period, figure)
            if agrees(claim, figure) and not otherwise and not (alone and _reversed(near, figure)):
                hits.append(found)
            elif agrees(claim, figure) and otherwise and not figure.how:
                denied.append(found)
            elif _contradicts(place, figures, figure):
                rivals.append(found)
            elif not figure.how and _of_a_kind(claim, figure):
                kin.append(found)
    if denied and not hits:
        nearest = max(denied, key=lambda item: item.score)
        why = f"the fact says {_told(nearest.figure)}"
        return refused(claim.quantity.text, ClaimKind.FIGURE, nearest.known, why)
    printed = _printed(claim, figures, focus, index)
    if printed:
        return backed(claim.quantity.text, ClaimKind.FIGURE, printed)
    if figures.foreign and hits:
        best = max(hits, key=lambda item: item.score)
        return backed(claim.quantity.text, ClaimKind.FIGURE, best.known, _derived(best.figure))
    return _judged(claim, hits, rivals, kin)


def _printed(claim: Stated, figures: Figures, focus: Focus, index: Index) -> Known | None:
    """The fact that prints a figure's digits in a name (`IEC 60870-5-104`); in another language, in any compound."""
    digits = re.search(r"\d{3,}", claim.quantity.text.replace(",", "").replace(".", ""))
    if digits is None or claim.quantity.unit == "%" or claim.dimension.isupper():
        return None
    pattern = re.compile(rf"(?<![\d.,]){digits.group()}(?![\d.,]\d)")
    for known in index.known:
        read = any(figure.printed == claim.quantity.value for figure in known.figures)
        if focus.allows(known) and pattern.search(known.folded) and (figures.foreign or not read):
            return known
    return None


def _derived(figure: Figure) -> str:
    return f"{figure.how} {figure.text}" if figure.how else ""


def _told(figure: Figure) -> str:
    """`5 a quarter`: a figure as the fact has it."""
    return f"{figure.text} a {figure.period}" if figure.period else f"the contrary of {figure.text}"


def _together(place: int, figures: Figures, known: Known) -> float:
    """What the sentence's other figures add where the same fact holds them."""
    others = (held for other, held in enumerate(figures.held) if other != place)
    return _TOGETHER * sum(known.fact.pointer in held for held in others)


def _contradicts(place: int, figures: Figures, figure: Figure) -> bool:
    """Whether another value is of the same thing, and not one that the sentence tells as well."""
    claim = figures.claims[place]
    if figure.how or _count_alike(claim.quantity, figure) is False or not _near(claim, figure):
        return False
    return not any(agrees(other, figure) for at, other in enumerate(figures.claims) if at != place)


def _reversed(near: tuple[Concept, ...], figure: Figure) -> bool:
    """`41 measures are open` beside `41 measures closed`: the words around tell the contrary."""
    said = frozenset(stem(item.word) for item in near)
    return not figure.how and any(
        one in said and other in figure.near and one not in figure.near and other not in said
        for one, other in _CONTRARY
    )


def _otherwise(claim: Stated, near: tuple[Concept, ...], figure: Figure) -> bool:
    """`rose by 28 %` beside `cut by 28 %`, or a fall that can be worked out; `cut by two thirds` beside what is left."""
    if figure.how == SHARE:
        return claim.quantity.role != "to" and way_of(near) is not None
    if figure.how:
        return (figure.how, way_of(near)) in ((FELL, "rise"), (ROSE, "fall"))
    return against(near, figure.near)


def _by_another_period(period: str | None, figure: Figure) -> bool:
    """`five a month` beside `five a quarter`."""
    told = None not in (period, figure.period) and not figure.how
    return told and period != figure.period and figure.dimension not in ("share", "multiple", "time")


def _near(claim: Stated, figure: Figure) -> bool:
    """Whether one value could be mistaken for the other: another order of size tells of another thing."""
    low, high = sorted((abs(claim.quantity.value * claim.size), abs(figure.value)))
    return high <= _SAME_ORDER * low


def _of_a_kind(claim: Stated, figure: Figure) -> bool:
    """Whether both count the same things or are in the same measure, whatever their size."""
    measure = measured(claim.dimension) and claim.dimension == figure.dimension
    return measure or _count_alike(claim.quantity, figure) is True


def _judged(claim: Stated, hits: list[_Hit], rivals: list[_Hit], kin: list[_Hit]) -> Claim | None:
    """The verdict; `kin` are figures of the same kind, which do not contradict but are the nearest there are."""
    quantity = claim.quantity
    hit = max(hits, key=lambda item: item.score, default=None)
    rival = max(rivals, key=lambda item: item.score, default=None)
    alone = _its_own(claim, hits)
    counted_elsewhere = any(_count_alike(quantity, item.figure) for item in rivals)
    moved = hit is not None and rival is not None and _is_rival(rival, hit, _exact(claim, hit))
    if alone and not moved and not (counted_elsewhere and _count_alike(quantity, alone.figure) is False):
        return backed(quantity.text, ClaimKind.FIGURE, alone.known)
    if hit and _of_another(claim, hit):
        hit = None
    if hit and hit.score >= _SAME_SUBJECT and not moved:
        return backed(quantity.text, ClaimKind.FIGURE, hit.known, _derived(hit.figure))
    counted = quantity.unit is None or claim.dimension == quantity.unit or claim.dimension == "time"
    if counted and claim.spelled and quantity.value <= _TINY and not _beyond(claim, (*rivals, *kin)):
        return None
    other = rival or (None if hit else max(kin, key=lambda item: item.score, default=None))
    nearest = other or hit
    return refused(
        quantity.text, ClaimKind.FIGURE, nearest.known if nearest else None, _difference(hit, other)
    )


def _beyond(claim: Stated, others: tuple[_Hit, ...]) -> bool:
    """`three teams`, where every fact that counts teams has fewer."""
    alike = [item for item in others if _count_alike(claim.quantity, item.figure) and not item.figure.how]
    return bool(alike) and all(item.figure.printed < claim.quantity.value for item in alike)


def _of_another(claim: Stated, hit: _Hit) -> bool:
    """Whether the figure counts other things, and little else is shared."""
    return _count_alike(claim.quantity, hit.figure) is False and hit.score < _MUCH


def _exact(claim: Stated, hit: _Hit) -> bool:
    """The same number, printed, of the same things."""
    same = claim.quantity.value == hit.figure.printed and not hit.figure.how
    return same and _count_alike(claim.quantity, hit.figure) is True


def _its_own(claim: Stated, hits: list[_Hit]) -> _Hit | None:
    """The hit of a figure so telling that it is its entry's however it is told: printed, and in one entry alone.

    Telling are sums of money, and numbers that are not small or round.
    """
    printed = [item for item in hits if not item.figure.how]
    if not printed or len({item.known.fact.entry for item in printed}) != 1:
        return None
    hit = max(printed, key=lambda item: item.score)
    money = claim.dimension.isupper() and claim.dimension == hit.figure.dimension
    value = claim.quantity.value
    digits = len(f"{value:.9g}".replace(".", "").rstrip("0"))
    telling = money or value >= _LARGE or (value > _SMALL and value == hit.figure.printed and digits > 1)
    return hit if telling else None


def _difference(hit: _Hit | None, rival: _Hit | None) -> str:
    if rival:
        return f"the nearest fact says {rival.figure.text}"
    return f"the figure {hit.figure.text} belongs to something else" if hit else "no fact has this figure"


def _is_rival(rival: _Hit, hit: _Hit, exact: bool) -> bool:
    """Whether another value, in the same measure, is told so much nearer that the figure must be taken from elsewhere."""
    one, other = rival.figure.dimension, hit.figure.dimension
    if rival.known is hit.known or (one != other and (measured(one) or measured(other))):
        return False
    return rival.score > hit.score + (_FAR_MOVED if exact else _MOVED)


def _fit(quantity: Quantity, figure: Figure, near: tuple[Concept, ...]) -> float:
    """How well the words around two figures go together, and the nouns that they count."""
    score = 0.5 * shared(near, figure.near)
    if figure.how:
        return score - _DERIVED
    alike = _count_alike(quantity, figure)
    if alike is None:
        return score
    return score + _NOUN if alike else score - _NOUN / 2


def _count_alike(quantity: Quantity, figure: Figure) -> bool | None:
    """Whether two figures count the same thing; None where one of them does not say what it counts."""
    one, other = _counted(quantity.unit), _counted(figure.noun)
    return None if one is None or other is None else not one.isdisjoint(other)


@lru_cache(maxsize=4096)
def _counted(unit: str | None) -> frozenset[str] | None:
    noun = concept_of(unit, unit) if unit and unit.islower() else None
    if noun is None:
        return None
    people = not noun.keys.isdisjoint(PEOPLE) or noun.word.endswith(_TRADES)
    return noun.keys | PEOPLE if people else noun.keys
