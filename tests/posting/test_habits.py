"""Habits of real career sites that no single source has: odd headings, tags, brackets, records in other tongues."""

from __future__ import annotations

import json

import pytest

from bonafide.model.faults import NoPostingFault
from bonafide.model.page import Page
from bonafide.model.posting import Posting
from bonafide.posting import read

PROSE = (
    "<p>Die Laternenwerke Talau beleuchten vier Landkreise und beschäftigen neunzig Menschen in der Region.</p>"
    "<h3>Womit Sie Ihre Tage füllen</h3><p>Sie prüfen Leuchten, tauschen Masten und sprechen mit den Gemeinden. "
    "Sie haben drei Jahre Erfahrung mit Beleuchtung und einen Führerschein der Klasse B.</p>"
)
LONG = (
    "Our crew looks after the lights of eleven harbours and you will join a team that hires for its yard. "
    * 5
)
FACTS = "<dl><dt>Arbeitsort</dt><dd>99887 Talau</dd><dt>Arbeitszeit</dt><dd>Teilzeit</dd></dl>"


def _page(html: str, url: str | None = None) -> Posting:
    return read(Page(f"<html><body>{html}</body></html>".encode(), "text/html", url))


def test_facts_and_the_mark_of_genders_make_a_posting_of_unknown_headings() -> None:
    found = _page(f"<main><h1>Monteur Beleuchtung (m/w/d)</h1>{PROSE}</main><aside>{FACTS}</aside>")
    assert (found.title, found.locations[0].city, found.employment_type) == (
        "Monteur Beleuchtung (m/w/d)",
        "Talau",
        "PART_TIME",
    )


def test_the_same_prose_without_facts_is_an_article() -> None:
    with pytest.raises(NoPostingFault):
        _page(f"<main><h1>Ein Tag mit dem Monteur</h1>{PROSE.split('<h3>')[0] * 6}</main>")


def test_tags_below_the_title_are_facts() -> None:
    tags = "<ul class='tags'><li>Lighting</li><li>Leeds, UK</li><li>Hybrid</li></ul>"
    needs = "<h2>What you bring</h2><ul><li>Five years with lamps</li></ul>" + f"<p>{LONG}</p>"
    assert _page(f"<h1>Lamp Engineer</h1>{tags}<div>{needs}</div>").remote == "hybrid"


def test_the_title_with_a_bracket_ends_where_the_facts_begin() -> None:
    head = '<script type="application/ld+json">{"@type": "JobPosting", "title": "Lamp fitter"}</script>'
    rows = "<tr><td>Lamp fitter (m/f)</td></tr><tr><td>Company:</td><td>Glow Ltd</td></tr>"
    text = (
        "<tr><td><p>"
        + "Glow lights the harbours of the north and hires for its yard. " * 8
        + "</p></td></tr>"
    )
    found = _page(f"{head}<table>{rows}{text}</table>")
    assert found.description.startswith("Glow lights")


def test_the_caption_full_job_description_is_no_kind_of_employment() -> None:
    head = "<h2>Lamp fitter</h2><div>Glow Ltd</div><div>Leeds</div><div>Part-time</div><h3>Full job description</h3>"
    needs = "<h3>Requirements</h3><ul><li>Five years with lamps</li></ul>" + f"<p>{LONG}</p>"
    assert _page(f"<title>Lamp fitter</title>{head}<div>{needs}</div>").employment_type == "PART_TIME"


def test_a_record_in_another_language_is_read() -> None:
    job = {
        "titulo": "Técnico de faroles",
        "empresa": {"nombre": "Faroles del Sur"},
        "ubicacion": {"ciudad": "Sevilla", "pais": "ES"},
        "modalidad": "Presencial",
        "tipoContrato": "Jornada completa",
        "fechaPublicacion": "2026-03-02",
        "descripcion": "<p>Cuidamos faroles.</p><p>Requisitos</p><ul><li>Dos años con faroles</li></ul>" * 9,
    }
    state = json.dumps({"props": {"vacante": job}})
    found = _page(f'<script id="state" type="application/json">{state}</script>')
    assert (found.title, found.company, found.remote, found.date_posted) == (
        "Técnico de faroles",
        "Faroles del Sur",
        "on-site",
        "2026-03-02",
    )


@pytest.mark.parametrize("head", ["[2026] Lamp Engineer", "{urgent} Lamp Engineer", "[Remote] Lamp Engineer"])
def test_text_that_begins_with_a_bracket_is_text(head: str) -> None:
    body = "\nGlow Ltd\nRequirements\n- Five years of experience with lamps\n- You write clear reports\n"
    found = read(Page((head + body + "We light the harbours of the north. " * 8).encode(), "text/plain"))
    assert found.source.kind == "text"
    assert next(r.text for r in found.asks()).startswith("Five years")


def test_teamtailors_single_job_keeps_its_facts_apart() -> None:
    record = {
        "data": {
            "type": "jobs",
            "attributes": {
                "title": "Lamp fitter",
                "body": "<p>Glow lights towns.</p><h2>Requirements</h2><ul><li>Two years with lamps</li></ul>",
                "employment-type": "fulltime",
                "remote-status": "hybrid",
                "currency": "SEK",
                "min-salary": 31000,
                "max-salary": 36000,
                "salary-time-unit": "monthly",
                "created-at": "2026-02-03T08:00:00Z",
            },
        },
        "included": [{"type": "locations", "attributes": {"city": "Umeå", "country": "Sweden"}}],
    }
    found = read(Page(json.dumps(record).encode(), "application/json"))
    assert found.salary and (found.salary.min, found.salary.unit) == (31000, "MONTH")
    assert (found.locations[0].city, found.remote, found.source.kind) == ("Umeå", "hybrid", "teamtailor")


def test_workables_older_record_names_company_and_mode() -> None:
    record = {
        "shortcode": "AB12CD",
        "title": "Lamp fitter",
        "company": "Glow Ltd",
        "location": {"city": "Leeds", "country": "United Kingdom", "workplace_type": "on_site"},
        "description": "<p>Glow lights towns.</p>",
        "requirements": "<ul><li>Two years with lamps</li></ul>",
    }
    found = read(Page(json.dumps(record).encode(), "application/json"))
    assert (found.company, found.remote) == ("Glow Ltd", "on-site")


def test_a_short_page_with_plain_sections_is_a_posting() -> None:
    text = "<h2>Glow Ltd</h2><ul><li>Leeds</li><li>Full-time</li></ul><p>Glow lights the harbours of the north and nine towns behind them.</p>"
    needs = "<h2>Tasks</h2><ul><li>Mend lamps</li></ul><h2>Requirements</h2><ul><li>Two years with lamps</li></ul>"
    found = _page(f"<h1>Lamp fitter</h1>{text}{needs}")
    assert (found.locations[0].city, found.employment_type) == ("Leeds", "FULL_TIME")
    assert found.description.startswith("Glow lights")


def test_the_company_is_not_called_jobs_at() -> None:
    needs = f"<h2>Requirements</h2><ul><li>Two years with lamps</li></ul><p>{LONG}</p>"
    found = _page(f"<title>Lamp fitter | Jobs at Glow Works Ltd</title><h1>Lamp fitter</h1>{needs}")
    assert found.company == "Glow Works Ltd"
