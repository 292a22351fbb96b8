"""What papers can look like and how a letter can sound, as a form offers it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from bonafide import documents, tailoring
from bonafide.model.style import Length, Tone

__all__ = ["languages", "lengths", "looks", "tones", "usual"]


def looks() -> list[tuple[str, str]]:
    """Each look's name with its title and what it is for, the usual one first."""
    found = (documents.look(name) for name in documents.templates())
    return [(look.name, f"{_(look.title)}, {_(look.about)}") for look in found]


def usual() -> str:
    """The look where none is chosen."""
    return documents.templates()[0]


def tones() -> list[tuple[str, str]]:
    """Each tone with its name, the usual one first."""
    names = {Tone.PLAIN: _("Plain"), Tone.WARM: _("Warm"), Tone.FORMAL: _("Formal")}
    return [(str(tone), name) for tone, name in names.items()]


def lengths() -> list[tuple[str, str]]:
    """Each length of a letter with its name, the usual one first."""
    names = {Length.STANDARD: _("A page"), Length.SHORT: _("Short")}
    return [(str(length), name) for length, name in names.items()]


def languages() -> list[tuple[str, str]]:
    """The languages that letters have words in, by their own names; "" is the CV's."""
    names = {"en": "English", "de": "Deutsch", "fr": "Français"}
    return [("", _("As the CV")), *((code, names[code]) for code in tailoring.languages())]
