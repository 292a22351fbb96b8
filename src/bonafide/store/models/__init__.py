"""The tables."""

from bonafide.store.models.application import Application, Event, EventKind, Lane, Paper, Version
from bonafide.store.models.blob import Blob
from bonafide.store.models.cv import Cv
from bonafide.store.models.evidence import Evidence
from bonafide.store.models.inbox import Door, Sent
from bonafide.store.models.person import LOCAL, Person
from bonafide.store.models.practice import Attempt, KeptStory, Opinion, Rehearsal
from bonafide.store.models.run import Run, RunState

__all__ = [
    "LOCAL",
    "Application",
    "Attempt",
    "Blob",
    "Cv",
    "Door",
    "Event",
    "EventKind",
    "Evidence",
    "KeptStory",
    "Lane",
    "Opinion",
    "Paper",
    "Person",
    "Rehearsal",
    "Run",
    "RunState",
    "Sent",
    "Version",
]
