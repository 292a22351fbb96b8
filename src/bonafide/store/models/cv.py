"""A CV that a person gave, how it was read, and what they put right."""

from __future__ import annotations

from django.db import models

from bonafide.store.models.blob import Blob
from bonafide.store.owned import Owned


class Cv(Owned):
    """One CV file.

    `reading` is an encoded `CvReading` as the reader gave it (null: not read yet), `corrections` the person's own values by JSON
    pointer (null: not so, leave it out); they are kept when the file is read anew.
    """

    name = models.CharField(max_length=255)
    file = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    reading = models.JSONField(null=True)
    corrections = models.JSONField(default=dict)
    added = models.DateTimeField()

    class Meta:
        db_table = "cv"
        ordering = ["-added", "id"]
