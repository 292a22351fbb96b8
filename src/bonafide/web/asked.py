"""What a view is handed: a request whose owner is known."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from bonafide.services.people import Person


class Asked(HttpRequest):
    """A request after the middleware: `owner` is who asks, `htmx` is true where a part of a page asks."""

    owner: Person
    htmx: HtmxDetails
