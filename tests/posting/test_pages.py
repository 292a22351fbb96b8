"""Pages of real makes: facts told by mark-up, heads that join them, data that points elsewhere or is stale, folded panels."""

from __future__ import annotations

import json

import pytest

from bonafide.model.page import Page
from bonafide.model.posting import Posting
from bonafide.posting import read
from bonafide.posting.marks import field_of
from bonafide.posting.titles import companies_in_head, company_in_head, employer, from_head
from bonafide.posting.tree import parse

BODY = (
    "<p>Our crew looks after the lights of eleven harbours and hires for its yard. The yard stands by the water and "
    "has a kettle, a crane and a view. Whoever holds this position paints, splices and climbs, and is home by five. We have been doing this for sixty years and like our neighbours.</p>"
    "<h3>Requirements</h3><ul><li>Five years of experience with lamps</li><li>A driving licence</li>"
    "<li>Experience with ropes and paint</li></ul>"
)


def _page(html: str, url: str | None = None, head: str = "") -> Posting:
    return read(Page(f"<html><head>{head}</head><body>{html}</body></html>".encode(), "text/html", url))


@pytest.mark.parametrize(
    ("html", "field"),
    [
        ('<div><span class="job-location">Talau</span></div>', "place"),
        ('<div><span data-at="metadata-company-name">Glow</span></div>', "company"),
        ('<div class="companyName"><b>Glow</b></div>', "company"),
        ('<div class="company-location">Talau</div>', "place"),
        ('<div class="company"><p class="tagline">Light for all</p></div>', "other"),
        ('<div class="company-info"><p>Glow</p></div>', None),
        ('<p><i class="fa fa-map-marker"></i> Talau</p>', "place"),
        ('<p><img alt="logo"><b>Glow</b></p>', None),
        ('<div class="headline"><span>Lamp Engineer</span></div>', None),
    ],
)
def test_field_of(html: str, field: str | None) -> None:
    document = parse(f"<html><body><div>{html}</div></body></html>")
    owner = next(node.parent for node in document.nodes if node.text.strip())
    assert field_of(document, owner) == field


@pytest.mark.parametrize(
    ("heading", "title", "company"),
    [
        ("Glow Works hiring Lamp Engineer in Talau, Germany | Boardly", "Lamp Engineer", "Glow Works"),
        ("Glow is looking for a Lamp Engineer in Talau", "Lamp Engineer", "Glow"),
        ("Lamp Engineer @ Glow", "Lamp Engineer", "Glow"),
        ("Job als Lampenbauer (m/w/d) bei Glow GmbH in Talau | Boardly", "Lampenbauer (m/w/d)", "Glow GmbH"),
        ("Job Application for Lamp Engineer, Yard at Glow", "Lamp Engineer, Yard", "Glow"),
        ("Lamp Engineer | Glow Careers", "Lamp Engineer", "Glow"),
    ],
)
def test_heads(heading: str, title: str, company: str) -> None:
    found, named = from_head(heading, "")
    assert (found, employer(named or "")) == (title, company)


def test_a_head_names_the_company_only_behind_a_mark() -> None:
    assert company_in_head("We need a sous chef - Locanda Talau", "", "sous chef") == "Locanda Talau"
    assert company_in_head("Praca: Kucharz, Locanda sp. z o.o., Talau", "", "Kucharz") == "Locanda sp. z o.o."


def test_a_head_without_the_title_offers_all_its_names() -> None:
    assert companies_in_head("Stadt Talau | Rathaus | Karriere", "", "Lampenwart") == [
        "Rathaus",
        "Stadt Talau",
    ]


def test_a_town_that_employs_is_the_place_of_work() -> None:
    posting = _page(
        "<title>Stadt Lampenau | Rathaus | Stellenangebote</title><h1>Stellenangebote</h1><h2>Lampenwart (m/w/d)</h2>"
        f"<p>Die Stadt Lampenau sucht für ihre Brücken eine Verstärkung mit Geduld und Schwindelfreiheit.</p>{BODY}"
    )
    assert (posting.title, posting.company) == ("Lampenwart (m/w/d)", "Stadt Lampenau")
    assert [place.city for place in posting.locations] == ["Lampenau"]


def test_facts_of_unknown_names_are_told_by_their_marks() -> None:
    posting = _page(
        '<header><img alt="Pinboardia logo"></header><h1>Lamp Warden</h1><div class="meta">'
        '<span class="hiring-company">Talau Lights</span><span class="job-location">Unterquellbrunn</span>'
        f'<span>Sales</span><span>Permanent</span><span class="job-salary">£31,500</span></div>{BODY}'
    )
    assert (posting.title, posting.company) == ("Lamp Warden", "Talau Lights")
    assert [place.city for place in posting.locations] == ["Unterquellbrunn"]
    assert posting.salary is not None and posting.salary.max == 31_500


def test_a_list_of_links_and_what_follows_a_heading_for_others_stay_out() -> None:
    links = "".join(f'<li><a href="#s{i}">Part {i}</a></li>' for i in range(4))
    posting = _page(
        f"<main><h1>Lamp Warden</h1><h2>Contents</h2><ul>{links}</ul>{BODY}"
        "<h3>Other vacancies</h3><ul><li>Rope Clerk, experience with ropes required</li></ul></main>"
    )
    assert "Part 2" not in posting.description
    assert "Rope Clerk" not in posting.description


def test_the_day_in_the_head_counts_where_nothing_else_is_said() -> None:
    head = '<meta property="article:published_time" content="2026-11-08T17:20:05+00:00">'
    assert _page(f"<h1>Lamp Warden</h1>{BODY}", head=head).date_posted == "2026-11-08"
    shown = f"<h1>Lamp Warden</h1><p>Posted on 3 November 2026</p>{BODY}"
    assert _page(shown, head=head).date_posted == "2026-11-03"


def _job(**more: object) -> str:
    job = {"@type": "JobPosting", "title": "Lamp Warden", "description": BODY, **more}
    return json.dumps(job)


def test_pointers_to_other_objects_of_the_page_are_followed() -> None:
    graph = '{"@graph": [{"@id": "#org", "@type": "Organization", "name": "Talau Lights"}, %s]}'
    data = graph % _job(hiringOrganization={"@id": "#org"})
    assert (
        _page(
            f"<h1>Lamp Warden</h1>{BODY}", head=f'<script type="application/ld+json">{data}</script>'
        ).company
        == "Talau Lights"
    )


def test_data_about_another_job_than_the_page_shows_is_stale() -> None:
    old = _job(title="Rope Clerk", description="<p>Ropes, all day.</p>", employmentType="TEMPORARY")
    posting = _page(
        f"<h1>Lamp Warden</h1><p>Full-time</p>{BODY * 2}",
        head=f'<script type="application/ld+json">{old}</script>',
    )
    assert (posting.title, posting.employment_type) == ("Lamp Warden", "FULL_TIME")


def test_the_panel_that_the_address_names_bears_its_buttons_title() -> None:
    panels = "".join(
        f'<h3><button id="b{i}">{title}</button></h3><div id="p{i}" aria-labelledby="b{i}">'
        f"<h4>The yard</h4>{BODY * 2}</div>"
        for i, title in enumerate(("Rope Clerk", "Lamp Warden"))
    )
    page = f"<main><h1>Work with us</h1>{panels}</main>"
    assert _page(page, "https://talau.example/work#p1").title == "Lamp Warden"


def test_a_comment_behind_a_value_does_not_cost_the_data() -> None:
    data = _job(datePosted="2026-11-14").replace('"Lamp Warden",', '"Lamp Warden", // from the CMS\n', 1)
    posting = _page("<h1>Join our crew</h1>", head=f'<script type="application/ld+json">{data}</script>')
    assert (posting.title, posting.date_posted) == ("Lamp Warden", "2026-11-14")


def test_a_list_without_bullets_ends_at_the_blank_line() -> None:
    text = (
        "Lamp Warden\nTalau Lights\n\nWe look after the lights of eleven harbours and are hiring for the yard.\n\n"
        "Essential\nA driving licence\nFive years of experience with lamps\nExperience with ropes\n\n"
        "It would be lovely if\nyou spoke Welsh;\nyou could sail.\n\n"
        "Shortlisting is in January. We offer a pension and a parking space beside the crane."
    )
    found = read(Page(text.encode(), "text/plain")).requirements
    assert [(r.text, str(r.kind)) for r in found] == [
        ("A driving licence", "must"),
        ("Five years of experience with lamps", "must"),
        ("Experience with ropes", "must"),
        ("you spoke Welsh;", "nice"),
        ("you could sail.", "nice"),
    ]


def test_the_heading_gives_the_remark_that_the_head_leaves_out() -> None:
    posting = _page(
        "<title>Trabaja con nosotros: farero – Faros Talau</title><h1>Trabaja con nosotros</h1>"
        f"<h2>Farero (media jornada)</h2><p>Almerada · publicado el 15 de noviembre de 2026</p>{BODY}"
    )
    assert posting.title == "Farero (media jornada)"
    assert [place.city for place in posting.locations] == ["Almerada"]
    assert (posting.employment_type, posting.date_posted) == ("PART_TIME", "2026-11-15")


def test_a_file_that_became_a_page_has_neither_title_nor_day_of_its_own() -> None:
    posting = _page(
        '<title>Anzeige_v3_final.docx</title><meta name="generator" content="pdftohtml 1">'
        '<meta name="date" content="2026-09-30"><p>Leuchtenbau Talau OHG</p><p>Am Kai 4, 77652 Talau</p>'
        f"<p>Lampenbauer (m/w/d)</p><p>Talau – Vollzeit</p>{BODY}"
    )
    assert (posting.title, posting.company) == ("Lampenbauer (m/w/d)", "Leuchtenbau Talau OHG")
    assert posting.date_posted is None


def test_data_about_a_job_that_the_text_only_mentions_is_passed_over() -> None:
    job = (
        '{"@type": "JobPosting", "title": "Lamp Warden", "datePosted": "2025-02-01",'
        ' "description": "<p>Old text about another role.</p>"}'
    )
    posting = _page(
        f'<script type="application/ld+json">{job}</script><h1>Lamp Lead</h1>'
        f"<p>Remote (US) · Full-time · Posted Nov 13, 2026</p><ul><li>A team of four lamp wardens</li></ul>{BODY}"
    )
    assert (posting.title, posting.date_posted) == ("Lamp Lead", "2026-11-13")
    assert [(place.city, place.country) for place in posting.locations] == [(None, "US")]


def test_the_head_of_an_article_dates_and_its_labels_place_the_job() -> None:
    posting = _page(
        "<h2>Chef de projet Phares</h2><div>Par admin | 17 novembre 2026 | Catégorie : ONG</div>"
        f"<p><b>Employeur</b> : Phares Partagés<br><b>Lieu d’affectation</b> : Lampigny, Bénin</p>{BODY}"
        "<p>Salaire brut mensuel de 1 250 000 à 1 480 000 FCFA selon expérience.</p>"
    )
    assert (posting.company, posting.date_posted) == ("Phares Partagés", "2026-11-17")
    assert [(place.city, place.country) for place in posting.locations] == [("Lampigny", "BJ")]
    assert posting.salary and (posting.salary.max, posting.salary.currency) == (1_480_000, "XOF")


def test_a_school_of_the_employer_is_not_the_employer() -> None:
    posting = _page(
        "<h1>Lecturer in Lamps</h1><table>"
        "<tr><th>School</th><td>Optical Engineering</td></tr>"
        "<tr><th>Location</th><td>Main campus, Lampton, West Yorkshire</td></tr></table>"
        f"<p>The School of Optical Engineering wishes to appoint a lecturer who knows wicks.</p>{BODY}",
        head="<title>Vacancy 26LM041 - University of Talau</title>",
    )
    assert posting.company == "University of Talau"
    assert [(place.city, place.region) for place in posting.locations] == [("Lampton", "West Yorkshire")]


def test_a_records_title_loses_the_town_that_the_heading_leaves_out() -> None:
    job = '{"@type": "JobPosting", "title": "Addetto ai fari a Talau | lampissimo", "description": "<p>Fari.</p>"}'
    posting = _page(
        f'<script type="application/ld+json">{job}</script><h2>Addetto ai fari</h2><p>Fari Talau S.p.A.</p>{BODY}'
    )
    assert posting.title == "Addetto ai fari"
