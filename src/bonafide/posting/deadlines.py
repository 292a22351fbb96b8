"""The last day to apply, out of the sentences of a posting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from bonafide.language.calendar import WORDS, plain
from bonafide.language.periods import find_periods
from bonafide.posting import dates
from bonafide.posting.lexicon import listed, table
from bonafide.posting.lines import fold, tidy

# In characters: how far a day may stand behind the words that announce it, and what is read of a line.
_REACH, _LONGEST_LINE = 60, 2000
_SENTENCES = re.compile(r"(?:(?<=[^\W\d_]{3}[.!?])|(?<=\d{4}[.!?]))\s+(?=\W?[A-ZÀ-ÞŁŚŻ¿¡])")
_MONTH = rf"(?P<month>{WORDS.months})\b\.?"
_DAY = r"(?P<day>[12]?\d|3[01]|0[1-9])"
_NTH = r"(?:st|nd|rd|th|er|[.º°ª])?"
# A day and its month, with or without the year that follows; the other order is English.
_WITHOUT_YEAR = tuple(
    re.compile(form, re.I)
    for form in (
        rf"{_DAY}{_NTH}\s*(?:of\s+|de\s+|d')?{_MONTH}",
        rf"{_MONTH}\s+(?P<day>[12]?\d|3[01]|0[1-9])(?:st|nd|rd|th)?(?!\d)",
        r"(?P<day>[12]?\d|3[01]|0[1-9])\.\s?(?P<number>1[0-2]|0?[1-9])\.(?!\d)",
    )
)
_NUMERIC = re.compile(r"20\d\d-\d{2}-\d{2}|\d{1,2}([./-])\d{1,2}\1(?:20)?\d\d(?!\d)")
_WORD = re.compile(r"[\s:,(–—-]*([^\s:,()]*)")
_CLOCK = re.compile(r"\d{1,2}(?:[:.h]\d{2})?\s*(?:uhr|h|hrs|am|pm|a\.m\.|p\.m\.|ore|godz\.?)?", re.I)
_DATED = re.compile(r"\d")


def find(lines: Iterable[str], posted: str | None, month_first: bool = False) -> str | None:
    """The day in ISO 8601; a day without its year is the next after `posted`, and nothing where that is not known.

    `month_first` decides what 11/04/2026 means where both are possible.
    """
    for line in lines:
        if not _DATED.search(line):
            continue
        for sentence in _SENTENCES.split(tidy(line[:_LONGEST_LINE])):
            for after in _announced(sentence):
                if found := _day(after, posted, month_first):
                    return found
    return None


def of_label(text: str, posted: str | None, month_first: bool = False) -> str | None:
    """The day that a label's value states, as `find` reads it."""
    days = (_day(text[at:], posted, month_first) for at in _openings(text[: 4 * _REACH]))
    return next(filter(None, days), None)


def _announced(sentence: str) -> Iterator[str]:
    """What stands behind the words that announce a last day, from the day on."""
    folded = fold(sentence)
    if len(folded) != len(sentence):
        # Some letters fold to two: places in the folded text would point beside those in the sentence.
        sentence = folded
    ends = {end for _, end in listed("deadlines", "last_day").spans(folded)}
    if listed("deadlines", "applying").search(folded):
        bounds = listed("deadlines", "bounds").spans(folded)
        ends |= {end for start, end in bounds if not listed("deadlines", "elsewhere").search(folded[:start])}
    for end in sorted(ends):
        reach = sentence[end : end + 2 * _REACH]
        for opening in _openings(reach):
            yield reach[opening:]


def _openings(text: str) -> Iterator[int]:
    """Where a day may begin: at the first word that is neither an hour nor one of those that lead to a day."""
    at = 0
    while at < min(len(text), _REACH):
        word = _WORD.match(text, at)
        if not word or word.end() == at:
            return
        yield word.start(1)
        if fold(word[1]).strip(".") not in _between() and not _CLOCK.fullmatch(word[1]):
            return
        at = word.end()


@lru_cache(maxsize=1)
def _between() -> frozenset[str]:
    return frozenset(word for phrase in table("deadlines")["between"] for word in fold(phrase).split())


def _day(text: str, posted: str | None, month_first: bool) -> str | None:
    """The day that the text begins with; the end of a period of days."""
    period = next((p for p in find_periods(text[:_REACH]) if p.start == 0), None)
    last = period.end_date if period else None
    numeric = _NUMERIC.match(text)
    if numeric and (period is None or period.start_date == last):
        return dates.printed(numeric.group(), month_first)
    if last:
        return last.iso() if last.day else None
    for form in _WITHOUT_YEAR:
        if found := form.match(text):
            return _next(int(found["day"]), _number(found), posted)
    return None


def _number(found: re.Match[str]) -> int:
    named = found.groupdict()
    if named.get("number"):
        return int(named["number"])
    return WORDS.month_numbers[plain(named["month"]).rstrip(".")]


def _next(day: int, month: int, posted: str | None) -> str | None:
    """The first such day on or after the posting's own; None without that, or where there is no such day."""
    if posted is None:
        return None
    first = date.fromisoformat(posted)
    for year in (first.year, first.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= first:
            return found.isoformat()
    return None
