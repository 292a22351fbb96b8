"""The follow-up questions that a panel would ask after this answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bonafide.model.guide import Probe, Question
from bonafide.model.rating import AskedProbe
from bonafide.practice.acts import Who
from bonafide.practice.cuebook import hits
from bonafide.practice.facets import Telling
from bonafide.practice.speech import Hit, Speech

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
    question: Question, facets: Mapping[str, int], points: Mapping[str, int], telling: Telling
) -> tuple[AskedProbe, ...]:
    """Up to three of the guide's probes for what is missing, in the answer's own words where they quote."""
    missing = [f"point:{id}" for id, value in points.items() if not value]
    thin = [f"facet:{name}" for name in _ORDER if facets[name] < 2]
    wanted = [target for pair in zip(thin, missing, strict=False) for target in pair]
    wanted += thin[len(missing) :] + missing[len(thin) :]
    by_target: dict[str, Probe] = {}
    for probe in question.probes:
        by_target.setdefault(probe.target, probe)
    return tuple(_asked(by_target[target], telling) for target in wanted if target in by_target)[:MOST]


def _asked(probe: Probe, telling: Telling) -> AskedProbe:
    if "{quote}" not in probe.text:
        return AskedProbe(probe.target, probe.text)
    quote = _quote(telling.speech, next(_quotable(probe.target, telling)))
    return AskedProbe(probe.target, probe.text.replace("{quote}", quote), quote)


def _quotable(target: str, telling: Telling) -> Iterator[Hit]:
    """Places worth quoting back for this target, the best first; at last the longest clause."""
    if target in ("facet:metric", "facet:baseline"):
        yield from hits(telling.speech, "metric", "without_figure")
        yield from telling.outcomes.figures
        yield from (Hit(at, at) for at, _ in telling.speech.figures)
    if target == "facet:ownership":
        yield from (act.hit for act in telling.acts if act.who is Who.TEAM)
    yield from (act.hit for act in telling.acts)
    yield from telling.details
    speech = telling.speech
    start = max(speech.clauses, key=lambda at: speech.clause(at)[1] - at)
    yield Hit(start, start)


def _quote(speech: Speech, hit: Hit) -> str:
    """Up to nine words of the answer around the hit, from where its clause or the hit begins."""
    start, end = speech.clause(hit.first)
    first = start if hit.last - start < QUOTED_WORDS else hit.first
    last = min(max(end, hit.last), first + QUOTED_WORDS - 1)
    return speech.words(first, last)
