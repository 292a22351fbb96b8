"""The library of role guides, and a guide as an article."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from bonafide.services import library
from bonafide.web.asked import Asked


def shelves(request: Asked) -> HttpResponse:
    """All guides by category, or those that a search finds."""
    looked_for = request.GET.get("q", "")[:200]
    context = {"library": library.library(looked_for), "q": looked_for, "folder": library.own_folder()}
    return render(request, "bonafide/guides/library.html", context)


def guide(request: Asked, name: str) -> HttpResponse:
    """One guide whole."""
    return render(request, "bonafide/guides/guide.html", {"page": library.page(name)})
