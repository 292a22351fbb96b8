from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bonafide.posting.phrases import Phrases

WORDS = st.text("abc -", min_size=1, max_size=12)


def test_whole_words_only() -> None:
    assert Phrases(["art"]).search("the art of tea")
    assert not Phrases(["art"]).search("the artist")


def test_a_star_leaves_the_ending_open() -> None:
    assert Phrases(["schwerbehindert*"]).search("schwerbehinderte menschen")


def test_a_gap_takes_up_to_four_words() -> None:
    gap = Phrases(["what _ bring"])
    assert gap.search("what you will bring")
    assert gap.search("what bring")
    assert not gap.search("what a b c d e bring")


def test_the_longest_phrase_counts() -> None:
    assert next(Phrases(["what we", "what we offer"]).spans("what we offer")) == (0, 13)


@given(st.lists(WORDS, max_size=5), WORDS)
def test_what_is_found_stands_there_between_word_ends(phrases: list[str], text: str) -> None:
    for start, end in Phrases(phrases).spans(text):
        assert (
            text[start:end] in {" ".join(p.split()) for p in phrases}
            or text[start:end].strip() == text[start:end]
        )
        assert start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
        assert end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
