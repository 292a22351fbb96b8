"""Layouts that take a page's words apart: tables with ticks, words at places of their own; and towns with provinces."""

from __future__ import annotations

import pytest

from bonafide.model.page import Page
from bonafide.model.posting import Posting
from bonafide.posting import modes, places, read
from bonafide.posting.sections import Topic, topic_of

INTRO = "<p>Talau Lights looks after the lamps of eleven harbours, and wants one more pair of hands for the yard.</p>"


def page(body: str, head: str = "") -> Posting:
    html = f"<!doctype html><html><head>{head}</head><body><main>{body}</main></body></html>"
    return read(Page(html.encode(), "text/html"))


def kinds(posting: Posting) -> list[tuple[str, str]]:
    return [(one.text, str(one.kind)) for one in posting.requirements]


@pytest.mark.parametrize(
    ("must", "nice", "tick", "blank"),
    [
        ("Essential", "Desirable", "✔", ""),
        ("Muss", "Wunsch", "x", "–"),
        ("Indispensable", "Souhaité", "oui", "non"),
        ("Vereist", "Gewenst", "●", "&nbsp;"),
        ("Wymagane", "Mile widziane", "tak", "nie"),
    ],
)
def test_a_table_with_ticks(must: str, nice: str, tick: str, blank: str) -> None:
    rows = "".join(
        f"<tr><td>{text}</td><td>{tick if first else blank}</td><td>{blank if first else tick}</td></tr>"
        for text, first in (("A driving licence", True), ("Welsh", False), ("Five years with lamps", True))
    )
    table = f"<table><tr><th></th><th>{must}</th><th>{nice}</th></tr>{rows}</table>"
    posting = page(
        f"<h1>Lamp Warden</h1>{INTRO}<h2>Requirements</h2>{table}<h2>What we offer</h2><p>A boat.</p>"
    )
    assert kinds(posting) == [
        ("A driving licence", "must"),
        ("Five years with lamps", "must"),
        ("Welsh", "nice"),
    ]
    assert tick not in posting.description.split()


def test_a_table_with_a_column_of_texts_for_each_kind() -> None:
    table = (
        "<table><tr><th>Area</th><th>Essential</th><th>Desirable</th></tr><tr><td>Skills</td>"
        "<td><ul><li>Splicing ropes</li><li>Mixing oil</li></ul></td><td>Welding brass</td></tr></table>"
    )
    posting = page(
        f"<h1>Lamp Warden</h1>{INTRO}<h2>Person specification</h2>{table}<h2>Benefits</h2><p>A boat.</p>"
    )
    assert kinds(posting) == [("Splicing ropes", "must"), ("Mixing oil", "must"), ("Welding brass", "nice")]


def test_a_table_of_other_things_stays_as_it_is() -> None:
    table = "<table><tr><th>Place</th><th>Pay</th></tr><tr><td>Talau</td><td>x</td></tr></table>"
    assert (
        "Place"
        in page(
            f"<h1>Lamp Warden</h1>{INTRO * 3}{table}<h2>Requirements</h2><ul><li>Welsh</li></ul>"
        ).description
    )


@pytest.mark.parametrize(
    ("word", "topic"),
    [("Muss", Topic.MUST), ("Wunsch", Topic.NICE), ("Requerido", Topic.MUST), ("Kannst du", None)],
)
def test_a_lone_word_that_says_must_or_nice(word: str, topic: Topic | None) -> None:
    assert topic_of(word) is topic


def put(*pieces: tuple[int, int, str]) -> str:
    style = "position:absolute;left:{}px;top:{}px"
    return "".join(f'<p style="{style.format(x, y)}">{text}</p>' for x, y, text in pieces)


def test_words_that_are_put_at_places_are_lines_again() -> None:
    body = put(
        (150, 20, "Warden"), (40, 20, "Lamp"), (40, 50, "Talau Lights"), (140, 51, "Ltd"), (40, 80, "Posted:"),
        (100, 80, "3 November 2026"), (40, 110, "Talau Lights looks after the lamps of eleven"), (40, 130, "harbours and wants"),
        (180, 130, "one more pair of hands."), (40, 170, "Requirements"), (40, 200, "•"), (52, 200, "Five years of"),
        (160, 200, "experience with lamps"), (40, 220, "•"), (52, 220, "Fluent"), (120, 220, "Welsh"),
        (40, 260, "What we offer"), (40, 290, "A boat and a pension."),
    )  # fmt: skip
    posting = page(body, "<title>anzeige.pdf</title>")
    assert (posting.title, posting.company, posting.date_posted) == (
        "Lamp Warden",
        "Talau Lights Ltd",
        "2026-11-03",
    )
    assert kinds(posting) == [("Five years of experience with lamps", "must"), ("Fluent Welsh", "must")]
    assert "the lamps of eleven harbours and wants one more pair of hands." in posting.description


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lampola, Verona", ("Lampola", "Verona", "IT")),
        ("San Lampone (VR)", ("San Lampone", "VR", "IT")),
        ("Lampedo, Alicante", ("Lampedo", "Alicante", "ES")),
        ("Lampigny, Eure-et-Loir", ("Lampigny", "Eure-et-Loir", "FR")),
        ("Lampton (XX)", None),
        ("Verona, Italy", None),
        ("Milano, Verona", None),
    ],
)
def test_a_town_in_a_province(text: str, place: tuple[str, str, str] | None) -> None:
    found = places.in_province(text)
    assert (found and (found.city, found.region, found.country)) == place


def test_a_company_a_town_by_its_postcode_and_terms_on_one_line() -> None:
    posting = page(
        f"<h1>Lampenwart (m/w/d)</h1><p>Leuchtenbau Talau GmbH · 77652 Talau · Vollzeit · unbefristet</p>{INTRO}"
        "<h2>Anforderungen</h2><ul><li>Fünf Jahre Erfahrung mit Lampen</li><li>Gute Walisischkenntnisse</li></ul>"
    )
    assert posting.company == "Leuchtenbau Talau GmbH"
    assert [place.city for place in posting.locations] == ["Talau"]


def test_facts_that_only_a_style_sheet_keeps_apart() -> None:
    posting = page(
        "<h1>Lamp Warden</h1><div><span>Talau</span><span>Vollzeit</span><span>3.600 – 4.200 € brutto im Monat</span></div>"
        f"{INTRO}<h2>Requirements</h2><ul><li>Five years with lamps</li><li>Fluent Welsh</li></ul><h2>Benefits</h2><p>A boat.</p>"
    )
    assert posting.employment_type == "FULL_TIME"
    assert posting.salary and (posting.salary.min, posting.salary.max) == (3600, 4200)


@pytest.mark.parametrize(
    ("terms", "company"),
    [
        ("CDI - Temps plein", "Maison Lampigny"),
        ("Tempo indeterminato", "Lampola S.r.l."),
        ("Permanent, full-time", "Talau Lights"),
    ],
)
def test_terms_below_the_title_are_no_company(terms: str, company: str) -> None:
    text = f"Lamp Engineer\n{terms}\n{company}\n\nRequirements\n- Five years of experience with lamps\n- Fluent Welsh\n\nBenefits\n- A boat and a pension for all"
    assert read(Page(text.encode(), "text/plain")).company == company


@pytest.mark.parametrize(
    ("chip", "presence"),
    [
        ("Télétravail", "hybrid"), ("Télétravail total", "remote"), ("Remote (Europe)", "remote"), ("Homeoffice", "hybrid"),
        ("100 % Homeoffice", "remote"), ("Home-Office möglich", "hybrid"), ("Deels thuis", "hybrid"), ("En distanciel", "remote"),
        ("Trabalho híbrido", "hybrid"), ("Lavoro agile", "hybrid"), ("Praca zdalna", "remote"), ("Presencial", "on-site"),
    ],
)  # fmt: skip
def test_presence_as_eight_languages_word_it(chip: str, presence: str) -> None:
    assert modes.presence((chip,)) == presence
