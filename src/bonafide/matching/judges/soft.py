"""Traits (communication, composure, initiative): a CV shows them only through deeds, so mere words meet nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from bonafide.language.doing import Doing, done
from bonafide.language.terms import kind_of
from bonafide.matching.asks import Ask
from bonafide.matching.findings import Finding
from bonafide.matching.lexicon import data, phrases
from bonafide.matching.resume import Piece, Resume
from bonafide.model.match import Evidence, Verdict

_SOFT_TERMS = frozenset(
    {
        "Verbal communication",
        "Written communication",
        "Presentation skills",
        "Teamwork",
        "Problem solving",
        "Leadership",
    }
)
_NEVER = "\0"
_MOST_WORDS_BEFORE = 2
"""So many before the trait, and the trait is an aside: `an availability target that you kept and can explain`."""
_MOST_WORDS_BESIDE = 3
"""More words of its own than these, and a requirement asks for something that can be looked up."""


@dataclass(frozen=True, slots=True)
class Trait:
    """A trait: how it is asked for, and which deeds show it well or a little."""

    name: str
    asks: re.Pattern[str]
    strong: re.Pattern[str]
    weak: re.Pattern[str]
    verbs: re.Pattern[str]
    audience: re.Pattern[str]

    def shown_by(self, text: str) -> bool:
        """Whether a deed shows it well: by itself, or by a verb with the audience that makes it count."""
        return bool(self.strong.search(text) or (self.verbs.search(text) and self.audience.search(text)))


@lru_cache(maxsize=1)
def _traits() -> tuple[Trait, ...]:
    lists = ("asks", "strong", "weak", "verbs", "audience")
    return tuple(
        Trait(entry["name"], *(phrases(entry.get(name) or [_NEVER]) for name in lists))
        for entry in data("soft")["trait"]
    )


def judge(ask: Ask, text: str, resume: Resume) -> Finding | None:
    """None where the requirement asks no trait, or names something that can be looked up."""
    asked = [
        (match.start(), match.start() - match.end(), trait)
        for trait in _traits()
        if (match := trait.asks.search(text))
    ]
    if not asked:
        return None
    first = min(asked, key=lambda found: found[:2])
    if _names_a_subject(ask, [found[-1] for found in asked], first[0]):
        return None
    return _judged(first[-1], resume)


def _names_a_subject(ask: Ask, asked: list[Trait], at: int) -> bool:
    """Whether it names a thing of its own, many words, or says what it wants before the trait is named (at `at`)."""
    own = [
        element
        for choice in ask.choices
        for element in choice.elements
        if element.term not in _SOFT_TERMS and not any(trait.asks.fullmatch(element.text) for trait in asked)
    ]
    named = any(kind_of(element.term or "") and element.weight >= 0.7 for element in own)
    coded = any(element.is_hard and element.start > 0 for element in own)
    before = sum(element.weight >= 1 and element.start < at for element in own)
    weighty = sum(element.weight >= 1 for element in own)
    return named or coded or before >= _MOST_WORDS_BEFORE or weighty > _MOST_WORDS_BESIDE


def _judged(asked: Trait, resume: Resume) -> Finding:
    strong, weak = _shown(asked.shown_by, resume), _shown(asked.weak.search, resume)
    if strong:
        why, verdict = f"“{_short(strong.fact.text)}” shows {asked.name}", Verdict.MET
    elif weak:
        why, verdict = (
            f"“{_short(weak.fact.text)}” hints at {asked.name}, but does not show it",
            Verdict.PARTIAL,
        )
    else:
        why, verdict = f"nothing in the CV shows {asked.name}", Verdict.UNMET
    piece = strong or weak
    return Finding(
        verdict=verdict,
        why=why,
        facts=(Evidence(piece.fact.pointer, piece.fact.text),) if piece else (),
        advice=""
        if strong
        else f"Have one occasion ready that shows your {asked.name}: it is judged in the interview, not on paper.",
    )


def _shown(shows: Callable[[str], object], resume: Resume) -> Piece | None:
    for piece in resume.pieces:
        tells = piece.is_deed or piece.fact.section in ("publications", "basics", "you", "volunteer")
        if tells and shows(done(piece.fact.text, keep=(Doing.MEANT, Doing.TRIED))):
            return piece
    return None


def _short(text: str) -> str:
    parts = text.split()
    return " ".join(parts[:12]).rstrip(",;.") + ("…" if len(parts) > 12 else "")
