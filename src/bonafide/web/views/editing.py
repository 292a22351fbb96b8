"""The CV with its switches, and the letter with its check."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bonafide.model.faults import InputFault
from bonafide.services import editing
from bonafide.services.applications import Opened
from bonafide.services.editing import CvPage, LetterPage
from bonafide.web.asked import Asked
from bonafide.web.forms import OptionsForm, StyleForm, SwitchForm


def cv(request: Asked, application: UUID) -> HttpResponse:
    """The tailored CV beside the original, each line with its reason and a switch."""
    at, page = editing.cv_page(request.owner, application)
    return render(request, "bonafide/application/cv.html", {**_parts(at, page), "tab": "cv"})


@require_POST
def switch(request: Asked, application: UUID) -> HttpResponse:
    """Decide about one line; the comparison and the preview follow."""
    form = SwitchForm(request.POST)
    if not form.is_valid():
        raise InputFault(_("This switch is not known."), mend=_("Load the page again."))
    editing.switch(request.owner, application, form.cleaned_data["pointer"], form.decided())
    if not request.htmx:
        return redirect("application-cv", application=application)
    return render(
        request, "bonafide/application/cv_parts.html", _parts(*editing.cv_page(request.owner, application))
    )


@require_POST
def dress(request: Asked, application: UUID) -> HttpResponse:
    """Choose look, paper and length; the preview follows."""
    form = OptionsForm(request.POST)
    if not form.is_valid():
        raise InputFault(_("This look or paper is not known."), mend=_("Load the page again."))
    editing.dress(request.owner, application, form.look())
    if not request.htmx:
        return redirect("application-cv", application=application)
    return render(
        request, "bonafide/application/cv_parts.html", _parts(*editing.cv_page(request.owner, application))
    )


def _parts(at: Opened, page: CvPage | None) -> dict[str, object]:
    return {"at": at, "page": page, "form": OptionsForm(initial=at.application.options)}


def cv_picture(request: Asked, application: UUID, digest: str, page: int) -> HttpResponse:
    """A page of the preview; its address changes with what it shows, so it may be kept."""
    response = HttpResponse(editing.cv_picture(request.owner, application, page), "image/png")
    response["Cache-Control"] = "private, max-age=31536000, immutable"
    return response


def letter(request: Asked, application: UUID) -> HttpResponse:
    """The letter, a field for each paragraph, each sentence judged."""
    at, page = editing.letter_page(request.owner, application)
    return render(request, "bonafide/application/letter.html", _letter(at, page))


def _letter(at: Opened, page: LetterPage | None) -> dict[str, object]:
    return {"at": at, "tab": "letter", "page": page, "form": StyleForm(initial=at.application.options)}


@require_POST
def restyle(request: Asked, application: UUID) -> HttpResponse:
    """Choose the letter's tone, length and language; the letter follows, and what was typed is kept."""
    form = StyleForm(request.POST)
    if not form.is_valid():
        raise InputFault(_("This tone, length or language is not known."), mend=_("Load the page again."))
    editing.restyle(request.owner, application, form.style(), request.POST.getlist("paragraph"))
    return redirect("application-letter", application=application)


@require_POST
def check_letter(request: Asked, application: UUID) -> HttpResponse:
    """The verdicts on what stands in the fields now; nothing is kept."""
    texts = request.POST.getlist("paragraph")
    at, page = editing.letter_page(request.owner, application, texts)
    return render(request, "bonafide/application/letter_verdicts.html", {"at": at, "page": page})


@require_POST
def save_letter(request: Asked, application: UUID) -> HttpResponse:
    """Keep the letter as it stands, or bring the composed one back."""
    composed = "composed" in request.POST
    texts = [] if composed else request.POST.getlist("paragraph")
    try:
        editing.write(request.owner, application, texts)
    except InputFault as fault:
        return _unkept(request, application, texts, fault)
    messages.success(request, _("The composed letter is back.") if composed else _("Kept."))
    return redirect("application-letter", application=application)


def _unkept(request: Asked, application: UUID, texts: list[str], fault: InputFault) -> HttpResponse:
    """The letter's page again with what was typed, which is not kept, and why."""
    at, page = editing.letter_page(request.owner, application)
    typed = replace(page, paragraphs=tuple(text for text in texts if text.strip())) if page else None
    context = {**_letter(at, typed), "faults": [fault]}
    return render(request, "bonafide/application/letter.html", context, status=400)


@require_POST
def add_fact(request: Asked, application: UUID) -> HttpResponse:
    """Keep a sentence as a fact from the person; the letter is judged anew."""
    editing.add_fact(request.owner, application, request.POST.get("fact", ""))
    texts = request.POST.getlist("paragraph")
    if not request.htmx:
        return redirect("application-letter", application=application)
    at, page = editing.letter_page(request.owner, application, texts or None)
    return render(request, "bonafide/application/letter_verdicts.html", {"at": at, "page": page})
