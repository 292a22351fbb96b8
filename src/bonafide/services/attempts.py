"""An attempt as its page shows it: the answer marked up, the rating in words, the attempts before it, the raters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from bonafide.model.attempt import Sound, Told
from bonafide.model.faults import Faults, InputFault
from bonafide.model.guide import Question
from bonafide.model.rating import AskedProbe, Rating
from bonafide.model.story import Outline
from bonafide.practice.comparison import Comparison, compare, words_for
from bonafide.practice.delivery import Delivery, delivery
from bonafide.practice.levels import printed
from bonafide.practice.marking import Stretch, marked
from bonafide.practice.outline import outline
from bonafide.practice.rubric import FacetSaid, rubric
from bonafide.services import library
from bonafide.services.rehearsing import rated, told_in
from bonafide.store.models import Attempt, Person
from bonafide.store.nouns import decode

EARLIER = 6


@dataclass(frozen=True, slots=True)
class Passage:
    """The answer (`asked` "") or the reply to a probe, cut into stretches by what they earned."""

    asked: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class FacetRow:
    """A facet with its value, what the value is called, and the words that earned it."""

    said: FacetSaid
    value: int
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PointRow:
    """A coverage point: two characters that stand for it in the text, when it is present, whether, and by which words."""

    id: str
    short: str
    present_when: str
    present: bool
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """An attempt before this one, and what this one gained and lost against it."""

    attempt: Attempt
    comparison: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptPage:
    """Everything of one attempt. `question` is None where its guide has gone; `rule` is the whole rule in order."""

    attempt: Attempt
    question: Question | None
    probe: AskedProbe | None
    rating: Rating
    passages: tuple[Passage, ...]
    facets: tuple[FacetRow, ...]
    points: tuple[PointRow, ...]
    level: str
    rule: Sequence[str]
    applied: int
    outline: Outline
    earlier: tuple[Earlier, ...]
    delivery: Delivery | None

    @property
    def titles(self) -> Mapping[str, str]:
        """What each `facet:x` and `point:y` is called."""
        facets = {f"facet:{row.said.id}": row.said.name for row in self.facets}
        return facets | {f"point:{row.id}": row.present_when for row in self.points}

    @property
    def shorts(self) -> Mapping[str, str]:
        """The characters that stand for each in the marked text."""
        facets = {f"facet:{row.said.id}": row.said.short for row in self.facets}
        return facets | {f"point:{row.id}": row.short for row in self.points}


def row(owner: Person, attempt_id: UUID) -> Attempt:
    """The attempt's row. Raises Attempt.DoesNotExist."""
    return Attempt.of(owner).select_related("rehearsal").get(pk=attempt_id)


def page(owner: Person, attempt_id: UUID) -> AttemptPage:
    """The attempt with its rating in words. Raises Attempt.DoesNotExist."""
    attempt = row(owner, attempt_id)
    told, rating, question = told_in(attempt), rated(attempt), question_of(attempt)
    applied = 0 if not rating.facets["focus"] else 6 - rating.overall
    return AttemptPage(
        attempt=attempt,
        question=question,
        probe=decode(AskedProbe, attempt.probe) if attempt.probe else None,
        rating=rating,
        passages=tuple(_passages(told, rating)),
        facets=facet_rows(told.whole, rating),
        points=_point_rows(told.whole, rating, question),
        level=rubric().levels[rating.overall],
        rule=tuple(printed()),
        applied=applied,
        outline=outline(told.whole, rating),
        earlier=_earlier(owner, attempt, (told.whole, rating)),
        delivery=delivery(told.answer, decode(Sound, attempt.sound)) if attempt.sound else None,
    )


def question_of(attempt: Attempt) -> Question | None:
    """The question as the library has it now; None where its guide or itself has gone."""
    try:
        return library.one(attempt.guide).question(attempt.question)
    except (InputFault, Faults):
        return None


def facet_rows(text: str, rating: Rating) -> tuple[FacetRow, ...]:
    """The ten facets in the order of the rubric."""
    said = rubric()
    return tuple(
        FacetRow(
            one,
            rating.facets[one.id],
            said.values[rating.facets[one.id]],
            words_for(text, rating, f"facet:{one.id}"),
        )
        for one in said.facets
    )


def _point_rows(text: str, rating: Rating, question: Question | None) -> tuple[PointRow, ...]:
    told = {point.id: point.present_when for point in question.points} if question else {}
    return tuple(
        PointRow(id, str(place), told.get(id, id), bool(value), words_for(text, rating, f"point:{id}"))
        for place, (id, value) in enumerate(rating.points.items(), 1)
    )


def _passages(told: Told, rating: Rating) -> list[Passage]:
    asked = ("", *(reply.probe.text for reply in told.replies))
    return [
        Passage(probe, tuple(marked(text, rating.spans, start)))
        for probe, text, (start, _end) in zip(asked, told.texts, told.places(), strict=True)
    ]


def _earlier(owner: Person, attempt: Attempt, now: tuple[str, Rating]) -> tuple[Earlier, ...]:
    before = Attempt.of(owner).filter(
        guide=attempt.guide, question=attempt.question, finished__isnull=False, began__lt=attempt.began
    )
    return tuple(
        Earlier(one, compare((told_in(one).whole, rated(one)), now))
        for one in before.order_by("-began")[:EARLIER]
    )
