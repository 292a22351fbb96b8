"""Lines are cut where a phrase ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.language.sentences import STOPWORDS
from bonafide.practice.phrases import shortened


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("Keeps the lamps lit.", 18, "Keeps the lamps lit"),
        (
            "Keeps fourteen lamps lit through the winter and writes down each outage",
            8,
            "Keeps fourteen lamps lit through the winter …",
        ),
        (
            "Answers for spare parts, tools and boats of the northern coast",
            6,
            "Answers for spare parts, tools …",
        ),
        ("Experience with lamps of the old kind", 4, "Experience with lamps …"),
        ("One two three four five six seven eight", 4, "One two three four …"),
    ],
)
def test_a_line_is_cut_where_a_phrase_ends(text: str, most: int, cut: str) -> None:
    assert shortened(text, most) == cut


@given(
    st.lists(st.sampled_from(["lamp", "the", "of", "keeps,", "and", "(spare", "coast)", "to"]), max_size=40)
)
def test_a_cut_line_is_a_beginning_and_ends_with_no_small_word(words: list[str]) -> None:
    cut = shortened(" ".join(words), 8)
    assert len(cut.split()) <= 9
    if cut.endswith("…"):
        kept = cut.removesuffix(" …").split()
        assert [word.rstrip(",") for word in words[: len(kept)]] == [word.rstrip(",") for word in kept]
        assert len(kept) == 1 or kept[-1] not in STOPWORDS
