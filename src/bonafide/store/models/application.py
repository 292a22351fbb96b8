"""An application: its card on the board, its versions with their papers, and its history."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from bonafide.store.models.blob import Blob
from bonafide.store.models.cv import Cv
from bonafide.store.owned import Owned


class Lane(models.TextChoices):
    """The lanes of the board, in order; the last three are closed."""

    SAVED = "saved", _("Saved")
    APPLIED = "applied", _("Applied")
    SCREENING = "screening", _("Screening")
    INTERVIEWING = "interviewing", _("Interviewing")
    OFFER = "offer", _("Offer")
    ACCEPTED = "accepted", _("Accepted")
    REJECTED = "rejected", _("Rejected")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    GHOSTED = "ghosted", _("Ghosted")


class Application(Owned):
    """One card. `rank` orders cards within a lane (small first); `link` is the posting's address or file name.

    `entered` is the day it came into its lane, as the person says (null: when it was made).

    `posting` is an encoded `Posting` as read, `pages` its snapshot as `[{"url", "media_type", "blob"}]`;
    `corrections` are the person's own values by pointer into the posting; `answers` and `options` what the next
    preparation is asked with. `edits` are what the person switched and wrote: an encoded `Edits`.
    """

    link = models.TextField(blank=True)
    company = models.CharField(max_length=300, blank=True)
    title = models.CharField(max_length=300, blank=True)
    lane = models.CharField(max_length=20, choices=Lane, default=Lane.SAVED)
    rank = models.FloatField(default=0)
    fit = models.PositiveSmallIntegerField(null=True)
    notes = models.TextField(blank=True)
    archived = models.BooleanField(default=False)
    applied_on = models.DateField(null=True)
    entered = models.DateField(null=True)
    created = models.DateTimeField()
    changed = models.DateTimeField()
    cv = models.ForeignKey(Cv, on_delete=models.SET_NULL, null=True, related_name="applications")
    posting = models.JSONField(null=True)
    pages = models.JSONField(default=list)
    corrections = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)
    options = models.JSONField(default=dict)
    edits = models.JSONField(default=dict)

    class Meta:
        db_table = "application"
        ordering = ["lane", "rank", "id"]
        indexes = [models.Index(fields=["owner", "archived", "lane", "rank"], name="application_board")]


class Version(Owned):
    """One preparation of an application; it is never changed afterwards.

    `record` is `application.json`, with `made_from`, a digest of the readings and their corrections; `state` holds encoded nouns: `reading`, `posting`, `match`, `draft`, `refused`,
    `plan`; `edits` are the application's at that time. The papers are what was printed, and may have been sent.
    """

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    made = models.DateTimeField()
    record = models.JSONField()
    state = models.JSONField()
    edits = models.JSONField(default=dict)

    class Meta:
        db_table = "version"
        ordering = ["application", "-number"]
        constraints = [models.UniqueConstraint(fields=["application", "number"], name="version_once")]


class Paper(Owned):
    """A file of a version: `cv.pdf`, `letter.docx`, `match.json`, …"""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="papers")
    name = models.CharField(max_length=100)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "paper"
        ordering = ["version", "name"]
        constraints = [models.UniqueConstraint(fields=["version", "name"], name="paper_once")]


class EventKind(models.TextChoices):
    """What can happen to a card."""

    ADDED = "added"
    PREPARED = "prepared"
    MOVED = "moved"
    NOTED = "noted"
    ARCHIVED = "archived"
    RESTORED = "restored"
    CORRECTED = "corrected"
    UNDONE = "undone"


class Event(Owned):
    """One line of a card's history: it is only ever added to. `on` is the day that the person says it happened.

    `before` and `after` are what changed of the card (lane, rank, notes, …), so that it can be undone; where a day
    was corrected, their `event` names the line and their `on` its day. `undoes` names the event that this one took back.
    """

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=20, choices=EventKind)
    at = models.DateTimeField()
    on = models.DateField()
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    undoes = models.OneToOneField("self", on_delete=models.CASCADE, null=True, related_name="undone_by")

    class Meta:
        db_table = "event"
        ordering = ["application", "at", "id"]
        indexes = [models.Index(fields=["owner", "at"], name="event_latest")]
