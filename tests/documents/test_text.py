"""Plain text for a form's box: compared whole."""

from pathlib import Path

import pytest

from bonafide import documents
from documents.golden import compare
from documents.samples import FULL, THIN, Backed, crowded

DATA = Path(__file__).parent / "data"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("full.cv.plain.txt", lambda: documents.cv_text(Backed(FULL))),
        ("full.letter.plain.txt", lambda: documents.letter_text(Backed(FULL))),
        ("crowded.cv.plain.txt", lambda: documents.cv_text(Backed(crowded(4)))),
    ],
)
def test_the_text_is_what_was_agreed(name, text, request) -> None:
    compare(DATA / name, text(), request.config)


def test_every_line_of_a_draft_is_in_its_text() -> None:
    for draft in (FULL, THIN, crowded()):
        cv, letter = documents.cv_text(Backed(draft)), documents.letter_text(Backed(draft))
        assert [line.text for line in draft.cv.lines() if line.text not in cv] == []
        assert [line.text for line in draft.letter.lines() if line.text not in letter] == []
