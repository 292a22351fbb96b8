"""What was measured: all readings, and the scorecard of one, whose sentences can be given to a CV."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bonafide.services import cvs, evidence, scorecard, tables
from bonafide.web.asked import Asked
from bonafide.web.forms import OfferForm


def shelf(request: Asked) -> HttpResponse:
    """All that was measured."""
    context = {"kept": evidence.kept(request.owner), "kinds": evidence.kinds(), "tables": tables.kinds()}
    return render(request, "bonafide/evidence/shelf.html", context)


def page(request: Asked, evidence_id: UUID) -> HttpResponse:
    """One reading as a scorecard."""
    kept = evidence.one(request.owner, evidence_id)
    context = {"kept": kept, "panels": scorecard.panels(kept), "cvs": cvs.positions(request.owner)}
    return render(request, "bonafide/evidence/scorecard.html", context)


@require_POST
def offer(request: Asked, evidence_id: UUID) -> HttpResponse:
    """Give a sentence to a position of a CV."""
    number, cv, entry = OfferForm(request.POST).values()
    text = evidence.offer(request.owner, evidence_id, number, cv, entry)
    messages.success(request, _("Your CV now says: “%(text)s”") % {"text": text})
    return redirect("evidence", evidence_id=evidence_id)


@require_POST
def remove(request: Asked, evidence_id: UUID) -> HttpResponse:
    """Delete a reading."""
    evidence.remove(request.owner, evidence_id)
    messages.success(request, _("Deleted. What a CV was given stays there."))
    return redirect("evidence-shelf")
