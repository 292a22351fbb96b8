"""What a person's own browser sent here by the bookmarklet, until they confirm it or throw it away."""

from __future__ import annotations

from django.db import models

from bonafide.store.owned import Owned


class Door(Owned):
    """The one door of a person that another site's page may knock at, and its key.

    `since` and `knocks` count what came in the running minute.
    """

    token = models.CharField(max_length=64)
    since = models.DateTimeField()
    knocks = models.PositiveSmallIntegerField(default=0)

    class Meta:
        db_table = "door"
        constraints = [models.UniqueConstraint(fields=["owner"], name="door_once")]


class Sent(Owned):
    """A page that waits: where its sender says it came from, what it calls itself, and its bytes, which nothing has read."""

    address = models.CharField(max_length=4000)
    title = models.CharField(max_length=300)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    came = models.DateTimeField()

    class Meta:
        db_table = "sent"
        ordering = ["-came", "id"]
