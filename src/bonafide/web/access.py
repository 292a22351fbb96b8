"""Who asks: every request has an owner, and every view finds rows through it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from bonafide.services import people


class Owned:
    """Sets `request.owner`, looked up when it is first used."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer to a request that knows its owner."""
        setattr(request, "owner", SimpleLazyObject(people.local))  # noqa: B010 - `Asked` declares it
        return self.answer(request)
