"""What stands on a letter or CV without being said: a date, an address, a heading, the line of contacts."""

from __future__ import annotations

import re

from bonafide.grounding.copied import is_period
from bonafide.grounding.lexicon import CUES
from bonafide.language.periods import PartialDate, find_periods, parse_date
from bonafide.model.claim import Claim, ClaimKind, Support
from bonafide.model.fact import Fact, Facts
from bonafide.model.match import Evidence

_HEADINGS = frozenset(CUES["furniture"]["headings"])
_BEFORE_TITLE = re.compile(r"^[^\W\d]+:\s+")
_BEFORE_DATE = re.compile(r"^[^\W\d]+(?: [^\W\d]+)?,\s+")
_MARKS = re.compile(r"[#*_>\[\]()<>]|mailto:|tel:|https?://(?:www\.)?")
_BESIDE_DATES = re.compile(r"[^\W_]")
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
    shown = [(_bare(value), fact) for fact in basics for value in (fact.printed, fact.text) if value]
    found = None
    # The longest first: a web address is part of many an e-mail address.
    for value, fact in sorted(shown, key=lambda known: -len(known[0])):
        if value in left:
            left, found = left.replace(value, " "), found or fact
    return _backed(text, found) if found and not re.search(r"[^\W_]", left) else None


def dated(text: str, facts: Facts) -> Claim | None:
    """A line that is nothing but the dates of one of the person's entries, as a backed claim."""
    if len(text) > _LONGEST or not any(c.isdigit() for c in text) or len(text.split()) > 8:
        return None
    dates = [fact for fact in facts if fact.name in ("startDate", "endDate", "date", "releaseDate")]
    entry = next((fact for fact in dates if is_period(text.strip(), fact.entry, facts)), None)
    return _backed(text, entry) if entry and not _BESIDE_DATES.search(_dates_out(text)) else None


def _dates_out(text: str) -> str:
    """The text without its periods."""
    for period in reversed(find_periods(text)):
        text = text[: period.start] + text[period.end :]
    return text


def _backed(text: str, fact: Fact) -> Claim:
    cited = Evidence(fact.pointer, fact.text)
    return Claim(
        text=text, kind=ClaimKind.STATEMENT, verdict=Support.SUPPORTED, fact=cited, why="It is printed so."
    )


def _bare(value: str) -> str:
    return _MARKS.sub("", value).casefold().rstrip("/")


def _days(plain: str) -> tuple[PartialDate | None, ...]:
    return (parse_date(plain), parse_date(_BEFORE_DATE.sub("", plain)))
