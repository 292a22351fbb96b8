"""What stands on a letter or CV without being said: a date, an address, a heading, the line of contacts."""

from __future__ import annotations

import re
from functools import lru_cache

from bonafide.grounding.copied import is_period
from bonafide.grounding.lexicon import cues
from bonafide.language.periods import PartialDate, find_periods, parse_date
from bonafide.model.claim import Claim, ClaimKind, Support
from bonafide.model.fact import Fact, Facts
from bonafide.model.match import Evidence

_HEADINGS = frozenset(cues("furniture")["headings"])
_SUBJECTS = cues("furniture")["subjects"]
_SUBJECT = re.compile(
    rf"(?:{'|'.join(_SUBJECTS['opening'])})(?:\s*[:–—-]\s*|\s+(?:{'|'.join(_SUBJECTS['leading'])})\s+)"
    rf"(?:(?:{'|'.join(_SUBJECTS['opening'])})\s*[:–—-]?\s*)?(?:(?:{'|'.join(_SUBJECTS['leading'])})\s+)*",
    re.IGNORECASE,
)
_SUBJECT_WORDS = 16
_BEFORE_TITLE = re.compile(r"^[^\W\d]+:\s+")
_BEFORE_DATE = re.compile(r"^[^\W\d]+(?:[ -][^\W\d]+){0,3},\s+(?:(?:le|den)\s+)?")
_MARKS = re.compile(r"[#*_>\[\]()<>]|mailto:|tel:|https?://(?:www\.)?")
_BESIDE_DATES = re.compile(r"[^\W_]")
# What a person did is said, however it is printed; the rest of a profile is names.
_TOLD = frozenset({"highlights", "summary", "description"})
# Sections whose entries are printed side by side in one line.
_LISTS = ("skills", "languages", "interests", "certificates")
_SEPARATORS = re.compile(r"[,;|·•]")
_TAG = re.compile(r"\s*\((?:[^\W\d]\s*[/|*]\s*)+[^\W\d]\)")
_LONGEST = 300


def is_furniture(text: str, offered: tuple[str, ...]) -> bool:
    """Whether a line is a day's date, the posting's company or title (`offered`), or the heading of a section."""
    plain = _bare(_TAG.sub("", text)).strip(" .:-–—,\t")
    if not plain or plain in _HEADINGS or subject_of(text):
        return True
    if _BEFORE_TITLE.sub("", plain) in {_bare(_TAG.sub("", name)).strip(" .,") for name in offered}:
        return True
    return is_dated(text)


def is_dated(text: str) -> bool:
    """Whether a line is a day's date, with or without the place before it."""
    plain = _bare(text).strip(" .:-–—,\t")
    return any(day is not None and day.day is not None and len(plain.split()) <= 5 for day in _days(plain))


def subject_of(text: str) -> str:
    """What a letter's subject line applies for (`Application for the post of ...`); "" where it is no such line."""
    line = " ".join(_MARKS.sub(" ", text).split())
    said = _SUBJECT.match(line)
    if not said or line.endswith((".", "!", "?")) or len(line.split()) > _SUBJECT_WORDS:
        return ""
    return line[said.end() :].strip(" .:-–—,") or line


def printed(text: str, facts: Facts) -> Claim | None:
    """A line made of facts that stand together and nothing else: contacts, a group of skills, the languages."""
    if len(text) > _LONGEST:
        return None
    entries: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.name not in _TOLD:
            entries.setdefault(fact.entry or fact.section, []).append(fact)
    lists = [[group for group in entries.values() if group[0].section == name] for name in _LISTS]
    alone = (_made_of(_bare(text), group) for group in entries.values())
    cited = next((fact for fact in (*alone, *(_listed(text, groups) for groups in lists)) if fact), None)
    return _backed(text, cited) if cited else None


def _listed(text: str, groups: list[list[Fact]]) -> Fact | None:
    """The first fact of a list whose every piece is made of one entry: a language with its own level, not another's."""
    pieces = [_bare(piece) for piece in _SEPARATORS.split(text) if piece.strip()]
    found = [next((fact for group in groups if (fact := _made_of(piece, group))), None) for piece in pieces]
    return found[0] if found and all(found) else None


def _made_of(text: str, group: list[Fact]) -> Fact | None:
    """The first fact of the group that the text holds, where the text holds nothing besides the group's facts."""
    found = None
    shown = [(_bare(value), fact) for fact in group for value in (fact.printed, fact.text) if value]
    # The longest first: a web address is part of many an e-mail address.
    for value, fact in sorted(shown, key=lambda known: -len(known[0])):
        if value and value in text:
            left = re.sub(rf"(?<!\w){re.escape(value)}(?!\w)", " ", text)
            text, found = left, found or (fact if left != text else None)
    return None if re.search(r"[^\W_]", text) else found


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


@lru_cache(maxsize=4096)
def _bare(value: str) -> str:
    return " ".join(_MARKS.sub(" ", value).casefold().split()).rstrip("/")


def _days(plain: str) -> tuple[PartialDate | None, ...]:
    return (parse_date(plain), parse_date(_BEFORE_DATE.sub("", plain)))
