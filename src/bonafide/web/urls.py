"""The addresses of the web application."""

from __future__ import annotations

from django.urls import path

from bonafide.web.views import home, preparing

handler404 = "bonafide.web.faults.not_found"
handler500 = "bonafide.web.faults.broken"

urlpatterns = [
    path("", home.page, name="home"),
    path("prepare", preparing.begin, name="prepare"),
    path("runs/<uuid:run>", preparing.page, name="run"),
    path("runs/<uuid:run>/progress", preparing.progress, name="run-progress"),
    path("runs/<uuid:run>/mend", preparing.mend, name="run-mend"),
]
