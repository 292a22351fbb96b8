"""The main line of work: one link and one CV become an application, step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from bonafide import documents, guides, matching, practice, tailoring
from bonafide.grounding import Grounded
from bonafide.model.fact import facts_of
from bonafide.model.faults import BugFault, Fault, Faults
from bonafide.workflows import gate
from bonafide.workflows.fitting import fitted
from bonafide.workflows.reading import read_cv, read_posting
from bonafide.workflows.state import Ports, Preparation, Request, Stop

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step:
    """A named step; `doing` is what the person is told while it runs."""

    name: str
    doing: str
    run: Callable[[Preparation, Ports], Preparation]


def prepare(request: Request, ports: Ports, report: Callable[[str], None]) -> Preparation:
    """Run the steps in order, telling `report` of each; a fault ends the run and is kept in `stop`."""
    state = Preparation(request=request)
    for step in STEPS:
        report(step.doing)
        try:
            state = step.run(state, ports)
        except Fault as fault:
            return replace(state, stop=Stop(step.name, fault))
        except Faults as faults:
            return replace(state, stop=Stop(step.name, faults.faults[0]))
    return state


def _fetch(state: Preparation, ports: Ports) -> Preparation:
    return replace(state, pages=ports.pages(state.request.link))


def _read_posting(state: Preparation, ports: Ports) -> Preparation:
    posting = ports.guarded(read_posting, state.pages, state.request.today)
    return replace(state, posting=posting)


def _read_cv(state: Preparation, ports: Ports) -> Preparation:
    reading = ports.guarded(read_cv, state.request.cv, state.request.cv_name)
    facts = facts_of(reading.profile, state.request.answers, reading.sources)
    return replace(state, reading=reading, facts=facts)


def _match(state: Preparation, ports: Ports) -> Preparation:
    posting, facts = _known(state.posting), _known(state.facts)
    return replace(state, match=matching.match(posting, facts, state.request.today))


def _tailor(state: Preparation, ports: Ports) -> Preparation:
    language, notes = _language(state)
    tailored = tailoring.tailor(
        _known(state.posting),
        _known(state.match),
        _known(state.facts),
        today=state.request.today,
        language=language,
    )
    return replace(state, tailored=tailored, notes=(*state.notes, *notes))


def _language(state: Preparation) -> tuple[str, tuple[str, ...]]:
    """The language of the letter: the one asked for, else the CV's, else English, which is then said."""
    have = tailoring.languages()
    read = _known(state.reading).language
    wanted = state.request.language or read or "en"
    if wanted in have:
        return wanted, ()
    note = f"There are no words for letters in “{wanted}” yet: the letter's own words are English."
    return "en", (note,)


def _ground(state: Preparation, ports: Ports) -> Preparation:
    tailored, grounded, refused = gate.passed(
        _known(state.tailored), _known(state.facts), _known(state.posting), state.request.today
    )
    return replace(state, tailored=tailored, grounded=grounded, refused=refused)


def _plan(state: Preparation, ports: Ports) -> Preparation:
    posting = _known(state.posting)
    if state.request.guide:
        guide, fits = guides.load(state.request.guide), True
    else:
        guide, fits = guides.choose(posting.title or "")
    plan = practice.plan(guide, fits, posting, _known(state.match), _known(state.facts))
    return replace(state, plan=plan)


def _print(state: Preparation, ports: Ports) -> Preparation:
    request = state.request

    def typeset(grounded: Grounded) -> bytes:
        return documents.typeset_cv(grounded, template=request.template, paper=request.paper)

    grounded, pdf, fits = fitted(
        _known(state.tailored), _known(state.grounded), request.pages, typeset, documents.page_count
    )
    notes = state.notes
    if not fits:
        notes = (*notes, f"The CV does not fit {request.pages} page(s) without losing a job: it has more.")
    printed = {"cv.pdf": pdf, **_letter(grounded, request), **_interview(state, request)}
    return replace(state, grounded=grounded, documents={**printed, **_others(grounded)}, notes=notes)


def _letter(grounded: Grounded, request: Request) -> dict[str, bytes]:
    pdf = documents.typeset_letter(grounded, template=request.template, paper=request.paper)
    return {"letter.pdf": pdf}


def _interview(state: Preparation, request: Request) -> dict[str, bytes]:
    handout = practice.handout(_known(state.plan), _known(state.posting), _known(state.match))
    return {
        "interview.pdf": documents.typeset_handout(handout, paper=request.paper),
        "interview.md": documents.handout_markdown(handout).encode(),
    }


def _others(grounded: Grounded) -> dict[str, bytes]:
    return {
        "cv.docx": documents.cv_docx(grounded),
        "cv.md": documents.cv_markdown(grounded).encode(),
        "letter.docx": documents.letter_docx(grounded),
        "letter.md": documents.letter_markdown(grounded).encode(),
    }


def _read_back(state: Preparation, ports: Ports) -> Preparation:
    """The printed CV and letter must give the same facts to a reader; a loss is our bug and is said."""
    grounded = _known(state.grounded)
    lost = [
        *documents.read_back(state.documents["cv.pdf"], grounded).missing,
        *documents.read_back_letter(state.documents["letter.pdf"], grounded).missing,
    ]
    if lost:
        notes = tuple(f"The printed file does not read back: {loss}" for loss in lost)
        return replace(state, notes=(*state.notes, *notes))
    return state


def _known(value: T | None) -> T:
    if value is None:
        raise BugFault("A step ran before the one that it needs.")
    return value


STEPS = (
    Step("fetch", "Fetching the posting", _fetch),
    Step("read-posting", "Reading the posting", _read_posting),
    Step("read-cv", "Reading the CV", _read_cv),
    Step("match", "Matching requirements with facts", _match),
    Step("tailor", "Tailoring the CV and the letter", _tailor),
    Step("ground", "Checking every statement against the facts", _ground),
    Step("plan", "Planning the interviews", _plan),
    Step("print", "Printing", _print),
    Step("read-back", "Reading the print back", _read_back),
)
