"""The same postings as pasted text and on pages of several makes must read alike."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bonafide.model.page import Page
from bonafide.model.posting import Posting
from bonafide.posting import read
from posting import sites


def shown(posting: Posting) -> dict[str, Any]:
    pay = posting.salary
    place = posting.locations[0] if posting.locations else None
    return {
        "title": posting.title,
        "company": posting.company,
        "city": place.city if place else None,
        "country": place.country if place else None,
        "remote": posting.remote,
        "employment": posting.employment_type,
        "salary": [pay.min, pay.max, pay.currency, pay.unit] if pay else None,
        "language": posting.language,
        "must": [r.text for r in posting.requirements if r.kind == "must"],
        "nice": [r.text for r in posting.requirements if r.kind == "nice"],
    }


def expected(name: str, make: str = "") -> dict[str, Any]:
    """What a make of page can tell: pay and modes stand on some only in the text's head, which it lacks."""
    want = sites.wanted(name)
    said = want.pop("said")
    want.pop("pay")
    lost = {"salary", "remote", "employment"} - set(said) if make and make not in sites.TOLD else set()
    return {field: value for field, value in want.items() if field not in lost}


@pytest.mark.parametrize("name", sites.NAMES)
def test_pasted_text(name: str) -> None:
    posting = read(Page(sites.text(name).encode(), "text/plain"))
    want = expected(name)
    assert {field: shown(posting)[field] for field in want} == want


@pytest.mark.parametrize("name", sites.NAMES)
@pytest.mark.parametrize("make", sites.SITES)
def test_page(make: str, name: str) -> None:
    posting = read(Page(sites.SITES[make](name).encode(), "text/html", "https://pinboardia.example/jobs/7"))
    want = expected(name, make)
    assert {field: shown(posting)[field] for field in want} == want
    assert posting.date_posted == ("2026-11-03" if make in sites.DATED else None)
    assert "Heron" not in posting.description
    assert "cookies" not in posting.description


@pytest.mark.parametrize("name", sites.NAMES)
def test_every_requirement_stands_at_its_place(name: str) -> None:
    posting = read(Page(sites.text(name).encode(), "text/plain"))
    lines = posting.description.split("\n")
    assert posting.requirements
    for requirement in posting.requirements:
        assert requirement.place is not None
        assert requirement.text in lines[requirement.place.to_json()["paragraph"] - 1]


def test_a_relative_date_needs_today() -> None:
    page = Page(
        sites.board("american").replace('<ul class="chips">', '<p>3 days ago</p><ul class="chips">').encode(),
        "text/html",
    )
    assert read(page).date_posted is None
    assert read(page, date(2026, 11, 22)).date_posted == "2026-11-19"


def test_pay_in_the_text_beats_other_pay_in_json_ld() -> None:
    html = sites.json_ld("german").replace(
        '"@type": "JobPosting"', '"@type": "JobPosting", "baseSalary": 70000, "salaryCurrency": "EUR"'
    )
    pay = read(Page(html.encode(), "text/html")).salary
    assert pay is not None and (pay.min, pay.max) == (95000, 110000)


def test_one_panel_of_many_is_named_by_the_address() -> None:
    panels = "".join(
        f'<div id="job-{n}"><h3>{sites.wanted(n)["title"]}</h3>{sites.body(n, "h4")}</div>'
        for n in ("dutch", "german", "french")
    )
    html = f"<html><head><title>Careers</title></head><body><h1>Careers</h1>{panels}</body></html>"
    posting = read(Page(html.encode(), "text/html", "https://wellenkamm.example/jobs#job-german"))
    assert posting.title == "Leiter Softwareentwicklung (m/w/d)"
    assert "Polderlicht" not in posting.description


def test_same_input_same_posting() -> None:
    page = Page(sites.divs("polish").encode(), "text/html")
    assert read(page) == read(page)


def test_lines_that_only_a_style_sheet_breaks() -> None:
    html = f"<html><head><title>Leiter</title></head><body><h1>Leiter Softwareentwicklung (m/w/d)</h1><pre>{sites.text('german')}</pre></body></html>"
    posting = read(Page(html.encode(), "text/html"))
    assert shown(posting)["must"] == sites.wanted("german")["must"]


def test_panels_folded_away_are_read_where_nothing_else_asks() -> None:
    panels = "".join(
        f"<button aria-expanded='false'>{heading}</button><div hidden>{''.join(f'<p>{p}</p>' for p in paragraphs)}<ul>{''.join(f'<li>{i}</li>' for i in items)}</ul></div>"
        for heading, paragraphs, items in sites.sections("german")
    )
    html = f"<html><head><title>Leiter</title></head><body><h1>Leiter Softwareentwicklung (m/w/d)</h1>{panels}</body></html>"
    assert shown(read(Page(html.encode(), "text/html")))["nice"] == sites.wanted("german")["nice"]


@pytest.mark.parametrize(
    ("head", "title", "company"),
    [
        ("Otterbank hiring Lamp Cook in Oban, Scotland, United Kingdom | NetWorks", "Lamp Cook", "Otterbank"),
        ("Job Application for Lamp Cook at Otterbank", "Lamp Cook", "Otterbank"),
        ("Otterbank - Lamp Cook", "Lamp Cook", "Otterbank"),
        ("Lamp Cook | Otterbank", "Lamp Cook", "Otterbank"),
    ],
)
def test_heads_that_join_title_and_company(head: str, title: str, company: str) -> None:
    text = "<h3>Your profile</h3><ul><li>Five years of experience with lamps</li><li>Fluent English</li></ul>"
    about = (
        "<p>Otterbank lights nine harbours on the west coast and has done so for a very long time indeed, in rain and in more rain.</p>"
        * 3
    )
    html = f"<html><head><title>{head}</title></head><body><h1>Lamp Cook</h1>{about}{text}</body></html>"
    posting = read(Page(html.encode(), "text/html"))
    assert (posting.title, posting.company) == (title, company)


def test_a_head_that_lists_company_role_and_place() -> None:
    text = "Otterbank | Lamp Cook Manager | Oslo | ONSITE | Full-time\n\nOtterbank lights harbours. We are looking for a manager with 5+ years of experience in lamps. You will join a team of four. Apply by mail; salary by agreement, this role is based in Oslo and the position is permanent."
    posting = read(Page(text.encode(), "text/plain"))
    assert (posting.title, posting.company, posting.remote, posting.employment_type) == (
        "Lamp Cook Manager",
        "Otterbank",
        "on-site",
        "FULL_TIME",
    )
