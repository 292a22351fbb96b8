"""The one place where a fault becomes a page: what is wrong, where, what to do; never a traceback."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.core.exceptions import (
    ObjectDoesNotExist,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils.translation import gettext as _

from bonafide.model.faults import Fault, Faults, InputFault, MissingFault

STATUS = {1: 500, 2: 400, 3: 502}


class Told:
    """Answers a fault that a view let through with its sentence; as a fragment where a part of a page asked."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer itself, faults come by `process_exception`; a method that an address does not know is told."""
        response = self.answer(request)
        if isinstance(response, HttpResponseNotAllowed):
            return _not_so(request, response["Allow"])
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for a fault; None leaves what is no fault of ours to Django."""
        if isinstance(error, Fault):
            return told(request, [error])
        if isinstance(error, Faults):
            return told(request, error.faults)
        if isinstance(error, ObjectDoesNotExist):
            return not_found(request, error)
        return None


def told(request: HttpRequest, faults: Sequence[Fault]) -> HttpResponse:
    """The faults as a page or fragment, with the status of their family."""
    status = max(status_of(fault) for fault in faults)
    htmx = bool(getattr(request, "htmx", False))
    template = "bonafide/parts/faults.html" if htmx else "bonafide/fault.html"
    return render(request, template, {"faults": faults}, status=status)


def status_of(fault: Fault) -> int:
    """The status of an answer that tells the fault."""
    return 404 if isinstance(fault, MissingFault) else STATUS[fault.exit_status]


def _not_so(request: HttpRequest, allowed: str) -> HttpResponse:
    fault = InputFault(
        _("This address only takes what a form sends."), mend=_("Go back to the page with the form.")
    )
    response = told(request, [fault])
    response.status_code, response["Allow"] = 405, allowed
    return response


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What Django itself refuses: a body that is too large, too many fields, a foreign host name."""
    if isinstance(exception, (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)):
        fault = InputFault(
            _("What was sent is larger than any form here."),
            mend=_("Nothing was kept of it. Go back and send less text."),
        )
    else:
        fault = InputFault(
            _("This request cannot be answered."), mend=_("Open the address that “bonafide serve” names.")
        )
    return render(request, "bonafide/fault.html", {"faults": [fault]}, status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is nothing here, or not for this owner: which of the two is not told."""
    fault = InputFault(_("There is nothing at this address."), mend=_("It may have been deleted."))
    return render(request, "bonafide/fault.html", {"faults": [fault], "lost": True}, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Our own bug, said plainly."""
    return render(request, "bonafide/broken.html", status=500)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from an old page or another site."""
    fault = InputFault(
        _("This form has grown old."), mend=_("Go back, load the page again, and send it once more.")
    )
    return render(request, "bonafide/fault.html", {"faults": [fault]}, status=403)
