"""What was read, beside the document: kept CVs, and correcting a CV's and a posting's values in place."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bonafide.model.faults import InputFault
from bonafide.services import applications, correcting, cvs, originals, posting_readout, readouts
from bonafide.services.correcting import Refused
from bonafide.services.readouts import CvSheet, Row
from bonafide.web import said
from bonafide.web.asked import Asked
from bonafide.web.forms import UploadForm


def kept(request: Asked) -> HttpResponse:
    """The kept CVs; a posted file is kept, read and shown."""
    form = UploadForm(request.POST or None, request.FILES or None)
    faults = []
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("cv", cv=cvs.add(request.owner, form.cleaned_data["upload"], timezone.now()).pk)
        except InputFault as fault:
            faults = [fault]
    context = {"cvs": cvs.listed(request.owner), "form": form, "faults": faults}
    return render(request, "bonafide/cv/list.html", context, status=400 if request.method == "POST" else 200)


@require_POST
def delete(request: Asked, cv: UUID) -> HttpResponse:
    """Delete a CV from which nothing was made."""
    cvs.delete(request.owner, cv)
    messages.success(request, _("The CV and its file are deleted."))
    return redirect("cvs")


@require_POST
def reread(request: Asked, cv: UUID) -> HttpResponse:
    """Read the file anew; corrections are kept."""
    correcting.reread(request.owner, cv)
    messages.success(request, _("Read anew. Your corrections are kept."))
    return redirect("cv", cv=cv)


def page_picture(request: Asked, cv: UUID, page: int) -> HttpResponse:
    """A page of the CV's file; the file of a kept CV never changes."""
    response = HttpResponse(originals.picture(request.owner, cv, page), "image/png")
    response["Cache-Control"] = "private, max-age=31536000, immutable"
    return response


def cv(request: Asked, cv: UUID) -> HttpResponse:
    """The CV's values beside the document."""
    sheet = readouts.cv_sheet(request.owner, cv, only_doubtful=_only(request))
    return render(request, "bonafide/cv/read.html", _cv_context(request, sheet))


@require_POST
def correct_cv(request: Asked, cv: UUID) -> HttpResponse:
    """Keep what a value, a button or the whole form says; a part of the page gets its part back."""
    shown = readouts.cv_sheet(request.owner, cv)
    deed = said.deed(request.POST, shown.row, request.htmx.trigger_name if request.htmx else None)
    refused = _done_to_cv(request, cv, deed, shown)
    whole = not request.htmx or request.htmx.target == "values"
    sheet = readouts.cv_sheet(request.owner, cv, refused, only_doubtful=whole and _only(request))
    context = _cv_context(request, sheet) | {"refused": refused, "fault": _loose_fault(refused, sheet)}
    if not whole:
        return render(request, "bonafide/cv/value.html", context | {"rows": _one(sheet.row(deed.pointer))})
    if request.htmx:
        return render(request, "bonafide/cv/values.html", context | {"oob": True})
    if refused:
        return render(request, "bonafide/cv/read.html", context, status=400)
    return redirect(f"{reverse('cv', args=[cv])}{'?only=doubtful' if _only(request) else ''}")


def _done_to_cv(request: Asked, cv: UUID, deed: said.Deed, shown: CvSheet) -> Refused:
    refused = correcting.correct_cv(request.owner, cv, deed.wanted)
    if deed.back:
        correcting.take_back(request.owner, cv, deed.back)
    if deed.place:
        index, pointer, words = deed.place
        text = words or next((one.text for one in shown.loose if one.index == index), "")
        return {**refused, **correcting.place(request.owner, cv, index, pointer, text)}
    return refused


@require_POST
def correct_posting(request: Asked, application: UUID) -> HttpResponse:
    """The same for a posting's values."""
    card = applications.opened(request.owner, application).application
    shown = posting_readout.posting_sheet(card)
    name = request.htmx.trigger_name if request.htmx else None
    deed = said.deed(request.POST, shown.row if shown else lambda pointer: None, name)
    refused, fault = _done_to_posting(request, application, deed)
    context = posting_context(request, application, refused) | {"refused": refused, "fault": fault}
    if not request.htmx:
        back = redirect("application-posting", application=application)
        faulty = refused or fault
        return render(request, "bonafide/application/posting.html", context, status=400) if faulty else back
    if request.htmx.target == "values":
        return render(request, "bonafide/application/posting_values.html", context | {"oob": True})
    rows = _one(context["sheet"].row(deed.pointer))
    return render(request, "bonafide/application/posting_value.html", context | {"rows": rows})


def _done_to_posting(request: Asked, application: UUID, deed: said.Deed) -> tuple[Refused, InputFault | None]:
    refused = correcting.correct_posting(request.owner, application, deed.wanted)
    if deed.back:
        correcting.take_back_posting(request.owner, application, deed.back)
    if deed.asked is None:
        return refused, None
    try:
        correcting.add_requirement(request.owner, application, *deed.asked)
    except InputFault as fault:
        return refused, fault
    return refused, None


@require_POST
def reread_posting(request: Asked, application: UUID) -> HttpResponse:
    """Read the kept pages anew; corrections are kept."""
    correcting.reread_posting(request.owner, application)
    messages.success(request, _("Read anew. Your corrections are kept."))
    return redirect("application-posting", application=application)


def posting(request: Asked, application: UUID) -> HttpResponse:
    """The posting as it was read, each value to be corrected, beside its text and the snapshot of its page."""
    return render(request, "bonafide/application/posting.html", posting_context(request, application))


def posting_context(request: Asked, application: UUID, refused: Refused | None = None) -> dict[str, Any]:
    """What the posting's page and its parts show."""
    at = applications.opened(request.owner, application)
    read = applications.posting_at(at)
    return {
        "at": at,
        "tab": "posting",
        "posting": read,
        "lines": applications.posting_lines(read) if read else [],
        "sheet": posting_readout.posting_sheet(at.application, refused),
        "save": reverse("posting-correct", args=[application]),
        "typed": request.POST.get("new-text", "") if refused else "",
    }


def _one(row: Row | None) -> list[Row]:
    """The row of a part; none where it was added and is taken back."""
    return [row] if row else []


def _only(request: Asked) -> bool:
    return request.GET.get("only") == "doubtful"


def _cv_context(request: Asked, sheet: CvSheet) -> dict[str, Any]:
    only = _only(request)
    save = reverse("cv-correct", args=[sheet.cv.pk]) + ("?only=doubtful" if only else "")
    return {"sheet": sheet, "save": save, "only": only}


def _loose_fault(refused: Refused, sheet: CvSheet) -> InputFault | None:
    """The fault of what no row shows: of a value that was to be added."""
    return next((fault for pointer, (_, fault) in refused.items() if sheet.row(pointer) is None), None)
