"""Which coverage points of the questions are heard in a text, and by how many of their cues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from bonafide.guides.cues import Cue, compile_cue
from bonafide.model.guide import Question
from bonafide.practice.speech import Hit, Speech, hear, speech_words

_CLOSE = 30
"""Two hints within so many words speak of one thing."""

_DENIAL_REACH = 3

Place = tuple[str, str, int]
"""A question, one of its points, and the number of a cue of that point."""

Heard = Mapping[str, Mapping[str, tuple[Hit, ...]]]
"""For each question and each of its points the words by which it is heard: one hit for each cue that stands."""


def heard_points(question: Question, text: str) -> tuple[str, ...]:
    """The ids of the points whose cues stand in the text, in the question's order."""
    return tuple(point for point, hits in heard((question,), hear(text))[question.id].items() if hits)


def heard(questions: tuple[Question, ...], speech: Speech) -> Heard:
    """Everything that the cues of these questions hear; two different hints close together count as one cue."""
    found: dict[str, dict[str, tuple[Hit, ...]]] = {
        question.id: {point.id: () for point in question.points} for question in questions
    }
    standing = sorted(_standing(questions, speech), key=itemgetter(0))
    for (question, point), cues in groupby(standing, key=lambda one: one[0][:2]):
        found[question][point] = tuple(_counted(list(cues)))
    return found


def _standing(
    questions: tuple[Question, ...], speech: Speech
) -> Iterator[tuple[Place, Cue, tuple[Hit, ...]]]:
    """Each cue that stands somewhere undenied, with those places; most cues are passed over unread."""
    index = _index(questions)
    may_stand = {place: cue for start in index.keys() & speech.beginnings for place, cue in index[start]}
    for place, cue in may_stand.items():
        if hits := tuple(hit for hit in speech.hits(cue) if not denied(speech, hit)):
            yield place, cue, hits


def _counted(cues: list[tuple[Place, Cue, tuple[Hit, ...]]]) -> Iterator[Hit]:
    hints: list[tuple[Hit, int]] = []
    for number, (_, cue, hits) in enumerate(cues):
        if cue.hint:
            hints.extend((hit, number) for hit in hits)
        else:
            yield hits[0]
    yield from _agreeing(hints)


@lru_cache(maxsize=32)
def _index(questions: tuple[Question, ...]) -> Mapping[str, list[tuple[Place, Cue]]]:
    """The cues by how a word must begin that they cannot do without: by their most telling such word.

    A cue stands once under each of its alternatives; the empty start, which every text has, holds those without any.
    """
    index: dict[str, list[tuple[Place, Cue]]] = {}
    for question in questions:
        for point in question.points:
            for number, text in enumerate(point.cues):
                cue = compile_cue(text)
                for start in _telling(cue.needs):
                    index.setdefault(start, []).append(((question.id, point.id, number), cue))
    return index


def _telling(needs: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """The group of starts that fewest texts will have: the one whose shortest start is longest."""
    return frozenset(max(needs, key=lambda group: min(map(len, group)), default=("",)))


def _agreeing(hints: list[tuple[Hit, int]]) -> Iterator[Hit]:
    """The first of two different hints that stand close together, if there are such."""
    hints.sort(key=lambda pair: (pair[0].first, pair[0].last))
    for place, (one, cue) in enumerate(hints):
        for other, another in hints[place + 1 :]:
            if another != cue and other.first > one.last and other.first - one.last <= _CLOSE:
                yield Hit(one.first, other.last)
                return


def denied(speech: Speech, hit: Hit) -> bool:
    """Whether the words just before say that it was not so; two denials make it so again, a new clause starts anew."""
    said = speech_words()["denial"]
    denials = 0
    for token in speech.tokens[max(0, hit.first - _DENIAL_REACH) : hit.first]:
        denials = 0 if token.word in said["begins_anew"] else denials + (token.word in said["denies"])
    return denials == 1 and speech.tokens[hit.first].word not in said["begins_anew"]
