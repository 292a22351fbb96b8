"""The main line of work: one link and one CV become an application, step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from bonafide import documents, guides, matching, practice, tailoring
from bonafide.grounding import Grounded
from bonafide.model.fact import Facts, facts_of
from bonafide.model.faults import BugFault, Fault, Faults, InputFault
from bonafide.model.handout import Handout
from bonafide.model.match import Match
from bonafide.model.plan import InterviewPlan
from bonafide.model.posting import Posting
from bonafide.workflows import gate, own_letter, rewriting
from bonafide.workflows.fitting import fitted
from bonafide.workflows.reading import read_cv, read_posting
from bonafide.workflows.speaking import language_of
from bonafide.workflows.state import Ports, Preparation, Request, Stop

T = TypeVar("T")
Papers = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Step:
    """A named step; `doing` is what the person is told while it runs."""

    name: str
    doing: str
    run: Callable[[Preparation, Ports], Preparation]


def prepare(request: Request, ports: Ports, report: Callable[[Step], None]) -> Preparation:
    """Run the steps in order, telling `report` of each; a fault ends the run and is kept in `stop`."""
    state = Preparation(request=request)
    for step in steps(helped=ports.writer is not None):
        report(step)
        try:
            state = step.run(state, ports)
        except Fault as fault:
            return _stopped(state, ports, Stop(step.name, fault))
        except Faults as faults:
            return _stopped(state, ports, Stop(step.name, faults.faults[0]))
    return state


def _stopped(state: Preparation, ports: Ports, stop: Stop) -> Preparation:
    """What is known at a stop, the CV's reading included where it was begun before the step that failed."""
    if state.reading is None and ports.reading is not None and stop.step != "read-cv":
        try:
            return replace(state, stop=stop, reading=ports.reading())
        except Fault as fault:
            return replace(state, stop=stop, notes=(*state.notes, str(fault)))
    return replace(state, stop=stop)


def _fetch(state: Preparation, ports: Ports) -> Preparation:
    return replace(state, pages=ports.pages(state.request.link))


def _read_posting(state: Preparation, ports: Ports) -> Preparation:
    if ports.posting:
        return replace(state, posting=ports.posting())
    return replace(state, posting=ports.guarded(read_posting, state.pages, state.request.posted_before))


def _read_cv(state: Preparation, ports: Ports) -> Preparation:
    request = state.request
    reading = ports.reading() if ports.reading else ports.guarded(read_cv, request.cv, request.cv_name)
    profile = reading.profile
    if not (profile.work or profile.education or profile.skills or profile.projects):
        what = "This holds no work, education, skills or projects, so it is no CV that can be tailored."
        raise InputFault(what, where=request.cv_name, mend="Are the posting and the CV swapped?")
    facts = facts_of(profile, request.answers, reading.sources)
    return replace(state, reading=reading, facts=facts)


def _match(state: Preparation, ports: Ports) -> Preparation:
    posting, facts = _known(state.posting), _known(state.facts)
    match = matching.match(posting, facts, state.request.today)
    return replace(
        state, match=match, planning=ports.beside.begin(planned, state.request, posting, match, facts)
    )


def _tailor(state: Preparation, ports: Ports) -> Preparation:
    language, notes = language_of(state.request.language, _known(state.reading).language)
    tailored = tailoring.tailor(
        _known(state.posting),
        _known(state.match),
        _known(state.facts),
        today=state.request.today,
        language=language,
        style=state.request.style,
        cv_language=_known(state.reading).language,
        edits=state.request.edits,
    )
    return replace(state, tailored=tailored, notes=(*state.notes, *notes))


def _ground(state: Preparation, ports: Ports) -> Preparation:
    """What is composed is composed anew where it is refused; what the person wrote is theirs to mend."""
    tailored, grounded, refused = gate.passed(
        _known(state.tailored), _known(state.facts), _known(state.posting), state.request.today
    )
    if state.request.edits.letter:
        grounded = _own_letter(state, grounded)
        tailored = replace(tailored, draft=grounded.draft)
    return replace(state, tailored=tailored, grounded=grounded, refused=refused)


def _rewrite(state: Preparation, ports: Ports) -> Preparation:
    """What a model says better and the check passes; a letter that the person wrote stays theirs."""
    if ports.writer is None:
        return state
    setting = rewriting.Setting(
        _known(state.grounded), _known(state.facts), _known(state.posting), state.request.today
    )
    done = rewriting.rewritten(setting, ports.writer, letter=not state.request.edits.letter)
    notes = (*state.notes, done.note) if done.note else state.notes
    tailored = replace(_known(state.tailored), draft=done.grounded.draft)
    return replace(state, tailored=tailored, grounded=done.grounded, proposals=done.proposals, notes=notes)


def _own_letter(state: Preparation, grounded: Grounded) -> Grounded:
    about = (_known(state.facts), _known(state.posting), state.request.today)
    draft = own_letter.written(state.request.edits.letter, grounded, *about)
    return own_letter.grounded(draft, *about)


def planned(request: Request, posting: Posting, match: Match, facts: Facts) -> tuple[InterviewPlan, Handout]:
    """The interview plan and its paper; made beside the steps that follow the match."""
    if request.guide:
        guide, fits = guides.load(request.guide, request.own_guides), True
    else:
        guide, fits = guides.choose(posting.title or "", request.own_guides)
    plan = practice.plan(guide, fits, posting, match, facts)
    return plan, practice.handout(plan, posting, match)


def _print(state: Preparation, ports: Ports) -> Preparation:
    """Print everything; the CV and the letter are read back in a child meanwhile."""
    request = state.request

    def typeset(grounded: Grounded) -> bytes:
        return documents.typeset_cv(grounded, template=request.template, paper=request.paper)

    grounded, cv, fits = fitted(
        _known(state.tailored), _known(state.grounded), request.pages, typeset, documents.page_count
    )
    letter = documents.typeset_letter(grounded, template=request.template, paper=request.paper)
    read_back = ports.guarded.begin(lost_in_print, cv, letter, grounded)
    papers = {"cv.pdf": cv, "letter.pdf": letter, **_others(grounded, request)}
    plan, handout = _known(state.planning)()
    papers |= _handout(handout, request)
    notes = (
        () if fits else (f"The CV does not fit {request.pages} page(s) without losing a job: it has more.",)
    )
    losses = tuple(f"The printed file does not read back: {loss}" for loss in read_back())
    return replace(
        state, grounded=grounded, plan=plan, documents=papers, notes=(*state.notes, *notes, *losses)
    )


def _handout(handout: Handout, request: Request) -> Papers:
    return {
        "interview.pdf": documents.typeset_handout(handout, paper=request.paper),
        "interview.md": documents.handout_markdown(handout).encode(),
    }


def _others(grounded: Grounded, request: Request) -> Papers:
    look = {"template": request.template, "paper": request.paper}
    return {
        "cv.docx": documents.cv_docx(grounded, **look),
        "cv.md": documents.cv_markdown(grounded).encode(),
        "letter.docx": documents.letter_docx(grounded, **look),
        "letter.md": documents.letter_markdown(grounded).encode(),
    }


def lost_in_print(cv: bytes, letter: bytes, grounded: Grounded) -> tuple[str, ...]:
    """What our own reader does not get back from the printed CV and letter; a loss is our bug, and is said."""
    lost = (*documents.read_back(cv, grounded).missing, *documents.read_back_letter(letter, grounded).missing)
    return tuple(str(loss) for loss in lost)


def _known(value: T | None) -> T:
    if value is None:
        raise BugFault("A step ran before the one that it needs.")
    return value


REWRITE = Step("rewrite", "Asking the language model for better sentences, and checking each", _rewrite)
STEPS = (
    Step("fetch", "Fetching the posting", _fetch),
    Step("read-posting", "Reading the posting", _read_posting),
    Step("read-cv", "Reading the CV", _read_cv),
    Step("match", "Matching requirements with facts, planning the interviews", _match),
    Step("tailor", "Tailoring the CV and the letter", _tailor),
    Step("ground", "Checking every statement against the facts", _ground),
    REWRITE,
    Step("print", "Printing, and reading the print back", _print),
)


def steps(*, helped: bool) -> tuple[Step, ...]:
    """The steps of a preparation; a language model is a step only where one helps."""
    return tuple(step for step in STEPS if helped or step is not REWRITE)
