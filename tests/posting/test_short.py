"""Short postings that somebody pasted: a title and a list of what is asked are enough, less is not."""

from __future__ import annotations

import pytest

from bonafide.model.faults import NoPostingFault
from bonafide.model.page import Page
from bonafide.model.posting import Posting
from bonafide.posting.reading import read


def pasted(text: str) -> Posting:
    return read(Page(text.encode(), "text/plain"))


@pytest.mark.parametrize(
    ("text", "title", "company", "asks"),
    [
        (
            "Harbour Engineer\nFernlight Ferries, Oslo\n\nWhat we ask for\n- Electric drives\n- Python\n- Ten years at sea",
            "Harbour Engineer",
            "Fernlight Ferries",
            3,
        ),
        (
            "Leiterin Logistik (m/w/d)\nTorfgrund GmbH\n\nIhr Profil\n- Erfahrung mit SAP\n- Deutsch C1",
            "Leiterin Logistik (m/w/d)",
            "Torfgrund GmbH",
            2,
        ),
        (
            "Ingénieure réseau\nAtelier Sud\n\nVotre profil\n- Bac+5\n- BGP",
            "Ingénieure réseau",
            "Atelier Sud",
            2,
        ),
        ("Lamp Fitter\n\nYou bring\n- Five years with lamps\n- A licence\n- English", "Lamp Fitter", None, 3),
    ],
)
def test_a_title_and_a_list_of_asks_are_a_posting(
    text: str, title: str, company: str | None, asks: int
) -> None:
    posting = pasted(text)
    assert (posting.title, posting.company) == (title, company)
    assert len(posting.asks()) == asks


@pytest.mark.parametrize(
    "text",
    [
        "Milk\n- eggs\n- bread\n- butter",
        "Pancakes\nRequirements\n- eggs\n- flour",
        "We need a plumber",
        "Harbour Engineer\nFernlight Ferries",
    ],
)
def test_a_text_without_is_refused_and_not_told_to_be_pasted_again(text: str) -> None:
    with pytest.raises(NoPostingFault, match="no job posting") as caught:
        pasted(text)
    assert "copy the posting" not in caught.value.mend
    assert "what is asked" in caught.value.mend


def test_the_same_list_on_a_page_is_not_taken_at_its_word() -> None:
    html = "<h1>Harbour Engineer</h1><h2>Requirements</h2><ul><li>Python</li><li>Boats</li></ul>"
    with pytest.raises(NoPostingFault):
        read(Page(html.encode(), "text/html"))
