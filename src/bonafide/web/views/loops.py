"""A loop: its rounds with the break between them, and the question that is asked now."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bonafide.services import loops
from bonafide.web.asked import Asked


@require_POST
def begin(request: Asked, application: UUID) -> HttpResponse:
    """A new loop for an application."""
    made = loops.begin(request.owner, application, request.POST.get("form", ""), timezone.now())
    return redirect("loop", rehearsal=made.pk)


def page(request: Asked, rehearsal: UUID) -> HttpResponse:
    """Where the loop stands."""
    return render(request, "bonafide/practice/loop.html", {"page": loops.page(request.owner, rehearsal)})


@require_POST
def go_on(request: Asked, rehearsal: UUID) -> HttpResponse:
    """Into the round that the button names, or on to the question that waits."""
    number = request.POST.get("round", "")
    if number.isdecimal() and number.isascii():
        loops.go_into(request.owner, rehearsal, int(number))
    at = loops.page(request.owner, rehearsal)
    if at.waiting:
        return redirect("attempt", attempt=at.waiting.pk)
    if at.at.question is None:
        return redirect("loop", rehearsal=rehearsal)
    asked = urlencode({"guide": at.plan.guide, "question": at.at.question, "rehearsal": str(rehearsal)})
    return redirect(f"{reverse('ask')}?{asked}")


@require_POST
def skip(request: Asked, rehearsal: UUID) -> HttpResponse:
    """Pass a question over."""
    loops.skip(request.owner, rehearsal, request.POST.get("question", ""), timezone.now())
    return redirect("loop", rehearsal=rehearsal)


@require_POST
def delete(request: Asked, rehearsal: UUID) -> HttpResponse:
    """Delete a loop; its attempts stay."""
    application = loops.delete(request.owner, rehearsal)
    messages.success(request, _("The loop is deleted. What you answered in it is kept."))
    return redirect("application-interview", application=application)
