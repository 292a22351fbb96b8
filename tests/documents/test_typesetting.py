"""The printed page: tagged, the same each time, in an order that every parser reads, and never markup."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide import documents
from bonafide.model.draft import CvDraft, CvSection, Draft, Line, SectionKind
from bonafide.model.faults import InputFault
from bonafide.model.handout import Handout, HandoutSection
from documents.golden import compare
from documents.samples import FULL, THIN, Backed, crowded, entry, line

DATA = Path(__file__).parent / "data"
LOOKS = documents.templates()
HANDOUT = Handout(
    title="Interview plan: Chief Technology Officer at Tidewater Grid",
    subtitle="Two questions, ranked for this posting",
    sections=(
        HandoutSection(heading="At a glance", paragraphs=("Your CV meets 7 of 10 requirements.",)),
        HandoutSection(
            heading="The questions, likeliest first",
            note="Both in full.",
            sections=(
                HandoutSection(
                    heading="1. How do you keep technical debt in hand?",
                    note="Tests prioritisation",
                    paragraphs=("The posting asks for it.",),
                    sections=(
                        HandoutSection(heading="Your stories", items=("Cut lead time from 12 days to 2.",)),
                        HandoutSection(heading="Outline", items=("Place it.", "Give the figure.")),
                    ),
                ),
                HandoutSection(heading="2. What would you change about on-call?"),
            ),
        ),
        HandoutSection(heading="The evening before", items=("Read the first outline once.",)),
    ),
)


def text_of(pdf: bytes) -> str:
    """The text in the order of the page's rows, as a second reader sees it."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return "\n---\n".join(page.extract_text() for page in document.pages) + "\n"


def with_work(*entries: object) -> Backed:
    section = CvSection(SectionKind.WORK, tuple(entries))  # type: ignore[arg-type]
    return Backed(replace(FULL, cv=replace(FULL.cv, sections=(section,))))


@pytest.mark.parametrize(
    ("name", "pdf"),
    [
        ("full.cv.txt", lambda: documents.typeset_cv(Backed(FULL))),
        ("full.letter.txt", lambda: documents.typeset_letter(Backed(FULL))),
        ("crowded.cv.txt", lambda: documents.typeset_cv(Backed(crowded()))),
        ("handout.txt", lambda: documents.typeset_handout(HANDOUT)),
    ],
)
def test_the_text_of_a_print_is_what_was_agreed(name, pdf, request) -> None:
    compare(DATA / name, text_of(pdf()), request.config)


def test_the_same_draft_is_the_same_bytes() -> None:
    assert documents.typeset_cv(Backed(FULL)) == documents.typeset_cv(Backed(FULL))
    assert documents.typeset_letter(Backed(FULL)) == documents.typeset_letter(Backed(FULL))
    assert documents.typeset_handout(HANDOUT) == documents.typeset_handout(HANDOUT)


def test_a_print_is_tagged_and_says_its_title_and_language() -> None:
    german = Backed(replace(FULL, language="de"))
    pdf = documents.typeset_cv(german)
    assert b"/MarkInfo<</Marked true" in pdf
    assert b"/Lang(de)" in pdf
    assert b"pdfuaid:part" in pdf
    assert b"Lebenslauf von Ines Falkenrath" in pdf
    assert "Berufserfahrung" in text_of(pdf) and "Experience" not in text_of(pdf)


def test_headings_paragraphs_lists_and_links_are_tagged_as_such() -> None:
    tags = re.findall(rb"/S/(\w+)", documents.typeset_cv(Backed(FULL)))
    assert {tag: tags.count(tag) for tag in (b"Title", b"H1", b"H2", b"LI", b"Link")} == {
        b"Title": 1,
        b"H1": 6,
        b"H2": 6,
        b"LI": 10,
        b"Link": 4,
    }
    assert tags.count(b"P") == 16  # all the lines between: none hangs loose in the document


@pytest.mark.parametrize("look", LOOKS)
def test_only_the_family_of_the_look_is_embedded(look: str) -> None:
    fonts = set(re.findall(rb"/BaseFont/[A-Z]{6}\+(\w+)-", documents.typeset_cv(Backed(FULL), template=look)))
    assert fonts == {documents.look(look).word("", "font").replace(" ", "").encode()}


def test_contacts_are_links_with_their_text_in_sight() -> None:
    pdf = documents.typeset_cv(Backed(FULL))
    links = {uri.decode() for uri in re.findall(rb"/URI\(([^)]*)\)", pdf)}
    assert links == {
        "mailto:ines.falkenrath@mail.example",
        "tel:+442079460321",
        "https://falkenrath.example",
        "https://linkedin.com/in/ines-falkenrath",
    }
    assert "ines.falkenrath@mail.example" in text_of(pdf)


def test_dates_stand_on_the_line_of_their_entry() -> None:
    rows = text_of(documents.typeset_cv(Backed(FULL))).splitlines()
    assert "Vice President of Engineering Mar 2016 – Jul 2020" in rows
    assert "Certified Kubernetes Administrator · CNCF Jun 2021" in rows


def by_pdfium(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("reader", [text_of, by_pdfium])
@pytest.mark.parametrize("draft", [FULL, THIN, crowded()])
def test_readers_of_other_hands_find_every_line(reader, draft: Draft, look: str) -> None:
    def closed(text: str) -> str:
        return "".join(text.split())

    cv = closed(reader(documents.typeset_cv(Backed(draft), template=look)))
    letter = closed(reader(documents.typeset_letter(Backed(draft), template=look)))
    assert [line.text for line in draft.cv.lines() if closed(line.text) not in cv] == []
    assert [line.text for line in draft.letter.lines() if closed(line.text) not in letter] == []


def pages_of(draft: Draft) -> list[list[str]]:
    """The rows of each page but its footer."""
    document = pypdfium2.PdfDocument(documents.typeset_cv(Backed(draft)))
    texts = [page.get_textpage().get_text_bounded() for page in document]
    footer = re.compile(rf"({draft.cv.name.text})?\s*(Page \d+ of \d+)?")
    return [[row for row in text.splitlines() if row and not footer.fullmatch(row)] for text in texts]


def shifted(bullets: int) -> Iterator[Draft]:
    """The same jobs, one line further down the page each time."""
    draft = crowded(8, bullets)
    for lines in range(1, 16):
        yield replace(
            draft, cv=replace(draft.cv, summary=(line("Leads nine teams in a port. " * 3 * lines),))
        )


@pytest.mark.parametrize("bullets", [3, 5])
def test_an_entry_heading_is_never_the_last_line_of_a_page(bullets: int) -> None:
    for draft in shifted(bullets):
        for page in pages_of(draft)[:-1]:
            assert page[-1].startswith(("• Reduced", "by means", "Technology")), page[-2:]


def test_a_short_entry_stays_on_one_page() -> None:
    for draft in shifted(3):
        for page in pages_of(draft)[1:]:
            assert not page[0].startswith(("•", "by means")), page[:2]


def test_words_with_hyphens_and_slashes_are_never_broken() -> None:
    long = "Cross-functional CI/CD end-to-end before-and-after work " * 12
    rows = text_of(documents.typeset_cv(with_work(entry("/work/0", "Lead", details=(long,))))).splitlines()
    assert not [row for row in rows if row.endswith(("-", "/"))]


@pytest.mark.parametrize(
    "text",
    [
        "#panic()",
        "$x$ *bold* _it_ `raw`",
        "[link](x) @ref <label>",
        '"} #read("/etc/passwd")',
        "\\u{41} -- ---",
    ],
)
def test_data_is_never_markup(text: str) -> None:
    pdf = documents.typeset_cv(with_work(entry("/work/0", text, text, details=(text,))))
    assert text_of(pdf).count(text) == 3


@pytest.mark.parametrize("missing", ["李", "★", "ש", "\U0001f600"])
def test_a_character_without_glyph_is_refused_by_name_and_line(missing: str) -> None:
    job = entry("/work/0", "Engineer", details=("Plain.", f"Led {missing} for a year."))
    with pytest.raises(InputFault) as refusal:
        documents.typeset_cv(with_work(job))
    assert f"“{missing}” (U+{ord(missing):04X}" in refusal.value.what
    assert f"Led {missing} for a year." in refusal.value.where
    assert refusal.value.mend


def test_all_missing_characters_are_named_at_once() -> None:
    with pytest.raises(InputFault, match=r"李.*雷.*and 1 more"):
        documents.typeset_cv(with_work(entry("/work/0", "李雷韩梅梅上海")))


def test_greek_cyrillic_and_accents_are_printed() -> None:
    text = "Łukasz Ștefănescu, Őrs, Ελένη Παπαδοπούλου, Юрий Ковальчук → 40 % ≥ €3"
    assert text in text_of(documents.typeset_cv(with_work(entry("/work/0", text))))


@pytest.mark.parametrize("option", [{"template": "baroque"}, {"paper": "a3"}, {"template": "../classic"}])
def test_an_unknown_template_or_paper_is_refused_with_the_choice(option: dict[str, str]) -> None:
    with pytest.raises(InputFault, match="Choose one of: "):
        documents.typeset_cv(Backed(FULL), **option)


def test_pages_are_counted() -> None:
    for backed in (Backed(THIN), Backed(FULL), Backed(crowded())):
        pdf = documents.typeset_cv(backed)
        with pdfplumber.open(io.BytesIO(pdf)) as document:
            assert documents.page_count(pdf) == len(document.pages)
    with pytest.raises(InputFault):
        documents.page_count(b"%PDF-1.4 something else")


def test_both_papers_have_their_size() -> None:
    for paper, size in (("a4", (595, 842)), ("us-letter", (612, 792))):
        pdf = documents.typeset_letter(Backed(FULL), paper=paper)
        with pdfplumber.open(io.BytesIO(pdf)) as document:
            page = document.pages[0]
            assert (round(page.width), round(page.height)) == size


def test_text_keeps_to_its_measure_and_the_page() -> None:
    with pdfplumber.open(io.BytesIO(documents.typeset_cv(Backed(crowded())))) as document:
        for page in document.pages:
            assert min(char["x0"] for char in page.chars) > 60
            assert max(char["x1"] for char in page.chars) < page.width - 60
            longest = max(len(row) for row in page.extract_text().splitlines() if row.startswith("•"))
            assert longest <= 90


def test_a_draft_with_next_to_nothing_is_printed() -> None:
    bare = replace(THIN.cv, name=Line(""), contacts=(), sections=())
    assert documents.page_count(documents.typeset_cv(Backed(Draft(cv=bare, letter=THIN.letter)))) == 1


def test_a_long_letter_goes_on_to_a_second_page_with_its_number() -> None:
    many = tuple((line(f"Paragraph {i} says what was done and how. " * 6),) for i in range(12))
    long = Backed(replace(FULL, letter=replace(FULL.letter, paragraphs=many)))
    pdf = documents.typeset_letter(long)
    assert documents.page_count(pdf) == 2
    assert "Ines Falkenrath Page 2 of 2" in text_of(pdf)


def test_prints_may_be_asked_for_at_the_same_time() -> None:
    with ThreadPoolExecutor(4) as pool:
        prints = set(pool.map(lambda _: documents.typeset_cv(Backed(FULL)), range(12)))
    assert len(prints) == 1


@pytest.mark.parametrize("look", LOOKS)
def test_every_ink_stands_out_from_the_paper(look: str) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1 for text."""
    inks = [documents.look(look).word("colours", name) for name in ("ink", "accent", "quiet")]
    assert all(1.05 / (luminance(colour[1:]) + 0.05) >= 4.5 for colour in inks)


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_a_long_line_is_shown_about_the_missing_character() -> None:
    job = entry("/work/0", "Engineer", details=("before " * 30 + "★" + " after" * 30,))
    with pytest.raises(InputFault) as refusal:
        documents.typeset_cv(with_work(job))
    assert refusal.value.where.startswith("“…") and refusal.value.where.endswith("…”")
    assert "before ★ after" in refusal.value.where and len(refusal.value.where) < 90


def test_a_contact_longer_than_a_line_stays_on_the_page() -> None:
    address = "https://example.example/" + "a-very-long-path/" * 12
    backed = Backed(replace(FULL, cv=replace(FULL.cv, contacts=(Line(address),))))
    with pdfplumber.open(io.BytesIO(documents.typeset_cv(backed))) as document:
        assert max(char["x1"] for char in document.pages[0].chars) < document.pages[0].width - 60


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=3, max_size=3), st.sampled_from(list(SectionKind)))
def test_any_text_is_printed_or_refused_by_name(texts: list[str], kind: SectionKind) -> None:
    one, two, three = texts
    odd = entry("/work/0", one, two, three, place=one, summary=two, details=(three, one))
    cv = CvDraft(
        name=Line(one), label=Line(two), contacts=(Line(three),), sections=(CvSection(kind, (odd, odd)),)
    )
    try:
        assert documents.page_count(documents.typeset_cv(Backed(Draft(cv=cv, letter=THIN.letter)))) >= 1
    except InputFault as refusal:
        assert "U+" in refusal.what
