"""What a pattern that ignores case finds is in its table, however a person wrote it."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide import grounding
from bonafide.cv import read
from bonafide.language.lookup import key
from bonafide.language.numerals import find_numerals
from bonafide.language.quantities import find
from bonafide.model.claim import Support
from bonafide.model.fact import facts_of

ODD = {"s": "ſ", "k": "\u212a", "i": "İ", " ": "\u00a0", "e": "E"}


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("31 per\u00a0cent", 31, "%"),
        ("31 per cent", 31, "%"),
        ("12 Mİnuten", 12, "minute"),
        ("5 \u212am", 5, "km"),
        ("dreißig Prozent", 30, "%"),
        ("dreissig Prozent", 30, "%"),
        ("DREIẞIG Prozent", 30, "%"),
    ],
)
def test_a_figure_in_odd_letters(text: str, value: float, unit: str) -> None:
    assert [(one.value, one.unit) for one in find(text)] == [(value, unit)]


@given(st.text(alphabet="".join(ODD) + "wctrhdfulmno 31", max_size=40), st.sets(st.sampled_from(sorted(ODD))))
def test_no_letters_stumble(text: str, kinds: set[str]) -> None:
    for kind in kinds:
        text = text.replace(kind, ODD[kind])
    find_numerals(f"twice {text}")
    find(f"31 {text}")


def test_the_key_is_its_own_key() -> None:
    assert key(key("Per\u00a0CENT ẞ İ")) == key("per cent ss i") == "per cent ss i"


@pytest.mark.parametrize(
    "said", ["{} spreche ich fließend.", "Ich spreche fließend {}.", "Mein fließendes {}."]
)
def test_a_level_of_a_language_in_german(said: str) -> None:
    record = {
        "basics": {"name": "Ada Quill"},
        "languages": [{"language": "Englisch", "fluency": "C1"}, {"language": "Deutsch", "fluency": "B1"}],
    }
    facts = facts_of(read(json.dumps(record).encode(), "cv.json").profile)
    for language, expected in (("Englisch", Support.SUPPORTED), ("Deutsch", Support.UNSUPPORTED)):
        [one] = grounding.check([said.format(language)], facts, None, date(2026, 11, 22)).sentences
        assert one.verdict is expected, language
