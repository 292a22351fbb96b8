"""What cannot be read is refused with a sentence and a mend, in bounded time and memory."""

from __future__ import annotations

import pytest

from bonafide import cv
from bonafide.connectors.sandbox import Sandbox
from bonafide.model.faults import UnreadableFault
from cv.prints import archive, pdf

_LOCKED = b"""%%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>> endobj
4 0 obj <</Filter/Standard/V 1/R 2/Length 40/P -44/O<%s>/U<%s>>> endobj
trailer <</Root 1 0 R/Size 5/Encrypt 4 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]>>
%%%%EOF
""" % (b"ab" * 32, b"cd" * 32)
_BOMB = {
    "word/document.xml": "<w:document xmlns:w='w'><w:body>" + " " * 120_000_000 + "</w:body></w:document>"
}
_ENTITIES = {
    "word/document.xml": "<!DOCTYPE d [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>"
    "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
}


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "cv.pdf", "empty"),
        (b" \n\t ", "cv.txt", "empty"),
        (_LOCKED, "cv.pdf", "password"),
        (b"%PDF-1.7\nnothing of the kind", "cv.pdf", "broken"),
        (b"\x89PNG\r\n\x1a\n0000", "cv.png", "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "cv.doc", "old kind"),
        (b"{\\rtf1 hello}", "cv.rtf", "RTF"),
        (b"\x00\x01\x02\x03" * 40, "cv.bin", "binary"),
        (b"PK\x03\x04 not an archive with word/document.xml", "cv.docx", "broken"),
        (b'{"basics": ', "cv.json", "not valid JSON"),
        (b"[1, 2]", "cv.json", "list"),
        (b'{"hello": "world"}', "cv.json", "no resume"),
        (b"x" * 20_000_001, "cv.txt", "MB"),
    ],
)
def test_refuses(content: bytes, name: str, words: str) -> None:
    with pytest.raises(UnreadableFault, match=words) as caught:
        cv.read(content, name)
    assert caught.value.where
    assert caught.value.mend


def test_refuses_a_scan() -> None:
    with pytest.raises(UnreadableFault, match="scan"):
        cv.read(pdf("#rect(width: 5cm, height: 5cm, fill: gray)"), "scan.pdf")


def test_refuses_a_cut_off_pdf_or_reads_what_is_left() -> None:
    content = pdf("#lorem(200)")
    with pytest.raises(UnreadableFault):
        cv.read(content[: len(content) // 3], "cv.pdf")


def test_refuses_a_bomb_before_it_unpacks() -> None:
    with pytest.raises(UnreadableFault, match="unpacks"):
        cv.read(archive(_BOMB), "cv.docx")


def test_refuses_a_list_of_parts_that_no_office_file_has() -> None:
    with pytest.raises(UnreadableFault, match="too many parts"):
        cv.read(archive(_BOMB | {f"word/{number}.xml": "" for number in range(2500)}), "cv.docx")


def test_opens_no_entities() -> None:
    with pytest.raises(UnreadableFault, match="entities"):
        cv.read(archive(_ENTITIES), "cv.docx")


def test_refuses_a_zip_of_something_else() -> None:
    with pytest.raises(UnreadableFault, match="zip archive"):
        cv.read(archive({"notes.csv": "a,b"}), "cv.zip")


def test_a_book_is_no_cv() -> None:
    with pytest.raises(UnreadableFault, match="thousand characters"):
        cv.read(b"Ada Lark\n\n" + b"Built a bridge over the Aire.\n" * 6000, "cv.txt")


def test_refuses_a_word_that_no_language_has() -> None:
    with pytest.raises(UnreadableFault, match="word of 5000 characters") as caught:
        cv.read(b"Ada Quill\nada@quill.example\n" + b"a" * 5_000, "cv.txt")
    assert caught.value.mend


@pytest.mark.parametrize("word", ["a", "1", "2019 ", "+44", "a-", "é"])
def test_long_words_and_many_dates_cost_a_bounded_time(word: str) -> None:
    lines = "\n\n".join([word * (2_900 // len(word)) + "-"] * 12)
    text = f"{lines}\n\nExperience\nLamp Engineer, Larkrise Lamps Ltd, 2014 - 2019\n- Cut breakages."
    with Sandbox(workers=1, seconds=10) as guarded:
        assert guarded(cv.read, text.encode(), "cv.txt").profile.work[0].position == "Lamp Engineer"


def test_a_bullet_with_nothing_behind_it_is_no_paragraph() -> None:
    text = "Ada Quill\n\nExperience\nLamp Engineer, Larkrise Lamps Ltd, 2014 - 2019\n- Cut breakages.\n- \u200b\n-\n"
    (post,) = cv.read(text.encode(), "cv.txt").profile.work
    assert post.highlights == ("Cut breakages.",)


def test_an_element_that_only_looks_like_a_heading_is_none() -> None:
    page = "<!doctype html><html><body><h1>Ada Quill</h1><h\u00b2>Experience</h\u00b2><h\u00b2>Oil</h\u00b2></body></html>"
    assert cv.read(page.encode(), "cv.html").profile.basics.name == "Ada Quill"
