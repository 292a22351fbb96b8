"""Shapes of portals and of print views: names of systems, print titles, places under headings, numbered sections."""

from __future__ import annotations

from bonafide.model.page import Page
from bonafide.model.posting import JobLocation, Posting
from bonafide.posting import read

INTRO = "<p>Glow Harbour rents lamps in nine harbours and repairs what it rents.</p>"


def page(body: str, head: str) -> Posting:
    html = f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"
    return read(Page(html.encode(), "text/html"))


def asked(posting: Posting) -> list[tuple[str, str]]:
    return [(one.text, str(one.kind)) for one in posting.requirements]


def test_a_system_is_not_the_employer_and_job_description_is_a_heading() -> None:
    found = page(
        f"""<main><h1>Warehouse Shift Lead</h1><ul><li>Kraków, Poland</li><li>Full-time</li></ul>
        <h2>Company Description</h2>{INTRO}<h2>Job Description</h2><ul><li>Plan the work of nine pickers</li></ul>
        <h2>Qualifications</h2><ul><li>Polish at B2</li></ul></main>""",
        "<title>Glow Harbour Warehouse Shift Lead | SmartRecruiters</title>",
    )
    assert (found.title, found.company) == ("Warehouse Shift Lead", "Glow Harbour")
    assert asked(found) == [("Plan the work of nine pickers", "responsibility"), ("Polish at B2", "must")]


def test_a_print_view_whose_head_says_only_that() -> None:
    found = page(
        """<table><tr><td colspan=2><img src="logo.gif" alt="St. Elowen Hospital"><b>St. Elowen Hospital</b></td></tr>
        <tr><td colspan=2><font size=5>Registered Nurse (Nights)</font></td></tr>
        <tr><td>Location:</td><td>Boise, ID</td></tr><tr><td>Posted:</td><td>11/04/2026</td></tr>
        <tr><td colspan=2><b>Job Summary</b><br>Cares for mothers and newborns in the first hours after birth.<br>
        <b>Required:</b><br>&bull; Current RN license<br><b>Preferred:</b><br>&bull; Spanish<br></td></tr></table>""",
        "<title>Print Job</title>",
    )
    assert (found.title, found.company) == ("Registered Nurse (Nights)", "St. Elowen Hospital")
    assert found.locations == (JobLocation(city="Boise", region="ID", country="US"),)
    assert found.date_posted == "2026-11-04"
    assert asked(found) == [("Current RN license", "must"), ("Spanish", "nice")]


def test_a_place_under_a_heading_in_the_text() -> None:
    found = page(
        f"""<main><h1>Flood Risk Adviser</h1><p>Apply before 11:55 pm on Sunday 10th January 2027</p>
        <h3>Job grade</h3><p>Higher Officer</p><h2>Location</h2><p>Taunton, South West England, TA1 1AA</p>
        <h2>Job summary</h2>{INTRO}<h3>Essential criteria</h3><ul><li>Degree in geography</li></ul></main>""",
        "<title>Flood Risk Adviser - Civil Posts</title>",
    )
    assert found.locations == (JobLocation(city="Taunton", region="South West England", country="GB"),)
    assert found.valid_through == "2027-01-10"


def test_numbered_sections_of_a_text() -> None:
    text = """Position Title: Evaluation Officer
Duty Station: Kisumu, Kenya
Organization: Lakeside Relief

1. Background
Lakeside Relief works with fishing villages on clean water.

2. Key Responsibilities
2.1 Design survey tools
2.2 Train 24 enumerators

3. Qualifications and Experience
3.1 Minimum of 4 years' experience in evaluation
3.2 Fluency in English

4. How to Apply
Send a CV to jobs@lakeside.example.
"""
    found = read(Page(text.encode(), "text/plain"))
    assert asked(found) == [
        ("Design survey tools", "responsibility"),
        ("Train 24 enumerators", "responsibility"),
        ("Minimum of 4 years' experience in evaluation", "must"),
        ("Fluency in English", "must"),
    ]


def test_a_number_with_a_decimal_is_no_numbering() -> None:
    text = "Lamp Engineer\nOil & Sons Ltd\n\nResponsibilities\n- Plan the overhaul\n- Lead the crew\n\nRequirements\n- 2.5 years with lamps\n- Fluent Welsh\n"
    found = read(Page(text.encode(), "text/plain"))
    assert ("2.5 years with lamps", "must") in asked(found)


def test_a_wish_that_says_it_is_no_must() -> None:
    body = f"<main><h1>Deckhand</h1>{INTRO}<h3>What you do</h3><ul><li>You moor the ferry</li></ul><h3>Who you are</h3><p>You hold a safety certificate. A licence is good to have but no must.</p></main>"
    found = page(body, "<title>Deckhand - Glow Harbour</title>")
    assert asked(found)[-1] == ("A licence is good to have but no must.", "nice")
