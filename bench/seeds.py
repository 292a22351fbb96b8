"""Small seeds for `fuzz.py`: one invented CV and one invented posting in every format that the readers take.

    python bench/seeds.py DIR

writes DIR/cv/<format>-... and DIR/posting/<format>-.... They are small so that a campaign spends its time on wounds
and not on length. The PDFs are written by hand and not compressed: a wound in them reaches what the page says.
"""

from __future__ import annotations

import argparse
import csv
import html
import io
import json
import zipfile
from pathlib import Path

import typst

NAME, MAIL, PHONE = "Ada Quill", "ada@quill.example", "+44 20 7946 0011"
JOBS = (
    ("Lamp Engineer", "Larkrise Lamps Ltd", "Leeds, UK", "03/2019", "heute", "Cut breakages by 31 %."),
    ("Wick Trimmer", "Oil & Sons", "York", "Jan 2014", "Feb 2019", "Trimmed 400 wicks a day."),
)
CV_LINES = (
    NAME, f"{MAIL} | {PHONE} | Leeds", "Experience",
    *(line for title, firm, town, start, end, did in JOBS
      for line in (f"{title}, {firm}, {town}    {start} – {end}", f"- {did}")),
    "Education", "BSc Physics, University of Leeds, 2010 – 2013", "Skills", "Glass: blowing, cutting",
    "Languages", "English (native), German (B1)",
)  # fmt: skip
ASKED = ("Five years of experience with lamps", "Fluent German (C1)", "A boat is a plus")
POSTING_LINES = (
    "Lamp Engineer (m/f/d)", "Fjordlys AS", "Bergen, Norway | Full-time | Hybrid | £40k–£52,000 a year",
    "Posted: 3 November 2026", "About us", "Fjordlys lights harbours. We are 60 people in three ports, and we look for one more.",
    "Requirements", *(f"- {line}" for line in ASKED), "What you will do", "- Keep the lamps of eleven harbours lit",
)  # fmt: skip
ADDRESS = "https://boards.example/fjordlys/jobs/4455"


def pdf(lines: tuple[str, ...]) -> bytes:
    """A PDF of one page in a font that every reader has, nothing in it compressed."""
    shown = "\n".join(
        f"1 0 0 1 {40 + 8 * line.startswith('- ')} {780 - 18 * row} Tm ({_escaped(line)}) Tj"
        for row, line in enumerate(lines)
    )
    content = f"BT /F1 11 Tf\n{shown}\nET".encode("cp1252", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, starts = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size, at = len(objects) + 1, len(out)
    out += (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (
            size,
            table,
            size,
            at,
        )
    )
    return bytes(out)


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in "()\\" else char for char in text)


def printed(lines: tuple[str, ...]) -> bytes:
    """A PDF as a typesetter makes it: fonts embedded, streams compressed."""
    text = "\n\n".join("".join(f"\\{c}" if c in "#*_$@<>[]~`\\-=+/" else c for c in line) for line in lines)
    return bytes(typst.compile(text.encode()))


def word(lines: tuple[str, ...]) -> bytes:
    """A DOCX of few parts: headings by style, items by list, the last line in a table."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(_paragraph(line) for line in lines[:-1])
    table = f"<w:tbl><w:tr><w:tc>{_paragraph(lines[-1])}</w:tc><w:tc>{_paragraph('')}</w:tc></w:tr></w:tbl>"
    style = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    return zipped(
        {
            "word/document.xml": f"<w:document {space}><w:body>{body}{table}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {space}>{style}</w:styles>",
        }
    )


def _paragraph(line: str) -> str:
    kind = '<w:pStyle w:val="Heading1"/>' if 0 < len(line) < 12 else ""
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if line.startswith("- ") else ""
    text = html.escape(line.removeprefix("- "))
    return f"<w:p><w:pPr>{kind}{item}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def zipped(parts: dict[str, str]) -> bytes:
    """An archive of texts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return packed.getvalue()


def open_document(lines: tuple[str, ...]) -> bytes:
    """An ODT with nothing but its text."""
    spaces = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    body = "".join(f"<text:p>{html.escape(line)}</text:p>" for line in lines)
    content = f"<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def export() -> bytes:
    """A network's data export."""
    first, last = NAME.split()
    posts = [[firm, title, did, town, start, "" if end == "heute" else end]
             for title, firm, town, start, end, did in JOBS]  # fmt: skip
    return zipped(
        {
            "Profile.csv": _table([["First Name", "Last Name", "Headline"], [first, last, "Lamp Engineer"]]),
            "Positions.csv": _table(
                [["Company Name", "Title", "Description", "Location", "Started On", "Finished On"], *posts]
            ),
        }
    )


def _table(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def markup(lines: tuple[str, ...]) -> str:
    """Lines as HTML: items, headings by their shortness, paragraphs."""
    return "".join(
        f"<li>{html.escape(line[2:])}</li>"
        if line.startswith("- ")
        else f"<h2>{html.escape(line)}</h2>"
        if len(line) < 20
        else f"<p>{html.escape(line)}</p>"
        for line in lines
    )


def resume() -> bytes:
    """A JSON Resume."""
    work = [{"name": firm, "position": title, "startDate": "2014-01", "highlights": [did]}
            for title, firm, _, _, _, did in JOBS]  # fmt: skip
    return json.dumps({"basics": {"name": NAME, "email": MAIL}, "work": work}).encode()


def render_cv() -> bytes:
    """A RenderCV file."""
    posts = "".join(
        f"      - company: {firm}\n        position: {title}\n        start_date: 2014-01\n        highlights:\n          - {did}\n"
        for title, firm, _, _, _, did in JOBS
    )
    return f"cv:\n  name: {NAME}\n  email: {MAIL}\n  sections:\n    experience:\n{posts}".encode()


def cvs() -> dict[str, bytes]:
    """The CV's seeds by file name."""
    text = "\n".join(CV_LINES)
    return {
        "pdf-plain.pdf": pdf(CV_LINES),
        "pdf-printed.pdf": printed(CV_LINES[:8]),
        "docx.docx": word(CV_LINES),
        "odt.odt": open_document(CV_LINES),
        "html.html": f"<!doctype html><html><body>{markup(CV_LINES)}</body></html>".encode(),
        "markdown.md": "\n\n".join(f"## {x}" if len(x) < 12 else x for x in CV_LINES).encode(),
        "text.txt": text.encode(),
        "json.json": resume(),
        "yaml.yaml": render_cv(),
        "linkedin.zip": export(),
    }


def job() -> dict[str, object]:
    """The posting as schema.org has it."""
    return {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Lamp Engineer",
        "hiringOrganization": {"@type": "Organization", "name": "Fjordlys AS"},
        "jobLocation": {"address": {"addressLocality": "Bergen", "addressCountry": "NO"}},
        "datePosted": "2026-11-03",
        "baseSalary": {"currency": "NOK", "value": {"minValue": 1, "maxValue": "2", "unitText": "YEAR"}},
        "description": markup(POSTING_LINES[4:]),
    }


def records() -> dict[str, bytes]:
    """Answers of applicant-tracking systems, cut to the fields that are read."""
    body = markup(POSTING_LINES[4:])
    shapes: dict[str, object] = {
        "greenhouse": {"id": 4455, "title": "Lamp Engineer", "absolute_url": ADDRESS, "company_name": "Fjordlys",
                       "location": {"name": "Bergen, Norway"}, "content": html.escape(body),
                       "pay_input_ranges": [{"min_cents": 7000, "max_cents": 8200, "currency_type": "NOK"}]},
        "lever": {"id": "0f9c", "text": "Lamp Engineer", "hostedUrl": ADDRESS, "createdAt": 1793000000000,
                  "categories": {"location": "Bergen", "commitment": "Full-time"}, "description": body,
                  "lists": [{"text": "Requirements", "content": "<li>A lamp</li>"}]},
        "workday": {"jobPostingInfo": {"title": "Lamp Engineer", "location": "Bergen", "jobDescription": body,
                                       "startDate": "2026-11-03"}, "hiringOrganization": {"name": "0042 Fjordlys"}},
        "recruitee": {"offer": {"title": "Lamp Engineer", "company_name": "Fjordlys", "description": body,
                                "requirements": body, "locations": [{"city": "Bergen", "country_code": "NO"}],
                                "salary": {"min": "7", "max": "8", "period": "year", "currency": "NOK"}}},
        "unknown": {"job": {"jobTitle": "Lamp Engineer", "employer": "Fjordlys", "location": "Bergen",
                            "postedAt": "2026-11-03", "body": body}},
    }  # fmt: skip
    return {f"json-{name}.json": json.dumps(record).encode() for name, record in shapes.items()}


def postings() -> dict[str, bytes]:
    """The posting's seeds by file name."""
    body, data = markup(POSTING_LINES), json.dumps(job())
    shell = "<!doctype html><html lang=en><head><title>Lamp Engineer | Fjordlys</title>{}</head><body><main>{}</main></body></html>"
    micro = body.replace(
        "<h2>About us", '<div itemscope itemtype="https://schema.org/JobPosting"><h2 itemprop="title">', 1
    )
    personio = f"<position><id>1</id><subcompany>Fjordlys</subcompany><office>Bergen</office><name>Lamp Engineer</name><jobDescriptions><jobDescription><name>Tasks</name><value><![CDATA[{body}]]></value></jobDescription></jobDescriptions></position>"
    return {
        "html-plain.html": shell.format("", body).encode(),
        "html-data.html": shell.format(
            f'<script type="application/ld+json">{data}</script>', body[:400]
        ).encode(),
        "html-micro.html": shell.format("", micro).encode(),
        "html-state.html": shell.format(
            f"<script>window.__STATE__ = {data.replace('@type', 'type')};</script>", ""
        ).encode(),
        "html-table.html": shell.format(
            "", f"<table><tr><th>Place<td>Bergen<tr><th>Pay<td>£40k</table>{body}"
        ).encode(),
        "mhtml.mhtml": (
            f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset="utf-8"\nContent-Location: {ADDRESS}\n\n'
            f"{shell.format('', body)}\n--b--\n"
        ).encode(),
        "xml-personio.xml": f"<?xml version='1.0'?><workzag-jobs>{personio}</workzag-jobs>".encode(),
        "text.txt": "\n".join(POSTING_LINES).encode(),
        "pdf-plain.pdf": pdf(POSTING_LINES),
        "pdf-printed.pdf": printed(POSTING_LINES),
        **records(),
    }


def main() -> None:
    """Write the seeds."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder", type=Path)
    a = ap.parse_args()
    for kind, files in (("cv", cvs()), ("posting", postings())):
        (a.folder / kind).mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (a.folder / kind / name).write_bytes(content)


if __name__ == "__main__":
    main()
