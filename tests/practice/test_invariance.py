"""What must not change a rating, and what may only lower it, on answers told by invented people."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from bonafide import guides, practice
from bonafide.model.faults import InputFault
from bonafide.model.guide import Guide
from bonafide.model.rating import FACETS, Rating
from practice.test_agreement import ANSWERS, GUIDE

TOLD = [(one["question"], " ".join(one["text"].split()), one["level"]) for one in ANSWERS]
KEPT = Path(__file__).parent / "answers"
FILES = {
    "voices": [(file, 8) for file in sorted((KEPT / "voices").glob("*.jsonl"))],
    "unmet": [(file, 1) for file in sorted((KEPT / "unmet").glob("*.jsonl"))],
    "staff": [(KEPT / "staff-engineer.jsonl", 1)],
}
VOICES = [
    (guides.load(file.stem), row["question"], row["text"])
    for files in FILES.values()
    for file, step in files
    for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()[::step])
]
WEAKEST_SHARE = 0.93


def rate(question: str, text: str) -> Rating:
    return practice.rate(GUIDE, question, text)


@cache
def rated(guide: Guide, question: str, text: str) -> Rating:
    """The rating as the answer stands, which many ways of saying it are held against."""
    return practice.rate(guide, question, text)


def gist(rating: Rating) -> tuple[dict[str, int], dict[str, int], int]:
    return dict(rating.facets), dict(rating.points), rating.overall


DRESSED = {
    "small letters": str.lower,
    "capitals": str.upper,
    "fillers": lambda text: re.sub(r"\b(and|so|the)\b", r"um \1 uh", text),
    "restarts": lambda text: re.sub(r"\b(the|we|but)\b", r"\1 \1", text),
    "no punctuation": lambda text: re.sub(r"(?<!\d)[.,:;!?]|[.,:;!?](?!\d)", "", text),
    "line breaks": lambda text: text.replace(". ", ".\n\n"),
}
PADDED = {
    "said twice": lambda text: f"{text} {text}",
    "its end said again": lambda text: f"{text} {text[-200:]}",
    "keywords": lambda text: (
        f"{text} Kubernetes, canary, rollback, error budget, review, trade-off, learned, alert."
    ),
    "boasting": lambda text: (
        f"{text} Everybody said it was a huge success and I am simply the best there is."
    ),
    "keywords without commas": lambda text: (
        f"{text} kubernetes canary rollback error budget postmortem review trade-off lessons learned alerting"
    ),
    "talk": lambda text: (
        f"{text} And that is about all there is to say, so thank you very much for the question."
    ),
}

BOASTS = (
    "The board was delighted, the CEO told everyone I was the best leader they ever had, and other companies still "
    "call me because my results are outstanding.",
    "I am extremely proud of it, it was the biggest success in the history of the company, my team loved me and "
    "customers were thrilled with what I achieved.",
    "Honestly nobody else could have done this, I have always been a world class leader, three times promoted in two "
    "years, and people still talk about it today.",
    "Everyone agreed that it was brilliant, the investors praised me personally, and I learned once more that I always "
    "deliver ten times more than anybody expects of me.",
    "I was awarded employee of the year, the chief executive thanked me in front of 500 people, and every team asked "
    "me to lead them next.",
)


@pytest.mark.parametrize("way", DRESSED)
def test_how_it_is_written_down_changes_nothing(way: str) -> None:
    for question, text, _ in TOLD:
        assert gist(rate(question, DRESSED[way](text))) == gist(rate(question, text)), text[:60]


@pytest.mark.parametrize("way", PADDED)
def test_padding_raises_nothing_that_counts(way: str) -> None:
    for question, text, _ in TOLD:
        assert rate(question, PADDED[way](text)).overall <= rate(question, text).overall, text[:60]


@pytest.mark.parametrize("way", DRESSED)
def test_nor_in_other_guides_and_unlike_voices(way: str) -> None:
    """Nearly nothing: where notes lose their stops, two of them may make or break a turn of speech."""
    same = 0
    for guide, question, text in VOICES:
        plain = " ".join(text.split())
        told, again = rated(guide, question, plain), practice.rate(guide, question, DRESSED[way](plain))
        assert abs(again.overall - told.overall) <= (way == "no punctuation"), text[:60]
        same += gist(again) == gist(told)
    assert same >= (0.9 if way == "no punctuation" else 0.97) * len(VOICES)


@pytest.mark.parametrize("way", PADDED)
def test_padding_raises_nothing_in_other_guides_and_unlike_voices(way: str) -> None:
    for guide, question, text in VOICES:
        plain = " ".join(text.split())
        again = practice.rate(guide, question, PADDED[way](plain))
        assert again.overall <= rated(guide, question, plain).overall, text[:60]


@pytest.mark.parametrize("boast", BOASTS)
def test_boasting_never_raises_the_level(boast: str) -> None:
    for guide, question, text in VOICES:
        told = rated(guide, question, text).overall
        assert practice.rate(guide, question, f"{text} {boast}").overall <= told, text[:60]
        assert practice.rate(guide, question, f"{boast} {text}").overall <= told, text[:60]


def test_the_question_said_back_raises_nothing() -> None:
    for question, text, _ in TOLD:
        asked = GUIDE.question(question)
        assert asked is not None
        whole = rate(question, f"{asked.wording} {text}")
        assert whole.overall <= rate(question, text).overall, text[:60]


def test_the_guides_own_words_are_no_answer() -> None:
    for question in GUIDE.questions:
        for lines in (question.strong, question.outline, [point.present_when for point in question.points]):
            with pytest.raises(InputFault, match="guide"):
                rate(question.id, " ".join(lines))


def test_deleting_a_cited_span_lowers_only_what_it_earned() -> None:
    """Of all such cuts nearly all: one that joins two clauses may make or break a turn of speech there, and in short
    notes an act or a figure fewer tips what rests on there being some."""
    cuts, clean, raised = 0, 0, 0
    for guide, question, text in [
        *((GUIDE, question, text) for question, text, _ in TOLD[::3]),
        *VOICES[::5],
    ]:
        whole = rated(guide, question, text)
        for span in whole.spans:
            touched = {one.earned for one in whole.spans if one.start < span.end and span.start < one.end}
            left = practice.rate(guide, question, text[: span.start] + text[span.end :])
            raised += left.overall > whole.overall
            cuts += 1
            clean += changed(whole, left) <= touched | {"facet:focus"}
    assert raised <= 0.01 * cuts
    assert clean >= 0.95 * cuts


def test_the_same_answer_under_another_question_loses_focus() -> None:
    lost = [
        rate(other.id, text).facets["focus"] < 2
        for question, text, level in TOLD
        if level >= 3
        for other in GUIDE.questions
        if other.id != question
    ]
    assert sum(lost) >= WEAKEST_SHARE * len(lost)


def changed(one: Rating, other: Rating) -> set[str]:
    """The facets and points that differ."""
    facets = {f"facet:{name}" for name in FACETS if one.facets[name] != other.facets[name]}
    return facets | {f"point:{id}" for id, value in one.points.items() if value != other.points[id]}
