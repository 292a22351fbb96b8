"""Saving what a preparation found and made: readings at once, a whole version when it is through."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max, Min

from bonafide.model.page import Page
from bonafide.services import blobs
from bonafide.store.models import Application, Event, EventKind, Lane, Paper, Person, Version
from bonafide.store.nouns import encode
from bonafide.workflows.outputs import files_of
from bonafide.workflows.state import Preparation

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "json": "application/json",
    "html": "text/html",
    "xml": "application/xml",
    "txt": "text/plain; charset=utf-8",
}


def media_type_of(name: str) -> str:
    """The media type of one of our own files, by its ending."""
    return MEDIA_TYPES.get(name.rpartition(".")[2], "application/octet-stream")


def readings(owner: Person, application: Application, state: Preparation) -> None:
    """Keep what was fetched and read, also where a later step stopped: it is not fetched or read again."""
    with transaction.atomic():
        if state.pages and not application.pages:
            application.pages = _snapshot(owner, state.pages)
        if state.posting is not None and application.posting is None:
            application.posting = encode(state.posting)
        if state.posting is not None:
            application.company = (state.posting.company or application.company)[:300]
            application.title = (state.posting.title or application.title)[:300]
        application.save(update_fields=["pages", "posting", "company", "title"])
        cv = application.cv
        if state.reading is not None and cv is not None and cv.reading is None:
            cv.reading = encode(state.reading)
            cv.save(update_fields=["reading"])


def version(owner: Person, application: Application, state: Preparation, now: datetime) -> Version:
    """Keep a finished preparation as the application's next version, with all its papers and a line of history."""
    files = files_of(state)
    with transaction.atomic():
        made = Version(
            owner=owner,
            application=application,
            number=_next_number(owner, application),
            made=now,
            record={**json.loads(files["application.json"]), "made_from": read_now(application)},
            state=_state(state),
            edits=application.edits,
        )
        made.save()
        papers = [
            Paper(owner=owner, version=made, name=name, blob=blobs.keep(owner, content, media_type_of(name)))
            for name, content in sorted(files.items())
        ]
        Paper.of(owner).bulk_create(papers)
        fit = state.match.fit if state.match else None
        Application.of(owner).filter(pk=application.pk).update(fit=fit, changed=now)
        event(owner, application, EventKind.PREPARED, now, after={"version": made.number})
    return made


def read_now(application: Application) -> str:
    """A digest of what an application would be made from now: both readings as read, and their corrections."""
    cv = application.cv
    read = [cv.reading, cv.corrections] if cv is not None else []
    whole = json.dumps([*read, application.posting, application.corrections], sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()


def event(
    owner: Person,
    application: Application,
    kind: EventKind,
    now: datetime,
    *,
    on: date | None = None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    undoes: Event | None = None,
) -> Event:
    """One more line of a card's history. It comes after all others, even where the clock was set back."""
    latest = Event.of(owner).aggregate(at=Max("at"))["at"]
    return Event.of(owner).create(
        owner=owner,
        application=application,
        kind=kind,
        at=max(now, latest + timedelta(microseconds=1)) if latest else now,
        on=on or now.date(),
        before=before or {},
        after=after or {},
        undoes=undoes,
    )


def card(owner: Person, now: datetime, **known: Any) -> Application:
    """A new card at the head of its lane: the first one, where none is named."""
    with transaction.atomic():
        lane = known.get("lane", Lane.SAVED)
        head = Application.of(owner).filter(lane=lane).aggregate(first=Min("rank"))["first"]
        application = Application(
            owner=owner, created=now, changed=now, rank=(head if head is not None else 0) - 1, **known
        )
        application.save()
        event(owner, application, EventKind.ADDED, now, on=known.get("entered"), after={"lane": lane})
    return application


def renew(application: Application, **known: Any) -> None:
    """A card that is prepared once more from its link: what was fetched and read before makes room."""
    known = {"pages": [], **known, "posting": None}
    for name, value in known.items():
        setattr(application, name, value)
    application.save(update_fields=list(known))


def _next_number(owner: Person, application: Application) -> int:
    latest = Version.of(owner).filter(application=application).aggregate(latest=Max("number"))["latest"]
    return (latest or 0) + 1


def _snapshot(owner: Person, pages: Iterable[Page]) -> list[dict[str, Any]]:
    return [
        {
            "url": page.url,
            "media_type": page.media_type,
            "blob": str(blobs.keep(owner, page.content, page.media_type[:100]).pk),
        }
        for page in pages
    ]


def _state(state: Preparation) -> dict[str, Any]:
    draft = state.grounded.draft if state.grounded else None
    nouns = {
        "reading": state.reading,
        "posting": state.posting,
        "match": state.match,
        "draft": draft,
        "refused": state.refused,
        "plan": state.plan,
    }
    return {name: encode(noun) for name, noun in nouns.items() if noun is not None}
