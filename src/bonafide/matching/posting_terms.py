"""The posting's own terms, in its own wording: which the CV has and which it lacks."""

from __future__ import annotations

from bonafide.language.terms import find_terms, kind_of, relation
from bonafide.matching.resume import Resume
from bonafide.model.posting import Posting

_KINDS = frozenset({"tool", "practice", "standard", "credential", "industry"})


def found_and_missing(posting: Posting, resume: Resume) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Terms of all requirements in order of place, each once; the same or a narrower term of the CV counts."""
    own = sorted({term for piece in resume.pieces for term in piece.terms})
    found: list[str] = []
    missing: list[str] = []
    for term, written in _terms(posting).items():
        has = any(relation(mine, term) in ("same", "narrower") for mine in own)
        (found if has else missing).append(written)
    return tuple(found), tuple(missing)


def _terms(posting: Posting) -> dict[str, str]:
    """Name of the term -> as the posting first writes it."""
    terms: dict[str, str] = {}
    for requirement in posting.requirements:
        for hit in find_terms(requirement.text):
            if kind_of(hit.term) in _KINDS:
                terms.setdefault(hit.term, requirement.text[hit.start : hit.end])
    return terms
