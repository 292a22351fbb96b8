"""Topics in German and French: every phrase is found, each belongs to a topic of a guide, and none is English."""

from __future__ import annotations

import tomllib
from pathlib import Path

import bonafide.practice
from bonafide import guides
from bonafide.practice.tongues import folded, speaking_of

FILE = Path(bonafide.practice.__file__).parent / "data" / "topics.toml"
ENTRIES = tomllib.loads(FILE.read_text(encoding="utf-8"))["topic"]


def test_every_phrase_is_found_at_a_word_s_beginning() -> None:
    for entry in ENTRIES:
        pattern = speaking_of(entry["topics"][:1])
        for phrase in entry["said"]:
            text = phrase.rstrip("*")
            assert pattern.search(folded(f"Wir, {text.upper()}.")), phrase
            assert not pattern.fullmatch(folded(f"x{text}")), phrase


def test_every_topic_is_one_of_a_guide() -> None:
    known = {
        topic
        for guide in map(guides.load, guides.names())
        for question in guide.questions
        for topic in question.topics
    }
    assert [topic for entry in ENTRIES for topic in entry["topics"] if topic not in known] == []


def test_nothing_that_a_guide_says_in_english_is_found() -> None:
    for guide in map(guides.load, guides.names()):
        for question in guide.questions:
            said = " ".join((question.wording, question.tests, *question.strong, *question.outline))
            for entry in ENTRIES:
                assert not speaking_of(entry["topics"]).search(folded(said)), (question.id, entry["topics"])


def test_an_unknown_topic_finds_nothing() -> None:
    assert not speaking_of(["lamp trimming"]).search("altsysteme")
