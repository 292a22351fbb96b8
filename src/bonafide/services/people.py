"""Who is at the keyboard: in local mode the one person without a password."""

from __future__ import annotations

from bonafide.store.models import LOCAL, Person

__all__ = ["Person", "local"]


def local() -> Person:
    """The one person of a laptop, made on the first call."""
    person, made = Person.objects.get_or_create(username=LOCAL)
    if made:
        person.set_unusable_password()
        person.save(update_fields=["password"])
    return person
