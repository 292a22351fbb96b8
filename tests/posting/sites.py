"""Pages of several makes around the postings in `data/`: what sites do to a text before one saves it."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
NAMES = sorted(path.stem for path in DATA.glob("*.txt"))
BULLETS = ("- ", "* ", "• ")


def text(name: str) -> str:
    return (DATA / f"{name}.txt").read_text("utf-8")


def wanted(name: str) -> dict[str, Any]:
    return dict(json.loads((DATA / f"{name}.json").read_text("utf-8")))


def sections(name: str) -> list[tuple[str, list[str], list[str]]]:
    """(heading, paragraphs, items) of the text below its head."""
    found: list[tuple[str, list[str], list[str]]] = []
    for block in text(name).split("\n\n")[1:]:
        lines = block.splitlines()
        headed = not lines[0].startswith(BULLETS) and (
            len(lines) > 1 or (len(lines[0]) < 40 and not lines[0].endswith("."))
        )
        heading = lines[0] if headed else ""
        rest = lines[1:] if heading else lines
        found.append(
            (
                heading,
                [x for x in rest if not x.startswith(BULLETS)],
                [x[2:] for x in rest if x.startswith(BULLETS)],
            )
        )
    merged: list[tuple[str, list[str], list[str]]] = []
    for heading, paragraphs, items in found:
        if (not heading and merged) or (merged and not merged[-1][1] and not merged[-1][2]):
            merged[-1][1].extend(paragraphs)
            merged[-1][2].extend(items)
        else:
            merged.append((heading, paragraphs, items))
    return merged


def body(name: str, head: str = "h2", item: str = "li") -> str:
    parts = []
    for heading, paragraphs, items in sections(name):
        parts.append(f"<{head}>{html.escape(heading)}</{head}>" if heading else "")
        parts += [f"<p>{html.escape(p)}</p>" for p in paragraphs]
        if items and item == "li":
            parts.append("<ul>" + "".join(f"<li>{html.escape(i)}</li>" for i in items) + "</ul>")
        parts += [f"<p>• {html.escape(i)}</p>" for i in items] if item == "p" else []
    return "\n".join(parts)


def soup(name: str) -> str:
    parts = []
    for heading, paragraphs, items in sections(name):
        parts.append(f'<div class="x1 q7">{html.escape(heading)}</div>' if heading else "")
        parts += [f'<div class="x2"><span>{html.escape(p)}</span></div>' for p in paragraphs]
        parts += [
            f'<div class="x3"><i class="dot"></i><div class="x4">{html.escape(i)}</div></div>' for i in items
        ]
    return "".join(parts)


def _page(title: str, inner: str, head: str = "") -> str:
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{html.escape(title)}</title>{head}</head><body>"
        '<div class="cookie-banner"><p>We use cookies to make this site work and to count visits.</p><button>OK</button></div>'
        '<header><a href="/">Home</a><nav><ul><li><a href="#">Jobs</a></li><li><a href="#">Employers</a></li><li><a href="#">Sign in</a></li></ul></nav></header>'
        f"{inner}"
        '<section><h2>Similar jobs</h2><ul><li><h3>Night Porter</h3><span>Lagos</span> <span>$ 900 - 1,100 per month</span> <time datetime="2026-01-02">yesterday</time></li>'
        "<li><h3>Chief Heron Officer (Part-time)</h3><span>Oslo</span> <span>€ 55,000 a year, at least 9 years of experience</span></li></ul></section>"
        '<footer><p>© 2026 Pinboardia Ltd. <a href="#">Imprint</a> <a href="#">Privacy</a></p></footer></body></html>'
    )


def facts(name: str) -> str:
    want = wanted(name)
    mode = {"hybrid": "Hybrid", "remote": "Remote", "on-site": "On-site"}.get(want["remote"], "")
    kind = {"FULL_TIME": "Full-time"}.get(want["employment"], "")
    return "".join(
        f"<li>{html.escape(fact)}</li>"
        for fact in (want["company"], place(name), mode, kind, want["pay"])
        if fact
    )


def place(name: str) -> str:
    want = wanted(name)
    return ", ".join(part for part in (want["city"], want["country"]) if part)


def board(name: str) -> str:
    """A job board: heading, chips, mark-up of its own, no data for machines."""
    want = wanted(name)
    inner = f'<main><h1>{html.escape(want["title"])}</h1><ul class="chips">{facts(name)}</ul><a class="btn">Apply now</a><article>{body(name)}</article></main>'
    return _page(
        f"{want['title']} - {want['company']} | Pinboardia",
        inner,
        '<meta property="og:site_name" content="Pinboardia">',
    )


def labelled(name: str) -> str:
    """A corporate page of cells with labels, bullets as paragraphs."""
    want = wanted(name)
    rows = "".join(
        f"<tr><td><b>{label}:</b></td><td>{html.escape(value)}</td></tr>"
        for label, value in (
            ("Job Title", want["title"]),
            ("Company", want["company"]),
            ("Location", place(name)),
            ("Job type", {"FULL_TIME": "Full-time"}.get(want["employment"], "")),
            ("Work model", want["remote"] or ""),
            ("Salary", want["pay"]),
            ("Posting Date", "2026-11-03"),
        )
        if value
    )
    return _page(
        "Employment Opportunities",
        f"<table><tr><td><a href='#'>Search</a><br><a href='#'>Benefits</a></td><td><table>{rows}</table>{body(name, 'b', 'p')}</td></tr></table>",
    )


def divs(name: str) -> str:
    """A single-page application's hashed divisions."""
    want = wanted(name)
    inner = f'<div id="root"><div class="a1"><div role="heading" aria-level="1">{html.escape(want["title"])}</div><div class="a2"><span>{html.escape(want["company"])}</span></div><div class="a2"><span>{html.escape(place(name))}</span></div></div><div class="a3"><div class="a4">{soup(name)}</div></div></div>'
    return _page(f"{want['title']} | {want['company']}", inner)


def json_ld(name: str) -> str:
    """Good JSON-LD in a graph, its description escaped twice."""
    want = wanted(name)
    job = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebPage", "datePublished": "2020-01-01"},
            _job(name, html.escape(html.escape(body(name)))),
        ],
    }
    head = f'<script type="application/ld+json">{json.dumps(job)}</script>'
    inner = f"<main><h1>{html.escape(want['title'])}</h1>{body(name, 'h3')}</main>"
    return _page(f"{want['title']} | Pinboardia", inner, head)


def stale_json_ld(name: str) -> str:
    """JSON-LD that speaks of the site and has a trailing comma; the page tells the truth."""
    job = json.dumps(
        {
            **_job(name, "Find thousands of jobs on Pinboardia, the friendly board."),
            "datePosted": "2019-05-05",
        }
    )
    want = wanted(name)
    inner = f'<main><h1>{html.escape(want["title"])}</h1><p class="dates">Published: 2026-11-03</p>{body(name)}</main>'
    return _page(
        f"{want['title']} | Pinboardia", inner, f'<script type="application/ld+json">{job[:-1]},}}</script>'
    )


def state(name: str) -> str:
    """An empty shell with everything in inline state, another job before the right one."""
    want = wanted(name)
    job = {
        "id": 7,
        "title": want["title"],
        "companyName": want["company"],
        "location": {"city": want["city"], "countryCode": want["country"]},
        "descriptionHtml": body(name),
        "publishedAt": "2026-11-03T08:00:00Z",
    }
    other = {
        "id": 6,
        "title": "Night Porter",
        "companyName": "Otherland",
        "descriptionHtml": "<p>You guard the door.</p>" * 30,
    }
    data = json.dumps({"props": {"related": [other], "job": job}}).replace("<", "\\u003c")
    return _page(
        f"{want['title']} | Pinboardia",
        '<div id="app"><p>Loading…</p></div>',
        f'<script id="__DATA__" type="application/json">{data}</script>',
    )


def microdata(name: str) -> str:
    """Microdata; the related jobs are items as well."""
    want = wanted(name)
    inner = (
        f'<main itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">{html.escape(want["title"])}</h1>'
        f'<span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization"><span itemprop="name">{html.escape(want["company"])}</span></span>'
        f'<span itemprop="jobLocation" itemscope itemtype="https://schema.org/Place"><span itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><span itemprop="addressLocality">{html.escape(want["city"] or "")}</span></span></span>'
        f'<meta itemprop="datePosted" content="2026-11-03"><div itemprop="description">{body(name)}</div></main>'
        '<div itemscope itemtype="https://schema.org/JobPosting"><span itemprop="title">Night Porter</span></div>'
    )
    return _page("Jobs", inner)


def _job(name: str, description: str) -> dict[str, Any]:
    want = wanted(name)
    return {
        "@type": "JobPosting",
        "title": want["title"],
        "datePosted": "2026-11-03",
        "description": description,
        "hiringOrganization": {"@type": "Organization", "name": want["company"]},
        "jobLocation": [
            {
                "@type": "Place",
                "address": {
                    "@type": "PostalAddress",
                    "addressLocality": want["city"],
                    "addressCountry": want["country"],
                },
            }
        ],
    }


SITES: dict[str, Callable[[str], str]] = {
    "board": board,
    "labelled": labelled,
    "divs": divs,
    "json_ld": json_ld,
    "stale_json_ld": stale_json_ld,
    "state": state,
    "microdata": microdata,
}
TOLD = ("board", "labelled")
DATED = ("labelled", "json_ld", "stale_json_ld", "state", "microdata")
