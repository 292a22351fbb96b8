"""A preparation that is under way, or that stopped and can go on."""

from __future__ import annotations

from django.db import models

from bonafide.store.models.application import Application
from bonafide.store.owned import Owned


class RunState(models.TextChoices):
    """Whether it works, waits for the person to mend something, or is through."""

    RUNNING = "running"
    STOPPED = "stopped"
    DONE = "done"


class Run(Owned):
    """Progress of one preparation. `step` is the name of the step under way or stopped at.

    `fault` is `{what, where, mend, kind}`; `beaten` is when the worker last said that it lives.
    """

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="runs")
    state = models.CharField(max_length=10, choices=RunState, default=RunState.RUNNING)
    step = models.CharField(max_length=30, blank=True)
    fault = models.JSONField(null=True)
    began = models.DateTimeField()
    beaten = models.DateTimeField()

    class Meta:
        db_table = "run"
        ordering = ["-began", "id"]
