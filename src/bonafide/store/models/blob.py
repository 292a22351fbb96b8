"""Files, kept in the database: they are written and exported together with the rows that name them."""

from __future__ import annotations

from django.db import models

from bonafide.store.owned import Owned


class Blob(Owned):
    """The bytes of one file, kept once for an owner however often it is named; `sha256` is of the content."""

    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    content = models.BinaryField()

    class Meta:
        db_table = "blob"
        constraints = [
            models.UniqueConstraint(fields=["owner", "sha256", "media_type"], name="blob_once"),
        ]
