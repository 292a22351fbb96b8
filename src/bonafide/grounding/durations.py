"""Lengths of time against the jobs and stretches of a life; open-ended jobs run to the given day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bonafide.grounding.dates import called, dated
from bonafide.grounding.derive import clause_around
from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Entry, Index, Known
from bonafide.grounding.lexicon import cues, phrase_pattern
from bonafide.grounding.titling import find_titles, is_less, of_title, spelled
from bonafide.grounding.verdicts import backed, refused
from bonafide.language.periods import find_periods, months_between, union_months
from bonafide.language.quantities import Quantity, find, in_base
from bonafide.language.sentences import stem
from bonafide.model.claim import Claim, ClaimKind

_YEAR = 12
_MONTH_SECONDS = in_base(1, "month")[1]
_OF_THINGS = phrase_pattern(f"{thing} manager" for thing in cues("titles")["of_things"])
_LEADING = phrase_pattern(cues("titles")["leading"])
_LEADS = phrase_pattern(word for word in cues("titles")["leading"] if word != "people")
_RANKS = frozenset(stem(word) for word in cues("titles")["ranks"])
_LASTING = ("work", "volunteer", "projects", "education")
# `in 23 months` tells how long a deed took, not how long a job lasted.
_OF_A_DEED = re.compile(r"\b(?:in|within|under|inside) (?:just |only |about )?$", re.IGNORECASE)
_LED_FOR = re.compile(
    rf"(?:{'|'.join(cues('titles')['led'])})\b.*\b(?:for|seit|lang|depuis|pendant)\b[^,]*$", re.IGNORECASE
)
# `the director's desk` tells of no leading.
_OF_SOMEBODY = re.compile(r"\w+['’]s\b")
# `zwanzig Jahre im Beruf`: all of a working life, whatever post the sentence names.
_IN_ALL = re.compile(
    r"\s+(?:im beruf|in dem beruf|berufserfahrung|in der branche|dans le métier|de métier|d['’]expérience|in (?:the|my) (?:profession|trade|field|industry)|of (?:professional )?experience)\b",
    re.IGNORECASE,
)
_AGO = re.compile(r"\s+ago\b", re.IGNORECASE)
_LATER = re.compile(r" (?:later|after|before|earlier|afterwards|on)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch of working life: months, and what it is."""

    months: int
    what: str
    known: Known | None


def is_duration(quantity: Quantity) -> bool:
    """A month or longer."""
    dimension, seconds = in_base(quantity.value, quantity.unit)
    return dimension == "time" and quantity.unit in ("month", "year", "decade") and seconds >= _MONTH_SECONDS


def check_duration(quantity: Quantity, sentence: str, focus: Focus, index: Index) -> Claim:
    """A length of time must be that of the job, the employer, or a stretch of the career it speaks of."""
    spans = (
        []
        if not focus.named and _OF_A_DEED.search(sentence, max(0, quantity.start - 12), quantity.start)
        else list(_spans(sentence, quantity, focus, index))
    )
    between = next((known for known in _near_facts(focus) if _apart(known.years, quantity)), None)
    years = frozenset(year for known in _near_facts(focus) for year in known.years)
    if between or (_LATER.match(sentence, quantity.end) and _apart(years, quantity)):
        return backed(quantity.text, ClaimKind.DURATION, between or focus.best, "between the years it names")
    months = in_base(quantity.value, quantity.unit)[1] / _MONTH_SECONDS
    spans = [*spans, *_in_passing(focus, index)]
    if _AGO.match(sentence, quantity.end):
        spans = [*_since(focus, index), *spans]
    for span in spans:
        if _lasts(quantity, months, span.months):
            return backed(quantity.text, ClaimKind.DURATION, span.known, f"{span.what}: {_told(span.months)}")
    nearest = min(spans, key=lambda span: abs(span.months - months), default=None)
    why = f"the nearest stretch, {nearest.what}, is {_told(nearest.months)}" if nearest else "no dated entry"
    return refused(quantity.text, ClaimKind.DURATION, nearest.known if nearest else None, why)


def of_other_than_leading(claim: Claim, quantity: Quantity, sentence: str) -> bool:
    """Whether a sentence tells how long somebody led, and the fact that has the figure gives another one for that."""
    if claim.fact is None or not _of_leading(sentence, quantity):
        return False
    told = claim.fact.quote
    led = {
        one.value
        for one in find(told)
        if _LEADING.search(clause_around(told, one.start, one.end).replace(one.text, ""))
    }
    return bool(led) and quantity.value not in led


def _of_leading(sentence: str, quantity: Quantity) -> bool:
    """`nine years as a manager`, `led teams for nine years`; a manager with nine years in a trade led for fewer."""
    clause = clause_around(sentence, quantity.start, quantity.end)
    before, _, after = clause.partition(quantity.text)
    return bool(_LEADING.search(_OF_SOMEBODY.sub("", after)) or _LED_FOR.search(before))


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
    if quantity.unit == "year" and 0 <= actual - claimed < _YEAR:
        return True  # Eight years and eight months are eight years, as people tell them.
    return abs(claimed - actual) <= slack


def _told(months: int) -> str:
    years, rest = divmod(months, 12)
    return f"{years} years {rest} months" if years else f"{rest} months"


def _spans(sentence: str, quantity: Quantity, focus: Focus, index: Index) -> Iterator[_Span]:
    """The stretches that a sentence may mean: of the named employer, else of any that does what it says."""
    pool = [entry for entry in index.entries if entry.start]
    told = focus.item(quantity.start)
    given = _given(told, index)
    if not focus.names_at(quantity.start):
        told = sentence
    if _IN_ALL.match(sentence, quantity.end):
        yield from _stretches([entry for entry in pool if entry.section == "work"], index.today)
        return
    if given:
        yield from _stretches(given, index.today)
        return
    named = of_title(
        [entry for entry in focus.named if entry.start and entry.section in _LASTING],
        told,
    )
    if named:
        yield from _stretches(named, index.today)
        return
    yield from (_Span(entry.months, entry.pointer, dated(entry)) for entry in pool if entry.section != "work")
    work = [entry for entry in pool if entry.section == "work"]
    yield from _stretches(
        [entry for entry in work if not _of_leading(sentence, quantity) or _leads(entry)], index.today
    )


def _since(focus: Focus, index: Index) -> Iterator[_Span]:
    """From each beginning and end in a life to today: what `nine years ago` may point to."""
    for entry in focus.named or index.entries:
        for day in (entry.start, entry.end):
            if day:
                yield _Span(months_between(day, None, index.today), f"from {day}", dated(entry))


def _in_passing(focus: Focus, index: Index) -> Iterator[_Span]:
    """The stretches that the nearest facts name: `January to May 2021`, `since 2019`."""
    for known in _near_facts(focus):
        for period in find_periods(known.fact.text):
            start, end = period.start_date, period.end_date
            if start and (period.ongoing or (end and end != start)):
                last = None if period.ongoing or end is None else end.iso()
                yield _Span(months_between(start.iso(), last, index.today), known.fact.text, known)


def _given(sentence: str, index: Index) -> list[Entry]:
    """The positions whose title the sentence gives in so many words (`as`, `I was`)."""
    wanted = [given for title in find_titles(sentence, True) if not (given := spelled(title.text)) <= _RANKS]
    held = [(entry, entry.titles) for entry in index.entries if entry.start]
    return [
        entry
        for entry, titles in held
        if any(want <= spelled(own) and not is_less(own, want) for want in wanted for own in titles)
        or any(_profession(want, entry) for want in wanted)
    ]


def _profession(wanted: frozenset[str], entry: Entry) -> bool:
    """`a nurse for twelve years` counts a ward manager's years among nurses too."""
    return len(wanted) == 1 and wanted <= {stem(word) for known in entry.known for word in known.words}


def _leads(entry: Entry) -> bool:
    told = (known.fact.text for known in entry.known if known.fact.name in ("position", "highlights"))
    return any(_LEADS.search(_OF_THINGS.sub("", text)) for text in told)


def _stretches(entries: list[Entry], today: date) -> Iterator[_Span]:
    """Each entry, and each run of entries one after the other, overlaps counted once."""
    for first in range(len(entries)):
        for last in range(first, len(entries)):
            run = entries[first : last + 1]
            months = union_months(((entry.start, entry.end) for entry in run), today)
            names = " and ".join(dict.fromkeys(called(entry) for entry in run))
            yield _Span(months, f"{names} {_years(run)}", dated(run[0]))


def _years(run: list[Entry]) -> str:
    """The years of a stretch: `2018–today`."""
    ends = [entry.end for entry in run]
    last = "today" if None in ends else max(end for end in ends if end)[:4]
    return f"{min(entry.start for entry in run if entry.start)[:4]}–{last}"
