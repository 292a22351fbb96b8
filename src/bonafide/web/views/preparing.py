"""Preparing: the order, its progress step by step, and going on after a stop."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from bonafide.model.faults import InputFault
from bonafide.services import cvs, listing, preparing
from bonafide.web.asked import Asked
from bonafide.web.forms import OrderForm


@require_POST
def begin(request: Asked) -> HttpResponse:
    """Start a preparation and show its progress; a form that lacks something comes back with the reason."""
    form = OrderForm(request.POST, request.FILES)
    faults: list[InputFault] = form.unseen_faults()
    if form.is_valid():
        try:
            run = preparing.order(request.owner, form.order(), timezone.now(), allow_loopback=settings.DEBUG)
            return redirect("run", run=run.pk)
        except InputFault as trouble:
            faults = [trouble]
    context = {
        "form": form,
        "faults": faults,
        "cvs": cvs.kept(request.owner),
        "latest": listing.latest(request.owner),
    }
    return render(request, "bonafide/home.html", context, status=400)


def page(request: Asked, run: UUID) -> HttpResponse:
    """The progress page; a run that is through leads to its application: printed anew, to the new files."""
    progress = preparing.progress(request.owner, run, timezone.now())
    if progress.done:
        to = "application-files" if progress.again else "application"
        return redirect(to, application=progress.application)
    form = OrderForm(initial={"link": progress.link})
    context = {"progress": progress, "form": form, "cvs": cvs.kept(request.owner)}
    return render(request, "bonafide/run.html", context)


def progress(request: Asked, run: UUID) -> HttpResponse:
    """The moving part of the progress page; when the run is through, the browser goes to the application."""
    at = preparing.progress(request.owner, run, timezone.now())
    response = render(request, "bonafide/parts/progress.html", {"progress": at})
    if not at.running:
        response["HX-Refresh"] = "true"
    return response


@require_POST
def mend(request: Asked, run: UUID) -> HttpResponse:
    """Go on after a stop with what the person gave."""
    form = OrderForm(request.POST, request.FILES)
    now, faults = timezone.now(), form.unseen_faults()
    if form.is_valid():
        try:
            again = preparing.mend(request.owner, run, form.order(), now, allow_loopback=settings.DEBUG)
            return redirect("run", run=again.pk)
        except InputFault as trouble:
            faults = [trouble]
    context = {
        "progress": preparing.progress(request.owner, run, now),
        "form": form,
        "faults": faults,
        "cvs": cvs.kept(request.owner),
    }
    return render(request, "bonafide/run.html", context, status=400)
