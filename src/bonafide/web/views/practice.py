"""Rehearsing a question: the list of what is due, the question, its probes, and the rating."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bonafide.model.faults import Fault, Faults, InputFault
from bonafide.model.loop import Round
from bonafide.practice.rubric import rubric
from bonafide.services import attempts, loops, opinions, rehearsing, transcribing
from bonafide.services.rehearsing import Said
from bonafide.web.asked import Asked
from bonafide.web.forms import ReplyForm, SaidForm


def desk(request: Asked) -> HttpResponse:
    """The questions of a guide, those due first, with the reason."""
    context = {
        "desk": rehearsing.desk(request.owner, timezone.now(), request.GET.get("guide", "")),
        "at": "questions",
    }
    return render(request, "bonafide/practice/desk.html", context)


def ask(request: Asked) -> HttpResponse:
    """One question, calm, with room for the answer."""
    return _asking(request, SaidForm(request.GET).said())


@require_POST
def say(request: Asked) -> HttpResponse:
    """Keep the answer and go on to its probes; one that cannot be rated comes back with the reason."""
    said = SaidForm(request.POST).said()
    try:
        attempt = rehearsing.begin(request.owner, said, timezone.now())
    except InputFault as fault:
        return _asking(request, said, [fault])
    return _next(attempt.pk, attempt.rehearsal_id if attempt.finished else None)


def attempt(request: Asked, attempt: UUID) -> HttpResponse:
    """The probe that waits for its reply, or the rating when all is said."""
    page = attempts.page(request.owner, attempt)
    if page.probe:
        return _probing(request, page)
    context = {
        "page": page,
        "panel": opinions.panel(request.owner, page.attempt),
        "rubric": rubric(),
        "given": {},
    }
    return render(request, "bonafide/practice/rating.html", context)


@require_POST
def reply(request: Asked, attempt: UUID) -> HttpResponse:
    """Keep the reply, or pass the probe over."""
    form = ReplyForm(request.POST)
    text, seconds = form.values()
    try:
        kept = rehearsing.reply(request.owner, attempt, text, timezone.now(), seconds=seconds)
    except InputFault as fault:
        return _probing(request, attempts.page(request.owner, attempt), text, [fault])
    return _next(kept.pk, kept.rehearsal_id if kept.finished else None)


@require_POST
def forget(request: Asked, attempt: UUID) -> HttpResponse:
    """Delete an attempt."""
    rehearsing.forget(request.owner, attempt)
    messages.success(request, _("The attempt is deleted."))
    return redirect("practice")


@require_POST
def rate_oneself(request: Asked, attempt: UUID) -> HttpResponse:
    """Keep the person's own rating."""
    try:
        opinions.rate_oneself(request.owner, attempt, request.POST.dict(), timezone.now())
    except Faults as wrong:
        return _rating(request, attempt, wrong.faults, "own")
    messages.success(request, _("Your own rating stands beside the program's."))
    return redirect("attempt", attempt=attempt)


@require_POST
def take_in(request: Asked, attempt: UUID) -> HttpResponse:
    """Keep what a colleague sent back, pasted or as a file."""
    upload = request.FILES.get("file")
    text = upload.read(200_000).decode("utf-8", "replace") if upload else request.POST.get("lines", "")
    try:
        opinions.take_in(request.owner, attempt, text, timezone.now())
    except Faults as wrong:
        return _rating(request, attempt, wrong.faults, "colleague", text)
    except InputFault as wrong:
        return _rating(request, attempt, [wrong], "colleague", text)
    messages.success(request, _("The colleague's rating stands beside the program's."))
    return redirect("attempt", attempt=attempt)


@require_POST
def drop(request: Asked, opinion: UUID) -> HttpResponse:
    """Delete an opinion."""
    return redirect("attempt", attempt=opinions.drop(request.owner, opinion))


def form(request: Asked, attempt: UUID) -> HttpResponse:
    """The colleague's form: one file that needs nothing else and tells nothing of the program's rating."""
    context = {"page": attempts.page(request.owner, attempt), "rubric": rubric(), "given": {}}
    response = render(request, "bonafide/practice/colleague.html", context)
    response["Content-Disposition"] = 'attachment; filename="rate-my-answer.html"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response


def _next(attempt: UUID, rehearsal: UUID | None) -> HttpResponse:
    """The attempt's own page; in a loop a question that is through leads back to it, as panels tell nobody how it went."""
    return redirect("loop", rehearsal=rehearsal) if rehearsal else redirect("attempt", attempt=attempt)


def _asking(request: Asked, said: Said, faults: list[InputFault] | None = None) -> HttpResponse:
    guide, question = rehearsing.question(said.guide, said.question)
    context = {
        "guide": guide,
        "question": question,
        "said": said,
        "faults": faults,
        "round": _round(request, said.rehearsal),
        "transcriber": transcribing.offered(),
    }
    return render(request, "bonafide/practice/ask.html", context, status=400 if faults else 200)


def _round(request: Asked, rehearsal: UUID | None) -> Round | None:
    return loops.page(request.owner, rehearsal).round if rehearsal else None


def _probing(
    request: Asked, page: attempts.AttemptPage, text: str = "", faults: list[InputFault] | None = None
) -> HttpResponse:
    context = {"page": page, "text": text, "faults": faults}
    return render(request, "bonafide/practice/probe.html", context, status=400 if faults else 200)


def _rating(
    request: Asked, attempt: UUID, faults: list[Fault] | tuple[Fault, ...], where: str, lines: str = ""
) -> HttpResponse:
    page = attempts.page(request.owner, attempt)
    context = {
        "page": page,
        "panel": opinions.panel(request.owner, page.attempt),
        "rubric": rubric(),
        "faults": faults,
        "where": where,
        "lines": lines,
        "given": request.POST.dict(),
    }
    return render(request, "bonafide/practice/rating.html", context, status=400)
