"""The fit from 1 to 5, by a published rule (`docs/fit.md` says the same for readers).

A requirement counts 1 if it is a must and 0.25 if it is nice to have. Met is worth all of it, partly half, not met
nothing. The share is what is reached of what could be reached:

    below 20 %  1        from 20 %  2        from 45 %  3        from 68 %  4        from 82 %  5

Two musts that are not met keep the fit at 4 or below, whatever the share; so does a single one where the posting
states fewer than four musts.
"""

from __future__ import annotations

from collections.abc import Sequence

from bonafide.matching.findings import VALUE
from bonafide.model.match import RequirementMatch, Verdict
from bonafide.model.posting import RequirementKind

WEIGHTS = {RequirementKind.MUST: 1.0, RequirementKind.NICE: 0.25, RequirementKind.RESPONSIBILITY: 0.0}
THRESHOLDS = (0.20, 0.45, 0.68, 0.82)
BEST = 5
FEW_MUSTS = 4
_NOTHING_ASKED = "The posting states no requirement that can be compared, so the fit is set to the middle."


def fit_of(judged: Sequence[RequirementMatch]) -> tuple[int, str]:
    """The fit and the sentences why. Without requirements 3: nothing speaks for or against."""
    share = share_of(judged)
    if share is None:
        return 3, _NOTHING_ASKED
    musts = [one for one in judged if one.requirement.kind is RequirementKind.MUST]
    missing = sum(one.verdict is Verdict.UNMET for one in musts)
    fit = 1 + sum(share >= threshold for threshold in THRESHOLDS)
    capped = fit == BEST and (missing > 1 or (missing == 1 and len(musts) < FEW_MUSTS))
    return fit - capped, _why(judged, musts, share, missing, capped)


def share_of(judged: Sequence[RequirementMatch]) -> float | None:
    """What is reached of what could be reached, 0 to 1; None where nothing is asked."""
    total = sum(WEIGHTS[one.requirement.kind] for one in judged)
    if not total:
        return None
    return sum(VALUE[one.verdict] * WEIGHTS[one.requirement.kind] for one in judged) / total


def _why(
    judged: Sequence[RequirementMatch],
    musts: Sequence[RequirementMatch],
    share: float,
    missing: int,
    capped: bool,
) -> str:
    met = sum(one.verdict is Verdict.MET for one in musts)
    partly = len(musts) - met - missing
    parts = [f"Of {len(musts)} musts {met} are met, {partly} partly and {missing} not"]
    nice = [one for one in judged if one.requirement.kind is RequirementKind.NICE]
    if nice:
        parts.append(
            f"of {len(nice)} nice-to-haves {sum(one.verdict is Verdict.MET for one in nice)} are met"
        )
    limit = " A must that is not met keeps it from 5." if capped else ""
    return f"{'; '.join(parts)}: {share:.0%} of what is asked.{limit}"
