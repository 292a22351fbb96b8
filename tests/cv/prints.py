"""The invented person printed in several layouts: Typst sources that become PDFs, and office files."""

from __future__ import annotations

import html
import io
import zipfile

import docx
import typst

from cv.people import (
    CITY,
    DEGREE,
    LABEL,
    LANGUAGES,
    MAIL,
    NAME,
    PHONE,
    POSTS,
    SCHOOL,
    SKILLS,
    STUDIED,
    SUBJECT,
    SUMMARY,
)


def pdf(source: str) -> bytes:
    """A Typst source as PDF."""
    return bytes(typst.compile(source.encode()))


def t(text: str) -> str:
    """Text that Typst prints as it is."""
    return "".join(f"\\{char}" if char in "#*_$@<>[]~`\\\"'-=+/" else char for char in text)


def bullets(items: tuple[str, ...]) -> str:
    return "\n".join(f"- {t(item)}" for item in items)


def one_column() -> str:
    """Title and right-aligned dates, employer and place under them."""
    posts = "\n\n".join(
        f"*{t(p.title)}* #h(1fr) {t(p.dates)}\\\n_{t(p.employer)}_, {t(p.place)}\n{bullets(p.did)}"
        for p in POSTS
    )
    skills = "\\\n".join(f"*{group}*: {t(', '.join(items))}" for group, items in SKILLS.items())
    spoken = "\\\n".join(f"{name}: {level}" for name, level in LANGUAGES)
    return f"""#set text(size: 10pt)
#text(22pt)[{NAME}]

{LABEL}

{t(MAIL)} | {t(PHONE)} | {CITY}
= Profile
{t(SUMMARY)}
= Experience
{posts}
= Education
*{SCHOOL}* #h(1fr) {t(STUDIED)}\\
{DEGREE} in {SUBJECT}
= Skills
{skills}
= Languages
{spoken}
"""


def side_bar() -> str:
    """Name, contact and lists in a narrow left column; positions grouped under one employer."""
    skills = "\n\n".join(f"*{group}*\n{bullets(items)}" for group, items in SKILLS.items())
    spoken = "\\\n".join(f"{name} ({level})" for name, level in LANGUAGES)
    side = f"""#text(16pt, weight: "bold")[{NAME}]

{LABEL}
= CONTACT
{CITY}\\
{t(PHONE)}\\
{t(MAIL)}
= SKILLS
{skills}
= LANGUAGES
{spoken}"""
    main, last = f"= SUMMARY\n{t(SUMMARY)}\n= CAREER HISTORY\n", ""
    for p in POSTS:
        main += f'#text(12pt, weight: "semibold")[{t(p.employer)}]\\\n' if p.employer != last else ""
        main += f"_{t(p.title)}_\\\n#text(8pt)[{t(p.dates)} · {t(p.place)}]\n{bullets(p.did)}\n\n"
        last = p.employer
    main += f"= EDUCATION\n*{SCHOOL}*\\\n_{DEGREE}, {SUBJECT}_\\\n#text(8pt)[{t(STUDIED)}]"
    return f"#set page(margin: 1.2cm)\n#set text(size: 9pt)\n#grid(columns: (5.4cm, 1fr), gutter: 7mm, [{side}], [{main}])"


def dates_at_left() -> str:
    """Dates in a column of their own, everything else beside them."""

    def rows(pairs: list[tuple[str, str]]) -> str:
        cells = ",".join(f"[{left}],[{right}]" for left, right in pairs)
        return f"#grid(columns: (3.4cm, 1fr), column-gutter: 5mm, row-gutter: 3.5mm, {cells})\n"

    posts = [(t(p.dates), f"*{t(p.employer)}*, {t(p.title)}, {t(p.place)}\n{bullets(p.did)}") for p in POSTS]
    skills = [(f"*{group}*", t(", ".join(items))) for group, items in SKILLS.items()]
    return f"""#set text(size: 10pt)
#text(24pt)[{NAME}]\\
_{LABEL}_\\
{CITY} | {t(PHONE)} | {t(MAIL)}
= Profile
{t(SUMMARY)}
= Experience
{rows(posts)}
= Education
{rows([(t(STUDIED), f"*{SCHOOL}*, {DEGREE} {SUBJECT}")])}
= Skills
{rows(skills)}
= Languages
{rows([(name, level) for name, level in LANGUAGES])}"""


def spaced_headings() -> str:
    """Justified and hyphenated; letter-spaced headings with counts; everything of a head on one line."""

    def heading(text: str) -> str:
        return f"#text(tracking: 3pt)[{text.upper()}]\n\n"

    posts = "\n\n".join(
        f"{t(p.title)}, {t(p.employer)}, {t(p.place)} ({t(p.dates)})\n{bullets(p.did)}" for p in POSTS
    )
    skills = "\\\n".join(f"{group}: {t(', '.join(items))}" for group, items in SKILLS.items())
    spoken = ", ".join(f"{name} ({level})" for name, level in LANGUAGES)
    return f"""#set page(margin: (x: 4cm, y: 2cm))
#set text(size: 10pt, hyphenate: true)
#set par(justify: true)
#align(center)[#text(18pt)[{NAME.upper()}]]
#align(center)[{t(MAIL)} · {t(PHONE)} · {CITY}]

{heading("Profile")}{t(SUMMARY)}

{heading("Work experience (3)")}{posts}

{heading("Education")}{DEGREE} {SUBJECT}, {SCHOOL} ({t(STUDIED)})

{heading("Skills")}{skills}

{heading("Languages")}{spoken}"""


def word(table: bool = False) -> bytes:
    """A DOCX with heading and list styles; with `table` the positions stand in table rows."""
    document = docx.Document()
    document.add_paragraph(NAME, style="Title")
    document.add_paragraph(LABEL)
    document.add_paragraph(f"{MAIL} | {PHONE} | {CITY}")
    document.add_heading("Profile", 1)
    document.add_paragraph(SUMMARY)
    document.add_heading("Experience", 1)
    for post in POSTS:
        if table:
            dates, rest = document.add_table(1, 2).rows[0].cells
            dates.text = post.dates
            rest.paragraphs[0].add_run(post.title).bold = True
            rest.add_paragraph(f"{post.employer}, {post.place}")
            for item in post.did:
                rest.add_paragraph(item, style="List Bullet")
        else:
            head = document.add_paragraph()
            head.add_run(post.employer).bold = True
            head.add_run(f", {post.place}\t{post.dates}")
            document.add_paragraph().add_run(post.title).italic = True
            for item in post.did:
                document.add_paragraph(item, style="List Bullet")
    document.add_heading("Education", 1)
    document.add_paragraph(f"{SCHOOL}\t{STUDIED}")
    document.add_paragraph(f"{DEGREE}, {SUBJECT}")
    document.add_heading("Skills", 1)
    for group, items in SKILLS.items():
        document.add_paragraph(f"{group}: {', '.join(items)}")
    document.add_heading("Languages", 1)
    for name, level in LANGUAGES:
        document.add_paragraph(f"{name} ({level})")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def archive(parts: dict[str, str]) -> bytes:
    """A zip archive of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return file.getvalue()


def markdown() -> str:
    posts = "\n".join(
        f"\n### {p.title} – {p.employer}\n*{p.dates}* | {p.place}\n\n"
        + "\n".join(f"- {item}" for item in p.did)
        for p in POSTS
    )
    skills = "\n".join(f"- **{group}**: {', '.join(items)}" for group, items in SKILLS.items())
    spoken = "\n".join(f"- {name}: {level}" for name, level in LANGUAGES)
    return f"""# {NAME}
**{LABEL}**

{CITY} | {PHONE} | [{MAIL}](mailto:{MAIL})

## Profile
{SUMMARY}

## Experience
{posts}

## Education

### {SCHOOL}
{DEGREE} {SUBJECT} ({STUDIED})

## Skills
{skills}

## Languages
{spoken}
"""


def plain() -> str:
    posts = "\n\n".join(
        f"{p.employer}, {p.place}\n{p.title}\n{p.dates}\n" + "\n".join(f"  * {item}" for item in p.did)
        for p in POSTS
    )
    skills = "\n".join(f"{group}: {', '.join(items)}" for group, items in SKILLS.items())
    spoken = "\n".join(f"{name} - {level}" for name, level in LANGUAGES)
    return f"""{NAME.upper()}
{LABEL}
{MAIL}, {PHONE}, {CITY}

PROFILE
{SUMMARY}

EXPERIENCE

{posts}

EDUCATION

{SCHOOL}
{DEGREE}, {SUBJECT}
{STUDIED}

SKILLS
{skills}

LANGUAGES
{spoken}
"""


def page() -> str:
    posts = "".join(
        f"<div><h3>{p.title}</h3><p><b>{html.escape(p.employer)}</b>, {p.place}</p><p>{p.dates}</p>"
        f"<ul>{''.join(f'<li>{item}</li>' for item in p.did)}</ul></div>"
        for p in POSTS
    )
    skills = "".join(
        f"<h3>{g}</h3><ul>{''.join(f'<li>{html.escape(i)}</li>' for i in items)}</ul>"
        for g, items in SKILLS.items()
    )
    spoken = "".join(f"<li>{name} ({level})</li>" for name, level in LANGUAGES)
    return f"""<!doctype html><html><head><title>CV</title><style>h1 {{color: red}}</style></head><body>
<h1>{NAME}</h1><p>{LABEL}</p><p>{CITY} | {PHONE} | <a href="mailto:{MAIL}">{MAIL}</a></p>
<h2>Profile</h2><p>{SUMMARY}</p><h2>Experience</h2>{posts}
<h2>Education</h2><h3>{SCHOOL}</h3><p>{DEGREE} {SUBJECT}</p><p>{STUDIED}</p>
<h2>Skills</h2>{skills}<h2>Languages</h2><ul>{spoken}</ul></body></html>"""


def grid() -> str:
    """A bordered table of three columns: period, employer over place, position over what was done."""
    rows = ",".join(
        f"[{t(p.dates)}],[*{t(p.employer)}*\\ {t(p.place)}],[*{t(p.title)}*\n{bullets(p.did)}]" for p in POSTS
    )
    skills = "\\\n".join(f"*{group}*: {t(', '.join(items))}" for group, items in SKILLS.items())
    return f"""#set text(size: 9pt)
#text(20pt)[{NAME}]\\
{LABEL}\\
{t(MAIL)} / {t(PHONE)} / {CITY}
= Summary
{t(SUMMARY)}
= Experience
#table(columns: (3.2cm, 3.4cm, 1fr), {rows})
= Education
#table(columns: (3.2cm, 3.4cm, 1fr), [{t(STUDIED)}], [*{SCHOOL}*], [{DEGREE}, {SUBJECT}])
= Skills
{skills}
= Languages
{", ".join(f"{name} ({level})" for name, level in LANGUAGES)}"""


def small_capitals() -> str:
    """Positions in small capitals drawn as a large sign and small ones, centred headings, entries over pages."""

    def small(text: str) -> str:
        words = (f"{t(w[0])}#text(6.5pt)[{t(w[1:])}]" if len(w) > 1 else t(w) for w in text.split(" "))
        return " ".join(words)

    posts = "\n\n".join(
        f"*{t(p.employer)}* #h(1fr) _{t(p.place)}_\\\n{small(p.title)} #h(1fr) _{t(p.dates)}_\n{bullets(p.did)}"
        for p in POSTS
    )
    skills = "\\\n".join(f"*{group}*: {t(', '.join(items))}" for group, items in SKILLS.items())
    spoken = "\\\n".join(f"{name}: {level}" for name, level in LANGUAGES)
    return f"""#set page(height: 13cm)
#set text(size: 9pt)
#show heading: set align(center)
#align(center)[#text(22pt)[{NAME}]]
#align(center)[{LABEL}]
#align(center)[{t(MAIL)} | {t(PHONE)} | {CITY}]
= Summary
{t(SUMMARY)}
= Experience
{posts}
= Education
*{SCHOOL}* #h(1fr) _{t(STUDIED)}_\\
{DEGREE}, {SUBJECT}
= Skills
{skills}
= Languages
{spoken}"""


PDF_LAYOUTS = {
    "one column": one_column,
    "side bar": side_bar,
    "dates at left": dates_at_left,
    "spaced headings": spaced_headings,
    "grid": grid,
    "small capitals": small_capitals,
}
