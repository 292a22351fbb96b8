"""The follow-up questions that a panel would ask after this answer."""

from __future__ import annotations

from collections.abc import Mapping

from bonafide.model.guide import Probe, Question
from bonafide.model.rating import AskedProbe
from bonafide.practice.speech import Speech

MOST = 3
QUOTED_WORDS = 9
# What lifts a level is asked for first.
_ORDER = (
    "metric",
    "ownership",
    "mechanism",
    "baseline",
    "context",
    "tradeoff",
    "guardrail",
    "people",
    "reflection",
)


def probes(
    question: Question, facets: Mapping[str, int], points: Mapping[str, int], speech: Speech
) -> tuple[AskedProbe, ...]:
    """Up to three of the guide's probes for what is missing, in the answer's own words where they quote."""
    missing = [f"point:{id}" for id, value in points.items() if not value]
    thin = [f"facet:{name}" for name in _ORDER if facets[name] < 2]
    wanted = [target for pair in zip(thin, missing, strict=False) for target in pair]
    wanted += thin[len(missing) :] + missing[len(thin) :]
    by_target: dict[str, Probe] = {}
    for probe in question.probes:
        by_target.setdefault(probe.target, probe)
    return tuple(_asked(by_target[target], speech) for target in wanted if target in by_target)[:MOST]


def _asked(probe: Probe, speech: Speech) -> AskedProbe:
    if "{quote}" not in probe.text:
        return AskedProbe(probe.target, probe.text)
    quote = _quote(speech)
    return AskedProbe(probe.target, probe.text.replace("{quote}", quote), quote)


def _quote(speech: Speech) -> str:
    """The first words of the clause with a figure, or of the longest clause."""
    places = [at for at, _ in speech.figures[:1]] or [
        max(speech.clauses, key=lambda at: speech.clause(at)[1] - at)
    ]
    first, last = speech.clause(places[0])
    return speech.words(first, min(last, first + QUOTED_WORDS - 1)).strip().rstrip(".,;:")
