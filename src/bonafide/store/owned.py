"""The one place where rows are scoped to their owner: nothing else in the house asks a table for rows."""

from __future__ import annotations

import uuid
from typing import Self

from django.conf import settings
from django.db import models


class Owned(models.Model):
    """A row that belongs to one person. `of(owner)` is the only way to others of its kind."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True

    @classmethod
    def of(cls, owner: models.Model) -> models.QuerySet[Self]:
        """The owner's rows of this kind, and nobody else's."""
        return cls._default_manager.filter(owner_id=owner.pk)

    @classmethod
    def beginning(cls, owner: models.Model, text: str) -> list[Self]:
        """The owner's rows whose id, as it is shown, begins so: two at the most, none for an empty text."""
        rows = cls.of(owner).values_list("pk", flat=True) if text else ()
        keys = [key for key in rows if str(key).startswith(text)][:2]
        return list(cls.of(owner).filter(pk__in=keys))

    @classmethod
    def lock(cls, owner: models.Model) -> models.QuerySet[Self]:
        """The same, locked until the transaction ends (SQLite locks the whole file when it begins).

        Only these rows, not what is read along with them: PostgreSQL cannot lock what may be missing.
        """
        return cls.of(owner).select_for_update(of=("self",))
