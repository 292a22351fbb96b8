"""Tailoring: selects, orders and trims a person's own lines for one posting, and composes the letter.

It adds no claim: every line names its facts, and all of it passes grounding before it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bonafide.model.draft import CvDraft, CvEntry, CvSection, Draft, Line
from bonafide.model.edits import UNEDITED, Edits
from bonafide.model.fact import Facts
from bonafide.model.match import Match
from bonafide.model.posting import Posting
from bonafide.model.style import USUAL, Style
from bonafide.tailoring.comparison import Compared, ComparedEntry, compared
from bonafide.tailoring.cv import cv_of
from bonafide.tailoring.edited import dropped
from bonafide.tailoring.frame import spoken, titled
from bonafide.tailoring.letter import letter_of, words_of
from bonafide.tailoring.pair import Pair
from bonafide.tailoring.phrases import Choice, languages
from bonafide.tailoring.questions import questions_of
from bonafide.tailoring.relevance import relevance_of
from bonafide.tailoring.titles import suited, woman_or_man
from bonafide.tailoring.trimming import Cut, cut, cuts_of
from bonafide.tailoring.wording import known_as

__all__ = [
    "Compared",
    "ComparedEntry",
    "Cut",
    "Tailored",
    "compared",
    "cut",
    "languages",
    "possible_cuts",
    "relettered",
    "stripped",
    "tailor",
    "words_of",
]


@dataclass(frozen=True, slots=True)
class Tailored:
    """A draft with the pair it was made from, so that it can be cut or recomposed."""

    draft: Draft
    pair: Pair
    edits: Edits = UNEDITED


def tailor(
    posting: Posting,
    match: Match,
    facts: Facts,
    *,
    today: date,
    language: str = "en",
    style: Style = USUAL,
    edits: Edits = UNEDITED,
    cv_language: str | None = None,
) -> Tailored:
    """The draft of CV and letter, uncut, with what the person decided about the CV's lines.

    `today` dates the letter; `language` is one of `languages()`, `style` says how the letter sounds and how long it is.
    `cv_language` is the CV's own, where it is another than the letter's: nothing is translated.
    """
    cv_language = cv_language or language
    choice = _choice(posting, facts, language, style)
    relevance = relevance_of(posting, match, facts)
    pair = Pair(posting, match, facts, relevance, choice, today.isoformat(), style.length, cv_language)
    cv, changes = cv_of(pair, cv_language, edits.kept)
    draft = Draft(
        cv=cv,
        letter=letter_of(pair),
        language=language,
        cv_language="" if cv_language == language else cv_language,
        changes=changes,
        questions=questions_of(facts),
    )
    return Tailored(dropped(draft, edits.dropped), pair, edits)


def _choice(posting: Posting, facts: Facts, language: str, style: Style) -> Choice:
    """What decides among equal wordings: the posting and the person, by name."""
    company, title = posting.company or "", posting.title or ""
    seed = "\x00".join((company, title, facts.profile.basics.name or ""))
    own = suited(titled(title), language, woman_or_man(facts, language))
    return Choice(language, seed, spoken(own), known_as(company), style.tone)


def possible_cuts(tailored: Tailored) -> tuple[Cut, ...]:
    """What may go to make the CV shorter, least telling first."""
    cuts = cuts_of(tailored.draft.cv, tailored.pair.relevance)
    return tuple(cut for cut in cuts if cut.pointer not in tailored.edits.kept)


def relettered(tailored: Tailored, avoid: frozenset[str]) -> Tailored:
    """The same draft with a letter that uses none of the sentences or facts in `avoid`."""
    return replace(tailored, draft=replace(tailored.draft, letter=letter_of(tailored.pair, avoid)))


def stripped(tailored: Tailored, lines: frozenset[Line]) -> Tailored:
    """The same draft with a CV without these lines: what the check refused is not printed."""
    cv = tailored.draft.cv
    kept = replace(
        cv,
        label=_kept(cv.label, lines),
        contacts=tuple(line for line in cv.contacts if line not in lines),
        summary=tuple(line for line in cv.summary if line not in lines),
        sections=tuple(_sections(cv, lines)),
    )
    return replace(tailored, draft=replace(tailored.draft, cv=kept))


def _sections(cv: CvDraft, lines: frozenset[Line]) -> Iterator[CvSection]:
    for section in cv.sections:
        entries = tuple(entry for e in section.entries if any((entry := _entry(e, lines)).lines()))
        if entries:
            yield CvSection(section.kind, entries)


def _entry(entry: CvEntry, lines: frozenset[Line]) -> CvEntry:
    return replace(
        entry,
        title=_kept(entry.title, lines),
        organisation=_kept(entry.organisation, lines),
        place=_kept(entry.place, lines),
        dates=_kept(entry.dates, lines),
        summary=_kept(entry.summary, lines),
        details=tuple(line for line in entry.details if line not in lines),
    )


def _kept(line: Line | None, lines: frozenset[Line]) -> Line | None:
    return None if line in lines else line
