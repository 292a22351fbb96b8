"""The main job in a browser: an order becomes a card and a run; the run works in a thread and can go on after a stop."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import close_old_connections, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from bonafide.connectors import records, sources
from bonafide.model.edits import Edits
from bonafide.model.faults import BugFault, Fault, InputFault
from bonafide.model.page import Page
from bonafide.model.posting import Posting
from bonafide.model.reading import CvReading
from bonafide.model.style import style_of
from bonafide.services import blobs, board, hands, helping, keeping
from bonafide.store.models import Application, Blob, Cv, Person, Run, RunState
from bonafide.store.nouns import decode
from bonafide.workflows.correcting import corrected_posting, corrected_reading
from bonafide.workflows.prepare import STEPS, Step, prepare, steps
from bonafide.workflows.state import Ports, Preparation, Request

log = logging.getLogger(__name__)

DOUBLE = timedelta(seconds=30)
"""The same order once more within this time is a second click, not a second wish."""
OF_RUN = ("application", "state", "step", "beaten", "fault", "application__link", "application__options")
SILENT = timedelta(seconds=90)
"""A run that has not said anything for this long was cut off: its process ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """An uploaded file: its name (for messages) and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a person asks for on the first page.

    One of `link`, `text` and `page` names the posting; one of `cv` (a kept one's id) and `upload` the CV.
    `answers` are the three optional questions'; `options` are `pages`, `template`, `paper`, `language`, `guide`, `tone`, `length`.
    """

    link: str = ""
    text: str = ""
    page: File | None = None
    cv: UUID | None = None
    upload: File | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Progress:
    """A run as a page shows it: each step with `done`, `now`, `waiting` or `stopped`, and the fault at a stop.

    `again`: it is through, and was not the first of its application.
    """

    run: UUID
    application: UUID
    state: RunState
    steps: tuple[tuple[Step, str], ...]
    fault: Mapping[str, str] | None
    source: str
    again: bool = False

    @property
    def running(self) -> bool:
        """Whether it is still under way."""
        return self.state is RunState.RUNNING

    @property
    def at_posting(self) -> bool:
        """Whether it stopped for want of a readable posting."""
        return self._stopped_at("fetch", "read-posting")

    @property
    def at_cv(self) -> bool:
        """Whether it stopped for want of a readable CV."""
        return self._stopped_at("read-cv")

    def _stopped_at(self, *names: str) -> bool:
        return any(state == "stopped" and step.name in names for step, state in self.steps)

    @property
    def link(self) -> str:
        """The posting's link, where it has one."""
        return self.source if sources.is_link(self.source) else ""

    @property
    def done(self) -> bool:
        """Whether there is a new version."""
        return self.state is RunState.DONE


def order(owner: Person, wanted: Order, now: datetime, *, allow_loopback: bool = False) -> Run:
    """Make the card, or take the one that the link has already, and start the run.

    Raises InputFault where the posting or the CV is missing.
    """
    link, page = _posting_of(wanted)
    with transaction.atomic():
        cv = kept_cv(owner, wanted, now)
        pages = keeping._snapshot(owner, [page]) if page else []
        known = {
            "cv": cv,
            "pages": pages,
            "answers": {key: text.strip() for key, text in wanted.answers.items() if text.strip()},
            "options": dict(wanted.options),
        }
        if twin := _twin(owner, link, known, now):
            return twin
        application = board.same(owner, link)
        if application is None:
            application = keeping.card(owner, now, link=link, **known)
        else:
            keeping.renew(application, **known)
        run = _begun(owner, application, now)
    _submit(owner, run, now, allow_loopback)
    return run


def start(owner: Person, application: Application, now: datetime, *, allow_loopback: bool = False) -> Run:
    """Run the steps for a card, with what is kept of it; the run is returned at once and works on in a thread."""
    run = _begun(owner, application, now)
    _submit(owner, run, now, allow_loopback)
    return run


def _begun(owner: Person, application: Application, now: datetime) -> Run:
    step = STEPS[0].name
    run: Run = Run.of(owner).create(owner=owner, application=application, began=now, beaten=now, step=step)
    return run


def _submit(owner: Person, run: Run, now: datetime, allow_loopback: bool) -> None:
    hands.runner().submit(_work, owner.pk, run.pk, now, allow_loopback)


def _twin(owner: Person, link: str, known: Mapping[str, Any], now: datetime) -> Run | None:
    """The run that the very same order started a moment ago."""
    since = (
        Run.of(owner).exclude(state=RunState.STOPPED).filter(began__gt=now - DOUBLE, application__link=link)
    )
    same = {f"application__{name}": value for name, value in known.items()}
    twin: Run | None = since.filter(**same).first()
    return twin


def progress(owner: Person, run_id: UUID, now: datetime) -> Progress:
    """How far a run is; one whose process ended is said to have been cut off. Raises Run.DoesNotExist."""
    run = Run.of(owner).select_related("application").only(*OF_RUN).get(pk=run_id)
    if run.state == RunState.RUNNING and now - run.beaten > SILENT:
        run.state, run.fault = RunState.STOPPED, _told(_cut_off())
        run.save(update_fields=["state", "fault"])
    link, state = run.application.link, RunState(run.state)
    again = state is RunState.DONE and _earlier(owner, run).exists()
    return Progress(run.pk, run.application_id, state, _steps(run), run.fault, link, again)


def _earlier(owner: Person, run: Run) -> QuerySet[Run]:
    """The runs of the same application that were through before."""
    done = Run.of(owner).filter(application=run.application_id, state=RunState.DONE)
    return done.filter(began__lt=run.began)


def mend(owner: Person, run_id: UUID, wanted: Order, now: datetime, *, allow_loopback: bool = False) -> Run:
    """Go on after a stop: with another page or text for the posting, another CV, or just once more."""
    with transaction.atomic():
        stopped = Run.lock(owner).get(pk=run_id)
        application = Application.lock(owner).get(pk=stopped.application_id)
        if wanted.text or wanted.page or wanted.link:
            link, page = _posting_of(wanted)
            application.link = link if wanted.link else application.link
            application.pages = keeping._snapshot(owner, [page]) if page else []
            application.posting, application.corrections = None, {}
        if wanted.cv or wanted.upload:
            application.cv = kept_cv(owner, wanted, now)
        application.save(update_fields=["link", "pages", "posting", "corrections", "cv"])
    return start(owner, application, now, allow_loopback=allow_loopback)


def kept_cv(owner: Person, wanted: Order, now: datetime) -> Cv:
    """The kept CV that is meant, or a new one from the upload; the same file again is the same CV."""
    if wanted.upload is not None:
        if not wanted.upload.content:
            raise InputFault(_("The CV's file is empty."), where=_("CV"), mend=_("Choose the file again."))
        kind = sources.page_of(wanted.upload.content).media_type
        blob = blobs.keep(owner, wanted.upload.content, kind[:100])
        same = Cv.of(owner).filter(file=blob).first()
        return same or Cv.of(owner).create(owner=owner, name=wanted.upload.name[:255], file=blob, added=now)
    kept = Cv.of(owner).filter(pk=wanted.cv).first() if wanted.cv else None
    if kept is None:
        raise InputFault(_("There is no CV yet."), where=_("CV"), mend=_("Choose your CV's file."))
    return kept


def _posting_of(wanted: Order) -> tuple[str, Page | None]:
    """The link and the page of an order; exactly one of the three ways must be used."""
    ways = [bool(wanted.link.strip()), bool(wanted.text.strip()), wanted.page is not None]
    if sum(ways) == 0:
        raise InputFault(
            _("There is no posting yet."),
            where=_("Posting"),
            mend=_("Paste its link or its text, or choose a file."),
        )
    if wanted.page is not None:
        link = wanted.link.strip()
        return link or wanted.page.name, sources.page_of(wanted.page.content, link or None)
    if wanted.text.strip():
        link = wanted.link.strip()
        return link, Page(wanted.text.encode(), "text/plain", link or None)
    if not sources.is_link(wanted.link.strip()):
        what = _("This is no web address.")
        raise InputFault(
            what, where=_("Posting"), mend=_("A link begins with https://; or paste the posting's text.")
        )
    return wanted.link.strip(), None


def _work(owner_id: int, run_id: UUID, now: datetime, allow_loopback: bool) -> None:
    """The thread's work: whatever happens, the run says how it ended."""
    close_old_connections()
    owner = Person.objects.get(pk=owner_id)
    try:
        run = Run.of(owner).select_related("application__cv__file").get(pk=run_id)
        _ended(owner, run, _prepared(owner, run, now, allow_loopback))
    except Exception as error:
        log.exception("A preparation ended with a fault of ours.")
        fault = error if isinstance(error, Fault) else _bug(error)
        Run.of(owner).filter(pk=run_id).update(state=RunState.STOPPED, fault=_told(fault))
    finally:
        close_old_connections()


def _prepared(owner: Person, run: Run, now: datetime, allow_loopback: bool) -> Preparation:
    application = run.application
    cv = application.cv
    if cv is None:
        raise InputFault(_("This card has no CV."), where=_("CV"), mend=_("Choose a CV for it."))

    def report(step: Step) -> None:
        Run.of(owner).filter(pk=run.pk).update(step=step.name, beaten=datetime.now(UTC))

    request = request_of(application, cv, now.date())
    return prepare(request, ports_of(owner, application, cv, allow_loopback), report)


def request_of(application: Application, cv: Cv, today: date) -> Request:
    """What the workflow is asked for a card."""
    options = application.options
    return Request(
        link=application.link,
        cv_name=cv.name,
        cv=blobs.content(cv.file),
        today=today,
        posted_before=posted_before(application),
        answers=application.answers,
        pages=int(options.get("pages", 2)),
        template=str(options.get("template", "classic")),
        paper=str(options.get("paper", "a4")),
        language=options.get("language") or None,
        style=style_of(options),
        guide=options.get("guide") or None,
        edits=decode(Edits, application.edits),
    )


def posted_before(application: Application) -> date | None:
    """The day from which "3 days ago" counts on a card's page: the day it was fetched; None where nobody knows."""
    return application.created.date() if sources.is_link(application.link or "-") else None


def ports_of(owner: Person, application: Application, cv: Cv, allow_loopback: bool = False) -> Ports:
    """The world for a card's run: what is kept is not fetched or read again."""
    guarded = hands.guarded()

    def pages(link: str) -> tuple[Page, ...]:
        kept = pages_of(owner, application)
        if kept:
            return kept
        return records.pages_of(link, sources.fetcher(allow_loopback=allow_loopback), guarded)

    def posting() -> Posting:
        return posting_of(application)

    def reading() -> CvReading:
        return reading_of(cv)

    return Ports(
        pages=pages,
        guarded=guarded,
        beside=hands.beside(),
        reading=reading if cv.reading is not None else None,
        posting=posting if application.posting is not None else None,
        writer=helping.writer(bool(application.options.get("rewrite"))),
    )


def pages_of(owner: Person, application: Application) -> tuple[Page, ...]:
    """The snapshot of a card's posting."""
    rows = {
        str(blob.pk): blob for blob in Blob.of(owner).filter(pk__in=[p["blob"] for p in application.pages])
    }
    return tuple(
        Page(blobs.content(rows[page["blob"]]), page["media_type"], page["url"])
        for page in application.pages
        if page["blob"] in rows
    )


def posting_of(application: Application) -> Posting:
    """The card's posting as read, with the person's corrections."""
    return corrected_posting(decode(Posting, application.posting), application.corrections)


def reading_of(cv: Cv) -> CvReading:
    """The CV's reading with the person's corrections."""
    return corrected_reading(decode(CvReading, cv.reading), cv.corrections)


def _ended(owner: Person, run: Run, state: Preparation) -> None:
    keeping.readings(owner, run.application, state)
    ended = datetime.now(UTC)
    if state.stop is None:
        keeping.version(owner, run.application, state, ended)
        Run.of(owner).filter(pk=run.pk).update(state=RunState.DONE, fault=None, beaten=ended)
        return
    Run.of(owner).filter(pk=run.pk).update(
        state=RunState.STOPPED, step=state.stop.step, fault=_told(state.stop.fault), beaten=ended
    )


def _steps(run: Run) -> tuple[tuple[Step, str], ...]:
    shown = steps(helped=bool(run.application.options.get("rewrite")))
    names = [step.name for step in shown]
    at = names.index(run.step) if run.step in names else 0
    here = {RunState.RUNNING: "now", RunState.STOPPED: "stopped", RunState.DONE: "done"}[RunState(run.state)]
    if run.state == RunState.DONE:
        at = len(shown)
    return tuple(
        (step, "done" if number < at else here if number == at else "waiting")
        for number, step in enumerate(shown)
    )


def _told(fault: Fault) -> dict[str, str]:
    return {"what": fault.what, "where": fault.where, "mend": fault.mend, "kind": fault.kind}


def _cut_off() -> Fault:
    return BugFault(_("The program ended while this was under way."), mend=_("Go on: what was read is kept."))


def _bug(error: Exception) -> Fault:
    what = _("Bonafide has a fault of its own here (%(kind)s).") % {"kind": type(error).__name__}
    return BugFault(what, mend=_("What was read is kept. Please report it with the log's last lines."))
