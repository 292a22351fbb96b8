"""Filing a preparation that was made outside the web application: its card, its readings, its version."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePath

from django.db import transaction

from bonafide.connectors.sources import is_link
from bonafide.services import blobs, board, keeping, preparing
from bonafide.services.preparing import File, Order
from bonafide.store.models import Application, Person
from bonafide.workflows.state import Preparation, Request


def filed(owner: Person, state: Preparation, now: datetime) -> Application:
    """The card of a finished preparation, with a new version: the same posting again is the same card."""
    request = state.request
    with transaction.atomic():
        cv = preparing.kept_cv(owner, Order(upload=File(name=request.cv_name, content=request.cv)), now)
        link = _link(state)
        application = _there(owner, link, state)
        if application is None:
            application = keeping.card(owner, now, link=link)
        keeping.renew(application, cv=cv, answers=dict(request.answers), options=_options(request))
        # Only in memory, for the version: what the person wrote in the browser stays, but is not in these papers.
        application.edits = {}
        keeping.readings(owner, application, state)
        keeping.version(owner, application, state, now)
    return application


def _link(state: Preparation) -> str:
    """The posting's address; for a saved page the one noted in it, else the file's name."""
    link = state.request.link
    if link == "-" or is_link(link):
        return link.removeprefix("-")
    noted = state.pages[0].url if state.pages else None
    return noted or PurePath(link).name


def _there(owner: Person, link: str, state: Preparation) -> Application | None:
    """The card of this posting: by its address, or where it has none by its page's content."""
    if (there := board.same(owner, link)) is not None:
        return Application.lock(owner).get(pk=there.pk)
    if is_link(link) or not state.pages:
        return None
    page = state.pages[0]
    blob = blobs.keep(owner, page.content, page.media_type[:100])
    return Application.lock(owner).filter(pages__0__blob=str(blob.pk)).order_by("-created").first()


def _options(request: Request) -> dict[str, object]:
    return {
        "pages": request.pages,
        "template": request.template,
        "paper": request.paper,
        "language": request.language,
        "tone": str(request.style.tone),
        "length": str(request.style.length),
        "guide": request.guide,
    }
