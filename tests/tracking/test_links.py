"""The same posting under two links, and two postings that only look alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.tracking.links import host, key

SAME = [
    ("https://jobs.tidewell.example/cto", "https://jobs.tidewell.example/cto#apply"),
    ("https://jobs.tidewell.example/cto", "HTTPS://Jobs.Tidewell.example/cto"),
    ("https://jobs.tidewell.example/cto", " https://jobs.tidewell.example/cto?utm_source=mail&utm_medium=x "),
    ("https://jobs.tidewell.example/?id=7", "https://jobs.tidewell.example/?utm_campaign=a&id=7"),
    ("https://tidewell.example", "https://tidewell.example/"),
]
OTHER = [
    ("https://jobs.tidewell.example/?id=7", "https://jobs.tidewell.example/?id=8"),
    ("https://jobs.tidewell.example/cto", "https://jobs.tidewell.example/CTO"),
    ("https://jobs.tidewell.example/#/jobs/7", "https://jobs.tidewell.example/#/jobs/8"),
    ("https://jobs.tidewell.example/?item=utm_7", "https://jobs.tidewell.example/?item=utm_8"),
    ("https://jobs.tidewell.example/cto", "https://jobs.harrow.example/cto"),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_tracking_and_fragments_do_not_matter(one: str, two: str) -> None:
    assert key(one) == key(two) != ""


@pytest.mark.parametrize(("one", "two"), OTHER)
def test_what_names_a_job_does(one: str, two: str) -> None:
    assert key(one) != key(two)


@pytest.mark.parametrize("text", ["", "posting.html", "a note: see below", "//half.example/x"])
def test_what_is_no_address_has_no_key(text: str) -> None:
    assert key(text) == ""
    assert host(text) == ""


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(tail: str) -> None:
    once = key("https://jobs.tidewell.example/" + tail)
    assert key(once) == once
