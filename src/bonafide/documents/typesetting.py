"""Sheets set as PDF by the embedded Typst compiler: tagged, PDF/UA-1, the same bytes for the same draft.

Typst is given data as JSON, never as markup, the look's one font family, and nothing of the system's: no fonts,
no packages, no clock. A character that the family lacks is refused by name (PDF/UA-1 forbids empty boxes).
"""

from __future__ import annotations

import json
import re
import threading
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import typst

from bonafide.documents.faces import fonts
from bonafide.documents.looks import look
from bonafide.documents.paper import PAPERS, known
from bonafide.documents.sheet import clean_handout, cv_sheet, letter_sheet
from bonafide.documents.words import words
from bonafide.grounding import Grounded
from bonafide.model.faults import BugFault, InputFault
from bonafide.model.handout import Handout

TEMPLATES = Path(__file__).parent / "templates"
_SHOWN = 5  # missing characters named in one message
_SEEN = 40  # characters shown on either side of a missing one
# A compiler is not to be entered twice at a time; one CV takes some 10 ms.
_one_at_a_time = threading.Lock()


def typeset_cv(grounded: Grounded, *, template: str = "classic", paper: str = "a4") -> bytes:
    """The CV as PDF. Raises InputFault on a character without glyph, an unknown template or paper."""
    return _set("cv", template, paper, asdict(cv_sheet(grounded.draft)))


def typeset_letter(grounded: Grounded, *, template: str = "classic", paper: str = "a4") -> bytes:
    """The letter as PDF, with the CV's masthead. Raises InputFault as `typeset_cv` does."""
    return _set("letter", template, paper, asdict(letter_sheet(grounded.draft)))


def typeset_handout(
    handout: Handout, *, template: str = "classic", paper: str = "a4", language: str = "en"
) -> bytes:
    """The handout as PDF, a table of its parts first. Raises InputFault as `typeset_cv` does."""
    sheet = {**asdict(clean_handout(handout)), "language": language, "page": words(language).page}
    return _set("handout", template, paper, sheet)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF of ours has (its page tree is plain text); raises InputFault on another."""
    counts = re.findall(rb"/Type\s*/Pages\s*/Count (\d+)", pdf)
    if not counts:
        raise InputFault("This is no PDF that Bonafide printed.", mend="Give one that it printed.")
    return max(map(int, counts))


def _set(kind: str, template: str, paper: str, sheet: Mapping[str, Any]) -> bytes:
    inputs = {
        "sheet": json.dumps(sheet, ensure_ascii=False),
        "paper": known("paper", paper, PAPERS),
        "look": look(template).name,
    }
    try:
        with _one_at_a_time:
            return _compile(TEMPLATES / f"{kind}.typ", look(template).word("", "font"), inputs)
    except typst.TypstError as failure:
        raise _fault(failure, tuple(_strings(sheet))) from failure


def _compile(source: Path, family: str, inputs: dict[str, str]) -> bytes:
    pdf = _compiler(family).compile(
        source, format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=0, root=TEMPLATES
    )
    if not isinstance(pdf, bytes):
        raise BugFault("The compiler gave no PDF.", where=source.name)
    return pdf


@cache
def _compiler(family: str) -> typst.Compiler:
    return typst.Compiler(root=TEMPLATES, font_paths=fonts(family), ignore_system_fonts=True)


def _fault(failure: typst.TypstError, texts: tuple[str, ...]) -> InputFault | BugFault:
    missing = tuple(
        dict.fromkeys(re.findall(r'the text `"(.+?)"` could not be displayed', failure.diagnostic))
    )
    if not missing:
        return BugFault(f"The page could not be set: {failure.message}")
    line = next((text for text in texts if missing[0] in text), missing[0])
    more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
    named = ", ".join(_named(text) for text in missing[:_SHOWN])
    return InputFault(
        f"The document's font has no glyph for {named}{more}.",
        where=f"“{_around(line, missing[0])}”",
        mend="Write this line in Latin, Greek or Cyrillic letters, or leave the character out.",
    )


def _around(line: str, part: str) -> str:
    """The words about the first place of `part` in a line that may be a whole paragraph."""
    place = line.find(part)
    first, last = max(0, place - _SEEN), min(len(line), place + len(part) + _SEEN)
    return "…" * (first > 0) + line[first:last] + "…" * (last < len(line))


def _named(text: str) -> str:
    codes = " ".join(f"U+{ord(char):04X}" for char in text)
    return f"“{text}” ({codes}, {', '.join(unicodedata.name(c, 'unnamed').lower() for c in text)})"


def _strings(value: Any) -> Iterable[str]:
    """Every text of a sheet in the order of print."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _strings(item)
