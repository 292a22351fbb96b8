"""Pages that converters made of PDFs: words and lines at places of their own, which a style sheet may hold."""

from __future__ import annotations

import html

from bonafide import posting
from bonafide.model.page import Page
from bonafide.model.posting import Posting

LINES = (
    (40, 0, "Senior|Lamp~light Engineer (m/f/d)"), (40, 30, "Fernhill Beacons GmbH"),
    (40, 20, "Location: Leipzig, Germany"), (40, 20, "Published: 3 November 2026"),
    (40, 40, "Fernhill Beacons keeps forty harbour lights burning along the coast and is looking"),
    (40, 14, "for an engineer who likes salt water, long evenings and machines that were built to"),
    (40, 14, "outlast their makers."), (40, 40, "Your tasks"),
    (40, 20, "• Plan the yearly overhaul of the lamps and lead the crew of six that carries it"), (52, 14, "out at sea"),
    (40, 40, "Your profile"),
    (40, 20, "• Degree in electrical engineering or a completed apprenticeship with several years"), (52, 14, "of practice"),
    (40, 14, "• A boat licence would be a plus"),
    (40, 40, "We offer a permanent full-time position and 52,000 – 60,000 € a year. Please apply"), (40, 14, "before 15 January."),
)  # fmt: skip
PRINT = "@media print{.t{position:absolute}.x28{left:9pt}.y0{bottom:9pt}.y5{bottom:9000pt}}"


def put(by: str, extra: str = "") -> str:
    """The lines as a page whose places stand in rules for classes (`.`) or for ids (`#`)."""
    rules, body, height = [".t{position:absolute;white-space:pre}", "/* .y1{bottom:3px} */"], "", 900
    for number, (x, step, text) in enumerate(LINES):
        height -= step
        shown = html.escape(text).replace("~", "<span class='_ _0'></span>").replace("|", "<span> </span>")
        if by == ".":
            rules += [f".y{number:x}{{bottom:{height}.123457px;}}", f".x{x:x}{{left:{x}.5px;}}"]
            body += f'<div class="t m0 x{x:x} y{number:x} ff1">{shown}</div>'
        else:
            rules.append(f"#t{number}_1{{left:{x}px;bottom:{height}px}}")
            body += f'<div id="t{number}_1" class="t s1">{shown}</div>'
    return f"<html><head><style>{''.join(rules)}{extra}</style></head><body><div><div>{body}</div></div></body></html>"


def read(page: str) -> Posting:
    return posting.read(Page(page.encode(), "text/html"))


def check(found: Posting) -> None:
    assert (found.title, found.company) == ("Senior Lamplight Engineer (m/f/d)", "Fernhill Beacons GmbH")
    assert (found.date_posted, found.valid_through) == ("2026-11-03", "2027-01-15")
    assert [(one.text, one.kind) for one in found.requirements] == [
        ("Plan the yearly overhaul of the lamps and lead the crew of six that carries it out at sea", "responsibility"),
        ("Degree in electrical engineering or a completed apprenticeship with several years of practice", "must"),
        ("A boat licence would be a plus", "nice"),
    ]  # fmt: skip
    assert "long evenings and machines that were built to outlast their makers." in found.description


def test_places_by_classes() -> None:
    check(read(put(".")))


def test_places_for_print_do_not_count() -> None:
    check(read(put(".", PRINT)))


def test_places_by_ids() -> None:
    check(read(put("#")))


def test_a_hostile_style_sheet_is_passed_over() -> None:
    check(read(put(".", "}{}" * 50 + ".z{left:absolute;top:x}" + ".y" * 9000)))
