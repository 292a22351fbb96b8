"""A confidence says what it is worth: what is incomplete is not sure."""

from __future__ import annotations

from bonafide import cv


def surest(text: str, start: str) -> float:
    sources = cv.read(text.encode(), "cv.txt").sources
    return max(source.confidence for pointer, source in sources.items() if pointer.startswith(start))


def test_whole_entries_are_sure() -> None:
    text = "Ada Lark\n\nWORK EXPERIENCE\n\nSite Manager at Fernhill Ltd\n2015 – 2018\n- Ran it.\n"
    assert surest(text, "/work/0") > 0.9


def test_entries_that_lack_their_employer_are_not() -> None:
    text = "Ada Lark\n\nWORK EXPERIENCE\n\nSite Manager\n2015 – 2018\n- Ran it.\n\nForeman\n2012 – 2015\n- Mended it.\n"
    assert surest(text, "/work/0") < 0.9


def test_a_language_that_nobody_knows_is_not() -> None:
    text = "Ada Lark\n\nLANGUAGES\n\nEnglish: native\nFernish: B1\n"
    assert surest(text, "/languages/0/language") > 0.9 > surest(text, "/languages/1/language")
