"""What one judge says of one part of a requirement, and how the parts make a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bonafide.model.match import Evidence, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A part's verdict; `why` without a full stop; `advice` a sentence where something is missing.

    `weight`: how much the part counts beside the others.
    """

    verdict: Verdict
    why: str
    facts: tuple[Evidence, ...] = ()
    advice: str = ""
    weight: float = 1.0


VALUE = {Verdict.MET: 1.0, Verdict.PARTIAL: 0.5, Verdict.UNMET: 0.0}


def combined(findings: Sequence[Finding]) -> Verdict:
    """Met where every part is, unmet where next to nothing is, partly otherwise."""
    total = sum(finding.weight for finding in findings)
    share = sum(VALUE[finding.verdict] * finding.weight for finding in findings) / total if total else 0.0
    if share > 0.84:
        return Verdict.MET
    return Verdict.PARTIAL if share >= 0.25 else Verdict.UNMET
