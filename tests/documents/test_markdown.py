"""Markdown that reads well as it stands and means what it says to a parser of another hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bonafide import documents
from bonafide.documents.characters import clean
from bonafide.documents.markdown import plain, starting
from documents.golden import compare
from documents.samples import FULL, Backed, crowded
from documents.test_typesetting import HANDOUT

DATA = Path(__file__).parent / "data"
COMMON = MarkdownIt("commonmark")


def told(markdown: str) -> str:
    """The text that a reader of the rendered page sees, without its markup."""

    def text(tokens: list[Token]) -> str:
        return "".join(
            text(t.children)
            if t.children
            else t.content
            if t.type in ("text", "code_inline", "html_inline")
            else ""
            for t in tokens
        )

    return text(COMMON.parse(markdown))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("full.cv.md", lambda: documents.cv_markdown(Backed(FULL))),
        ("full.letter.md", lambda: documents.letter_markdown(Backed(FULL))),
        ("crowded.cv.md", lambda: documents.cv_markdown(Backed(crowded(4)))),
        ("handout.md", lambda: documents.handout_markdown(HANDOUT)),
    ],
)
def test_the_markdown_is_what_was_agreed(name, text, request) -> None:
    compare(DATA / name, text(), request.config)


@given(st.text().map(clean))
def test_any_text_is_printed_as_it_is(text: str) -> None:
    assert told(starting(text)) == text


@given(st.text().map(clean).filter(bool))
def test_any_text_is_printed_as_it_is_within_a_line(text: str) -> None:
    assert told(f"So: {plain(text)} end.") == f"So: {text} end."


@pytest.mark.parametrize(
    "text",
    ["C++ and C#", "snake_case", "AT&T", "R&D, 24/7", "1 of 2", "a - b", "9–17", "GPT-4 (2023)", "node.js!"],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert starting(text) == plain(text) == text


def test_headings_are_headings_and_bullets_bullets() -> None:
    kinds = [(t.tag, t.type) for t in COMMON.parse(documents.cv_markdown(Backed(FULL)))]
    assert kinds.count(("h1", "heading_open")) == 1
    assert kinds.count(("h2", "heading_open")) == 6
    assert kinds.count(("h3", "heading_open")) == 6
    assert kinds.count(("li", "list_item_open")) == 15


def test_contacts_are_links() -> None:
    found = re.findall(r"\]\(<([^>]+)>\)", documents.letter_markdown(Backed(FULL)))
    assert found == ["mailto:ines.falkenrath@mail.example", "tel:+442079460321"]
