"""Light rows for pages that only list."""

from __future__ import annotations

from bonafide.store.models import Application, Person

LATEST = 5
HEAVY = ("posting", "pages", "corrections", "answers", "options", "edits", "notes")


def latest(owner: Person) -> list[Application]:
    """The newest few applications that are not archived."""
    return list(
        Application.of(owner).filter(archived=False).defer(*HEAVY).order_by("-created", "id")[:LATEST]
    )
