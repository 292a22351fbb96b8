"""Which coverage points of a question are heard in a text, by the cues of its guide."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from bonafide.guides.cues import compile_cue
from bonafide.model.guide import CoveragePoint, Question
from bonafide.practice.speech import Hit, Speech, hear, speech_words

_CLOSE = 30
"""Two hints within so many words speak of one thing."""

_DENIAL_REACH = 3


def heard_points(question: Question, text: str) -> tuple[str, ...]:
    """The ids of the points whose cues stand in the text, in the question's order."""
    return tuple(point for point, hit in heard(question, hear(text)).items() if hit)


def heard(question: Question, speech: Speech, wanted: int = 1) -> Mapping[str, Hit | None]:
    """For each point the words by which it is heard, or None; `wanted` so many of its cues must stand."""
    return {point.id: _hit(point, speech, wanted) for point in question.points}


def _hit(point: CoveragePoint, speech: Speech, wanted: int) -> Hit | None:
    hints: list[tuple[Hit, str]] = []
    plain: list[Hit] = []
    for text in point.cues:
        cue = compile_cue(text)
        said = (hit for hit in speech.hits(cue) if not denied(speech, hit))
        if cue.hint:
            hints.extend((hit, text) for hit in said)
        else:
            plain.extend(islice(said, 1))
        if len(plain) >= wanted:
            return plain[0]
    return _agreeing(hints)


def _agreeing(hints: list[tuple[Hit, str]]) -> Hit | None:
    """The first of two different hints that stand close together."""
    hints.sort(key=lambda pair: (pair[0].first, pair[0].last))
    for place, (one, cue) in enumerate(hints):
        for other, another in hints[place + 1 :]:
            if another != cue and other.first > one.last and other.first - one.last <= _CLOSE:
                return Hit(one.first, other.last)
    return None


def denied(speech: Speech, hit: Hit) -> bool:
    """Whether the words just before say that it was not so; two denials make it so again, a new clause starts anew."""
    said = speech_words()["denial"]
    denials = 0
    for token in speech.tokens[max(0, hit.first - _DENIAL_REACH) : hit.first]:
        denials = 0 if token.word in said["begins_anew"] else denials + (token.word in said["denies"])
    return denials == 1 and speech.tokens[hit.first].word not in said["begins_anew"]
