"""The first page: paste the link and the CV."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from bonafide.services import cvs, helping, inbox, listing
from bonafide.web.asked import Asked
from bonafide.web.forms import OrderForm


def page(request: Asked) -> HttpResponse:
    """The form, with the kept CVs and the newest applications."""
    context = {
        "form": OrderForm(),
        "cvs": cvs.kept(request.owner),
        "helper": helping.offered(),
        "latest": listing.latest(request.owner),
        "waiting": inbox.count(request.owner),
    }
    return render(request, "bonafide/home.html", context)
