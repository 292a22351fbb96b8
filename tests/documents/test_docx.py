"""The Word documents open in a reader of another hand, with real styles, and are the same each run."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide import documents
from bonafide.model.draft import CvSection, Line, SectionKind
from bonafide.model.faults import InputFault
from documents.samples import FULL, THIN, Backed, crowded, entry

FILES = {"cv": documents.cv_docx, "letter": documents.letter_docx}


def opened(content: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(content))


def styled(content: bytes) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in opened(content).paragraphs]


def test_headings_lists_and_dates_are_what_they_seem() -> None:
    rows = styled(documents.cv_docx(Backed(FULL)))
    assert rows[0] == ("Title", "Ines Falkenrath")
    assert ("Heading 1", "Experience") in rows
    assert ("Heading 2", "Vice President of Engineering\tMar 2016 – Jul 2020") in rows
    assert ("Organisation", "Cobalt & Wren Logistics · London") in rows
    assert sum(style == "List Bullet" for style, _ in rows) == 10
    assert ("Body Text", "Languages and data: Go, Python, C++, PostgreSQL, Kafka") in rows
    assert ("Row", "Certified Kubernetes Administrator · CNCF\tJun 2021") in rows


def test_a_look_dresses_the_word_file_as_it_does_the_print() -> None:
    rows = styled(documents.cv_docx(Backed(FULL), template="plain"))
    assert ("Heading 2", "Vice President of Engineering") in rows
    assert ("Organisation", "Cobalt & Wren Logistics · London · Mar 2016 – Jul 2020") in rows
    for look in documents.templates():
        with zipfile.ZipFile(io.BytesIO(documents.cv_docx(Backed(FULL), template=look))) as archive:
            styles = archive.read("word/styles.xml").decode() + archive.read("word/numbering.xml").decode()
        assert "{" not in styles
        assert documents.look(look).word("", "word_font") in styles
        assert documents.look(look).word("colours", "accent")[1:].upper() in styles


def test_the_letter_has_its_parts_in_order() -> None:
    rows = styled(documents.letter_docx(Backed(FULL)))
    order = ["Title", "Contacts", "Date", "Recipient", "Recipient", "Subject", *["Letter Text"] * 5]
    assert [style for style, _ in rows] == [*order, "Closing", "Signature"]
    assert ("Date", "24 November 2026") in rows


@pytest.mark.parametrize("kind", FILES)
def test_the_same_draft_is_the_same_bytes_without_a_clock(kind: str) -> None:
    content = FILES[kind](Backed(FULL))
    assert content == FILES[kind](Backed(FULL))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
    assert opened(content).core_properties.author == "Ines Falkenrath"


@pytest.mark.parametrize("backed", [Backed(FULL), Backed(THIN), Backed(crowded())])
@pytest.mark.parametrize("kind", FILES)
def test_every_part_is_whole_xml_and_is_declared(kind: str, backed: Backed) -> None:
    with zipfile.ZipFile(io.BytesIO(FILES[kind](backed))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for content in parts.values():
        ElementTree.fromstring(content)
    declared = ElementTree.fromstring(parts["[Content_Types].xml"])
    overrides = {item.get("PartName", "")[1:] for item in declared if item.get("PartName")}
    assert overrides <= set(parts)
    assert {name for name in parts if not name.endswith(".rels")} - {"[Content_Types].xml"} == overrides


def test_every_style_in_use_is_defined() -> None:
    for backed in (Backed(FULL), Backed(crowded())):
        for make in FILES.values():
            document = opened(make(backed))
            used = {p._p.pPr.pStyle.val for p in document.paragraphs}
            assert used <= {style.style_id for style in document.styles}


def test_contacts_are_links() -> None:
    document = opened(documents.cv_docx(Backed(FULL)))
    links = [link.address for p in document.paragraphs for link in p.hyperlinks]
    assert links[0] == "mailto:ines.falkenrath@mail.example"
    assert len(links) == 4


def test_a_heading_is_not_tied_to_the_next_entry() -> None:
    section = CvSection(
        SectionKind.EDUCATION, (entry("/education/0", "MSc"), entry("/education/1", "BSc", "Leeds"))
    )
    bare = Backed(replace(FULL, cv=replace(FULL.cv, sections=(section,))))
    keeps = {p.text: p.paragraph_format.keep_with_next for p in opened(documents.cv_docx(bare)).paragraphs}
    assert keeps["MSc"] is False and keeps["Leeds"] is False
    assert keeps["BSc"] is None  # the style's own: kept


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1))
def test_any_text_makes_a_document_that_opens(text: str) -> None:
    named = Backed(replace(FULL, cv=replace(FULL.cv, name=Line(text), contacts=(Line(text),))))
    title = opened(documents.cv_docx(named)).paragraphs[0].text
    assert title == documents.cv_text(named).split("\n")[0] or not title


def test_both_papers_leave_the_text_its_width() -> None:
    for paper in ("a4", "us-letter"):
        page = opened(documents.cv_docx(Backed(FULL), paper=paper)).sections[0]
        assert round((page.page_width - page.left_margin - page.right_margin) / 36000) == 164
    with pytest.raises(InputFault, match="Choose one of: a4, us-letter"):
        documents.letter_docx(Backed(FULL), paper="foolscap")
