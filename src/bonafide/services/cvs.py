"""A person's kept CVs."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Count
from django.db.models.fields.json import KT
from django.utils.translation import gettext as _

from bonafide.model.faults import InputFault
from bonafide.services import blobs, correcting
from bonafide.services.preparing import File, Order, kept_cv
from bonafide.store.models import Cv, Person

NEWEST = 3
"""CVs whose positions are offered at once; who has more of them means one of the last."""


def kept(owner: Person) -> list[Cv]:
    """The CVs that can be used again, newest first: those that were read; without their readings."""
    return list(Cv.of(owner).filter(reading__isnull=False).defer("reading", "corrections"))


def listed(owner: Person) -> list[Cv]:
    """The same, each with `uses`, the number of its applications, and `person`, the name that was read in it."""
    rows = Cv.of(owner).defer("reading", "corrections").select_related("file").defer("file__content")
    return list(rows.annotate(uses=Count("applications"), person=KT("reading__profile__basics__name")))


def positions(owner: Person) -> list[tuple[UUID, str, str]]:
    """The positions of the newest CVs that a line can be given to: the CV's id, the pointer, and how both are called."""
    found = []
    for cv in Cv.of(owner).filter(reading__isnull=False)[:NEWEST]:
        for index, work in enumerate(correcting.reading(cv).profile.work):
            called = ", ".join(filter(None, (work.position, work.name)))
            found.append((cv.pk, f"/work/{index}", f"{called} ({cv.name})"))
    return found


def add(owner: Person, file: File | None, now: datetime) -> Cv:
    """Keep a CV and read it. Raises InputFault where it cannot be read; nothing is kept of it then."""
    with transaction.atomic():
        cv = kept_cv(owner, Order(upload=file), now)
    if cv.reading is None:
        try:
            correcting.reread(owner, cv.pk)
        except InputFault:
            delete(owner, cv.pk)
            raise
    return cv


def delete(owner: Person, cv_id: UUID) -> None:
    """Delete a CV and its file. Raises InputFault where an application was made from it."""
    with transaction.atomic():
        cv = Cv.lock(owner).select_related("file").get(pk=cv_id)
        if cv.applications.exists():
            what = _("Applications were made from this CV.")
            raise InputFault(what, where=cv.name, mend=_("It is kept as long as one of them is."))
        file = cv.file
        cv.delete()
        blobs.let_go(owner, file)
