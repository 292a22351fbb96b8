"""The application's pages: match, interview plan, files; and preparing it once more."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from bonafide.services import applications, helping, loops
from bonafide.web.asked import Asked
from bonafide.web.forms import OptionsForm


def match(request: Asked, application: UUID) -> HttpResponse:
    """Each requirement with its verdict, why, the facts, and what to do about a gap."""
    at = applications.opened(request.owner, application)
    context = {"at": at, "tab": "match", "page": applications.matched(at)}
    return render(request, "bonafide/application/match.html", context)


def interview(request: Asked, application: UUID) -> HttpResponse:
    """The questions to expect, what answers them, and the gaps."""
    at = applications.opened(request.owner, application)
    context = {
        "at": at,
        "tab": "interview",
        "plan": applications.plan_at(at),
        "loops": loops.of_application(request.owner, application),
    }
    return render(request, "bonafide/application/interview.html", context)


def files(request: Asked, application: UUID) -> HttpResponse:
    """The files of a version, and the history of versions."""
    number = request.GET.get("version", "")
    at = applications.opened(request.owner, application, int(number) if number.isdecimal() else None)
    context = {
        "at": at,
        "tab": "files",
        "shelves": applications.shelves(request.owner, at.version) if at.version else [],
        "versions": applications.versions(request.owner, at),
        "form": OptionsForm(initial=at.application.options),
        "helper": helping.offered(),
    }
    return render(request, "bonafide/application/files.html", context)


@require_POST
def again(request: Asked, application: UUID) -> HttpResponse:
    """Print a new version from what is kept, with what was corrected, switched and written."""
    form = OptionsForm(request.POST)
    options = form.options() if form.is_valid() else {}
    run = applications.again(request.owner, application, timezone.now(), options)
    return redirect("run", run=run.pk)
