"""Dates and periods of a sentence against those of the CV: the entry it speaks of must have them."""

from __future__ import annotations

from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Entry, Index, Known
from bonafide.grounding.lexicon import concepts, cues, phrase_pattern, shared
from bonafide.grounding.titling import find_titles, of_title
from bonafide.grounding.verdicts import backed, refused
from bonafide.language.periods import PartialDate, Period, find_periods
from bonafide.model.claim import Claim, ClaimKind

_DATES = cues("dates")
_JOINED, _LEFT = phrase_pattern(_DATES["joined"]), phrase_pattern(_DATES["left"])
_BEFORE = 60


def check_period(period: Period, sentence: str, focus: Focus, index: Index) -> Claim:
    """The claim of a printed date or period."""
    text = sentence[period.start : period.end]
    entries = [*_entries(sentence, focus, index), *_beside(period, focus, index)]
    end = _end_meant(sentence, period)
    backing = next((entry for entry in entries if _fits(period, entry, end)), None)
    if backing or _within_stay(period, entries):
        return backed(text, ClaimKind.DATE, dated(backing or entries[0]))
    told = _told_in_passing(period, sentence, focus, index)
    if told:
        return backed(text, ClaimKind.DATE, told)
    if not focus.named and any(
        _to_the_month(period, entry) or _begun(period, entry) for entry in index.entries
    ):
        return backed(text, ClaimKind.DATE, None)
    nearest = entries[0] if entries else None
    return refused(text, ClaimKind.DATE, dated(nearest), _difference(nearest))


def dated(entry: Entry | None) -> Known | None:
    """The fact by which an entry is cited."""
    return entry.known[0] if entry and entry.known else None


def _difference(nearest: Entry | None) -> str:
    if nearest is None:
        return "no fact has this date"
    return f"the entry of {called(nearest)} runs from {nearest.start} to {nearest.end or 'today'}"


def called(entry: Entry) -> str:
    """What an entry is called, as the CV has it."""
    names = (
        known.fact.text for known in entry.known if known.fact.name in ("name", "institution", "organization")
    )
    return next(names, entry.pointer)


def _entries(sentence: str, focus: Focus, index: Index) -> list[Entry]:
    """The entries a date may belong to: those named (and titled), else those of the nearest facts."""
    if focus.named and len(find_titles(sentence, True)) > 1:
        return list(focus.named)
    if focus.named:
        return of_title(list(focus.named), sentence)
    top = focus.ranked[0][1] if focus.ranked else 0.0
    found = [index.entry_of(known.fact) for known, score in focus.ranked if score >= 0.6 * top]
    return [entry for entry in dict.fromkeys(found) if entry] or list(index.entries)


def _beside(period: Period, focus: Focus, index: Index) -> list[Entry]:
    """What else a date may belong to where its part of the sentence names no entry: those whose words stand there."""
    if not focus.named or focus.names_at(period.start):
        return []
    said = concepts(focus.item(period.start))
    return [entry for entry in index.entries if shared(said, entry.keys) >= 1.0]


def _told_in_passing(period: Period, sentence: str, focus: Focus, index: Index) -> Known | None:
    """The fact that names the same year in its text, on the same subject; of a stretch it must name both ends."""
    if not period.start_date or (period.end_date is None and not period.ongoing):
        return None
    years = {date.year for date in (period.start_date, period.end_date) if date}
    said = concepts(sentence)
    near = (known for known in index.known if years <= known.years and focus.allows(known))
    return next((known for known in near if shared(said, known.keys) >= 1.0), None)


def _to_the_month(period: Period, entry: Entry) -> bool:
    """A month that some entry begins or ends in: precise enough to need no other tie."""
    dates = [date for date in (period.start_date, period.end_date) if date]
    return all(date.month for date in dates) and _bounds(period, entry.start, entry.end)


def _begun(period: Period, entry: Entry) -> bool:
    """`since 2014`: the beginning of some job."""
    return period.ongoing and entry.section == "work" and _same(period.start_date, _parsed(entry.start))


def _end_meant(sentence: str, period: Period) -> str:
    """Whether a date is that of joining or of leaving, by the words before it; "" where it may be either."""
    before = sentence[max(0, period.start - _BEFORE) : period.start]
    joined, left = _JOINED.search(before), _LEFT.search(before)
    return "" if bool(joined) is bool(left) else "start" if joined else "end"


def _fits(period: Period, entry: Entry, meant: str = "") -> bool:
    """Whether a period is the entry's own, or one that its facts print."""
    single = period.start_date == period.end_date
    lasting = entry.section in ("work", "volunteer") and single and entry.start != entry.end
    start, end = entry.start, entry.end
    if lasting and meant == "start":
        end = None
    if lasting and meant == "end":
        start = None
    if _bounds(period, start, end):
        return True
    printed = (other for known in entry.known if known.years for other in find_periods(known.folded))
    return any(
        _same(period.start_date, other.start_date) and _same(period.end_date, other.end_date)
        for other in printed
    )


def _bounds(period: Period, start: str | None, end: str | None) -> bool:
    """Whether a period is an entry's own, or a single date one of its ends."""
    first, last = _parsed(start), _parsed(end)
    if period.ongoing:
        return _same(period.start_date, first)
    if period.start_date and period.end_date and period.start_date != period.end_date:
        return _same(period.start_date, first) and _same(period.end_date, last)
    one = period.start_date or period.end_date
    return (period.start_date is not None and _same(one, first)) or (last is not None and _same(one, last))


def _within_stay(period: Period, entries: list[Entry]) -> bool:
    """The whole stay at an employer with several positions."""
    starts = [entry.start for entry in entries if entry.start]
    if len(starts) < 2 or len({entry.names[:1] for entry in entries}) != 1:
        return False
    ends = [entry.end for entry in entries]
    return _bounds(period, min(starts), None if None in ends else max(end for end in ends if end))


def _parsed(iso: str | None) -> PartialDate | None:
    return PartialDate(*(int(part) for part in iso.split("-")[:3])) if iso else None


def _same(claimed: PartialDate | None, actual: PartialDate | None) -> bool:
    """Equal to the precision that both print."""
    if claimed is None or actual is None:
        return claimed is actual
    months = not (claimed.month and actual.month) or claimed.month == actual.month
    return claimed.year == actual.year and months
