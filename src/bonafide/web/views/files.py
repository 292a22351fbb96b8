"""Files on their way out: our own PDFs may be shown, everything that came from elsewhere is only handed over."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from bonafide.services import applications
from bonafide.web.asked import Asked

SANDBOX = "default-src 'none'; style-src 'none'; sandbox"


def paper(request: Asked, application: UUID, number: int, name: str) -> HttpResponse:
    """A file of a version; a PDF that we printed may be looked at in the browser, the rest is saved."""
    media_type, content = applications.paper(request.owner, application, number, name)
    shown = name in ("cv.pdf", "letter.pdf", "interview.pdf") and "save" not in request.GET
    return _sent(name, media_type, content, shown)


def snapshot(request: Asked, application: UUID, number: int) -> HttpResponse:
    """The posting's page as it came: it may hold anything, so it is never shown as a page of ours."""
    media_type, content = applications.snapshot(request.owner, application, number)
    ending = {"text/html": "html", "application/pdf": "pdf", "application/json": "json"}
    kind = media_type.split(";")[0].strip()
    return _sent(f"posting-{number}.{ending.get(kind, 'txt')}", media_type, content, False)


def _sent(name: str, media_type: str, content: bytes, shown: bool) -> HttpResponse:
    response = HttpResponse(content, media_type if shown else "application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(not shown, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    if not shown:
        response["Content-Security-Policy"] = SANDBOX
    return response
