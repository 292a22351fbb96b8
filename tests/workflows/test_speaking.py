"""The letter has the CV's language unless another is asked for; what stays in the CV's language is said."""

from __future__ import annotations

import pytest

from bonafide.workflows.speaking import language_of


@pytest.mark.parametrize(
    ("asked", "read", "letter"),
    [(None, "de", "de"), (None, None, "en"), ("fr", "de", "fr"), (None, "es", "en"), ("xx", "de", "en")],
)
def test_a_letter_s_language(asked: str | None, read: str | None, letter: str) -> None:
    assert language_of(asked, read)[0] == letter


def test_nothing_is_said_where_both_have_one_language() -> None:
    assert language_of(None, "fr") == ("fr", ())
    assert language_of("en", None) == ("en", ())


def test_what_is_not_translated_is_said_by_name() -> None:
    notes = language_of("de", "en")[1]
    assert len(notes) == 1
    assert notes[0].startswith("The CV is in English and the letter in German: nothing was translated.")
    missing = language_of(None, "es")[1]
    assert missing[0].startswith("There are no words for letters in Spanish yet")
    assert "The CV is in Spanish" in missing[1]
