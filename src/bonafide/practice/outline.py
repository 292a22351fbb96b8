"""The person's own sentences in the order of a story: situation, task, action, result, lesson; and the holes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bonafide.guides.cues import Cue, compile_cue
from bonafide.language.sentences import split
from bonafide.model.rating import RatedSpan, Rating
from bonafide.model.story import Outline, StarHole, StarPart
from bonafide.practice.acts import Mood, Who, find_acts
from bonafide.practice.outcomes import Outcomes, find_outcomes
from bonafide.practice.speech import hear

LONG = 45
"""Words. A transcript without stops is one sentence to the eye; where it is longer than this it is cut at its clauses."""

SHORTEST = 5
"""Words. A clause of fewer stays with the one before it."""

_DONE = frozenset({"facet:mechanism", "facet:tradeoff", "facet:guardrail"})
_PLACED = frozenset({"facet:context", "facet:baseline"})
"""What tells neither a deed nor an outcome: a place, and a length of time."""

_PAIR = "pair"
"""Two figures of one measure side by side."""

_THIN = {
    "ownership": StarPart.ACTION,
    "mechanism": StarPart.ACTION,
    "metric": StarPart.RESULT,
    "baseline": StarPart.RESULT,
}


def outline(text: str, rating: Rating) -> Outline:
    """Every sentence of the text in its part; `rating` is the text's own, its spans say what each sentence tells."""
    parts: dict[StarPart, list[str]] = {part: [] for part in StarPart}
    before: StarPart | None = None
    spans = (*rating.spans, *_all_of_it(text, rating))
    for start, end in _sentences(text):
        said = " ".join(text[start:end].split())
        before = _part(said, _earned(spans, start, end), before)
        parts[before].append(said)
    told = {part: tuple(said) for part, said in parts.items()}
    return Outline(told, tuple(_holes(told, rating.facets)))


def _part(said: str, earned: frozenset[str], before: StarPart | None) -> StarPart:
    """The part that a sentence tells; one that earned nothing goes on with the one before it (None: it is the first).

    A figure on the way (an own act with a figure that stands beside no other) is what was done, not what came of it.
    """
    opening = before in (None, StarPart.SITUATION, StarPart.TASK)
    if "facet:reflection" in earned:
        return StarPart.LESSON
    if opening and "facet:context" in earned and (before is None or not earned & _DONE):
        return StarPart.SITUATION
    if _PAIR in earned or ("facet:metric" in earned and "facet:ownership" not in earned):
        return StarPart.RESULT
    if opening and _says(said, "task"):
        return StarPart.TASK
    if not opening and _says(said, "result"):
        return StarPart.RESULT
    return StarPart.ACTION if earned - _PLACED else before or StarPart.SITUATION


def _earned(spans: Iterable[RatedSpan], start: int, end: int) -> frozenset[str]:
    return frozenset(span.earned for span in spans if span.start < end and start < span.end)


def _all_of_it(text: str, rating: Rating) -> Iterator[RatedSpan]:
    """Every own act, and every figure that tells what came of it, where the rating cites only the first few."""
    speech = hear(text)
    outcomes = find_outcomes(speech) if rating.facets["metric"] == 2 else Outcomes((), ())
    acts = tuple(act.hit for act in find_acts(speech) if act.who is Who.OWN and act.mood is Mood.DONE)
    found = {"facet:ownership": acts, "facet:metric": outcomes.figures, _PAIR: outcomes.pairs}
    for earned, hits in found.items():
        for hit in hits:
            yield RatedSpan(speech.tokens[hit.first].start, speech.tokens[hit.last].end, earned)


def _holes(parts: Mapping[StarPart, tuple[str, ...]], facets: Mapping[str, int]) -> Iterator[StarHole]:
    for part in StarPart:
        if not parts[part]:
            yield StarHole(part, star_words()["holes"][part])
            continue
        thin = [facet for facet, of in _THIN.items() if of is part and facets[facet] < 2]
        yield from (StarHole(part, star_words()["thin"][facet]) for facet in thin)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for sentence in split(text):
        if len(sentence.text.split()) > LONG:
            yield from _clauses(text, sentence.start, sentence.end)
        else:
            yield sentence.start, sentence.end


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of a long stretch of speech, in one piece from the first to the last character."""
    speech = hear(text[start:end])
    at = start
    for clause in speech.clauses[1:]:
        begins = start + speech.tokens[clause].start
        if len(text[at:begins].split()) >= SHORTEST:
            yield at, begins
            at = begins
    yield at, end


def _says(said: str, part: str) -> bool:
    speech = hear(said)
    return any(True for cue in _cues(part) for _ in speech.hits(cue))


@cache
def _cues(part: str) -> tuple[Cue, ...]:
    return tuple(compile_cue(cue) for cue in star_words()[part])


@cache
def star_words() -> dict[str, Any]:
    """The words of the parts of a story: cues, and what is asked where something is missing."""
    return tomllib.loads((Path(__file__).parent / "data" / "star.toml").read_text(encoding="utf-8"))
