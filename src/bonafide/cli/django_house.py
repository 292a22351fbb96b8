"""The rows' house for commands that need it: Django is loaded here and nowhere else on the command line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bonafide.services.people import Person


def opened() -> Person:
    """Load Django, bring the tables up to date, and give the one person of this machine."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bonafide.project.settings")
    import django

    django.setup()
    from bonafide.services import people, upkeep

    upkeep.ready()
    return people.local()
