"""The fit from 1 to 5."""

from __future__ import annotations

from collections.abc import Sequence

from bonafide.matching.findings import VALUE
from bonafide.model.match import RequirementMatch
from bonafide.model.posting import RequirementKind

NICE_WEIGHT = 0.25
THRESHOLDS = (0.25, 0.45, 0.62, 0.8)


def fit_of(judged: Sequence[RequirementMatch]) -> tuple[int, str]:
    """The fit and a sentence why."""
    if not judged:
        return 1, "The posting states no requirement that could be judged."
    weights = [NICE_WEIGHT if one.requirement.kind is RequirementKind.NICE else 1.0 for one in judged]
    share = sum(VALUE[one.verdict] * weight for one, weight in zip(judged, weights, strict=True)) / sum(
        weights
    )
    return 1 + sum(share >= threshold for threshold in THRESHOLDS), f"{share:.0%}"
