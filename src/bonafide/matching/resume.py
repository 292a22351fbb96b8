"""A person's facts made ready for matching: their words, terms, jobs with months, and how rare each word is."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from bonafide.language.doing import Doing, undone
from bonafide.language.periods import months_between
from bonafide.language.quantities import find
from bonafide.language.sentences import stem, words
from bonafide.language.terms import find_terms
from bonafide.matching.careers import Career, career_of
from bonafide.matching.growing import TERM as GROWTH
from bonafide.matching.growing import tells_of_growth
from bonafide.matching.lexicon import data, unwanted
from bonafide.matching.lexis import ENGLISH, Lexis, lexis_of, tongue_of
from bonafide.matching.told import told_in
from bonafide.matching.written import DEEDS, written_in
from bonafide.model.fact import Fact, Facts

LISTED = frozenset({"skills", "interests"})
"""Sections that only name things."""
_UNSEARCHED = frozenset(
    {
        "email",
        "phone",
        "url",
        "image",
        "username",
        "startDate",
        "endDate",
        "date",
        "releaseDate",
        "countryCode",
        "postalCode",
        "fluency",
        "score",
    }
)
_ISO = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?")
_DOWN = re.compile(r"\bdown (?:by )?(?:about |some )?\d|[−-]\s?\d[\d.,]*\s?%", re.I)
_UP = re.compile(r"\bup (?:by )?(?:about |some )?\d|\+\s?\d[\d.,]*\s?%", re.I)
_IMPLIED = {
    ("publications", "name"): frozenset(
        {"Scientific publications", "Presentation skills", "Written communication"}
    )
}
"""What standing in a section says beyond the words."""
_FEWEST, _SHARE = 15, 0.04
"""Words, and the share of small ones, by which the language of a CV is told: a guess that only compares words."""
_MOST_PIECES = 1000
"""Facts that are searched: ten times those of a long CV, so that a hostile file costs seconds and not minutes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A fact with its words, their stems and the names of its terms.

    `told` is its text with blanks for what it says was not done.
    """

    fact: Fact
    told: str
    words: frozenset[str]
    stems: frozenset[str]
    terms: frozenset[str]

    @property
    def is_deed(self) -> bool:
        """Whether it tells of something done in a position, a project or unpaid work."""
        return self.fact.name in DEEDS and bool(self.fact.entry)

    @property
    def is_employer(self) -> bool:
        """Whether it is nothing but the name of an employer."""
        return self.fact.name == "name" and self.fact.section == "work"

    @property
    def is_listed(self) -> bool:
        """Whether it is a mere mention."""
        return self.fact.section in LISTED

    @property
    def is_mention(self) -> bool:
        """Whether it tells of no use: a skill in a list, or a certificate in a subject."""
        return self.is_listed or self.fact.section == "certificates"


@dataclass(frozen=True, slots=True)
class Job:
    """A position: its entry, months to count, career family and level, and its pieces."""

    entry: str
    title: str
    employer: str
    start: str
    end: str | None
    career: Career
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Resume:
    """Everything the judges look at; `today` ends what is ongoing."""

    facts: Facts
    pieces: tuple[Piece, ...]
    jobs: tuple[Job, ...]
    by_entry: Mapping[str, tuple[Piece, ...]]
    rarity: Mapping[str, float]
    lexis: Lexis
    today: date

    def weight(self, word: str) -> float:
        """How much a stem says: 1 for one that this CV never uses, down to 0.5 for one it always uses."""
        return self.rarity.get(word, 1.0)


def resume_of(facts: Facts, today: date, language: str | None = None) -> Resume:
    """The facts with words, terms and jobs; what names no work (addresses, dates) is left out of the search.

    `language`: that of the posting they are read for (ISO 639-1); None where it is not known, or the CV's own.
    """
    pieces = tuple(_piece(fact) for fact in facts.items[:_MOST_PIECES] if fact.name not in _UNSEARCHED)
    by_entry: dict[str, list[Piece]] = {}
    for piece in pieces:
        by_entry.setdefault(piece.fact.entry, []).append(piece)
    grouped = {entry: tuple(found) for entry, found in by_entry.items()}
    tongue = written_in(facts, _FEWEST, _SHARE) or ENGLISH
    lexis = lexis_of((piece.words for piece in pieces), tongue, tongue_of(language) or tongue)
    return Resume(facts, pieces, tuple(_jobs(facts, grouped)), grouped, _rarity(pieces), lexis, today)


def stems_of(text: str) -> frozenset[str]:
    """The stems of a text's words, hyphenated words also in parts."""
    return frozenset(stem(word) for word in words(text))


def months(job: Job, today: date) -> int:
    """The job's length, both ends counted; 0 without dates."""
    return months_between(job.start, job.end, today) if job.start else 0


def _piece(fact: Fact) -> Piece:
    told = _told(fact.text)
    own = {hit.term for hit in find_terms(told)}
    own |= {GROWTH} if tells_of_growth(told) else set()
    own |= told_in(fact.text, told)
    return Piece(
        fact,
        told,
        frozenset(words(told)),
        stems_of(told) | _moved(told),
        frozenset(own | _IMPLIED.get((fact.section, fact.name), frozenset())),
    )


@lru_cache(maxsize=_MOST_PIECES)
def _told(text: str) -> str:
    """What a text says was done: `no lost-time accident` is what somebody worked for, `no Kafka` is not."""
    for span in undone(text):
        if span.kind is Doing.TRIED:
            continue  # Who has looked at a thing knows a part of it; the judges weigh how it is told.
        if span.kind is Doing.NEGATED and unwanted() & stems_of(text[span.start : span.end]):
            continue
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _moved(text: str) -> frozenset[str]:
    """What `from 8 % to 5 %` says without a verb: something fell, or rose."""
    found = find(text)
    pairs = [(a, b) for a, b in pairwise(found) if a.role == "from" and b.role == "to"]
    fell = any(b.value < a.value for a, b in pairs) or bool(_DOWN.search(text))
    rose = any(b.value > a.value for a, b in pairs) or bool(_UP.search(text))
    return (_stems("fell") if fell else frozenset()) | (_stems("rose") if rose else frozenset())


@lru_cache(maxsize=2)
def _stems(name: str) -> frozenset[str]:
    return frozenset(map(stem, data("words")[name].split()))


def _rarity(pieces: tuple[Piece, ...]) -> dict[str, float]:
    counts: dict[str, int] = {}
    for piece in pieces:
        for word in piece.stems:
            counts[word] = counts.get(word, 0) + 1
    scale = math.log(1 + max(1, len(pieces)))
    return {word: max(0.5, 1 - math.log(count) / scale) for word, count in counts.items()}


def _jobs(facts: Facts, grouped: Mapping[str, tuple[Piece, ...]]) -> list[Job]:
    jobs = []
    for index, work in enumerate(facts.profile.work):
        entry = f"/work/{index}"
        pieces = grouped.get(entry, ())
        title = work.position or ""
        jobs.append(
            Job(
                entry,
                title,
                work.name or "",
                _dated(work.start_date) or "",
                _dated(work.end_date),
                career_of(title, pieces_text(pieces)),
                pieces,
            )
        )
    return jobs


def _dated(iso: str | None) -> str | None:
    """An ISO date, or None for what is none: an imported profile may hold anything."""
    return iso if iso and _ISO.fullmatch(iso) else None


def pieces_text(pieces: tuple[Piece, ...]) -> str:
    """The texts of an entry's deeds, a line each."""
    return "\n".join(piece.told for piece in pieces if piece.is_deed)
