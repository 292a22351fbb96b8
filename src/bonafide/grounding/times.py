"""Dates and durations of a sentence against the periods of the CV; open-ended jobs run to the given day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bonafide.grounding.derive import clause_around
from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Entry, Index, Known
from bonafide.grounding.lexicon import CUES, concepts, phrase_pattern, shared
from bonafide.grounding.titles import find_titles, spelled
from bonafide.grounding.verdicts import backed, refused
from bonafide.language.periods import PartialDate, Period, find_periods, union_months
from bonafide.language.quantities import Quantity, in_base
from bonafide.language.sentences import stem, words
from bonafide.model.claim import Claim, ClaimKind

_MONTH_SECONDS = in_base(1, "month")[1]
_OF_THINGS = phrase_pattern(f"{thing} manager" for thing in CUES["titles"]["of_things"])
_LEADING = phrase_pattern(
    [
        "leading",
        "lead",
        "managing",
        "manager",
        "director",
        "head",
        "headed",
        "led",
        "managed",
        "leadership",
        "directed",
        "vp",
        "chief",
        "cto",
        "people",
    ]
)
_SINCE = re.compile(
    r"\b(?:since|from|joined|began|started|seit|ab|depuis|until|till|left|to)\b[^.;]{0,40}$", re.IGNORECASE
)


_RANKS = frozenset(
    stem(word) for word in ("manager", "leader", "lead", "director", "head", "executive", "people")
)
_LATER = re.compile(r" (?:later|after|before|earlier|afterwards|on)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch of working life: months, and what it is."""

    months: int
    what: str
    known: Known | None


def check_period(period: Period, sentence: str, focus: Focus, index: Index) -> Claim:
    """The claim of a printed date or period: the entry it speaks of must have it."""
    text = sentence[period.start : period.end]
    entries = _entries(focus, index)
    for entry in entries:
        if _fits(period, entry):
            return backed(text, ClaimKind.DATE, _dated(entry))
    loose = [k for k in index.known if focus.allows(k) and _years(period) <= k.years and _near(k, sentence)]
    if loose:
        return backed(text, ClaimKind.DATE, loose[0])
    if not focus.named and any(_to_the_month(period, entry) for entry in index.entries):
        return backed(text, ClaimKind.DATE, None)
    joined = _joined(entries)
    if joined and any(_bounds(period, *ends) for ends in joined):
        return backed(text, ClaimKind.DATE, _dated(entries[0]))
    nearest = entries[0] if entries else None
    why = (
        f"{nearest.names[0] if nearest.names else 'it'} is dated {nearest.start} to {nearest.end or 'today'}"
        if nearest
        else "no fact has this date"
    )
    return refused(text, ClaimKind.DATE, _dated(nearest), why)


def _to_the_month(period: Period, entry: Entry) -> bool:
    """A month that some entry begins or ends in: precise enough to need no other tie."""
    dates = [date for date in (period.start_date, period.end_date) if date]
    return all(date.month for date in dates) and _bounds(period, entry.start, entry.end)


def _entries(focus: Focus, index: Index) -> list[Entry]:
    """The entries a date may belong to: those named, else those of the facts that share most words."""
    if focus.named:
        return list(focus.named)
    top = focus.ranked[0][1] if focus.ranked else 0.0
    found = [index.entry_of(known.fact) for known, score in focus.ranked if score >= 0.6 * top]
    return [entry for entry in dict.fromkeys(found) if entry] or list(index.entries)


def _near(known: Known, sentence: str) -> bool:
    return shared(concepts(sentence), known.keys) >= 1.0


def _years(period: Period) -> set[int]:
    return {date.year for date in (period.start_date, period.end_date) if date}


def _fits(period: Period, entry: Entry) -> bool:
    if _bounds(period, entry.start, entry.end):
        return True
    for known in entry.known:
        for other in find_periods(known.fact.text) if known.years else ():
            if _same(period.start_date, other.start_date) and _same(period.end_date, other.end_date):
                return True
    return False


def _bounds(period: Period, start: str | None, end: str | None) -> bool:
    """Whether a period is an entry's own, or a single date one of its ends."""
    first, last = _parsed(start), _parsed(end)
    if period.ongoing:
        return _same(period.start_date, first)
    if period.start_date and period.end_date and period.start_date != period.end_date:
        return _same(period.start_date, first) and (_same(period.end_date, last))
    one = period.start_date or period.end_date
    return _same(one, first) or (last is not None and _same(one, last))


def _joined(entries: list[Entry]) -> list[tuple[str | None, str | None]]:
    """The whole stay at an employer with several positions."""
    starts = [entry.start for entry in entries if entry.start]
    if len(starts) < 2 or len({entry.names[:1] for entry in entries}) != 1:
        return []
    ends = [entry.end for entry in entries]
    return [(min(starts), None if None in ends else max(end for end in ends if end))]


def _parsed(iso: str | None) -> PartialDate | None:
    if not iso:
        return None
    parts = [int(part) for part in iso.split("-")[:3]]
    return PartialDate(*parts)


def _same(claimed: PartialDate | None, actual: PartialDate | None) -> bool:
    """Equal to the precision that both print."""
    if claimed is None or actual is None:
        return claimed is actual
    months = not (claimed.month and actual.month) or claimed.month == actual.month
    return claimed.year == actual.year and months


def _dated(entry: Entry | None) -> Known | None:
    return entry.known[0] if entry and entry.known else None


def is_duration(quantity: Quantity) -> bool:
    """A month or longer."""
    dimension, seconds = in_base(quantity.value, quantity.unit)
    return dimension == "time" and quantity.unit in ("month", "year", "decade") and seconds >= _MONTH_SECONDS


def check_duration(quantity: Quantity, sentence: str, focus: Focus, index: Index) -> Claim:
    """A length of time must be that of the job, the employer, or a stretch of the career it speaks of."""
    clause = clause_around(sentence, quantity.start, quantity.end)
    spans = list(_spans(sentence, bool(_LEADING.search(clause)), focus, index))
    between = next((known for known in _near_facts(focus) if _apart(known.years, quantity)), None)
    years = frozenset(year for known in _near_facts(focus) for year in known.years)
    if between or (_LATER.match(sentence, quantity.end) and _apart(years, quantity)):
        return backed(quantity.text, ClaimKind.DURATION, between or focus.best, "between the years it names")
    months = in_base(quantity.value, quantity.unit)[1] / _MONTH_SECONDS
    for span in spans:
        if _lasts(quantity, months, span.months):
            return backed(quantity.text, ClaimKind.DURATION, span.known, f"{span.what}: {_told(span.months)}")
    nearest = min(spans, key=lambda span: abs(span.months - months), default=None)
    why = f"{nearest.what} lasted {_told(nearest.months)}" if nearest else "no dated entry"
    return refused(quantity.text, ClaimKind.DURATION, nearest.known if nearest else None, why)


def _near_facts(focus: Focus) -> list[Known]:
    return [known for known, score in focus.ranked[:3] if focus.allows(known) and score >= 1.0]


def _apart(years: frozenset[int], quantity: Quantity) -> bool:
    return quantity.unit == "year" and any(a - b == quantity.value for a in years for b in years)


def _lasts(quantity: Quantity, claimed: float, actual: int) -> bool:
    if quantity.high is not None:
        return claimed - 3 <= actual <= claimed / quantity.value * quantity.high + 3
    slack = 7.0 if claimed >= 24 else 3.0
    if quantity.unit == "month":
        slack = 1.0
    if quantity.bound == "at least":
        return claimed - 1 <= actual <= claimed + max(14.0, claimed * 0.25)
    if quantity.bound == "at most":
        return claimed - 9 <= actual <= claimed + 1
    if quantity.approximate or quantity.unit == "decade":
        slack = max(slack, claimed * 0.1)
    return abs(claimed - actual) <= slack


def _told(months: int) -> str:
    years, rest = divmod(months, 12)
    return f"{years} years {rest} months" if years else f"{rest} months"


def _spans(sentence: str, leading: bool, focus: Focus, index: Index) -> Iterator[_Span]:
    """The stretches that a sentence may mean: of the named employer, else of any that does what it says."""
    pool = [entry for entry in index.entries if entry.start]
    given = _given(sentence, index)
    if given:
        yield from _stretches(given, index.today)
        return
    named = _titled([entry for entry in focus.named if entry.start], sentence)
    if named:
        yield from _stretches(named, index.today)
        return
    yield from (
        _Span(entry.months, entry.pointer, _dated(entry)) for entry in pool if entry.section != "work"
    )
    work = [entry for entry in pool if entry.section == "work"]
    yield from _stretches([entry for entry in work if not leading or _leads(entry)], index.today)


def _given(sentence: str, index: Index) -> list[Entry]:
    """The positions whose title the sentence gives in so many words (`as`, `I was`)."""
    wanted = [given for title in find_titles(sentence, False) if not (given := spelled(title.text)) <= _RANKS]
    held = [(entry, [spelled(title) for title in entry.titles]) for entry in index.entries if entry.start]
    return [
        entry
        for entry, titles in held
        if any(want <= own for want in wanted for own in titles)
        or any(_profession(want, entry) for want in wanted)
    ]


def _profession(wanted: frozenset[str], entry: Entry) -> bool:
    """`a nurse for twelve years` counts a ward manager's years among nurses too."""
    return len(wanted) == 1 and wanted <= {stem(word) for known in entry.known for word in known.words}


def _leads(entry: Entry) -> bool:
    told = (known.fact.text for known in entry.known if known.fact.name in ("position", "highlights"))
    return any(_LEADING.search(_OF_THINGS.sub("", text)) for text in told)


def _titled(entries: list[Entry], sentence: str) -> list[Entry]:
    """Of several positions at an employer, those whose title the sentence gives, if it gives one."""
    said = {stem(word) for word in words(sentence)}
    titles = {
        entry.pointer: {stem(w) for title in entry.titles for w in words(title.split(",")[0])}
        for entry in entries
    }
    given = [entry for entry in entries if titles[entry.pointer] and titles[entry.pointer] <= said]
    return given or entries


def _stretches(entries: list[Entry], today: date) -> Iterator[_Span]:
    """Each entry, and each run of entries one after the other, overlaps counted once."""
    for first in range(len(entries)):
        for last in range(first, len(entries)):
            run = entries[first : last + 1]
            months = union_months(((entry.start, entry.end) for entry in run), today)
            names = dict.fromkeys(entry.names[0] for entry in run if entry.names)
            yield _Span(months, " and ".join(names) or run[0].pointer, _dated(run[0]))
