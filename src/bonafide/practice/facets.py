"""The ten facets but focus: which of them an answer shows, and by which words.

Each is 0 (absent), 1 (partly) or 2 (clearly). A facet is a way of telling, whatever
the question.
Only what is told as done, or planned in the speaker's own name, counts in full; what is said of the world at
large counts half at most, slogans not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bonafide.practice.acts import Act, Mood, Who, find_acts, generic_hits, slogan_hits
from bonafide.practice.cuebook import hits
from bonafide.practice.outcomes import Outcomes, find_outcomes
from bonafide.practice.speech import Hit, Speech

BRIEF = 130
"""In an answer of fewer words one act of the speaker's own carries it."""

HABIT = 0.7
"""An act told in the present: a habit, or a past that is told so."""

CLOSING = 60
"""An answer's last words, in which a speaker looks back."""

_SLOGANS = 8
"""Words of slogans in a hundred that make an answer of them."""

_IDLE_DETAILS = 3
"""So many words of detail stand in any talk; more tell of a way of doing it."""


@dataclass(frozen=True)
class Telling:
    """What is told in an answer: the speech, its acts, and how much of it is lived.

    `covered` is how many of the question's points are heard in it.
    """

    speech: Speech
    covered: int = 0

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """The acts of the speaker and their team."""
        return find_acts(self.speech)

    @cached_property
    def outcomes(self) -> Outcomes:
        """The figures that tell what came of it."""
        return find_outcomes(self.speech)

    def count(self, who: Who | None = None, *moods: Mood) -> int:
        """How many acts there are of this actor and these moods; all where none is named."""
        return sum((who is None or act.who is who) and (not moods or act.mood in moods) for act in self.acts)

    @cached_property
    def lived(self) -> bool:
        """Something was done: acts in the past, or habits and acts beside figures; and it is not all a plan."""
        done = self.count(None, Mood.DONE)
        told = done + self.count(None, Mood.HABIT)
        return not self.planned and (done >= 2 or (told >= 1 and len(self.speech.figures) >= 3))

    @cached_property
    def planned(self) -> bool:
        """The speaker lays out what they would do, act by act, and more of it than was done."""
        planned = self.count(Who.OWN, Mood.PLANNED)
        return planned >= 3 and planned > self.count(Who.OWN, Mood.DONE)

    @cached_property
    def generic(self) -> float:
        """How often the answer speaks of the world at large, per hundred words."""
        return 100 * len(generic_hits(self.speech)) / max(40, len(self.speech.tokens))

    @cached_property
    def slogans(self) -> float:
        """Words of slogans per hundred words."""
        return 100 * len(slogan_hits(self.speech)) / max(40, len(self.speech.tokens))

    @property
    def brief(self) -> bool:
        """So few words that one mention carries what takes two in a longer answer."""
        return len(self.speech.tokens) < BRIEF

    @cached_property
    def details(self) -> tuple[Hit, ...]:
        """Where it is told how something was done."""
        return tuple(hits(self.speech, "mechanism", "detail"))

    @cached_property
    def idle(self) -> bool:
        """Nothing that could be checked: slogans with no act of the speaker's own, or talk without a way of doing."""
        if self.slogans >= _SLOGANS:
            return not self.count(Who.OWN, Mood.DONE)
        if self.lived or self.planned:
            return False
        return (self.covered <= 2 and len(self.details) <= _IDLE_DETAILS) or self.slogans >= _SLOGANS / 2


@dataclass(frozen=True, slots=True)
class Shown:
    """A facet's value and the words that earned it."""

    value: int
    hits: tuple[Hit, ...] = ()


def facets(telling: Telling) -> Mapping[str, Shown]:
    """Every facet but focus."""
    return {name: judge(telling) for name, judge in _JUDGES.items()}


def _context(telling: Telling) -> Shown:
    found = {kind: hits(telling.speech, "context", kind) for kind in ("kind", "scale", "trigger")}
    kinds = [kind for kind, places in found.items() if places]
    if telling.idle or not kinds:
        return Shown(0)
    words = tuple(found[kind][0] for kind in kinds)
    if telling.lived:
        return Shown(min(2, len(kinds)), words)
    return Shown(1, words) if telling.planned or len(kinds) >= 2 else Shown(0)


def _ownership(telling: Telling) -> Shown:
    own = [act for act in telling.acts if act.who is Who.OWN]
    done = [act.hit for act in own if act.mood is Mood.DONE]
    habits = [act.hit for act in own if act.mood is Mood.HABIT] if telling.lived else []
    weight = len(done) + HABIT * len(habits)
    if telling.planned:
        return Shown(1, tuple(act.hit for act in own if act.mood is Mood.PLANNED)[:3])
    if weight >= 2 or (weight >= 1 and telling.lived and telling.brief):
        return Shown(2, tuple((done + habits)[:3]))
    return Shown(1, tuple((done + habits)[:2])) if weight >= 1 else Shown(0)


def _mechanism(telling: Telling) -> Shown:
    details = telling.details
    if telling.idle:
        return Shown(0)
    acts = telling.count(Who.OWN, Mood.DONE, Mood.HABIT)
    if (telling.lived and len(details) + (acts >= 3) >= 2) or (telling.planned and len(details) >= 3):
        return Shown(2, tuple(details[:4]))
    return Shown(1, tuple(details[:2])) if details else Shown(0)


def _metric(telling: Telling) -> Shown:
    outcomes = telling.outcomes
    if outcomes.figures and telling.lived:
        return Shown(2, outcomes.figures[:3])
    words = hits(telling.speech, "metric", "without_figure")
    if telling.lived and (words or telling.speech.figures):
        return Shown(
            1, tuple(words[:1]) or (Hit(telling.speech.figures[0][0], telling.speech.figures[0][0]),)
        )
    return Shown(0)


def _baseline(telling: Telling) -> Shown:
    outcomes = telling.outcomes
    if not (telling.lived and outcomes.figures):
        return Shown(0)
    over = hits(telling.speech, "baseline", "over")
    if outcomes.pairs and over:
        return Shown(2, (outcomes.pairs[0], over[0]))
    return Shown(1, outcomes.pairs[:1] or outcomes.figures[:1])


def _tradeoff(telling: Telling) -> Shown:
    clear = hits(telling.speech, "tradeoff", "clear")
    if len(clear) >= 2 - telling.brief and (telling.lived or telling.planned):
        return Shown(2, tuple(clear[:2]))
    return _partly(telling, "tradeoff", clear)


def _guardrail(telling: Telling) -> Shown:
    clear = hits(telling.speech, "guardrail", "clear")
    if len(clear) >= 2 - telling.brief and (telling.lived or telling.planned):
        return Shown(2, tuple(clear[:3]))
    return _partly(telling, "guardrail", clear)


def _people(telling: Telling) -> Shown:
    clear = hits(telling.speech, "people", "clear")
    beside = hits(telling.speech, "people", "heard")
    if clear and (len(clear) >= 2 or beside or telling.brief) and (telling.lived or telling.planned):
        return Shown(2, tuple(clear[:2]))
    return _partly(telling, "people", clear or beside)


def _reflection(telling: Telling) -> Shown:
    clear = hits(telling.speech, "reflection", "clear")
    end = len(telling.speech.tokens) - CLOSING
    closing = [hit for hit in hits(telling.speech, "reflection", "closing") if hit.first >= end]
    if (len(clear) >= 2 or (clear and len(closing) >= 2)) and (telling.lived or telling.planned):
        return Shown(2, tuple(clear[:2]))
    return _partly(telling, "reflection", clear or (closing if telling.lived and len(closing) >= 3 else []))


def _partly(telling: Telling, facet: str, clear: list[Hit]) -> Shown:
    """One, where the facet is touched without what makes it clear; nothing for slogans."""
    told = telling.lived or telling.planned
    touched = clear or (hits(telling.speech, facet, "partly") if told or facet != "people" else [])
    return Shown(1, tuple(touched[:1])) if touched and not telling.idle else Shown(0)


_JUDGES: Mapping[str, Callable[[Telling], Shown]] = {
    "context": _context,
    "ownership": _ownership,
    "mechanism": _mechanism,
    "metric": _metric,
    "baseline": _baseline,
    "tradeoff": _tradeoff,
    "guardrail": _guardrail,
    "people": _people,
    "reflection": _reflection,
}
