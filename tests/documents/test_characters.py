"""What is not seen goes; what is seen stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.documents.characters import clean


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("Gdan\u0301sk", "Gdańsk"),
        ("co\u00adoperate zero\u200bwidth\ufeff", "cooperate zerowidth"),
        ("\uf0e0 ada@mail.example", "ada@mail.example"),
        ("one\u2009two\u00a0three\n\tfour", "one two three four"),
        ("cross\u2011functional", "cross-functional"),
        ("null\x00byte \ud800 lone", "nullbyte lone"),
        ("→ 40 % ≥ ½ € 3", "→ 40 % ≥ ½ € 3"),
        ("李雷 ★", "李雷 ★"),
    ],
)
def test_unseen_characters_go_and_visible_ones_stay(raw: str, plain: str) -> None:
    assert clean(raw) == plain


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_no_letter_or_digit_is_ever_lost(text: str) -> None:
    def told(of: str) -> list[str]:
        return [c for c in unicodedata.normalize("NFC", of) if unicodedata.category(c)[0] in "LN"]

    assert told(clean(text)) == told(text)
