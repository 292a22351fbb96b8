"""Figures that a person measured."""

from __future__ import annotations

from django.db import models

from bonafide.store.owned import Owned


class Evidence(Owned):
    """One reading of one system. `measured` is an encoded `Measured`: aggregates, and nothing of what they came from."""

    name = models.CharField(max_length=120)
    measured = models.JSONField()
    made = models.DateTimeField()

    class Meta:
        db_table = "evidence"
        ordering = ["-made", "id"]
