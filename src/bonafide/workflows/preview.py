"""What the papers would be if they were printed now: the steps after the readings, without a step's ceremony."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bonafide import documents, matching, tailoring
from bonafide.grounding import Grounded
from bonafide.model.edits import Edits
from bonafide.model.fact import Facts, facts_of
from bonafide.model.match import Match
from bonafide.model.posting import Posting
from bonafide.model.reading import CvReading
from bonafide.model.style import Style
from bonafide.workflows import gate
from bonafide.workflows.fitting import fitted


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the preview is made from: readings with corrections, answers, edits (the letter aside), how the letter
    sounds, and how to print."""

    posting: Posting
    reading: CvReading
    answers: Mapping[str, str]
    edits: Edits
    today: date
    language: str
    style: Style
    pages: int
    template: str
    paper: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The tailored CV as it would be printed, the comparison with the original, and whether it fits its pages."""

    wanted: Wanted
    facts: Facts
    match: Match
    grounded: Grounded
    compared: tuple[tailoring.ComparedEntry, ...]
    cv: bytes
    fits: bool


def preview(wanted: Wanted) -> Preview:
    """The CV cut to its pages and typeset; the letter as composed. Deterministic, about 0.2 s."""
    facts = facts_of(wanted.reading.profile, wanted.answers, wanted.reading.sources)
    match = matching.match(wanted.posting, facts, wanted.today)
    tailored = tailoring.tailor(
        wanted.posting,
        match,
        facts,
        today=wanted.today,
        language=wanted.language,
        style=wanted.style,
        cv_language=wanted.reading.language,
        edits=wanted.edits,
    )
    tailored, grounded, _ = gate.passed(tailored, facts, wanted.posting, wanted.today)

    def typeset(ready: Grounded) -> bytes:
        return documents.typeset_cv(ready, template=wanted.template, paper=wanted.paper)

    grounded, cv, fits = fitted(tailored, grounded, wanted.pages, typeset, documents.page_count)
    rows = tailoring.compared(facts, grounded.draft, wanted.edits)
    return Preview(
        wanted=wanted, facts=facts, match=match, grounded=grounded, compared=rows, cv=cv, fits=fits
    )
