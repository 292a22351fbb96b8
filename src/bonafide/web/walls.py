"""What may reach the application from a browser, and what its pages may load.

The server listens on loopback, where any page of the web can send requests from the person's own browser:
so a request that another site caused is refused, whatever it carries, unless it only follows a link. One address
alone takes a form from elsewhere: the door of the inbox, which opens to its key and lets a page wait, no more.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.utils.translation import gettext

from bonafide.model.faults import InputFault
from bonafide.web.faults import told

POLICY = "; ".join(
    (
        "default-src 'self'",
        "media-src 'self' blob:",  # A recording that is played where it was made.
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
PERMISSIONS = "camera=(), geolocation=(), microphone=(self), payment=(), usb=()"
SAFE = ("GET", "HEAD", "OPTIONS")
DOOR = "inbox/door"
"""Where the bookmarklet's form goes, as the addresses have it."""

Answer = Callable[[HttpRequest], HttpResponse]


class Walls:
    """Refuses foreign requests; gives every answer its Content-Security-Policy."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer with its walls, or 403."""
        request.get_host()  # Raises for a host name that is not ours: no rebinding of names.
        response = self.answer(request) if _ours(request) or _knocks(request) else _refusal()
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


class Plain:
    """Refuses null characters in what is sent: no text holds one, and PostgreSQL keeps none."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer itself: what was sent is looked at before a view."""
        return self.answer(request)

    def process_view(self, request: HttpRequest, view: object, *_args: object) -> HttpResponse | None:
        """The page that says so; None where all is well."""
        sent = (
            text for form in (request.GET, request.POST) for _name, texts in form.lists() for text in texts
        )
        if not any("\0" in text for text in sent):
            return None
        what = gettext("There is a null character in the text.")
        return told(request, [InputFault(what, mend=gettext("Copy it once more as plain text."))])


def _ours(request: HttpRequest) -> bool:
    """Whether this site's own pages, the address bar, or a followed link caused the request."""
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.get_host():
        return False
    if request.headers.get("Sec-Fetch-Site", "none") not in ("cross-site", "same-site"):
        return True
    followed = request.headers.get("Sec-Fetch-Mode") == "navigate"
    return followed and request.headers.get("Sec-Fetch-Dest") == "document" and request.method in SAFE


def _knocks(request: HttpRequest) -> bool:
    """Whether a form was sent to the door in a window of its own: no script, frame or picture may knock."""
    if request.method != "POST" or request.path_info != f"/{DOOR}":
        return False
    mode, place = request.headers.get("Sec-Fetch-Mode"), request.headers.get("Sec-Fetch-Dest")
    return mode in (None, "navigate") and place in (None, "document")


def _refusal() -> HttpResponse:
    return HttpResponseForbidden("Another site caused this request; it was not answered.", "text/plain")
