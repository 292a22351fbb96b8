"""The main line of work on the shipped sample: what it leaves, what it refuses, and that it repeats itself."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from pathlib import Path

import pdfplumber
import pytest

import samples
from bonafide import grounding
from bonafide.connectors.sources import page_of
from bonafide.model.claim import Support
from bonafide.model.faults import FetchFault
from bonafide.model.page import Page
from bonafide.workflows.outputs import files_of, folder_name
from bonafide.workflows.prepare import STEPS, prepare
from bonafide.workflows.state import Ports, Preparation, Request
from samples import Direct

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
TODAY = date(2026, 11, 20)


def pages(link: str) -> tuple[Page, ...]:
    return (page_of((SAMPLE / link).read_bytes()),)


def run(**options: object) -> Preparation:
    request = Request(
        link="posting.html", cv_name="cv.pdf", cv=(SAMPLE / "cv.pdf").read_bytes(), today=TODAY, **options
    )  # type: ignore[arg-type]
    return prepare(request, Ports(pages, Direct(), Direct()), lambda doing: None)


@pytest.fixture(scope="module")
def sample() -> Preparation:
    return run()


def printed(state: Preparation, name: str) -> str:
    """The text of a printed PDF by another reader."""
    with pdfplumber.open(io.BytesIO(state.documents[name])) as pdf:
        text = " ".join(page.extract_text() for page in pdf.pages)
    return squashed(text)


def squashed(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


def test_every_file_of_the_contract_is_there(sample: Preparation) -> None:
    names = set(files_of(sample))
    assert names >= {
        "cv.pdf", "cv.docx", "cv.md", "cv.json", "letter.pdf", "letter.docx", "letter.md", "match.json",
        "interview.pdf", "interview.md", "application.json", "sources.json", "posting.html", "profile.json",
    }  # fmt: skip
    assert folder_name(sample) == "tidewell-instruments-chief-technology-officer"


def test_the_print_reads_back_without_a_loss(sample: Preparation) -> None:
    assert sample.notes == ()


def test_another_reader_finds_every_printed_line(sample: Preparation) -> None:
    draft = sample.grounded.draft  # type: ignore[union-attr]
    for name, lines in (("cv.pdf", draft.cv.lines()), ("letter.pdf", draft.letter.lines())):
        text = printed(sample, name)
        lost = [line.text for line in lines if squashed(line.text).replace("https://", "") not in text]
        assert lost == []


def test_every_line_names_facts_that_have_a_place(sample: Preparation) -> None:
    sources = json.loads(files_of(sample)["sources.json"])
    assert {line["document"] for line in sources["lines"]} == {"cv", "letter"}
    assert all("place" in fact for fact in sources["facts"].values())
    claims = [line for line in sources["lines"] if line["document"] == "cv"]
    assert all(line["facts"] for line in claims)


def test_the_letter_is_a_letter(sample: Preparation) -> None:
    letter = sample.grounded.draft.letter  # type: ignore[union-attr]
    text = [line.text for paragraph in letter.paragraphs for line in paragraph]
    assert 180 <= sum(len(line.split()) for line in text) <= 320
    employers = {job.name for job in sample.reading.profile.work}  # type: ignore[union-attr]
    deeds = [
        line
        for paragraph in letter.paragraphs
        for line in paragraph
        if any("highlights" in p for p in line.facts)
    ]
    assert 2 <= len(deeds) <= 9
    assert any(employer and employer in " ".join(text) for employer in employers)
    asked = [requirement.text for requirement in sample.posting.asks()]  # type: ignore[union-attr]
    assert not [ask for ask in asked if ask in " ".join(text)]


def test_the_gate_is_open_to_its_owner_and_shut_to_another(sample: Preparation) -> None:
    letter = sample.grounded.draft.letter  # type: ignore[union-attr]
    lines = [line.text for paragraph in letter.paragraphs for line in paragraph if line.facts]
    own = grounding.check(lines, sample.facts, sample.posting, TODAY)  # type: ignore[arg-type]
    assert own.refused == ()
    other = grounding.check(lines, samples.facts(), sample.posting, TODAY)
    claims = [sentence for sentence in other.sentences if sentence.verdict is not Support.NO_CLAIM]
    assert len(other.refused) >= 0.8 * len(claims)


def test_the_same_input_gives_the_same_bytes(sample: Preparation) -> None:
    assert files_of(run()) == files_of(sample)


def test_answers_make_the_letter_personal() -> None:
    state = run(
        answers={"why": "I grew up beside the Severn.", "to": "Dr Hollis", "known": "I can start in March."}
    )
    letter = state.grounded.draft.letter  # type: ignore[union-attr]
    text = [line.text for paragraph in letter.paragraphs for line in paragraph]
    assert text[0] == "I grew up beside the Severn."
    assert "I can start in March." in text
    assert letter.salutation.text == "Dear Dr Hollis,"


def test_swapped_files_are_told_so() -> None:
    request = Request(
        link="cv.pdf", cv_name="posting.html", cv=(SAMPLE / "posting.html").read_bytes(), today=TODAY
    )
    state = prepare(request, Ports(pages, Direct(), Direct()), lambda doing: None)
    assert state.stop is not None
    assert state.stop.fault.exit_status == 2


def test_one_page_means_one_page_and_every_job() -> None:
    from bonafide.documents import page_count

    state = run(pages=1)
    assert page_count(state.documents["cv.pdf"]) == 1
    text = printed(state, "cv.pdf")
    for job in state.reading.profile.work:  # type: ignore[union-attr]
        assert squashed(job.name or "") in text


def test_a_stop_keeps_what_was_read_and_why() -> None:
    def gone(link: str) -> tuple[Page, ...]:
        raise FetchFault("The posting is gone.", where=link)

    request = Request(link="https://x.example/1", cv_name="cv.pdf", cv=b"", today=TODAY)
    state = prepare(request, Ports(gone, Direct(), Direct()), lambda doing: None)
    record = json.loads(files_of(state)["application.json"])
    assert record["stopped"] == {"step": STEPS[0].name, "why": "https://x.example/1: The posting is gone."}
    assert record["link"] == "https://x.example/1"
