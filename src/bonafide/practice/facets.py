"""The ten facets but focus: which of them an answer shows, and by which words.

Each is 0 (absent), 1 (partly) or 2 (clearly). A facet is a way of telling, whatever
the question.
Only what is told as done, or planned in the speaker's own name, counts in full; what is said of the world at
large counts half at most, slogans not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from bonafide.practice.acts import Act, Mood, Who, find_acts, slogan_hits, talk_hits, would_hits
from bonafide.practice.coverage import denied
from bonafide.practice.cuebook import facet_words, hits
from bonafide.practice.outcomes import Outcomes, find_outcomes
from bonafide.practice.speech import Hit, Speech, speech_words

BRIEF = 130
"""In an answer of fewer words one act of the speaker's own carries it."""

HABIT = 0.7
"""An act told in the present: a habit, or a past that is told so."""

OPENING = 25
"""An answer's first words, in which a speaker names the house: `Insurer, Munich, Java`."""

CLOSING = 35
"""An answer's last words, in which a speaker looks back; at most its last third."""

_NEEDED = 3
"""What a facet must weigh to be clear, where a strong turn of speech weighs 2 and a hint 1."""

_NEEDED_CARRIED = {"tradeoff": 1, "guardrail": 1, "people": 2, "reflection": 3}
"""... in a case that is carried by acts and figures: who tells one says in passing what others announce."""

_TOUCHED = 2
"""So many mentions touch a facet; one is heard in any talk."""

_SLOGANS = 8
"""Words of slogans in a hundred that make an answer of them."""

_TALK = 2.5
"""So many sayings in a hundred words make talk of an answer; who tells a case uses fewer than half of them."""

_FEW_POINTS = 2
"""Points that may be heard by chance."""

_MANY_FIGURES = 5
"""Who gives so many figures has measured something, even where none of them tells what came of it."""

_IDLE_DETAILS = 3
"""So many words of detail stand in any talk; more tell of a way of doing it."""


_FIGURES_TOLD = 4
"""Who gives so many figures tells a case, whatever they measure."""

_SUPPOSING = 4
"""Who says `would` so often lays out a plan, even where others act in it: `every answer would quote its source`."""


@dataclass(frozen=True)
class Telling:
    """What is told in an answer: the speech, its acts, and how much of it is lived.

    `points` are the words by which points of the question are heard in it.
    """

    speech: Speech
    points: tuple[Hit, ...] = ()

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
        supposed = planned >= 2 and len(would_hits(self.speech)) >= _SUPPOSING
        return (planned >= 3 or supposed) and planned > self.count(Who.OWN, Mood.DONE)

    @property
    def told(self) -> bool:
        """Something is told that was done, or that the speaker would do."""
        return self.lived or self.planned

    @cached_property
    def slogans(self) -> float:
        """Words of slogans per hundred words."""
        return 100 * len(slogan_hits(self.speech)) / max(40, len(self.speech.tokens))

    @cached_property
    def talk(self) -> float:
        """Sayings, self-praise and appeals per hundred words."""
        return 100 * len(talk_hits(self.speech)) / max(40, len(self.speech.tokens))

    @cached_property
    def narrated(self) -> bool:
        """A story is told, if only of what others did or what happened."""
        words = speech_words()["story"]["words"]
        told = sum(token.word in words for token in self.speech.tokens)
        return told >= 4 and 100 * told >= 2 * len(self.speech.tokens)

    @property
    def covered(self) -> int:
        """How many of the question's points are heard."""
        return len(self.points)

    @property
    def brief(self) -> bool:
        """So few words that one mention carries what takes two in a longer answer."""
        return len(self.speech.tokens) < BRIEF

    @cached_property
    def details(self) -> tuple[Hit, ...]:
        """Where it is told how something was done."""
        return tuple(hits(self.speech, "mechanism", "detail"))

    @cached_property
    def carried(self) -> bool:
        """The case is the speaker's own, and told with acts and figures."""
        counted = len(self.speech.figures) >= _FIGURES_TOLD
        return self.lived and self.count(Who.OWN, Mood.DONE) >= 2 and counted

    @cached_property
    def idle(self) -> bool:
        """Nothing that could be checked: slogans or sayings instead of acts, or talk without a way of doing."""
        own = self.count(Who.OWN, Mood.DONE)
        if self.slogans >= _SLOGANS:
            return own < 2
        if self.talk >= _TALK and self.covered <= _FEW_POINTS:
            return True
        if self.lived or self.planned:
            return not (own or self.planned or self.details) and self.covered <= 1
        thin = self.covered <= _FEW_POINTS and len(self.details) <= _IDLE_DETAILS
        hollow = self.talk + self.slogans / 2 >= _TALK / 2 or not self.covered
        return (thin and hollow and not self.narrated) or self.slogans >= _SLOGANS / 2


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
    found["kind"] = found["kind"] or _opening(telling.speech)
    kinds = [kind for kind, places in found.items() if places]
    if telling.idle or not kinds:
        return Shown(0)
    words = tuple(found[kind][0] for kind in kinds)
    if telling.lived or telling.narrated:
        return Shown(min(2, len(kinds)), words)
    return Shown(1, words) if telling.planned or len(kinds) == 3 else Shown(0)


def _opening(speech: Speech) -> list[Hit]:
    """Where the first words name a house, by a known word or as `at the auction house`, `for a chain of opticians`."""
    known = [hit for hit in hits(speech, "context", "opening") if hit.last < OPENING]
    words = facet_words("context", "nowhere")
    named = (hit for hit in hits(speech, "context", "placed") if hit.last < OPENING)
    return known or [hit for hit in named if speech.tokens[hit.last].word not in words]


def _ownership(telling: Telling) -> Shown:
    own = [act for act in telling.acts if act.who is Who.OWN]
    done = [act.hit for act in own if act.mood is Mood.DONE]
    habits = [act.hit for act in own if act.mood is Mood.HABIT] if telling.lived else []
    weight = len(done) + HABIT * len(habits)
    if telling.planned:
        return Shown(1, tuple(act.hit for act in own if act.mood is Mood.PLANNED)[:3])
    if weight >= 1 + HABIT or (weight >= 1 and telling.lived and telling.brief):
        return Shown(2, tuple((done + habits)[:3]))
    return Shown(1, tuple((done + habits)[:2])) if weight >= 1 else Shown(0)


def _mechanism(telling: Telling) -> Shown:
    details = telling.details
    if telling.idle:
        return Shown(0)
    acts = telling.count(Who.OWN, Mood.DONE, Mood.HABIT)
    if (telling.lived and len(details) + (acts >= 3) >= 2) or (telling.planned and len(details) >= 3):
        return Shown(2, tuple(details[:4]))
    named = details or (telling.points if telling.covered >= _FEW_POINTS else ())
    return Shown(1, tuple(named[:2])) if named else Shown(0)


def _metric(telling: Telling) -> Shown:
    outcomes = telling.outcomes
    if outcomes.figures and telling.lived:
        return Shown(2, outcomes.figures[:3])
    words = hits(telling.speech, "metric", "without_figure")
    counted = tuple(Hit(at, at) for at, _ in telling.speech.figures)
    shown = tuple(words[:1]) or (counted[:2] if len(counted) >= _MANY_FIGURES else ())
    return Shown(1, shown) if telling.lived and shown else Shown(0)


def _baseline(telling: Telling) -> Shown:
    outcomes = telling.outcomes
    if not (telling.lived and outcomes.figures):
        return Shown(0)
    over = hits(telling.speech, "baseline", "over")
    if outcomes.pairs and over:
        return Shown(2, (outcomes.pairs[0], over[0]))
    return Shown(1, outcomes.pairs[:1] or outcomes.figures[:1])


def _weighed(telling: Telling, facet: str) -> Shown:
    """Clear by turns of speech and hints that weigh enough."""
    found = _undenied(telling.speech, facet, "strong")
    taken = {at for hit in found for at in range(hit.first, hit.last + 1)}
    hints = [
        hit for hit in _undenied(telling.speech, facet, "hint") if taken.isdisjoint((hit.first, hit.last))
    ]
    if facet == "reflection" and telling.carried:
        hints += _looking_back(telling.speech)[:1]
    needed = _NEEDED_CARRIED[facet] if telling.carried else _NEEDED
    if len(found) * 2 + len(hints) >= needed and telling.told:
        return Shown(2, tuple((found + hints)[:3]))
    return _partly(telling, facet, found or hints)


def _undenied(speech: Speech, facet: str, kind: str) -> list[Hit]:
    return [hit for hit in hits(speech, facet, kind) if not denied(speech, hit)]


def _looking_back(speech: Speech) -> list[Hit]:
    """Words of limits and regrets among the last ones."""
    length = len(speech.tokens)
    after = length - min(CLOSING, length // 3)
    return [hit for hit in hits(speech, "reflection", "closing") if hit.first >= after]


def _partly(telling: Telling, facet: str, clear: list[Hit]) -> Shown:
    """One, where the facet is touched without what makes it clear; nothing for slogans."""
    named = hits(telling.speech, facet, "partly")
    touched = clear or (named if len(named) >= _TOUCHED and telling.told else [])
    return Shown(1, tuple(touched[:1])) if touched and not telling.idle else Shown(0)


_JUDGES: Mapping[str, Callable[[Telling], Shown]] = {
    "context": _context,
    "ownership": _ownership,
    "mechanism": _mechanism,
    "metric": _metric,
    "baseline": _baseline,
    **{name: partial(_weighed, facet=name) for name in ("tradeoff", "guardrail", "people", "reflection")},
}
