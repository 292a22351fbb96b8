"""One person in many prints: the same facts come back from each, and each value has its source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide import cv
from bonafide.model.fact import facts_of
from bonafide.model.faults import UnreadableFault
from bonafide.model.place import InParagraph, OnPage
from bonafide.model.reading import CvReading
from cv.people import MAIL, NAME, assert_read
from cv.prints import PDF_LAYOUTS, archive, markdown, page, pdf, plain, word

TEXTS = {"cv.md": markdown, "cv.txt": plain, "cv.html": page}


def assert_sourced(reading: CvReading) -> None:
    """A source for every value, and no source without a value."""
    pointers = {fact.pointer for fact in facts_of(reading.profile)}
    assert pointers == set(reading.sources)
    assert all(0 < source.confidence <= 1 and source.text for source in reading.sources.values())


@pytest.mark.parametrize("layout", PDF_LAYOUTS)
def test_every_pdf_layout_gives_the_same_facts(layout: str) -> None:
    reading = cv.read(pdf(PDF_LAYOUTS[layout]()), "cv.pdf")
    assert_read(reading.profile)
    assert_sourced(reading)
    assert reading.unplaced == ()
    assert reading.language == "en"


@pytest.mark.parametrize("table", [False, True])
def test_word_files(table: bool) -> None:
    reading = cv.read(word(table), "cv.docx")
    assert_read(reading.profile)
    assert_sourced(reading)


@pytest.mark.parametrize("name", TEXTS)
def test_text_formats(name: str) -> None:
    reading = cv.read(TEXTS[name]().encode(), name)
    assert_read(reading.profile)
    assert_sourced(reading)


def test_open_document() -> None:
    names = 'xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f"'
    items = "".join(
        f"<text:list-item><text:p>{item}</text:p></text:list-item>" for item in ("Ran it.", "Mended it.")
    )
    body = (
        f"<text:p>{NAME}</text:p><text:p>{MAIL}</text:p><text:h text:outline-level='1'>Experience</text:h>"
        "<text:p><text:span text:style-name='B'>Fernhill Ltd</text:span><text:tab/>2015 – 2018</text:p>"
        f"<text:p>Site Manager</text:p><text:list>{items}</text:list>"
    )
    bold = "<style:style style:name='B'><style:text-properties fo:font-weight='bold'/></style:style>"
    content = (
        f"<office:doc {names}>{bold}<office:body><office:text>{body}</office:text></office:body></office:doc>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    (post,) = cv.read(archive({"mimetype": kind, "content.xml": content}), "cv.odt").profile.work
    assert (post.name, post.position, post.start_date, post.end_date) == (
        "Fernhill Ltd",
        "Site Manager",
        "2015",
        "2018",
    )
    assert post.highlights == ("Ran it.", "Mended it.")


def test_places_are_pages_and_paragraphs() -> None:
    printed = cv.read(pdf(PDF_LAYOUTS["one column"]()), "cv.pdf").sources["/work/0/position"].place
    assert isinstance(printed, OnPage)
    assert printed.page == 1
    assert 0 < printed.box.x0 < printed.box.x1 < 595
    assert isinstance(cv.read(plain().encode(), "cv.txt").sources["/work/0/position"].place, InParagraph)


def test_a_source_shows_the_print() -> None:
    sources = cv.read(plain().encode(), "cv.txt").sources
    assert sources["/work/0/startDate"].text == "Mar 2020 – present"
    assert "113 496 0117" in sources["/basics/phone"].text


def test_what_fits_nowhere_is_kept() -> None:
    text = plain() + "\nDRIVING\nClean licence since 2009, forklift and van.\n"
    reading = cv.read(text.encode(), "cv.txt")
    shown = " ".join([*(u.text for u in reading.unplaced), *(s.text for s in reading.sources.values())])
    assert "forklift and van" in shown


def test_the_same_bytes_give_the_same_reading() -> None:
    content = pdf(PDF_LAYOUTS["side bar"]())
    assert cv.read(content, "a.pdf").to_json() == cv.read(content, "a.pdf").to_json()


def test_a_page_named_pdf_is_read_as_the_page_it_is() -> None:
    assert_read(cv.read(page().encode(), "cv.pdf").profile)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        reading = cv.read(text.encode("utf-8", "replace"), "cv.txt")
    except UnreadableFault as fault:
        assert fault.what
    else:
        assert_sourced(reading)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.binary(max_size=40))
def test_torn_files_are_read_or_refused(at: int, noise: bytes) -> None:
    for content, name in ((word(), "cv.docx"), (TORN, "cv.pdf")):
        place = at % len(content)
        try:
            cv.read(content[:place] + noise + content[place + len(noise) :], name)
        except UnreadableFault as fault:
            assert fault.mend


TORN = pdf(PDF_LAYOUTS["one column"]())
