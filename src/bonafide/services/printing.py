"""What papers can look like, as a form offers it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from bonafide import documents

__all__ = ["looks", "usual"]


def looks() -> list[tuple[str, str]]:
    """Each look's name with its title and what it is for, the usual one first."""
    found = (documents.look(name) for name in documents.templates())
    return [(look.name, f"{_(look.title)}, {_(look.about)}") for look in found]


def usual() -> str:
    """The look where none is chosen."""
    return documents.templates()[0]
