"""Who owns rows. A laptop has one person without a password; accounts can be added without a migration."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser

LOCAL = "local"


class Person(AbstractUser):
    """An account. Local mode has exactly one, named `local`, that nobody can log in as."""

    class Meta:
        db_table = "person"
