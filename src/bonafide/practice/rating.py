"""An answer is rated by the published rubric, with the words that earned each facet and point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bonafide.model.faults import InputFault
from bonafide.model.guide import Guide, Question
from bonafide.model.rating import FACETS, RatedSpan, Rating
from bonafide.practice.attempt import check_attempt
from bonafide.practice.coverage import heard
from bonafide.practice.facets import Shown, Telling, facets
from bonafide.practice.focus import focus
from bonafide.practice.levels import band, level, next_step
from bonafide.practice.padding import without_padding
from bonafide.practice.praise import without_praise
from bonafide.practice.probes import probes
from bonafide.practice.speech import Hit, Speech, hear

NOT_ASSESSABLE = (
    "whether what is told is true",
    "whether it is technically right",
    "empathy and presence",
    "voice, pace and body language",
)


def rate(guide: Guide, question_id: str, text: str) -> Rating:
    """The rating of one answer, deterministic, from its words alone.

    Raises `InputFault` where the guide has no such question, and where the text is no attempt at an answer
    (empty, the question copied, another language, garbled).
    """
    question = guide.question(question_id)
    if question is None:
        known = ", ".join(one.id for one in guide.questions)
        raise InputFault(
            f"The guide {guide.name} has no question `{question_id}`.", mend=f"Questions: {known}."
        )
    own = without_padding(text, guide, question)
    check_attempt(text, own)
    return _rated(guide, question, hear(without_praise(own)))


def _rated(guide: Guide, question: Question, speech: Speech) -> Rating:
    everything = heard(guide.questions, speech)
    points = _earned(everything[question.id])
    telling = Telling(speech, tuple(hit for hit in points.values() if hit))
    if telling.idle:
        points = dict.fromkeys(points)
    elif not (telling.lived or telling.planned):
        points = _earned(everything[question.id], wanted=2)
    shown = facets(telling)
    values = {name: one.value for name, one in shown.items()}
    values["focus"] = 1 if telling.idle else focus(guide, question, speech, everything)
    if values["focus"] == 0:
        points = dict.fromkeys(points)
    ordered = {name: values[name] for name in FACETS}
    earned = {id: int(hit is not None) for id, hit in points.items()}
    return Rating(
        facets=ordered,
        points=earned,
        overall=level(ordered),
        band=band(ordered),
        next=next_step(ordered),
        spans=tuple(_spans(speech, shown, points)),
        probes=probes(question, ordered, earned, telling),
        not_assessable=NOT_ASSESSABLE,
    )


def _earned(points: Mapping[str, tuple[Hit, ...]], wanted: int = 1) -> dict[str, Hit | None]:
    """The first words by which each point is heard, where so many of its cues stand."""
    return {id: hits[0] if len(hits) >= wanted else None for id, hits in points.items()}


def _spans(
    speech: Speech, shown: Mapping[str, Shown], points: Mapping[str, Hit | None]
) -> Iterator[RatedSpan]:
    for name, one in shown.items():
        for hit in one.hits if one.value else ():
            yield _span(speech, hit, f"facet:{name}")
    for id, place in points.items():
        if place is not None:
            yield _span(speech, place, f"point:{id}")


def _span(speech: Speech, hit: Hit, earned: str) -> RatedSpan:
    return RatedSpan(speech.tokens[hit.first].start, speech.tokens[hit.last].end, earned)
