"""Findings of the judges of size: what is led or spent, held against what is asked."""

from __future__ import annotations

from bonafide.matching.findings import Finding
from bonafide.matching.leading import Led
from bonafide.model.match import Evidence, Verdict

AT_LARGER_SCALE = "Expect to be asked what would change for you at the larger scale; add the largest true figure if the CV lacks it."
WITHOUT_SIZE = "Add the figure itself, if you have it: a size that is not stated counts for little."


def measured(share: float, why: str, led: Led, far_below: float, advice: str = AT_LARGER_SCALE) -> Finding:
    """A size held against what is asked: `share` of it, with the fact that states it; `advice` where it falls short."""
    facts = (Evidence(led.piece.fact.pointer, led.piece.fact.text),)
    if share >= 1:
        return Finding(verdict=Verdict.MET, why=why, facts=facts)
    verdict = Verdict.PARTIAL if share >= far_below else Verdict.UNMET
    kept = facts if verdict is Verdict.PARTIAL else ()
    return Finding(verdict=verdict, why=why, facts=kept, advice=advice)


def nothing(why: str, question: str) -> Finding:
    """Unmet, with the question to answer in the CV."""
    return Finding(verdict=Verdict.UNMET, why=why, advice=f"Add, if true, {question}.")
