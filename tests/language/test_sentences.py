"""Sentences, words and stems: where texts are cut, and that nothing is lost in the cutting."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.language.sentences import split, stem, words


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dear Dr. Amin, welcome. Sit down.", ["Dear Dr. Amin, welcome.", "Sit down."]),
        ("We closed a Series B. The round was $5.2m.", ["We closed a Series B.", "The round was $5.2m."]),
        ("J. R. Holm hired me, e.g. for Node.js. Why?", ["J. R. Holm hired me, e.g. for Node.js.", "Why?"]),
        (
            "At Norrby Ltd. in Oslo I ran it. Then I left.",
            ["At Norrby Ltd. in Oslo I ran it.", "Then I left."],
        ),
        ("Am 3. März begann es. Danach nichts.", ["Am 3. März begann es.", "Danach nichts."]),
        ("He said “stop.” We did.", ["He said “stop.”", "We did."]),
        ("I shipped it in 2019. We grew.", ["I shipped it in 2019.", "We grew."]),
        ("It works. iOS came next.", ["It works.", "iOS came next."]),
        ("Version 2.0 shipped… and stayed.", ["Version 2.0 shipped… and stayed."]),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_list_items_and_short_lines_stand_alone() -> None:
    text = "EXPERIENCE\nNorrby Ltd, Oslo\n- Cut costs by a third\n- Hired four\n  people\n\nEDUCATION"
    assert texts(text) == [
        "EXPERIENCE",
        "Norrby Ltd, Oslo",
        "Cut costs by a third",
        "Hired four people",
        "EDUCATION",
    ]


def test_wrapped_prose_is_joined_even_before_a_capital() -> None:
    text = "At the harbour authority I looked after the berth planning and the\nKalmar office. It ran well."
    assert texts(text) == [
        "At the harbour authority I looked after the berth planning and the Kalmar office.",
        "It ran well.",
    ]


@given(st.text(alphabet="aZ .!?\n-1é“”•,", max_size=80))
def test_offsets_are_true_ordered_and_lose_no_letter(text: str) -> None:
    sentences = split(text)
    for sentence in sentences:
        assert sentence.text == " ".join(text[sentence.start : sentence.end].split())
    assert all(a.end <= b.start for a, b in itertools.pairwise(sentences))
    covered = "".join(text[s.start : s.end] for s in sentences)
    assert covered.count("Z") == text.count("Z")
    assert covered.count("é") == text.count("é")


def test_technical_words_stay_whole() -> None:
    found = words("C++, C#, Node.js, CI/CD, R&D, .NET and the firm's self-service/booking: 12,000 or 99.95.")
    assert found == (
        "c++", "c#", "node.js", "ci/cd", "r&d", ".net", "and", "the", "firm", "self", "service", "booking",
        "12,000", "or", "99.95",
    )  # fmt: skip


@pytest.mark.parametrize(
    "family",
    [
        ("reduce", "reduces", "reduced", "reducing"),
        ("plan", "plans", "planned", "planning"),
        ("migrate", "migrated", "migration", "migrations"),
        ("company", "companies"),
        ("process", "processes", "processed", "processing"),
        ("lead", "led", "leading", "leads"),
        ("write", "wrote", "written", "writing"),
        ("sell", "sold", "selling"),
        ("control", "controlled", "controlling"),
    ],
)
def test_forms_of_a_word_share_a_stem(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


@pytest.mark.parametrize(("one", "other"), [("string", "strong"), ("analysis", "analogue"), ("bus", "buzz")])
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text(max_size=12))
def test_a_stem_of_any_text_exists(word: str) -> None:
    assert isinstance(stem(word), str)


def test_a_firm_s_name_is_not_cut_at_its_legal_form() -> None:
    found = split("I worked at Tern GmbH & Co. KG in Kiel. Then I moved to Auk Inc. The sea was near.")
    assert [sentence.text for sentence in found] == [
        "I worked at Tern GmbH & Co. KG in Kiel.",
        "Then I moved to Auk Inc.",
        "The sea was near.",
    ]
