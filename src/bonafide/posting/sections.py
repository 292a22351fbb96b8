"""A posting's lines under their headings, and what each heading says about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache

from bonafide.language.sentences import split as sentences
from bonafide.posting import grids
from bonafide.posting.lexicon import listed, matcher, table
from bonafide.posting.lines import Line, Role, fold


class Topic(Enum):
    """What a section is about, in the order in which equal matches are decided."""

    NICE = "nice"
    APPLY = "apply"
    LEGAL = "legal"
    BENEFIT = "benefit"
    MUST = "must"
    DUTY = "duty"
    ABOUT = "about"
    UNKNOWN = "unknown"


@dataclass(slots=True)
class Section:
    """Lines under one heading; each with its number in the description, counted from 1.

    `guessed`: the topic was told by the section's place among the others, or taken from the tasks above it. `behind`: it goes on behind a
    paragraph of demands or wishes that brought its own heading along.
    """

    topic: Topic
    heading: str = ""
    level: int = 0
    lines: list[tuple[int, Line]] = field(default_factory=list)
    guessed: bool = False
    behind: bool = False


_LONGEST_HEADING = 14
_LONGEST_UNKNOWN = 10
# A whole sentence that ends in a colon above a list may say more than a heading.
_LONGEST_ANNOUNCEMENT = 32
# `Preferred qualifications` speaks of wishes, though its longer word is one of demands.
_WISH = 14
_EDGE = re.compile(r"^[^\w]+|[^\w)]+$")
_AND = re.compile(r"^(?:and|und|et|y|en|e|i) ")
_ASIDE = re.compile(r"[,:(–—]| - ")  # `You, in a nutshell`
_SENTENCE_END = re.compile(r"[.!;,]$")
_LEAD = re.compile(r"^(?P<lead>[^.!?:;]{2,80}?)(?P<mark>(?<!\d)[:.!?…–—]+)\s+(?=\S)")


@lru_cache(maxsize=4096)
def topic_of(heading: str) -> Topic | None:
    """What a heading announces, or None where it says nothing that is known."""
    plain = _EDGE.sub("", fold(heading))
    if not plain or len(plain.split()) > _LONGEST_HEADING:
        return None
    for called in (Topic.MUST, Topic.ABOUT):
        if plain in _addressing(called):
            return called
    if kind := grids.kind_of(plain):
        return Topic(kind)
    size, topic = _best(plain)
    only_a_condition = topic is Topic.MUST and size < len(plain) and f" {plain[-size:]}" in _conditions()
    if topic is not None and size >= 0.22 * len(plain) and not only_a_condition:
        return topic
    return Topic.MUST if _AND.sub("", _ASIDE.split(plain)[0].strip()) in _addressing(Topic.MUST) else None


@lru_cache(maxsize=2)
def _addressing(topic: Topic) -> frozenset[str]:
    return frozenset(table("headings")["addressed"][topic.value])


def _best(plain: str) -> tuple[int, Topic | None]:
    """The length and topic of the phrase that decides what folded text announces."""
    found = _matches(plain)
    if not found:
        return 0, None
    return max(found, key=lambda match: match[0] + _WISH * (match[1] is Topic.NICE))


def _announced(sentence: str) -> Topic | None:
    """The topic of a sentence that ends in a colon above a list."""
    if len(sentence.split()) <= _LONGEST_HEADING:
        return topic_of(sentence)
    _, topic = _best(_EDGE.sub("", fold(sentence)))
    return topic if topic in (Topic.NICE, Topic.MUST, Topic.DUTY, Topic.BENEFIT) else None


def breaks_off(heading: str) -> bool:
    """Whether a heading leaves it to its list to say on which condition: `This is your job if`, `And if, by luck`."""
    plain = _EDGE.sub("", fold(heading))
    begins = listed("headings", "conditional", "beginnings").at_start(plain) > 0
    return begins or plain.endswith(_conditions())


@lru_cache(maxsize=1)
def _conditions() -> tuple[str, ...]:
    return tuple(f" {ending}" for ending in table("headings")["conditional"]["endings"])


def either(heading: str) -> bool:
    """Whether a heading may stand above demands as well as above what is offered: `Conditions`."""
    return _EDGE.sub("", fold(heading)) in table("headings")["either"]["words"]


def _matches(plain: str) -> list[tuple[int, Topic]]:
    """Lengths and topics of the known phrases in a heading, without those inside a longer one."""
    spans = [
        (start, end, topic)
        for topic in Topic
        if topic is not Topic.UNKNOWN
        for start, end in matcher("headings", topic.value).spans(plain)
    ]
    return [
        (end - start, topic)
        for start, end, topic in spans
        if not any(a <= start and end <= b and b - a > end - start for a, b, _ in spans)
    ]


@lru_cache(maxsize=4096)
def announces(text: str) -> bool:
    """Whether a line that is not marked as a heading says little else than a heading would."""
    plain = _EDGE.sub("", fold(text))
    if not plain or len(plain.split()) > 8:
        return False
    if any(plain in _addressing(topic) for topic in (Topic.MUST, Topic.ABOUT)):
        return True
    said: set[int] = set()
    for topic in Topic:
        if topic is not Topic.UNKNOWN:
            for start, end in matcher("headings", topic.value).spans(plain):
                said.update(range(start, end))
    return len(said) >= 0.6 * len(plain)


def runs(line: Line) -> Iterator[tuple[tuple[Topic, str] | None, Line]]:
    """A paragraph cut where it brings a heading along, each piece with the topic and words of its own, if any."""
    starts = [0, *(s.start for s in sentences(line.text) if s.start and run_in(Line(line.text[s.start :])))]
    for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
        piece = Line(line.text[start:end].strip(), lead="" if start else line.lead)
        own = run_in(piece)
        yield ((own[0], own[1]), Line(own[2])) if own else (None, piece if len(starts) > 1 else line)


def run_in(line: Line) -> tuple[Topic, str, str] | None:
    """The topic, the lead and the rest of a paragraph that begins with its own heading."""
    lead = line.lead
    if not lead:
        found = _LEAD.match(line.text)
        lead = line.text[: found.end()].strip() if found else ""
    rest = line.text[len(lead) :].lstrip(" :–—-.…")
    if not lead or not rest or len(lead.split()) > 9:
        return None
    topic = topic_of(lead)
    if topic is None or not (line.lead or announces(lead) or lead.endswith(":") or _asks_who(lead, topic)):
        return None
    return topic, lead, rest


def _asks_who(lead: str, topic: Topic) -> bool:
    """Whether a question in a paragraph asks what the text behind it answers: `Who should write to us?`"""
    asks = lead.endswith("?") and topic in (Topic.MUST, Topic.NICE)
    return asks and matcher("headings", "interrogatives").at_start(fold(lead)) > 0


def headings(lines: Sequence[Line]) -> frozenset[int]:
    """The indices of the lines that are headings, by their mark-up, their look or what they say."""
    sure = {i for i, line in enumerate(lines) if _marked(line) or _spoken(lines, i)}
    looks = {lines[i].look for i in sure if lines[i].look and announces(lines[i].text)}
    long = {line.look for line in lines if len(line.text) > 90 or line.role is Role.ITEM}
    for i, line in enumerate(lines):
        if line.look in looks - long and len(line.text.split()) <= 10 and not _SENTENCE_END.search(line.text):
            sure.add(i)
    return frozenset(sure)


def _marked(line: Line) -> bool:
    if line.role is not Role.HEADING:
        return False
    return line.level < 7 or len(line.text.split()) <= 12


def _spoken(lines: Sequence[Line], index: int) -> bool:
    """Whether a line without heading mark-up is one all the same."""
    line = lines[index]
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None:
        return False
    if line.role is Role.TEXT and following.role is Role.ITEM and line.text.endswith(":"):
        own = announcement(line)
        if len(own.split()) <= _LONGEST_HEADING or _announced(own) is not None:
            return len(own.split()) <= _LONGEST_ANNOUNCEMENT
    if len(line.text) > 100:
        return False
    if line.role is Role.ITEM:
        return bool(line.text.rstrip().endswith((":", "...", "…"))) and announces(line.text)
    words = len(line.text.split())
    colon = line.text.rstrip().endswith((":", "…", "..."))
    if colon and words <= 14 and (following.role is Role.ITEM or topic_of(line.text) is not None):
        return True
    if _SENTENCE_END.search(line.text):
        return False
    if announces(line.text) or (words <= 8 and line.text.isupper() and any(c.isalpha() for c in line.text)):
        return True
    return words <= _LONGEST_UNKNOWN and following.role is Role.ITEM


def announcement(line: Line) -> str:
    """The last sentence of a paragraph, which is what announces the list below it."""
    parts = sentences(line.text) if line.role is Role.TEXT and line.text.endswith(":") else ()
    return line.text[parts[-1].start :] if parts else line.text


def split(lines: Sequence[Line]) -> list[Section]:
    """The sections in reading order; what stands before the first heading has the topic UNKNOWN."""
    found = [Section(Topic.UNKNOWN)]
    marked = headings(lines)
    for index, line in enumerate(lines):
        if index in marked:
            own = announcement(line)
            if before := line.text[: len(line.text) - len(own)].strip():
                found[-1].lines.append((index + 1, Line(before)))
            found.append(_opened(replace(line, text=own), found[-1]))
        else:
            found[-1].lines.append((index + 1, line))
    return found


def _opened(line: Line, before: Section) -> Section:
    level = line.level if line.role is Role.HEADING else 8
    topic = _announced(line.text) if line.text.endswith(":") else topic_of(line.text)
    deeper = level > before.level > 0
    if topic is None:
        inherits = (deeper and level != 7) or (level == 8 and line.text.endswith(":"))
        inherits = inherits and not breaks_off(line.text)
        topic = before.topic if inherits else Topic.UNKNOWN
        guessed = topic is Topic.DUTY
        return Section(topic, line.text, before.level if inherits else level, guessed=guessed)
    if deeper and before.topic is Topic.NICE and topic is Topic.MUST and _aspect(line.text):
        return Section(Topic.NICE, line.text, before.level)
    return Section(topic, line.text, level)


def _aspect(text: str) -> bool:
    return matcher("headings", "aspects").whole(_EDGE.sub("", fold(text)))
