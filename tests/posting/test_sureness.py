"""How sure a value is follows its source, and what other sources say of it."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bonafide.model.page import Page
from bonafide.model.posting import JobLocation, Posting, Salary
from bonafide.posting import read, sureness
from bonafide.posting.findings import Findings, over

PERCENT = st.floats(0.01, 0.99)
LIST = "<h2>Requirements</h2><ul><li>Five years of experience with lamps</li><li>Fluent Norwegian</li></ul>"
TEXT = f"<p>Fjordlys lights harbours, and is looking for one more pair of hands that fear neither height nor rain.</p>{LIST}"


def page(data: dict[str, Any], shown: str) -> Posting:
    job = {"@type": "JobPosting", "description": TEXT, **data}
    html = f"<html><head><title>Careers</title><script type='application/ld+json'>{json.dumps(job)}</script></head>"
    return read(Page(f"{html}<body><main>{shown}{TEXT}</main></body></html>".encode(), "text/html"))


def firm(name: str) -> dict[str, Any]:
    return {"@type": "Organization", "name": name}


@given(PERCENT, PERCENT)
def test_a_witness_more_makes_surer_and_a_contradiction_less(one: float, other: float) -> None:
    assert sureness.joined([one]) <= sureness.joined([one, max(other, 0.5)]) + 1e-9
    assert sureness.joined([one], [max(other, 0.5)]) <= sureness.joined([one]) + 1e-9
    assert 0 < sureness.joined([one], [other]) < 1


def test_sources_that_agree_and_differ() -> None:
    label = Findings(kind="labels", company="Glow Lights Ltd", posted="2026-11-03")
    same = Findings(kind="page", company="Glow Lights", posted="2026-11-03")
    other = Findings(kind="page", company="Murk AG", posted="2026-10-03", remote="hybrid")
    agreed, argued = over(label, same), over(label, other)
    assert agreed.company == argued.company == "Glow Lights Ltd"
    assert agreed.confidence("company") > label.confidence("company") > argued.confidence("company")
    assert argued.confidence("posted") < 0.9 < agreed.confidence("posted")
    assert argued.confidence("remote") == other.confidence("remote")


def test_what_counts_as_the_same() -> None:
    assert sureness.agree("title", "Lamp Engineer", "lamp engineer (part-time)")
    assert not sureness.agree("title", "Lamp Engineer", "Lamp Engineering Lead")
    assert sureness.agree("places", (JobLocation(city="Oslo"),), (JobLocation(city="OSLO", country="NO"),))
    assert not sureness.agree("places", (JobLocation(city="Oslo"),), (JobLocation(city="Bergen"),))
    assert sureness.agree("salary", Salary(min=4.0), Salary(min=4.0, max=4.0, unit="HOUR"))
    assert not sureness.agree("salary", Salary(min=4.0), Salary(min=4.0, max=5.0))


def test_data_that_the_page_repeats_is_sure() -> None:
    posting = page(
        {"title": "Lamp Engineer", "hiringOrganization": firm("Fjordlys")},
        "<h1>Lamp Engineer</h1><p>Fjordlys</p>",
    )
    assert posting.sure["/title"] > 0.95 and posting.sure["/company"] > 0.95


def test_data_that_the_page_contradicts_is_doubtful() -> None:
    posting = page(
        {"title": "Lamp Engineer", "datePosted": "2026-01-02"},
        "<h1>Lamp Engineer</h1><dl><dt>Posted</dt><dd>3 November 2026</dd></dl>",
    )
    assert posting.date_posted == "2026-11-03"
    assert posting.sure["/datePosted"] < 0.9


def test_every_value_has_one_and_the_record_shows_it() -> None:
    posting = page(
        {
            "title": "Lamp Engineer",
            "jobLocation": {"address": {"addressLocality": "Bergen", "addressCountry": "NO"}},
            "baseSalary": {"currency": "NOK", "value": {"minValue": 1, "maxValue": 2, "unitText": "YEAR"}},
        },
        "<h1>Lamp Engineer</h1>",
    )
    assert {"/title", "/locations/0/city", "/locations/0/country", "/salary/min", "/salary/unit"} <= set(
        posting.sure
    )
    assert {f"/requirements/{i}/kind" for i in range(len(posting.requirements))} <= set(posting.sure)
    shown = posting.to_json()["meta"]["bonafide"]["sources"]
    assert shown["/title"] == {"confidence": round(posting.sure["/title"], 2)}


def test_a_requirement_told_by_its_words_alone_is_doubtful() -> None:
    told = page(
        {"title": "Lamp Engineer", "description": TEXT.replace("Requirements", "The nitty-gritty")}, ""
    )
    listed = page({"title": "Lamp Engineer"}, "<h1>Lamp Engineer</h1>")
    assert told.sure["/requirements/0/kind"] < 0.9 < listed.sure["/requirements/0/kind"]


def test_a_company_made_of_an_address_is_doubtful() -> None:
    record = {"id": "0f9c", "text": "Lamp Engineer", "hostedUrl": "https://jobs.lever.co/blue-heron/0f9c",
              "categories": {"location": "Oslo"}, "descriptionPlain": "We light harbours.", "description": LIST, "lists": []}  # fmt: skip
    posting = read(Page(json.dumps(record).encode(), "application/json", record["hostedUrl"]))  # type: ignore[arg-type]
    assert posting.company == "Blue Heron"
    assert posting.sure["/company"] < 0.9
