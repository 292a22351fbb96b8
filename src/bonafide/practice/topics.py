"""What each question of a guide is about, as words and terms that set it apart from the guide's other questions."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bonafide.language import terms
from bonafide.language.sentences import STOPWORDS, stem, words
from bonafide.model.guide import Guide, Question
from bonafide.practice.tongues import folded, speaking_of

TOPIC, TESTS, WORDING, POINT, ADVICE = 3.0, 2.0, 1.5, 1.0, 0.5
"""How much a word weighs by where the guide says it: its topics name the subject, its points spread out."""

RELATED = {"same": 3.0, "narrower": 3.0, "broader": 1.0}
"""What a vocabulary term adds by its relation to a topic of the question."""

LONE_WORD = 0.6
"""One shared word may be chance."""

NAMED = 3.0
"""What it adds that a text names one of the question's topics, in the guide's own words."""

SPOKEN = 6.0
"""What it adds that a text in another language names one of the topics; one more for each further name."""

_EVERYDAY = 1.0
"""Words whose weight after spreading lies below this say too little to be quoted as a reason."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The stems of a question with their weights, those that name it, and its topics as terms and as stems.

    `spoken` finds how texts in other languages name them.
    """

    stems: Mapping[str, float]
    naming: Mapping[str, float]
    topics: tuple[str, ...]
    phrases: tuple[frozenset[str], ...]
    spoken: re.Pattern[str]


@lru_cache(maxsize=16)
def subjects(guide: Guide) -> Mapping[str, Subject]:
    """The subject of each question, by its id; words that many questions share weigh less."""
    spread = Counter(one for question in guide.questions for one in _all_stems(question))
    rarity = {one: math.log(1 + len(guide.questions) / count) for one, count in spread.items()}
    return {question.id: _subject(question, rarity) for question in guide.questions}


def _subject(question: Question, rarity: Mapping[str, float]) -> Subject:
    weights = _weighed(_said_of(question), rarity)
    topics = tuple(hit.term for topic in question.topics for hit in terms.find_terms(topic))
    naming = [
        *((topic, TOPIC) for topic in question.topics),
        (question.tests, TESTS),
        (question.wording, WORDING),
    ]
    phrases = tuple(content_stems(topic) for topic in question.topics)
    return Subject(
        weights, _weighed(naming, rarity), topics or question.topics, phrases, speaking_of(question.topics)
    )


def nearness(text: str, subject: Subject) -> float:
    """How much `text` is about the subject: 0 for not at all, about 10 for a line that names it."""
    held = content_stems(text)
    shared = sorted(subject.naming[one] for one in held if one in subject.naming)
    said = sum(shared) * (LONE_WORD if len(shared) == 1 else 1.0)
    named = NAMED if any(phrase and phrase <= held for phrase in subject.phrases) else 0.0
    return said / (1 + math.log1p(len(words(text)) / 12)) + max(
        named, _related(text, subject), _spoken(text, subject)
    )


def _spoken(text: str, subject: Subject) -> float:
    """What it adds that a German or French text names topics of the question: of its words hardly one is the guide's."""
    named = {found.group() for found in subject.spoken.finditer(folded(text))}
    return SPOKEN + len(named) - 1 if named else 0.0


@lru_cache(maxsize=4096)
def content_stems(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(stem(word) for word in words(text) if word not in STOPWORDS and not word.isdigit())


def _related(text: str, subject: Subject) -> float:
    return sum(
        max((RELATED.get(terms.relation(term, topic) or "", 0.0) for topic in subject.topics), default=0.0)
        for term in _terms(text)
    )


@lru_cache(maxsize=4096)
def _terms(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hit.term for hit in terms.find_terms(text)))


def _all_stems(question: Question) -> frozenset[str]:
    """Every stem that the guide uses in speaking of the question: what many questions need is nobody's own."""
    points = (point.present_when for point in question.points)
    said = (question.wording, question.tests, *points, *question.topics, *question.strong, *question.outline)
    return content_stems(" ".join(said))


def _said_of(question: Question) -> list[tuple[str, float]]:
    """What the guide says of a question, with its weight."""
    said = [(topic, TOPIC) for topic in question.topics]
    said += [(question.tests, TESTS), (question.wording, WORDING)]
    said += [(point.present_when, POINT) for point in question.points]
    return said + [(text, ADVICE) for text in (*question.strong, *question.outline)]


def _weighed(said: Iterable[tuple[str, float]], rarity: Mapping[str, float]) -> Mapping[str, float]:
    """Each stem with the weight of where it is said best, times how rare it is among the questions."""
    weights: dict[str, float] = {}
    for text, weight in said:
        for one in sorted(content_stems(text)):
            weights[one] = max(weights.get(one, 0.0), weight * rarity.get(one, 0.0))
    return {one: weight for one, weight in weights.items() if weight >= _EVERYDAY}
