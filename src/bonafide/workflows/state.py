"""What a preparation knows so far: every step takes this value and gives it back with one thing more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bonafide.grounding import Grounded
from bonafide.model.claim import CheckedSentence
from bonafide.model.edits import UNEDITED, Edits
from bonafide.model.fact import Facts
from bonafide.model.faults import Fault
from bonafide.model.handout import Handout
from bonafide.model.match import Match
from bonafide.model.page import Page
from bonafide.model.plan import InterviewPlan
from bonafide.model.ports import Guarded, Writer
from bonafide.model.posting import Posting
from bonafide.model.reading import CvReading
from bonafide.model.style import USUAL, Style
from bonafide.model.writing import Proposal
from bonafide.tailoring import Tailored


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the person asks for: a link or the name of a posting's file, a CV, and how to print.

    `answers` are the three optional questions' (`why`, `to`, `known`); `pages` is 1 or 2; `guide` None
    means chosen by the posting's role; `own_guides` are the person's own, file contents by name.
    `posted_before` is the day that "3 days ago" counts from, where it is known.
    """

    link: str
    cv_name: str
    cv: bytes
    today: date
    posted_before: date | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    pages: int = 2
    template: str = "classic"
    paper: str = "a4"
    language: str | None = None
    style: Style = USUAL
    guide: str | None = None
    edits: Edits = UNEDITED
    own_guides: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ports:
    """The world as a preparation sees it: pages by link in order of trust, a guarded parser, a helping hand.

    `beside` runs what needs no guard but time, beside the other steps. `reading` and `posting` give what was begun beforehand; where they are None the
    step itself reads. `writer` is a language model, where the person wants one to help.
    """

    pages: Callable[[str], tuple[Page, ...]]
    guarded: Guarded
    beside: Guarded
    reading: Callable[[], CvReading] | None = None
    posting: Callable[[], Posting] | None = None
    writer: Writer | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """The step at which a preparation stopped, and why."""

    step: str
    fault: Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """All that is known after some of the steps; what is None is not known yet."""

    request: Request
    pages: tuple[Page, ...] = ()
    posting: Posting | None = None
    reading: CvReading | None = None
    facts: Facts | None = None
    match: Match | None = None
    tailored: Tailored | None = None
    grounded: Grounded | None = None
    refused: tuple[CheckedSentence, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    planning: Callable[[], tuple[InterviewPlan, Handout]] | None = None
    plan: InterviewPlan | None = None
    documents: Mapping[str, bytes] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    stop: Stop | None = None
