"""Input made to keep a pattern busy for ever: each of these hung a reader once or could have."""

from __future__ import annotations

import json

import pytest

from bonafide.model.faults import Fault
from bonafide.model.page import Page
from bonafide.posting import embedded_record, read, record_address

UNITS = [
    "<script",
    "<style>",
    "<!-- a -->",
    "<!--",
    '{"',
    "[1,",
    "<div ",
    "for=",
    " ",
    "7",
    "£",
    "/*",
    "greenhouse.io/embed/job_app?for",
    "greenhouse.io/embed/job_app?a&",
]
HTML = "<html><body><h1>Lamp fitter</h1><h2>Requirements</h2><p>{}</p></body></html>"


def _read(text: str, media_type: str) -> None:
    try:
        read(Page(text.encode(), media_type, "https://lamps.example/jobs/1"))
    except Fault as fault:
        assert fault.mend


@pytest.mark.parametrize("unit", UNITS)
def test_a_bare_repetition_ends(unit: str) -> None:
    text = unit * (2_000_000 // len(unit))
    _read(text, "")
    try:
        embedded_record(Page(text.encode(), "text/html", "https://lamps.example/jobs?gh_jid=1"))
    except Fault as fault:
        assert fault.mend


@pytest.mark.parametrize("unit", UNITS)
def test_a_repetition_inside_a_page_or_a_record_ends(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    _read(HTML.format(text), "text/html")
    _read(json.dumps({"title": "Lamp fitter", "description": text}), "application/json")
    embedded_record(Page(HTML.format(text).encode(), "text/html", "https://lamps.example/jobs?gh_jid=1"))


@pytest.mark.parametrize("end", ["-->", "]]>", "/*", "*/", ","])
def test_a_broken_script_ends(end: str) -> None:
    script = '{"@type": "JobPosting", "title": "Lamp fitter' + end + " " * 200_000 + "x"
    _read(f'<script type="application/ld+json">{script}</script>' + HTML.format("lamps"), "text/html")


def test_comments_before_the_page_do_not_hide_that_it_is_one() -> None:
    page = "<!-- saved -->\n" * 5_000 + HTML.format("Three years of experience with lamps. " * 12)
    assert read(Page(page.encode(), "")).title == "Lamp fitter"


def test_an_endless_link_leads_nowhere() -> None:
    assert record_address("https://boards.greenhouse.io/embed/job_app?" + "for=a&" * 100_000) is None


@pytest.mark.parametrize("unit", ["<div>Location</div>", "<p>Berlin</p>", "<li>Lamps"])
def test_a_page_of_far_more_lines_than_a_posting_is_refused(unit: str) -> None:
    page = Page(("<html><body>" + unit * 9_000).encode(), "text/html")
    with pytest.raises(Fault, match="lines"):
        read(page)


@pytest.mark.parametrize("unit", ["{a:", "[", "a={b:'", "(function(a){return {", "/*", "{a:1,"])
def test_a_script_that_only_looks_like_data_ends(unit: str) -> None:
    _read(f"<script>window.x={unit * (400_000 // len(unit))}</script>" + HTML.format("lamps"), "text/html")


@pytest.mark.parametrize("number", ["9" * 400, "1e999", "-1e999", "NaN", "Infinity"])
def test_numbers_that_no_posting_holds_are_not_amounts_or_days(number: str) -> None:
    text = "<p>We light harbours.</p><h3>Requirements</h3><ul><li>Five years of experience</li></ul>" * 4
    greenhouse = {"id": 1, "title": "Lamp Engineer", "absolute_url": "https://x.example", "content": text,
                  "location": {"name": "Oslo"}, "first_published": "N",
                  "pay_input_ranges": [{"min_cents": "N", "max_cents": "N", "currency_type": "NOK"}]}  # fmt: skip
    lever = {"text": "Lamp Engineer", "id": "a", "hostedUrl": "https://jobs.lever.co/a/a", "createdAt": "N",
             "descriptionPlain": text, "description": text, "categories": {}, "lists": [],
             "salaryRange": {"min": "N", "max": "N", "currency": "NOK"}}  # fmt: skip
    for record in (greenhouse, lever):
        posting = read(Page(json.dumps(record).replace('"N"', number).encode(), "application/json"))
        assert posting.title == "Lamp Engineer" and posting.date_posted is None
        assert posting.salary is None or (posting.salary.max or 0) < 1e90
        json.dumps(posting.to_json(), allow_nan=False)
