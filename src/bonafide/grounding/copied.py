"""Lines that copy facts: whole, cut without a change of sense, side by side, or as a printed period."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bonafide.grounding.lexicon import cues, phrase_pattern
from bonafide.language.periods import PartialDate, find_periods
from bonafide.language.quantities import find
from bonafide.model.fact import Fact, Facts

_HELPED = phrase_pattern(cues("authorship")["helped"])
_TURNED = phrase_pattern(cues("speech")["turning"])
_JOINERS = re.compile(
    r"[\s,;:.·•|/()–—&+-]|\b(?:and|und|et|in|at|of|for|with|bei|chez|à|the)\b", re.IGNORECASE
)


def plain(text: str) -> str:
    """The text as it compares: case folded, blanks single, quotes and dashes alike, no full stop at the end."""
    folded = text.casefold().replace("’", "'").replace("–", "-").replace("—", "-").replace("\u00a0", " ")
    return " ".join(folded.split()).rstrip(" .;,")


def is_copied(text: str, fact: str) -> bool:
    """Whether a text is a fact, or a part of it cut at word borders."""
    part, whole = plain(text), plain(fact)
    return bool(part) and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", whole) is not None


def lost_by_cutting(text: str, fact: str) -> str:
    """The words whose loss changes who did what or how much, "" where the cut is harmless."""
    part, whole = plain(text), plain(fact)
    start = whole.find(part)
    end = start + len(part)
    before = re.split(r"[;.:](?:\s|$)", whole[:start])[-1]
    after = re.split(r"[;.:](?:\s|$)", whole[end:])[0]
    for cut in (before, after):
        found = _HELPED.search(cut) or _TURNED.search(cut)
        if found:
            return found.group()
    return _torn_figure(whole, start, end)


def _torn_figure(whole: str, start: int, end: int) -> str:
    """A figure cut from its unit, its `up to`, or from the other end of its change."""
    inside = find(whole[start:end])
    kept = [(q.value, q.unit, q.bound, q.approximate) for q in inside]
    figures = find(whole)
    true = [(q.value, q.unit, q.bound, q.approximate) for q in figures if start <= q.start < end]
    if kept != true:
        return "a figure is torn from its unit"
    torn = any(q.role == "to" and q.start >= end for q in figures) and any(
        q.role == "from" and start <= q.start < end for q in figures
    )
    return "a change without its end" if torn else ""


def is_joined(text: str, facts: Iterable[Fact], *, loosely: bool = False) -> bool:
    """Whether a text is facts side by side and joining signs; `loosely` also spells phones and addresses freely."""
    rest = plain(text)
    if loosely:
        return _is_contact(rest, [plain(fact.text) for fact in facts])
    for value in sorted((plain(fact.text) for fact in facts), key=len, reverse=True):
        if value:
            rest = re.sub(rf"(?<!\w){re.escape(value)}(?!\w)", " ", rest)
    return not _JOINERS.sub("", rest)


def _is_contact(text: str, values: list[str]) -> bool:
    digits = re.sub(r"\D", "", text)
    known = {re.sub(r"\D", "", value) for value in values}
    if (
        len(digits) > 6
        and not re.search(r"[^\W\d_]", text)
        and any(number.endswith(digits[-7:]) for number in known if number)
    ):
        return True
    bare = [re.sub(r"^https?://(www\.)?|^www\.|/$", "", value) for value in values if value]
    rest = re.sub(r"https?://(?:www\.)?|www\.", "", text)
    for value in sorted(bare, key=len, reverse=True):
        rest = rest.replace(value, " ")
    return not _JOINERS.sub("", re.sub(r"\b[a-z]+:", "", rest))


def is_period(text: str, entry: str, facts: Facts) -> bool:
    """Whether a text prints the dates of an entry, as precisely or less."""
    values = {fact.name: fact.text for fact in facts.of(entry)}
    periods = find_periods(text)
    if len(periods) != 1:
        return False
    period = periods[0]
    start = values.get("startDate") or values.get("date") or values.get("releaseDate")
    end = values.get("endDate") or (start if "startDate" not in values else None)
    if period.ongoing:
        return _prints(period.start_date, start) and end is None
    if period.start_date == period.end_date:
        return _prints(period.end_date, end or start)
    return _prints(period.start_date, start) and _prints(period.end_date, end)


def _prints(printed: PartialDate | None, iso: str | None) -> bool:
    if printed is None or iso is None:
        return printed is None and iso is None
    return iso.startswith(printed.iso())
