"""Characters beyond the first 65,536 come from PDFium in two halves, and a half alone does no harm."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bonafide.cv.pdf_pieces import code_point


@given(st.characters(min_codepoint=0x10000, exclude_categories=["Cs"]))
def test_two_halves_make_one_character(char: str) -> None:
    high, low = (
        int.from_bytes(pair) for pair in (char.encode("utf-16-be")[:2], char.encode("utf-16-be")[2:])
    )
    assert chr(code_point(high, low)) == char


def test_a_half_alone_is_replaced_and_anything_else_stays() -> None:
    assert code_point(0, 0xDE80) == 0xFFFD
    assert code_point(0xD83D, ord("a")) == ord("a")
