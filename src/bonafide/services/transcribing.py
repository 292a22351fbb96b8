"""What a person recorded, written down by the engine that they configured; the recording is kept nowhere."""

from __future__ import annotations

import os

from django.utils.translation import gettext as _

from bonafide.connectors import speech
from bonafide.model.faults import Fault, InputFault, SpeechFault

MOST = 25 * 1024 * 1024
"""Bytes of a recording: what the protocol's usual servers take, more than an hour of a browser's speech."""
LONGEST = 20_000
"""Characters of an answer."""

__all__ = ["MOST", "offered", "written"]


def offered() -> str:
    """The engine and its host, to be named before anything goes there; "" where none is usable."""
    try:
        engine = speech.configured(os.environ)
    except Fault:
        return ""
    return engine.name if engine else ""


def written(recording: bytes, media_type: str) -> str:
    """The words of the recording, for the person to correct.

    Raises InputFault for what is no recording and where no engine is configured, SpeechFault where the engine fails.
    """
    kind = media_type.partition(";")[0].strip().lower().replace("video/webm", "audio/webm")
    engine = speech.configured(os.environ)
    if engine is None:
        raise InputFault(_("Nothing is configured that writes down speech."), mend=_("Type your answer."))
    if kind not in speech.SUFFIXES or not recording:
        raise InputFault(_("This is no recording."), mend=_("Record your answer once more, or type it."))
    if len(recording) > MOST:
        raise InputFault(
            _("The recording is too long."), mend=_("Record a shorter one, or type your answer.")
        )
    text = " ".join(
        "".join(c if c.isprintable() or c.isspace() else " " for c in engine(recording, kind)).split()
    )
    if not text:
        raise SpeechFault(_("It heard no words."), mend=_("Play the recording, and type what you said."))
    return text[:LONGEST]
