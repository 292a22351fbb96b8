"""Bad input, and the broken data of real sites: one clear fault, or the posting all the same."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide.model.faults import Fault, NoPostingFault, UnreadableFault
from bonafide.model.page import Page
from bonafide.posting import jsonld, read, schema
from bonafide.posting.tree import Script
from posting import sites

ARTICLE = "<p>Last spring our builds took forty minutes and nobody dared to merge on a Friday.</p>" * 20


@pytest.mark.parametrize(
    ("content", "media_type", "says"),
    [
        (b"", "text/html", "nothing in it"),
        (b" \n\t", "text/plain", "nothing in it"),
        (b"PK\x03\x04....", "application/zip", "no page"),
        (b"\x89PNG\r\n", "image/png", "no page"),
        (b"a " * 2_600_000, "text/plain", "larger than 5 MB"),
        (b"lamp " * 90_000, "text/plain", "far longer"),
        (b"<p>lamp</p>" * 130_000, "text/html", "far larger"),
        (b"<div>" * 20_000, "text/html", "nested too deeply"),
        (b"[" * 90_000, "application/json", "nested too deeply"),
        (b'{"title": "Lamp', "application/json", "broken"),
        (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "application/xml", "entities"),
        (b"<?xml version='1.0'?><a><b></a>", "application/xml", "broken"),
        (b"%PDF-1.7 broken", "application/pdf", "damaged"),
    ],
)
def test_unreadable(content: bytes, media_type: str, says: str) -> None:
    with pytest.raises(UnreadableFault, match=says) as caught:
        read(Page(content, media_type))
    assert caught.value.mend


@pytest.mark.parametrize(
    ("html", "says"),
    [
        ("<h1>Welcome back</h1><form><input></form><p>Sign in to continue to Pinboardia.</p>", "log-in"),
        ("<h1>Just a moment...</h1><p>Verify you are human to proceed.</p>", "robots"),
        (
            "<noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div>",
            "scripts",
        ),
        ("<h1>Porter</h1><p>This job is no longer available.</p>", "no longer open"),
        (f"<article><h1>Faster builds</h1>{ARTICLE}</article>", "no job posting"),
    ],
)
def test_no_posting(html: str, says: str) -> None:
    with pytest.raises(NoPostingFault, match=says) as caught:
        read(
            Page(
                f"<html><head><title>Pinboardia</title></head><body>{html}</body></html>".encode(),
                "text/html",
                "https://pinboardia.example/9",
            )
        )
    assert "paste" in caught.value.mend
    assert caught.value.where == "https://pinboardia.example/9"


def test_a_closed_posting_is_read_and_says_so() -> None:
    html = sites.board("german").replace(
        "<article>", "<p>This job is no longer accepting applications.</p><article>"
    )
    assert read(Page(sites.board("german").encode(), "text/html")).closed is False
    assert read(Page(html.encode(), "text/html")).closed is True


def test_a_text_pdf_reads_and_an_empty_one_says_scan() -> None:
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    saved = BytesIO()
    document.save(saved)
    with pytest.raises(UnreadableFault, match="scanned"):
        read(Page(saved.getvalue(), "application/pdf"))


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "JobPosting", "title": "Cook",}',
        '<!-- {"@type": "JobPosting", "title": "Cook"} -->',
        '/*<![CDATA[*/{"@type": "JobPosting", "title": "Cook"}/*]]>*/',
        "{&quot;@type&quot;: &quot;JobPosting&quot;, &quot;title&quot;: &quot;Cook&quot;}",
        '{"@type": "JobPosting", "title": "Cook", "description": "two\nlines"}',
        '[{"@type": "WebSite"}, {"@graph": [{"@type": ["JobPosting"], "title": "Cook"}]}]',
        '{"@type": "http://schema.org/JobPosting", "title": "Cook"} {"@type": "WebSite"}',
        '{"@type": "JobPosting", "title": "Cook", "description": "the "best" soup"}',
    ],
)
def test_broken_json_ld(text: str) -> None:
    jobs = jsonld.jobs([Script("application/ld+json", "", text)])
    assert [job["title"] for job in jobs] == ["Cook"]


@pytest.mark.parametrize("times", [0, 1, 2, 3])
def test_descriptions_escaped_any_number_of_times(times: int) -> None:
    text = "<p>Bread &amp; butter</p><ul><li>Rye</li></ul>"
    for _ in range(times):
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert [line.text for line in schema.lines_of(text)] == ["Bread & butter", "Rye"]


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "address", "value", "@type", "minValue", "city"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)
FIELDS = [
    "title",
    "description",
    "hiringOrganization",
    "jobLocation",
    "baseSalary",
    "employmentType",
    "datePosted",
    "validThrough",
    "jobLocationType",
]


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), JUNK))
def test_no_json_ld_breaks_the_reader(job: dict[str, object]) -> None:
    record = {**job, "@type": "JobPosting"}
    for page in (
        Page(json.dumps(record).encode(), "application/json"),
        Page(
            f'<html><script type="application/ld+json">{json.dumps(record)}</script><p>x</p></html>'.encode(),
            "text/html",
        ),
    ):
        try:
            read(page)
        except Fault:
            continue


@settings(max_examples=40, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from(["text/html", "application/json", "application/xml", "text/plain"]),
)
def test_no_bytes_break_the_reader(content: bytes, media_type: str) -> None:
    try:
        read(Page(content, media_type))
    except Fault:
        return


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 4000), st.integers(0, 1500))
def test_a_page_cut_anywhere_is_read_or_refused(start: int, size: int) -> None:
    html = sites.json_ld("spanish")
    try:
        read(Page((html[:start] + html[start + size :]).encode(), "text/html"))
    except Fault:
        return


def test_reading_text_loads_no_heavy_library() -> None:
    code = "import sys, bonafide.posting; print([m for m in ('selectolax', 'pypdfium2', 'typst', 'docx', 'django') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_pasted_text_with_few_words_of_the_trade_is_taken_at_its_word() -> None:
    text = (
        "Keeper of the harbour lights, Port of Sollan\n\n"
        "We keep nine lamps burning and one foghorn polite. Two keepers share a boat and a stove.\n\n"
        "Somebody joins us who knows diesel, ropes and weather, who has kept a log in ink for years, "
        "and whom a night alone on the rock does not trouble. Welding helps.\n\n"
        "There is a pension, lunch on the quay, thirty days of holiday and a bicycle for the mole. "
        "Write to the harbour master by hand, and say which lamp you would mend first and why that one.\n"
    )
    assert read(Page(text.encode(), "text/plain"), None).title
    with pytest.raises(NoPostingFault):
        read(Page(b"Lunch is at noon on the quay, with pension for the bicycle.", "text/plain"), None)
