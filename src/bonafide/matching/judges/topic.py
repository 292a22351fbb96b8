"""Does the CV tell of what the requirement names: tools, practices, subjects, or just words?"""

from __future__ import annotations

from dataclasses import dataclass

from bonafide.language.sentences import STOPWORDS
from bonafide.language.terms import relation
from bonafide.matching.asks import Ask, Choice, Element
from bonafide.matching.findings import Finding
from bonafide.matching.lexicon import alike
from bonafide.matching.resume import Piece, Resume
from bonafide.model.match import Evidence, Verdict

RELATION_VALUE = {"same": 1.0, "narrower": 1.0, "sibling": 0.5, "broader": 0.4}
NEAR_WORD = 0.6
"""What a word that says nearly the same counts."""
SAME_ENTRY, SAME_CV = 0.75, 0.45
"""What an element counts that the best fact lacks but its entry, or the CV, has."""
MET, PARTIAL = 0.72, 0.34


@dataclass(frozen=True, slots=True)
class Hit:
    """How well a piece covers an element, and by which of its terms or words."""

    value: float
    how: str
    by: str


NOTHING = Hit(0.0, "", "")


def judge(ask: Ask, resume: Resume) -> Finding | None:
    """None where the ask names nothing."""
    if not ask.choices:
        return None
    table = _table(ask, resume)
    best = max(range(len(resume.pieces)), key=lambda i: (_score(ask, table, resume, i), -i), default=None)
    if best is None:
        return Finding(verdict=Verdict.UNMET, why="the CV says nothing of it")
    score = _score(ask, table, resume, best)
    listed = resume.pieces[best].is_listed
    if score >= MET and not (listed and ask.deep):
        verdict = Verdict.MET
    elif score >= PARTIAL:
        verdict = Verdict.PARTIAL
    else:
        verdict = Verdict.UNMET
    facts = () if verdict is Verdict.UNMET else _evidence(table, resume, best)
    return Finding(verdict=verdict, why=f"score {score:.2f}", facts=facts, weight=1.0)


def _table(ask: Ask, resume: Resume) -> list[list[Hit]]:
    """For each choice the hit in each piece."""
    return [[_choice_hit(choice, piece, ask) for piece in resume.pieces] for choice in ask.choices]


def _choice_hit(choice: Choice, piece: Piece, ask: Ask) -> Hit:
    return max((_hit(element, piece, ask.open) for element in choice.elements), key=lambda hit: hit.value)


def _hit(element: Element, piece: Piece, is_open: bool) -> Hit:
    best = NOTHING
    if element.term:
        for term in sorted(piece.terms):
            found = relation(term, element.term)
            if found:
                value = 1.0 if is_open and found == "sibling" else RELATION_VALUE[found]
                if value > best.value:
                    best = Hit(value, found, term)
        return best
    if element.stem in piece.stems:
        return Hit(1.0, "word", element.text)
    near = sorted(alike().get(element.stem, frozenset()) & piece.stems)
    return Hit(NEAR_WORD, "near", near[0]) if near else NOTHING


def _score(ask: Ask, table: list[list[Hit]], resume: Resume, index: int) -> float:
    piece = resume.pieces[index]
    total = scored = 0.0
    entry = piece.fact.entry
    for choice, hits in zip(ask.choices, table, strict=True):
        weight = choice.weight
        total += weight
        value = hits[index].value
        around = max((hit.value for hit, other in zip(hits, resume.pieces, strict=True) if entry and other.fact.entry == entry), default=0)
        anywhere = max((hit.value for hit in hits), default=0)
        scored += weight * max(value, SAME_ENTRY * around, SAME_CV * anywhere)
    return scored / total


def _evidence(table: list[list[Hit]], resume: Resume, index: int) -> tuple[Evidence, ...]:
    cited = {index: None}
    for hits in table:
        if hits[index].value == 0:
            best = max(range(len(hits)), key=lambda i: (hits[i].value, -i))
            if hits[best].value > 0:
                cited[best] = None
    return tuple(Evidence(resume.pieces[i].fact.pointer, resume.pieces[i].fact.text) for i in list(cited)[:3])
