"""What stands on a letter or CV without being said: a date, an address, a heading, the line of contacts."""

from __future__ import annotations

import re

from bonafide.grounding.lexicon import CUES
from bonafide.language.periods import parse_date
from bonafide.model.claim import Claim, ClaimKind, Support
from bonafide.model.fact import Facts
from bonafide.model.match import Evidence

_HEADINGS = frozenset(CUES["furniture"]["headings"])
_BEFORE_TITLE = re.compile(r"^[^\W\d]+:\s+")
_BEFORE_DATE = re.compile(r"^[^\W\d]+(?: [^\W\d]+)?,\s+")
_MARKS = re.compile(r"[#*_>\[\]()<>]|mailto:|tel:|https?://(?:www\.)?")
_LONGEST = 300


def is_furniture(text: str, offered: tuple[str, ...]) -> bool:
    """Whether a line is a day's date, the posting's company or title (`offered`), or the heading of a section."""
    plain = _MARKS.sub("", text).strip(" .:-–—\t").casefold()
    if not plain or plain in _HEADINGS:
        return True
    if _BEFORE_TITLE.sub("", plain) in {name.casefold() for name in offered}:
        return True
    return any(day is not None and day.day is not None and len(plain.split()) <= 5 for day in _days(plain))


def contacts(text: str, facts: Facts) -> Claim | None:
    """A line made of the person's name, headline and contacts and nothing else, as a backed claim."""
    left = _MARKS.sub(" ", text)[:_LONGEST].casefold()
    basics = [fact for fact in facts if fact.section == "basics" and fact.name != "summary"]
    known = sorted(
        ((value, fact) for fact in basics for value in (fact.printed, fact.text) if value), key=_length
    )
    found = None
    for value, fact in known:
        shown = _MARKS.sub("", value).casefold().rstrip("/")
        if shown in left:
            left, found = left.replace(shown, " "), found or fact
    if found is None or re.search(r"[^\W_]", left):
        return None
    cited = Evidence(found.pointer, found.text)
    return Claim(
        text=text, kind=ClaimKind.STATEMENT, verdict=Support.SUPPORTED, fact=cited, why="It is a contact."
    )


def _days(plain: str) -> tuple[object, ...]:
    return (parse_date(plain), parse_date(_BEFORE_DATE.sub("", plain)))


def _length(known: tuple[str, object]) -> int:
    return -len(known[0])
