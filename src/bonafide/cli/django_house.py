"""The rows' house for commands that need it: Django is loaded here and nowhere else on the command line."""

from __future__ import annotations

import importlib
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bonafide.services.people import Person


def load() -> None:
    """Load Django and the rooms above the ground floor; what is loaded already costs nothing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bonafide.project.settings")
    import django

    django.setup()
    importlib.import_module("bonafide.services.filing")


def begin() -> None:
    """Begin to load in the background; `opened` waits for it, and raises what went wrong."""
    pool = ThreadPoolExecutor(max_workers=1)
    pool.submit(load)
    pool.shutdown(wait=False)


def opened() -> Person:
    """Bring the tables up to date, and give the one person of this machine."""
    load()
    from bonafide.services import people, upkeep

    upkeep.ready()
    return people.local()
