"""What was measured: all readings, and the scorecard of one, whose sentences can be given to a CV."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bonafide.model.faults import InputFault
from bonafide.services import cvs, evidence, scorecard, tables
from bonafide.web.asked import Asked
from bonafide.web.faults import status_of
from bonafide.web.forms import OfferForm


def shelf(request: Asked) -> HttpResponse:
    """All that was measured."""
    context = {"kept": evidence.kept(request.owner), "kinds": evidence.kinds(), "tables": tables.kinds()}
    return render(request, "bonafide/evidence/shelf.html", context)


def page(request: Asked, evidence_id: UUID) -> HttpResponse:
    """One reading as a scorecard."""
    return _page(request, evidence_id)


def _page(request: Asked, evidence_id: UUID, fault: InputFault | None = None) -> HttpResponse:
    kept = evidence.one(request.owner, evidence_id)
    context = {
        "kept": kept,
        "sections": scorecard.sections([kept]),
        "cvs": cvs.positions(request.owner),
        "faults": [fault] if fault else [],
        **_opened(request),
    }
    status = status_of(fault) if fault else 200
    return render(request, "bonafide/evidence/scorecard.html", context, status=status)


def whole(request: Asked) -> HttpResponse:
    """Every system's last reading on one page, by theme."""
    kept = scorecard.newest(evidence.kept(request.owner))
    context = {"kept": kept, "sections": scorecard.sections(kept), **_opened(request)}
    return render(request, "bonafide/evidence/whole.html", context)


def _opened(request: Asked) -> dict[str, bool]:
    """Whether the tables are open, as they are to be printed."""
    return {"open": request.GET.get("tables") == "open"}


@require_POST
def offer(request: Asked, evidence_id: UUID) -> HttpResponse:
    """Give a sentence to a position of a CV; what is amiss stands above the sentences."""
    try:
        number, cv, entry, public = OfferForm(request.POST).values()
        text = evidence.offer(request.owner, evidence_id, number, cv, entry, public)
    except InputFault as fault:
        return _page(request, evidence_id, fault)
    messages.success(request, _("Your CV now says: “%(text)s”") % {"text": text})
    return redirect("evidence", evidence_id=evidence_id)


@require_POST
def remove(request: Asked, evidence_id: UUID) -> HttpResponse:
    """Delete a reading."""
    evidence.remove(request.owner, evidence_id)
    messages.success(request, _("Deleted. What a CV was given stays there."))
    return redirect("evidence-shelf")
