"""The language model that a person may let help: which one, and at which host, as the environment names it."""

from __future__ import annotations

import os

from bonafide.connectors import models
from bonafide.model.faults import Fault
from bonafide.model.ports import Writer

SECONDS = 40.0
"""For one answer: a run is silent while a model writes, and two answers must end before it counts as cut off."""

__all__ = ["offered", "writer"]


def offered() -> str:
    """The model and its host, to be named before anything goes there; "" where none is usable."""
    try:
        endpoint = models.configured(os.environ)
    except Fault:
        return ""
    return models.Model(endpoint).name if endpoint else ""


def writer(wanted: bool) -> Writer | None:
    """The model for a run in which it is wanted. Raises InputFault where what the environment says cannot be used."""
    endpoint = models.configured(os.environ) if wanted else None
    return models.Model(endpoint, seconds=SECONDS) if endpoint else None
