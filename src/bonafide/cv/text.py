"""Plain text: lines, bullets, blank lines; hard-wrapped paragraphs joined."""

from __future__ import annotations

import re

from bonafide.cv.cleaning import clean
from bonafide.cv.hyphens import Hyphens
from bonafide.cv.labels import is_dates
from bonafide.cv.paragraph import Cell, Paragraph, Run, Sheet
from bonafide.language.periods import find_periods
from bonafide.model.place import InParagraph

_BULLET = re.compile(r"^(\s*)(?:[•‣▪●◦·►✓➢❖○■□∙⁃▸▹▶➤➔✔✦◆◇]|[–—*+-](?=\s)|\d{1,2}[.)](?=\s))\s*(?=\S)")
_WIDE = re.compile(r"\t+|\s{3,}|(?<=\S)\s{2,}(?=\S)")
_RULE = re.compile(r"^\s*(?:[-=_*~#─━═]{3,}|[-–—*•·])\s*$")
_SENTENCE = re.compile(r"[.!?:;]['\"”’)]*$")
# A line at least this long may have been broken by its width.
_WIDEST_OPEN = 55


def decoded(content: bytes) -> str:
    """Text in UTF-8, UTF-16 with its mark, or else Windows' Western encoding."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def read_sheet(content: bytes) -> Sheet:
    """Read a plain text, a line a paragraph but where a line was broken by its width."""
    return Sheet(tuple(paragraphs_of(decoded(content))))


def paragraphs_of(text: str) -> list[Paragraph]:
    """The paragraphs of a text; places count its lines from 1."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    width = max((len(line) for line in lines if len(line) < 140), default=0)
    hyphens = Hyphens(lines, "")
    found: list[Paragraph] = []
    before, blank = "", True
    for number, line in enumerate(lines, 1):
        if not clean(line) or _RULE.match(line):
            blank = True
            continue
        if not blank and found and _goes_on(found[-1], before, line, width):
            found[-1] = _joined(found[-1], line, hyphens)
        elif (paragraph := _paragraph(line, number, blank)).cells:
            found.append(paragraph)
        before, blank = line, False
    return found


def _paragraph(line: str, number: int, blank: bool) -> Paragraph:
    """The line's paragraph; without cells where the line is nothing but a bullet."""
    bullet = _BULLET.match(line)
    level = 0
    if bullet:
        level = 2 if len(bullet[1].expandtabs(4)) >= 4 else 1
        line = line[bullet.end() :]
    place = InParagraph(number)
    cells = [clean(part) for part in _WIDE.split(line.strip())]
    return Paragraph(
        cells=tuple(Cell((Run(cell),), place) for cell in cells if cell),
        level=level,
        gap=2.0 if blank else 1.0,
        x=float(len(line) - len(line.lstrip())),
    )


def _spans_time(text: str) -> bool:
    """Whether a line holds a period: it then heads a position, and is no end of the item above."""
    periods = find_periods(text)
    return any(p.ongoing or (p.start_date and p.end_date and p.start_date != p.end_date) for p in periods)


def _goes_on(last: Paragraph, before: str, line: str, width: int) -> bool:
    """Whether a line continues the one above: it hangs under a list item, or that line was full."""
    if _BULLET.match(line) or len(last.cells) > 1 or len(_WIDE.split(line.strip())) > 1:
        return False
    indent = len(line) - len(line.lstrip())
    if last.level and indent > len(before) - len(before.lstrip()) and indent > 0:
        return True
    text = clean(line)
    if last.level and not indent and _spans_time(text):
        return False
    if is_dates(text) or len(before) < _WIDEST_OPEN or width > 130:
        return False
    word = text.split(" ", 1)[0]
    return len(before) + 1 + len(word) > width and not (
        _SENTENCE.search(before) and len(before) < 0.8 * width
    )


def _joined(last: Paragraph, line: str, hyphens: Hyphens) -> Paragraph:
    cell = last.cells[0]
    runs = tuple(hyphens.joined(cell.runs, (Run(clean(line)),)))
    return Paragraph(cells=(Cell(runs, cell.place),), level=last.level, gap=last.gap, x=last.x)
