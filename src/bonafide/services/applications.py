"""One application as its pages show it: what was read, matched, tailored and planned, and its papers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from bonafide.language.periods import print_period
from bonafide.model.edits import Edits
from bonafide.model.fact import Fact, Facts, facts_of
from bonafide.model.faults import InputFault
from bonafide.model.match import Match, RequirementMatch, Verdict
from bonafide.model.plan import InterviewPlan
from bonafide.model.posting import Posting, RequirementKind
from bonafide.model.reading import CvReading
from bonafide.services import blobs, correcting, keeping, preparing
from bonafide.store.models import Application, Blob, Paper, Person, Run, RunState, Version
from bonafide.store.nouns import decode

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Opened:
    """A card with one of its versions (None: nothing was made yet) and the run that still works or waits, if any."""

    application: Application
    version: Version | None
    run: Run | None

    def noun(self, kind: type[T], name: str) -> T | None:
        """A noun that the version keeps."""
        state: Mapping[str, Any] = self.version.state if self.version else {}
        return decode(kind, state[name]) if name in state else None

    @property
    def edits(self) -> Edits:
        """What the person switched and wrote."""
        return decode(Edits, self.application.edits)

    @property
    def unprinted(self) -> bool:
        """Whether something was switched, written, corrected or dressed otherwise since the version was printed."""
        if self.version is None:
            return False
        made_from = str(self.version.record.get("made_from"))
        edited: bool = self.version.edits != self.application.edits
        return edited or self._dressed_otherwise or made_from != keeping.read_now(self.application)

    @property
    def _dressed_otherwise(self) -> bool:
        printed = self.version.record.get("options", {}) if self.version else {}
        return any(self.application.options.get(name, value) != value for name, value in printed.items())

    @property
    def proposals(self) -> tuple[Mapping[str, Any], ...]:
        """What a language model wrote for the version (`model.writing.Proposal`), refused texts too."""
        return tuple(self.version.record.get("proposals", ())) if self.version else ()

    @property
    def doubtful(self) -> int:
        """How many values of the CV the reader is not sure of and nobody has looked at."""
        cv = self.application.cv
        return correcting.doubtful(cv) if cv is not None else 0

    @property
    def answers(self) -> Mapping[str, str]:
        """The three questions' answers and the person's own facts."""
        answers: Mapping[str, str] = self.application.answers
        return answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What one entry of the CV says to a requirement: the entry's heading, its period, the lines that count."""

    heading: str
    period: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A requirement with its verdict and the facts that say so, by entry."""

    match: RequirementMatch
    facts: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchPage:
    """The match in the order a person wants: musts before nice-to-haves; counts by verdict."""

    match: Match
    musts: tuple[Judged, ...]
    nice: tuple[Judged, ...]
    counts: Mapping[str, int]


def opened(owner: Person, application_id: UUID, number: int | None = None) -> Opened:
    """The card and its newest version, or the one with this number. Raises DoesNotExist where there is none."""
    application = Application.of(owner).select_related("cv").get(pk=application_id)
    versions = Version.of(owner).filter(application=application)
    version = versions.get(number=number) if number else versions.first()
    run = Run.of(owner).filter(application=application).first()
    return Opened(application, version, run if run and run.state != RunState.DONE else None)


def matched(at: Opened) -> MatchPage | None:
    """The match with its facts in full, or None where there is no version."""
    match, facts = at.noun(Match, "match"), facts_at(at)
    if match is None or facts is None:
        return None
    judged = [_judged(one, facts) for one in match.requirements]
    return MatchPage(
        match=match,
        musts=tuple(one for one in judged if one.match.requirement.kind is RequirementKind.MUST),
        nice=tuple(one for one in judged if one.match.requirement.kind is RequirementKind.NICE),
        counts={str(verdict): sum(one.match.verdict is verdict for one in judged) for verdict in Verdict},
    )


def facts_at(at: Opened) -> Facts | None:
    """The facts that the version was made from."""
    reading = at.noun(CvReading, "reading")
    return facts_of(reading.profile, at.answers, reading.sources) if reading else None


def posting_at(at: Opened) -> Posting | None:
    """The posting as it stands now, with the person's corrections; also before there is a version."""
    return preparing.posting_of(at.application) if at.application.posting is not None else None


@dataclass(frozen=True, slots=True)
class PostingLine:
    """A line of the description, the name of its place and, where it is a requirement, its kind ("" elsewhere)."""

    text: str
    place: str
    kind: str


def posting_lines(posting: Posting) -> list[PostingLine]:
    """The description line by line, requirements marked."""
    kinds = {requirement.text: str(requirement.kind) for requirement in posting.requirements}
    lines = (line.strip() for line in posting.description.splitlines())
    told = enumerate((line for line in lines if line), 1)
    return [PostingLine(line, f"line-{number}", kinds.get(line, "")) for number, line in told]


def plan_at(at: Opened) -> InterviewPlan | None:
    """The interview plan of the version."""
    return at.noun(InterviewPlan, "plan")


def versions(owner: Person, at: Opened) -> list[Version]:
    """All versions, newest first, without their contents."""
    return list(Version.of(owner).filter(application=at.application).defer("state", "record"))


def papers(owner: Person, version: Version) -> list[Paper]:
    """The version's files with their sizes, without their bytes."""
    rows = Paper.of(owner).filter(version=version).select_related("blob").defer("blob__content")
    return list(rows)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Papers that belong together: `named` of the CV, the letter and the plan; the last shelf holds the record."""

    title: str
    named: str
    papers: tuple[Paper, ...]


def shelves(owner: Person, version: Version) -> list[Shelf]:
    """The version's files by what they are, those to be sent first."""
    titles = {"cv": _("CV"), "letter": _("Letter"), "interview": _("Interview plan"), "": _("The record")}
    held: dict[str, list[Paper]] = {named: [] for named in titles}
    for one in sorted(papers(owner, version), key=_by_use):
        stem = one.name.partition(".")[0]
        held[stem if stem in titles else ""].append(one)
    return [Shelf(title, named, tuple(held[named])) for named, title in titles.items() if held[named]]


def _by_use(paper: Paper) -> tuple[bool, bool, str]:
    return not paper.name.endswith(".pdf"), not paper.name.endswith(".docx"), paper.name


def paper(owner: Person, application_id: UUID, number: int, name: str) -> tuple[str, bytes]:
    """The media type and bytes of one file."""
    row = (
        Paper.of(owner)
        .select_related("blob")
        .get(version__application_id=application_id, version__number=number, name=name)
    )
    return row.blob.media_type, blobs.content(row.blob)


def snapshot(owner: Person, application_id: UUID, number: int) -> tuple[str, bytes]:
    """The media type and bytes of the posting's page, counted from 1, as it was fetched or given."""
    application = Application.of(owner).only("pages").get(pk=application_id)
    if not 1 <= number <= len(application.pages):
        raise InputFault(_("There is no such page of the posting."), mend=_("Open the posting again."))
    blob = Blob.of(owner).get(pk=application.pages[number - 1]["blob"])
    return blob.media_type, blobs.content(blob)


def again(
    owner: Person, application_id: UUID, now: datetime, options: Mapping[str, Any] | None = None
) -> Run:
    """Prepare once more from what is kept, with corrections, answers, edits and other options; a new version."""
    application = Application.of(owner).select_related("cv").get(pk=application_id)
    if options:
        application.options = {**application.options, **options}
        application.save(update_fields=["options"])
    return preparing.start(owner, application, now)


TOLD = frozenset({"highlights", "summary", "description", "keywords", "courses"})
"""Fields that are shown as lines; the others make an entry's heading and period."""


def _judged(one: RequirementMatch, facts: Facts) -> Judged:
    by_entry: dict[str, list[Fact]] = {}
    for evidence in one.facts:
        if fact := facts.at(evidence.pointer):
            by_entry.setdefault(fact.entry or fact.pointer, []).append(fact)
    return Judged(match=one, facts=tuple(_cited(entry, cited, facts) for entry, cited in by_entry.items()))


def _cited(entry: str, cited: list[Fact], facts: Facts) -> Cited:
    """An entry as a person would name it; a value without an entry is its own line."""
    whole = {fact.name: fact.text for fact in facts.of(entry)}
    start, end = whole.get("startDate"), whole.get("endDate")
    named = (
        whole.get(name)
        for name in ("position", "studyType", "area", "name", "institution", "language", "fluency")
    )
    heading = ", ".join(text for text in named if text)
    told = tuple(dict.fromkeys(fact.text for fact in cited if fact.name in TOLD or not fact.entry))
    return Cited(heading=heading, period=print_period(start, end, "en") if start else "", lines=told)
