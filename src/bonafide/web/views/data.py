"""A person's data: where it lies, taken out whole, brought in again."""

from __future__ import annotations

import tempfile

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bonafide.services import backup
from bonafide.web.asked import Asked


def page(request: Asked) -> HttpResponse:
    """Where everything is, and the two ways."""
    return render(request, "bonafide/data.html", {"home": settings.HOME})


@require_POST
def export(request: Asked) -> FileResponse:
    """The archive; written to the disk first, so that memory does not grow with it."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    backup.write(request.owner, file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename="bonafide.zip", content_type="application/zip")


@require_POST
def bring_in(request: Asked) -> HttpResponse:
    """An archive brought in beside what is here."""
    upload = request.FILES.get("archive")
    if upload is None:
        messages.error(request, _("Choose the archive first."))
        return redirect("data")
    counted = backup.read(request.owner, upload)
    told = _("%(new)s new, %(known)s here already.") % {"new": counted.new, "known": counted.known}
    messages.success(request, told)
    return redirect("data")
