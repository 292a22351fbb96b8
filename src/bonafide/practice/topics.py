"""What each question of a guide is about, as words and terms that set it apart from the guide's other questions."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bonafide.language import terms
from bonafide.language.sentences import STOPWORDS, stem, words
from bonafide.model.guide import Guide, Question

TOPIC, TESTS, WORDING, POINT, ADVICE = 3.0, 2.0, 1.5, 1.0, 0.5
"""How much a word weighs by where the guide says it: its topics name the subject, its points spread out."""

RELATED = {"same": 3.0, "narrower": 3.0, "broader": 1.0, "sibling": 0.5}
"""What a vocabulary term adds by its relation to a topic of the question."""

_EVERYDAY = 1.0
"""Words whose weight after spreading lies below this say too little to be quoted as a reason."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The stems of a question with their weights, and its topics as vocabulary terms."""

    stems: Mapping[str, float]
    topics: tuple[str, ...]


@lru_cache(maxsize=16)
def subjects(guide: Guide) -> Mapping[str, Subject]:
    """The subject of each question, by its id; words that many questions share weigh less."""
    raw = {question.id: _weights(question) for question in guide.questions}
    spread = Counter(one for question in guide.questions for one in _all_stems(question))
    return {
        question.id: Subject(
            {
                one: weight * math.log(1 + len(raw) / spread[one])
                for one, weight in raw[question.id].items()
                if weight * math.log(1 + len(raw) / spread[one]) >= _EVERYDAY
            },
            tuple(hit.term for topic in question.topics for hit in terms.find_terms(topic))
            or question.topics,
        )
        for question in guide.questions
    }


def nearness(text: str, subject: Subject) -> float:
    """How much `text` is about the subject: 0 for not at all, about 10 for a line that names it."""
    shared = sum(sorted(subject.stems[one] for one in content_stems(text) if one in subject.stems))
    return shared / (1 + math.log1p(len(words(text)) / 12)) + _related(text, subject)


def content_stems(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(stem(word) for word in words(text) if word not in STOPWORDS and not word.isdigit())


def _related(text: str, subject: Subject) -> float:
    found = dict.fromkeys(hit.term for hit in terms.find_terms(text))
    return sum(
        max((RELATED.get(terms.relation(term, topic) or "", 0.0) for topic in subject.topics), default=0.0)
        for term in found
    )


def _all_stems(question: Question) -> frozenset[str]:
    """Every stem that the guide uses in speaking of the question: what many questions need is nobody's own."""
    points = (point.present_when for point in question.points)
    said = (question.wording, question.tests, *points, *question.topics, *question.strong, *question.outline)
    return content_stems(" ".join(said))


def _weights(question: Question) -> dict[str, float]:
    weights: dict[str, float] = {}
    said = [(topic, TOPIC) for topic in question.topics]
    said += [(question.tests, TESTS), (question.wording, WORDING)]
    said += [(point.present_when, POINT) for point in question.points]
    said += [(text, ADVICE) for text in (*question.strong, *question.outline)]
    for text, weight in said:
        for one in sorted(content_stems(text)):
            weights[one] = max(weights.get(one, 0.0), weight)
    return weights
