"""A person's measured figures: read from a system of theirs, kept as aggregates, offered to a CV as facts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from bonafide.connectors.systems import registry
from bonafide.connectors.systems.handed import measure
from bonafide.connectors.systems.reading import Request
from bonafide.evidence.confidential import leaks, private, withheld
from bonafide.evidence.telling import offers, told
from bonafide.model.faults import InputFault, MissingFault
from bonafide.model.measure import Measured, Shift
from bonafide.model.ports import Progress, silent
from bonafide.services import correcting
from bonafide.store.models import Evidence, Person
from bonafide.store.nouns import decode, encode
from bonafide.workflows.measuring import Asked as Asked

MOST = 200
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept reading, and the sentences that it offers; each with the change that it tells."""

    row: Evidence
    measured: Measured
    offers: tuple[tuple[Shift, str], ...]


@dataclass(frozen=True, slots=True)
class How:
    """What a kind of system tells, and the words that read it at a terminal."""

    summary: str
    line: str


def kinds() -> list[How]:
    """Every kind of system that can be read."""
    return [
        How(kind.summary, f"bonafide evidence add {kind.name} {kind.example}")
        for kind in registry.KINDS.values()
    ]


def add(
    owner: Person,
    kind: str,
    paths: Sequence[str],
    name: str,
    asked: Asked,
    now: datetime,
    wishes: Mapping[str, tuple[str, ...]] | None = None,
    progress: Progress = silent,
) -> Kept:
    """Measure a system of a kind. Raises InputFault, MissingFault or WorldFault; nothing is kept then.

    `wishes` are the kind's own options by name, as `connectors.systems.registry` lists them; `progress` is told how far it is.
    """
    fit(owner, name)
    start, end = asked.span(now.date())
    request = Request(tuple(paths), wishes or {}, key(), start, end, os.environ, progress=progress)
    return keep(owner, name, measure(kind, request, asked, now.date()), now)


def keep(owner: Person, name: str, found: Measured, now: datetime) -> Kept:
    """Keep what was measured under a name that `fit`. Raises InputFault where a part of it gives something away."""
    _harmless(leak for figure in found.figures for leak in leaks(figure.part))
    found = replace(found, notes=tuple(map(withheld, found.notes)))
    row = Evidence(owner=owner, name=name.strip(), measured=encode(found), made=now)
    row.save()
    return _kept(row)


def kept(owner: Person) -> list[Kept]:
    """All that was measured, newest first."""
    return [_kept(row) for row in Evidence.of(owner)]


def one(owner: Person, evidence_id: UUID) -> Kept:
    """One of it. Raises Evidence.DoesNotExist."""
    return _kept(Evidence.of(owner).get(pk=evidence_id))


def named(owner: Person, beginning: str) -> Kept:
    """The one whose id begins so. Raises MissingFault where there is none, or more than one."""
    found = Evidence.beginning(owner, beginning)
    if len(found) == 1:
        return _kept(found[0])
    what = _("More than one begins so.") if found else _("Nothing that was measured has this id.")
    raise MissingFault(what, where=beginning, mend=_("“bonafide evidence list” shows every id."))


def remove(owner: Person, evidence_id: UUID) -> None:
    """Delete what was measured; what a CV was given stays there, as its owner's word."""
    Evidence.of(owner).get(pk=evidence_id).delete()


def offer(owner: Person, evidence_id: UUID, number: int, cv_id: UUID, entry: str, public: str = "") -> str:
    """Add a sentence (from 1) to a position (`/work/0`) of a CV, for everything that is made from it; gives the sentence.

    `public` is where the absolute figures can be read by anybody; without it only the relative change is told.
    Raises MissingFault where there is no such sentence or position, InputFault where the text gives something away.
    """
    found = one(owner, evidence_id)
    if not 1 <= number <= len(found.offers):
        what = _("There is no such figure to offer.")
        raise MissingFault(what, where=str(number), mend=_("Only a sure change for the better is offered."))
    place = " ".join(public.split())
    shift, text = found.offers[number - 1]
    _harmless(leaks(text))
    _harmless(private(place))
    text = told(shift, found.row.name, place) if place else text
    _held_then(owner, cv_id, entry, shift)
    correcting.add_line(owner, cv_id, entry, text)
    return text


def _held_then(owner: Person, cv_id: UUID, entry: str, shift: Shift) -> None:
    """Raises InputFault where the position ended before what the sentence tells of, or began after it."""
    start, end = correcting.dates_of(owner, cv_id, entry)
    window = shift.after.window
    before = bool(end) and end < window.start.isoformat()[: len(end)]
    after = bool(start) and start > window.end.isoformat()[: len(start)]
    if before or after:
        what = _("This position was not held when that was measured (%(start)s to %(end)s).")
        days = {"start": window.start, "end": window.end}
        raise InputFault(what % days, where=entry, mend=_("Choose the position that was."))


def _kept(row: Evidence) -> Kept:
    found = decode(Measured, row.measured)
    return Kept(row, found, tuple((one, told(one, row.name)) for one in offers(found.shifts)))


def fit(owner: Person, name: str) -> None:
    """Raises InputFault where a name gives something away, or where no more can be kept."""
    if not name.strip() or len(name) > LONGEST_NAME:
        what = _("A name is needed, of at most %(most)s signs.") % {"most": LONGEST_NAME}
        raise InputFault(what, mend=_("Say what the system is, such as “a payments service”."))
    _harmless(leaks(name))
    if Evidence.of(owner).count() >= MOST:
        raise InputFault(_("No more can be kept."), mend=_("Remove what is no longer needed."))


def _harmless(given_away: Iterable[str]) -> None:
    found = ", ".join(dict.fromkeys(given_away))
    if found:
        mend = _("Leave it out; figures go out under a name such as “a payments service”.")
        raise InputFault(_("This gives something away."), where=found, mend=mend)


def key() -> bytes:
    """The key of this installation's fingerprints."""
    return f"evidence:{settings.SECRET_KEY}".encode()
