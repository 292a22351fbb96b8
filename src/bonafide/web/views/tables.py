"""Handing tables in: their columns are shown to be matched, then they are measured and dropped."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django_htmx.http import HttpResponseClientRedirect

from bonafide.model.faults import Fault, Faults, InputFault
from bonafide.services import tables
from bonafide.services.evidence import Asked as Days
from bonafide.services.tables import Looked, Sent
from bonafide.web.asked import Asked
from bonafide.web.faults import told
from bonafide.web.tables import TablesForm


@never_cache
def page(request: Asked, kind: str) -> HttpResponse:
    """The form; sent with `look` it comes back with the tables' columns, without it the tables are measured."""
    form = TablesForm(tables.kind(kind), request.POST or None, request.FILES)
    if request.method != "POST":
        return _page(request, form)
    sent: Sequence[Sent] = ()
    try:
        sent = form.sent()
        if "look" in request.POST:
            return _page(request, form, tables.look(sent))
        return _measured(request, form, sent)
    except (InputFault, Faults) as fault:
        return _refused(request, form, sent, fault.faults if isinstance(fault, Faults) else [fault])


def _measured(request: Asked, form: TablesForm, sent: Sequence[Sent]) -> HttpResponse:
    known = form.cleaned_data
    asked = Days(known["start"], known["end"], known["changed"])
    kept = tables.add(request.owner, form.kind, known["name"], sent, form.answers(), asked, timezone.now())
    messages.success(request, _("Measured. The figures are kept; the tables are not."))
    there = reverse("evidence", args=[kept.row.pk])
    return HttpResponseClientRedirect(there) if request.htmx else redirect(there)


def _refused(request: Asked, form: TablesForm, sent: Sequence[Sent], faults: Sequence[Fault]) -> HttpResponse:
    """The faults; where a whole page asked, above the form and the columns that were chosen."""
    if request.htmx:
        return told(request, faults)
    looked: Sequence[Looked | None] = ()
    with suppress(InputFault, Faults):
        looked = tables.look(sent)
    return _page(request, form, looked, faults)


def _page(
    request: Asked, form: TablesForm, looked: Sequence[Looked | None] = (), faults: Sequence[Fault] = ()
) -> HttpResponse:
    unclear = next((one.unclear for one in looked if one and one.unclear), "")
    context = {"form": form, "parts": form.parts(looked), "unclear": unclear, "faults": faults}
    context["looked"] = any(looked)
    name = "columns" if request.htmx else "add"
    return render(request, f"bonafide/evidence/{name}.html", context, status=400 if faults else 200)
