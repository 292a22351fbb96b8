"""The one place where a fault becomes a page: what is wrong, where, what to do; never a traceback."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from bonafide.model.faults import Fault, Faults, InputFault

STATUS = {1: 500, 2: 400, 3: 502}


class Told:
    """Answers a fault that a view let through with its sentence; as a fragment where a part of a page asked."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer itself: faults come by `process_exception`."""
        return self.answer(request)

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
    status = max(STATUS[fault.exit_status] for fault in faults)
    htmx = bool(getattr(request, "htmx", False))
    template = "bonafide/parts/faults.html" if htmx else "bonafide/fault.html"
    return render(request, template, {"faults": faults}, status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is nothing here, or not for this owner: which of the two is not told."""
    fault = InputFault(_("There is nothing at this address."), mend=_("It may have been deleted."))
    return render(request, "bonafide/fault.html", {"faults": [fault]}, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Our own bug, said plainly."""
    return render(request, "bonafide/broken.html", status=500)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from an old page or another site."""
    fault = InputFault(
        _("This form has grown old."), mend=_("Go back, load the page again, and send it once more.")
    )
    return render(request, "bonafide/fault.html", {"faults": [fault]}, status=403)
