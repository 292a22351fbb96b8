"""Records of applicant-tracking systems in the shapes of their public answers; companies are invented."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bonafide.model.page import Page
from bonafide.model.posting import Posting
from bonafide.posting import embedded_record, read, record_address
from bonafide.posting.ats import registry
from bonafide.posting.lexicon import table

ID = "0f9c1d2e-1111-4222-8333-444455556666"
OTHER = "1a9c1d2e-1111-4222-8333-444455556666"
TEXT = (
    "<p>Fjordlys lights harbours. We are 60 people in three ports.</p><h3>What you bring</h3>"
    "<ul><li>Five years of experience with lamps</li><li>Fluent Norwegian</li></ul>"
    "<h3>Nice to have</h3><ul><li>A boat</li></ul><p>Join Fjordlys and see the dark differently.</p>"
)
OTHER_TEXT = "<p>You guard the door of the lamp store, night after night, and you like it.</p>" * 6

GREENHOUSE = {
    "id": 4455,
    "title": "Lamp Engineer",
    "absolute_url": "https://job-boards.greenhouse.io/fjordlys/jobs/4455",
    "company_name": "Fjordlys ",
    "location": {"name": "Bergen, Norway"},
    "first_published": "2026-10-03T23:30:00-05:00",
    "updated_at": "2026-11-01T00:00:00Z",
    "content": TEXT.replace("<", "&lt;").replace(">", "&gt;"),
    "metadata": [{"name": "Employment Type", "value": "Full-time"}],
    "pay_input_ranges": [
        {"min_cents": 70000000, "max_cents": 82000000, "currency_type": "NOK", "title": "Salary per year"}
    ],
}
LEVER = {
    "id": ID,
    "text": "Lamp Engineer",
    "hostedUrl": f"https://jobs.lever.co/fjordlys/{ID}",
    "createdAt": 1791072000000,
    "workplaceType": "hybrid",
    "country": "NO",
    "categories": {
        "commitment": "Full-time",
        "location": "Bergen, Norway",
        "allLocations": ["Bergen, Norway"],
    },
    "description": "<div>Fjordlys lights harbours.</div>",
    "descriptionPlain": "Fjordlys lights harbours.",
    "lists": [
        {
            "text": "What you bring",
            "content": "<li>Five years of experience with lamps</li><li>Fluent Norwegian</li>",
        },
        {"text": "Nice to have", "content": "<li>A boat</li>"},
    ],
    "additional": "<div>Join Fjordlys.</div>",
    "salaryRange": {"currency": "NOK", "interval": "per-year-salary", "min": 700000, "max": 820000},
}
ASHBY = {
    "apiVersion": "1",
    "jobs": [
        {
            "id": OTHER,
            "title": "Night Porter",
            "descriptionHtml": OTHER_TEXT,
            "jobUrl": f"https://jobs.ashbyhq.com/fjordlys/{OTHER}",
        },
        {
            "id": ID,
            "title": "Lamp Engineer",
            "employmentType": "FullTime",
            "location": "Bergen",
            "workplaceType": "Hybrid",
            "isRemote": True,
            "publishedAt": "2026-10-03T08:00:00.000+00:00",
            "address": {"postalAddress": {"addressLocality": "Bergen", "addressCountry": "Norway"}},
            "jobUrl": f"https://jobs.ashbyhq.com/fjordlys/{ID}",
            "descriptionHtml": TEXT,
            "compensation": {
                "summaryComponents": [
                    {"compensationType": "EquityPercentage"},
                    {
                        "compensationType": "Salary",
                        "interval": "1 YEAR",
                        "currencyCode": "NOK",
                        "minValue": 700000,
                        "maxValue": 820000,
                    },
                ]
            },
        },
    ],
}
SMARTRECRUITERS = {
    "id": "744000012345678",
    "name": "Lamp Engineer",
    "company": {"name": "Fjordlys"},
    "releasedDate": "2026-10-03T10:00:00.000Z",
    "location": {"city": "Bergen", "country": "no", "remote": False, "hybrid": True},
    "typeOfEmployment": {"id": "permanent", "label": "Full-time"},
    "jobAd": {
        "sections": {
            "companyDescription": {
                "title": "Company Description",
                "text": "<p>Fjordlys lights harbours.</p>",
            },
            "jobDescription": {"title": "Job Description", "text": TEXT},
            "qualifications": {"title": "Qualifications", "text": ""},
            "additionalInformation": {
                "title": "Additional Information",
                "text": "<p>Salary: NOK 700,000 - 820,000 per year.</p>",
            },
        }
    },
}
WORKABLE = {
    "shortcode": "AB12CD34EF",
    "title": "Lamp Engineer",
    "location": {"city": "Bergen", "countryCode": "NO"},
    "locations": [{"city": "Bergen", "countryCode": "NO", "hidden": False}],
    "workplace": "hybrid",
    "remote": False,
    "type": "full",
    "published": "2026-10-03T00:00:00.000Z",
    "description": TEXT,
    "requirements": "",
    "benefits": "<p>Salary: NOK 700,000 - 820,000 per year.</p>",
}
RECRUITEE = {
    "offer": {
        "title": "Lamp Engineer",
        "company_name": "Fjordlys",
        "slug": "lamp-engineer",
        "description": TEXT,
        "requirements": "",
        "published_at": "2026-10-03 08:30:00 UTC",
        "created_at": "2026-09-01 08:30:00 UTC",
        "locations": [{"city": "Bergen", "country": "Norway", "country_code": "NO"}],
        "hybrid": True,
        "remote": False,
        "on_site": True,
        "employment_type_code": "fulltime_permanent",
        "salary": {"min": "700000", "max": "820000", "period": "year", "currency": "NOK"},
        "translations": {"no": {"title": "Lampeingeniør", "description": "<p>Kort.</p>", "requirements": ""}},
    }
}
WORKDAY = {
    "jobPostingInfo": {
        "title": "Lamp Engineer",
        "jobDescription": TEXT + "<p>Salary: NOK 700,000 - 820,000 per year.</p>",
        "location": "Bergen",
        "startDate": "2026-10-03",
        "endDate": "2026-12-31",
        "timeType": "Full time",
        "remoteType": "Hybrid",
        "jobRequisitionLocation": {"country": {"alpha2Code": "NO"}},
        "posted": True,
    },
    "hiringOrganization": {"name": "0042 Fjordlys"},
    "similarJobs": [{"title": "Lamp Engineer II", "postedOn": "Posted Yesterday"}],
}
TEAMTAILOR = {
    "title": "Fjordlys",
    "feed_url": "https://fjordlys.teamtailor.com/jobs.json",
    "items": [
        {
            "title": "Night Porter",
            "url": "https://fjordlys.teamtailor.com/jobs/111-night-porter",
            "content_html": OTHER_TEXT,
        },
        {
            "title": "Lamp Engineer",
            "url": "https://fjordlys.teamtailor.com/jobs/222-lamp-engineer",
            "date_published": "2026-10-03T07:00:00+02:00",
            "content_html": TEXT + "<p>Salary: NOK 700,000 - 820,000 per year. Hybrid working.</p>",
            "_jobposting": {
                "@type": "JobPosting",
                "employmentType": "FULL_TIME",
                "hiringOrganization": {"name": "Fjordlys"},
                "jobLocation": [{"address": {"addressLocality": "Bergen", "addressCountry": "NO"}}],
            },
        },
    ],
}
BAMBOOHR = {
    "result": {
        "jobOpening": {
            "jobOpeningName": "Lamp Engineer",
            "jobOpeningStatus": "Open",
            "description": TEXT,
            "employmentStatusLabel": "Full-Time",
            "location": {"city": "Bergen", "addressCountry": "Norway"},
            "locationType": "2",
            "compensation": "NOK 700,000 - 820,000 per year",
            "datePosted": "2026-10-03",
            "jobOpeningShareUrl": "https://fjordlys.bamboohr.com/careers/33",
        }
    }
}
PERSONIO = f"""<?xml version="1.0" encoding="UTF-8"?><workzag-jobs>
<position><id>900001</id><subcompany>Fjordlys Vakt</subcompany><office>Oslo</office><name>Night Porter</name><jobDescriptions><jobDescription><name>Tasks</name><value><![CDATA[{OTHER_TEXT}]]></value></jobDescription></jobDescriptions></position>
<position><id>900002</id><subcompany>Fjordlys</subcompany><office>Bergen</office><name>Lamp Engineer</name><jobDescriptions><jobDescription><name>About us</name><value><![CDATA[{TEXT}]]></value></jobDescription><jobDescription><name>Pay</name><value><![CDATA[<p>Salary: NOK 700,000 - 820,000 per year, two days a week at home.</p>]]></value></jobDescription></jobDescriptions><employmentType>permanent</employmentType><schedule>full-time</schedule><createdAt>2026-10-03T09:00:00+00:00</createdAt></position>
</workzag-jobs>"""

RECORDS: dict[str, tuple[Any, str]] = {
    "greenhouse": (GREENHOUSE, "https://job-boards.greenhouse.io/fjordlys/jobs/4455"),
    "lever": (LEVER, f"https://jobs.lever.co/fjordlys/{ID}"),
    "ashby": (ASHBY, f"https://api.ashbyhq.com/posting-api/job-board/fjordlys?includeCompensation=true#{ID}"),
    "smartrecruiters": (
        SMARTRECRUITERS,
        "https://api.smartrecruiters.com/v1/companies/Fjordlys/postings/744000012345678",
    ),
    "workable": (WORKABLE, "https://apply.workable.com/api/v2/accounts/fjordlys/jobs/AB12CD34EF"),
    "recruitee": (RECRUITEE, "https://fjordlys.recruitee.com/api/offers/lamp-engineer"),
    "workday": (
        WORKDAY,
        "https://fjordlys.wd3.myworkdayjobs.com/wday/cxs/fjordlys/Jobs/job/Bergen/Lamp-Engineer_R1",
    ),
    "teamtailor": (TEAMTAILOR, "https://fjordlys.teamtailor.com/jobs.json#222"),
    "bamboohr": (BAMBOOHR, "https://fjordlys.bamboohr.com/careers/33/detail"),
    "personio": (PERSONIO, "https://fjordlys.jobs.personio.de/xml?language=en#900002"),
}


def posting(system: str) -> Posting:
    record, url = RECORDS[system]
    if isinstance(record, str):
        return read(Page(record.encode(), "application/xml", url))
    return read(Page(json.dumps(record).encode(), "application/json", url))


@pytest.mark.parametrize("system", RECORDS)
def test_record(system: str) -> None:
    found = posting(system)
    assert found.source.kind == system
    assert found.title == "Lamp Engineer"
    assert found.company == "Fjordlys"
    assert [(place.city, place.country) for place in found.locations] == [("Bergen", "NO")]
    assert found.employment_type == "FULL_TIME"
    assert found.remote == (None if system == "greenhouse" else "hybrid")
    assert found.salary is not None
    assert (found.salary.min, found.salary.max, found.salary.currency, found.salary.unit) == (
        700_000,
        820_000,
        "NOK",
        "YEAR",
    )
    assert found.date_posted == ("2026-10-04" if system == "lever" else "2026-10-03")
    assert [(r.text, str(r.kind)) for r in found.requirements] == [
        ("Five years of experience with lamps", "must"),
        ("Fluent Norwegian", "must"),
        ("A boat", "nice"),
    ]
    assert "guard the door" not in found.description


def test_every_system_in_the_table_has_a_reader_and_a_record_here() -> None:
    assert set(table("ats")) == set(RECORDS)
    assert all(callable(registry.reader(system).read) for system in table("ats"))


@pytest.mark.parametrize(
    ("link", "record"),
    [
        (
            "https://boards.greenhouse.io/fjordlys/jobs/4455?gh_src=x",
            "https://boards-api.greenhouse.io/v1/boards/fjordlys/jobs/4455?pay_transparency=true",
        ),
        (
            "https://boards.greenhouse.io/embed/job_app?for=fjordlys&token=4455",
            "https://boards-api.greenhouse.io/v1/boards/fjordlys/jobs/4455?pay_transparency=true",
        ),
        (
            f"https://jobs.lever.co/fjordlys/{ID}/apply",
            f"https://api.lever.co/v0/postings/fjordlys/{ID}?mode=json",
        ),
        (
            f"https://jobs.eu.lever.co/fjordlys/{ID}",
            f"https://api.eu.lever.co/v0/postings/fjordlys/{ID}?mode=json",
        ),
        (
            f"https://jobs.ashbyhq.com/fjordlys/{ID}",
            f"https://api.ashbyhq.com/posting-api/job-board/fjordlys?includeCompensation=true#{ID}",
        ),
        (
            "https://jobs.smartrecruiters.com/Fjordlys/744000012345678-lamp-engineer",
            "https://api.smartrecruiters.com/v1/companies/Fjordlys/postings/744000012345678",
        ),
        (
            "https://apply.workable.com/fjordlys/j/AB12CD34EF/",
            "https://apply.workable.com/api/v2/accounts/fjordlys/jobs/AB12CD34EF",
        ),
        (
            "https://fjordlys.recruitee.com/o/lamp-engineer",
            "https://fjordlys.recruitee.com/api/offers/lamp-engineer",
        ),
        (
            "https://fjordlys.jobs.personio.de/job/900002?language=de",
            "https://fjordlys.jobs.personio.de/xml?language=de#900002",
        ),
        (
            "https://fjordlys.jobs.personio.com/job/900002",
            "https://fjordlys.jobs.personio.com/xml?language=en#900002",
        ),
        (
            "https://fjordlys.wd3.myworkdayjobs.com/en-US/Jobs/job/Bergen/Lamp-Engineer_R1",
            "https://fjordlys.wd3.myworkdayjobs.com/wday/cxs/fjordlys/Jobs/job/Bergen/Lamp-Engineer_R1",
        ),
        (
            "https://fjordlys.teamtailor.com/jobs/222-lamp-engineer",
            "https://fjordlys.teamtailor.com/jobs.json#222",
        ),
        ("https://fjordlys.bamboohr.com/careers/33", "https://fjordlys.bamboohr.com/careers/33/detail"),
        ("https://fjordlys.example/careers/33", None),
        ("https://jobs.lever.co.evil.example/fjordlys/" + ID, None),
    ],
)
def test_record_address(link: str, record: str | None) -> None:
    assert record_address(link) == record


def test_a_company_page_that_shows_a_boards_job() -> None:
    html = b'<html><body><div id="grnhse_app"></div><script src="https://boards.greenhouse.io/embed/job_board/js?for=fjordlys"></script></body></html>'
    page = Page(html, "text/html", "https://fjordlys.example/careers?gh_jid=4455")
    assert (
        embedded_record(page)
        == "https://boards-api.greenhouse.io/v1/boards/fjordlys/jobs/4455?pay_transparency=true"
    )
    assert embedded_record(Page(html, "text/html", "https://fjordlys.example/careers")) is None
    assert embedded_record(Page(b'{"a": 1}', "application/json")) is None


@pytest.mark.parametrize(
    ("link", "record"),
    [
        (
            "https://fjordlys.recruitee.com/o/lamp-warden",
            "https://fjordlys.recruitee.com/api/offers/lamp-warden",
        ),
        (
            "https://fjordlys.jobs.personio.de/job/71?language=de&amp;x=1",
            "https://fjordlys.jobs.personio.de/xml?language=de#71",
        ),
        (
            "https://fjordlys.teamtailor.com/jobs/71-lamp-warden",
            "https://fjordlys.teamtailor.com/jobs.json#71",
        ),
        ("https://fjordlys.bamboohr.com/careers/71", "https://fjordlys.bamboohr.com/careers/71/detail"),
        (
            "https://boards.greenhouse.io/fjordlys/jobs/71",
            "https://boards-api.greenhouse.io/v1/boards/fjordlys/jobs/71?pay_transparency=true",
        ),
    ],
)
def test_a_page_that_names_one_job_of_a_board_is_followed_and_a_list_is_not(link: str, record: str) -> None:
    one = f'<html><body><iframe src="{link}"></iframe><a href="{link}">Apply</a></body></html>'
    several = one.replace(
        "</body>", f'<a href="{link.replace("71", "72").replace("warden", "smith")}">Other</a></body>'
    )
    url = "https://fjordlys.example/careers"
    assert embedded_record(Page(one.encode(), "text/html", url)) == record
    assert embedded_record(Page(several.encode(), "text/html", url)) is None


def test_a_board_without_the_wanted_job_is_no_posting() -> None:
    assert registry.read("ashby", ASHBY, "https://jobs.ashbyhq.com/fjordlys/none") is None


def test_a_workable_account_lists_its_jobs_under_its_own_name() -> None:
    jobs = [
        {"title": "Rope Clerk", "shortcode": "AA11BB22CC", "description": "<p>Ropes.</p>"},
        {
            "title": "Lamp Warden",
            "shortcode": "DD33EE44FF",
            "telecommuting": True,
            "employment_type": "Part-time",
            "published_on": "2026-11-05",
            "locations": [
                {"country": "Spain", "countryCode": "ES", "city": "", "region": None, "hidden": False}
            ],
            "description": "<p>You will look after lamps.</p><h3>Requirements</h3><ul><li>A licence</li></ul>",
        },
    ]
    account = json.dumps({"name": "Fjordlys", "jobs": jobs}).encode()
    posting = read(Page(account, "application/json", "https://apply.workable.com/fjordlys/j/DD33EE44FF/"))
    assert (posting.title, posting.company) == ("Lamp Warden", "Fjordlys")
    assert (posting.remote, posting.employment_type, posting.date_posted) == (
        "remote",
        "PART_TIME",
        "2026-11-05",
    )
    assert [place.country for place in posting.locations] == ["ES"]
