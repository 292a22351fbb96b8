"""A recording on its way to the engine that the person configured; its words come back as plain text."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bonafide.model.faults import Fault, InputFault
from bonafide.services import transcribing
from bonafide.web.asked import Asked
from bonafide.web.faults import status_of


@require_POST
def write_down(request: Asked) -> HttpResponse:
    """What was said, or the reason why it could not be written down, for the script that asked."""
    upload = request.FILES.get("recording")
    try:
        if upload is None:
            raise InputFault(_("There is no recording."), mend=_("Record your answer, or type it."))
        recording = upload.read(transcribing.MOST + 1)
        text, status = transcribing.written(recording, upload.content_type or ""), 200
    except Fault as fault:
        text, status = f"{fault.what} {fault.mend}".strip(), status_of(fault)
    response = HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    return response
