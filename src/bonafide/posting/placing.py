"""Lists under headings nobody knows, told by their place and their wording: demands follow tasks and go before wishes."""

from __future__ import annotations

from collections.abc import Sequence

from bonafide.posting.lines import Line, Role
from bonafide.posting.sections import Section, Topic, breaks_off, either
from bonafide.posting.wording import Wording

# Shares of a list that must be worded as requirements: without a place that speaks for it, and with one; and where
# no heading of the posting announces any.
_MOST, _SOME = 0.6, 0.3
_HALF = 0.5
_OFFERING = 0.3
# What follows the requirements in nearly all postings.
_BEHIND = (Topic.NICE, Topic.BENEFIT, Topic.APPLY)


def place(parts: Sequence[Section], wording: Wording) -> None:
    """Gives sections of unknown topic the one that their place among the others tells, where it does."""
    told = {part.topic for part in parts if part.lines}
    last = Topic.UNKNOWN
    for part, following in zip(parts, _topics_after(parts, wording), strict=True):
        if (topic := _told_by_place(part, last, following, told, wording)) is not None:
            part.topic, part.guessed = topic, True
            told.add(topic)
        if part.topic is not Topic.UNKNOWN and part.lines:
            last = part.topic


def demands(items: Sequence[Line], wording: Wording) -> bool:
    """Whether an unannounced list is one of requirements by how its lines are worded."""
    return len(items) > 1 and _asking(items, wording) >= _MOST


def _told_by_place(
    part: Section, last: Topic, following: Topic, told: set[Topic], wording: Wording
) -> Topic | None:
    items = _items(part)
    if len(items) < 2 or not part.heading or _offers(items, wording):
        return None
    if part.topic is Topic.UNKNOWN:
        return _wanted(part.heading, items, last, following, told, wording)
    if part.topic is Topic.DUTY and part.guessed and Topic.MUST not in told:
        return Topic.MUST if demands(items, wording) else None
    two_meanings = part.topic is Topic.BENEFIT and either(part.heading)
    return Topic.MUST if two_meanings and following is Topic.NICE and Topic.MUST not in told else None


def _wanted(
    heading: str, items: Sequence[Line], last: Topic, following: Topic, told: set[Topic], wording: Wording
) -> Topic | None:
    if breaks_off(heading):
        return Topic.NICE if Topic.MUST in told else Topic.MUST
    if Topic.MUST not in told:
        asks = _asking(items, wording) >= (_SOME if following in _BEHIND else _HALF)
        return Topic.MUST if asks or last is Topic.DUTY or following is Topic.NICE else None
    wishes = wording.moves_us(heading) or not demands(items, wording)
    return Topic.NICE if last is Topic.MUST and Topic.NICE not in told and wishes else None


def _topics_after(parts: Sequence[Section], wording: Wording) -> list[Topic]:
    """For each part the topic of the next one that holds any; an unknown list of offers is one of benefits."""
    found: list[Topic] = []
    after = Topic.UNKNOWN
    for part in reversed(parts):
        found.append(after)
        if not part.lines:
            continue
        if part.topic is not Topic.UNKNOWN:
            after = part.topic
        elif len(_items(part)) > 1 and _offers(_items(part), wording):
            after = Topic.BENEFIT
    return found[::-1]


def _items(part: Section) -> list[Line]:
    return [line for _, line in part.lines if line.role is Role.ITEM]


def _asking(items: Sequence[Line], wording: Wording) -> float:
    asking = sum(wording.asks(line.text) and not wording.never(line.text) for line in items)
    return asking / len(items)


def _offers(items: Sequence[Line], wording: Wording) -> bool:
    return sum(wording.offers(line.text) for line in items) >= _OFFERING * len(items)
