"""A person's kept CVs."""

from __future__ import annotations

from bonafide.store.models import Cv, Person


def kept(owner: Person) -> list[Cv]:
    """All kept CVs, newest first, without their readings (a page only lists them)."""
    return list(Cv.of(owner).defer("reading", "corrections"))
