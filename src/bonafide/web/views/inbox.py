"""The inbox: its door for the bookmarklet, what waits, and what becomes of it."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from bonafide.model.faults import InputFault
from bonafide.services import cvs, inbox
from bonafide.web.asked import Asked
from bonafide.web.bookmarklet import bookmarklet
from bonafide.web.faults import told
from bonafide.web.forms import OrderForm


def page(request: Asked) -> HttpResponse:
    """The bookmarklet and what waits."""
    return _page(request, [])


@csrf_exempt
@require_POST
def door(request: Asked) -> HttpResponse:
    """Let a page wait that comes with the key; from any site, so nothing is told but that it waits."""
    sent = request.POST
    if not inbox.opens(request.owner, sent.get("token", "")):
        fault = InputFault(
            _("This bookmarklet is not known here."), mend=_("Drag the new one to your bookmarks.")
        )
        response = told(request, [fault])
        response.status_code = 403
        return response
    address, title, content = (sent.get(name, "") for name in ("address", "title", "page"))
    inbox.take_in(request.owner, address, title, content.encode("utf-8", "replace"), timezone.now())
    return render(request, "bonafide/inbox/taken.html")


@require_POST
def renew(request: Asked) -> HttpResponse:
    """Another key; the old bookmarklet opens nothing any more."""
    inbox.renew(request.owner, timezone.now())
    messages.success(request, _("The old bookmarklet no longer works. Drag the new one to your bookmarks."))
    return redirect("inbox")


@require_POST
def confirm(request: Asked, sent: UUID) -> HttpResponse:
    """Prepare an application from a page that waits."""
    form = OrderForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, [InputFault(str(error)) for errors in form.errors.values() for error in errors])
    now = timezone.now()
    try:
        run = inbox.confirm(request.owner, sent, form.order(), now, allow_loopback=settings.DEBUG)
    except InputFault as fault:
        return _page(request, [fault])
    return redirect("run", run=run.pk)


@require_POST
def throw_away(request: Asked, sent: UUID) -> HttpResponse:
    """Delete a page that waits."""
    inbox.throw_away(request.owner, sent)
    messages.success(request, _("Thrown away."))
    return redirect("inbox")


def _page(request: Asked, faults: list[InputFault]) -> HttpResponse:
    address = request.build_absolute_uri(reverse("inbox-door"))
    context = {
        "bookmarklet": bookmarklet(address, inbox.token(request.owner, timezone.now())),
        "waiting": inbox.waiting(request.owner),
        "cvs": cvs.kept(request.owner),
        "faults": faults,
    }
    return render(request, "bonafide/inbox/inbox.html", context, status=400 if faults else 200)
