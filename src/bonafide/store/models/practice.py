"""What was rehearsed: attempts at questions, loops of rounds, and what people thought of an attempt."""

from __future__ import annotations

from django.db import models

from bonafide.store.models.application import Application
from bonafide.store.owned import Owned


class Rehearsal(Owned):
    """A loop for an application. `plan` is an encoded `Loop`; `begun` counts its rounds that were begun, `skipped`
    names questions that were passed over; `ended` is null until the last question is through."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="rehearsals")
    plan = models.JSONField()
    begun = models.PositiveSmallIntegerField(default=0)
    skipped = models.JSONField(default=list)
    began = models.DateTimeField()
    ended = models.DateTimeField(null=True)

    class Meta:
        db_table = "rehearsal"
        ordering = ["-began", "id"]


class Attempt(Owned):
    """One answer to one question, with the replies to the probes that followed.

    `guide` and `question` are names in the library, `asked` the wording as it was asked: the guide may change or go.
    `replies` are encoded `Reply`s, `probe` the encoded `AskedProbe` that waits for its reply (null: none does),
    `rating` the encoded `Rating` of all that was said; `seconds` is the time of answering (0: not taken),
    `sound` an encoded `Sound` where the answer was recorded; the recording itself never leaves the browser. `finished` is null as long as a probe waits.
    """

    guide = models.CharField(max_length=200)
    question = models.CharField(max_length=200)
    asked = models.TextField()
    application = models.ForeignKey(
        Application, on_delete=models.SET_NULL, null=True, related_name="attempts"
    )
    rehearsal = models.ForeignKey(Rehearsal, on_delete=models.SET_NULL, null=True, related_name="attempts")
    answer = models.TextField()
    replies = models.JSONField(default=list)
    probe = models.JSONField(null=True)
    rating = models.JSONField()
    level = models.PositiveSmallIntegerField()
    notes = models.TextField(blank=True)
    seconds = models.PositiveIntegerField(default=0)
    sound = models.JSONField(null=True)
    began = models.DateTimeField()
    finished = models.DateTimeField(null=True)

    class Meta:
        db_table = "attempt"
        ordering = ["-began", "id"]
        indexes = [models.Index(fields=["owner", "guide", "question", "began"], name="attempt_of_question")]


class Opinion(Owned):
    """What a person thought of an attempt: an encoded `Judgement`. `own`: the person's view of themself, once at most."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="opinions")
    own = models.BooleanField()
    judgement = models.JSONField()
    made = models.DateTimeField()

    class Meta:
        db_table = "opinion"
        ordering = ["attempt", "-own", "made", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["attempt"], condition=models.Q(own=True), name="opinion_of_oneself_once"
            )
        ]


class KeptStory(Owned):
    """A story of the person's. `story` is an encoded `Story`; `told` lists its tellings, `{"on": day, "to": whom}`."""

    title = models.CharField(max_length=200)
    story = models.JSONField()
    told = models.JSONField(default=list)
    made = models.DateTimeField()
    changed = models.DateTimeField()

    class Meta:
        db_table = "story"
        ordering = ["-made", "id"]
