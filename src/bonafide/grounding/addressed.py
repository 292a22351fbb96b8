"""To whom a letter is addressed: the lines of the address, and the names in it that are the reader's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bonafide.grounding.furniture import is_dated, printed, subject_of
from bonafide.grounding.lexicon import cues
from bonafide.grounding.naming import find_names
from bonafide.grounding.speech import greets
from bonafide.language.sentences import words
from bonafide.model.fact import Facts

_NEUTRAL = frozenset(cues("names")["neutral"])
# A letter's head is not longer, nor one of its lines.
_HEAD, _ADDRESS, _WIDE = 16, 7, 9
_STOP = re.compile(r"[.!?]$")


@dataclass(frozen=True, slots=True)
class Address:
    """The names that are the reader's, and the places (in the order of the sentences) of the address's lines."""

    names: tuple[str, ...] = ()
    lines: frozenset[int] = frozenset()


def address_of(sentences: Sequence[str], facts: Facts) -> Address:
    """What stands between the sender's own lines and the salutation, and in the subject; nothing in a CV."""
    greeting = next((at for at, text in enumerate(sentences[:_HEAD]) if greets(text)), None)
    if greeting is None:
        return Address()
    lines = range(_first(sentences, greeting, facts), greeting)
    subjects = (subject_of(text) for text in sentences[: greeting + 2])
    named = (name for at in (*lines, greeting) for name in _named(sentences[at]))
    names = dict.fromkeys((*(subject for subject in subjects if subject), *named))
    return Address(tuple(names), frozenset(lines))


def _first(sentences: Sequence[str], greeting: int, facts: Facts) -> int:
    """The first line of the address: after the last that is the sender's, a date, or too long to be one."""
    for at in range(greeting - 1, max(greeting - 1 - _ADDRESS, -1), -1):
        text = sentences[at]
        if len(text.split()) > _WIDE or _STOP.search(text) or is_dated(text) or printed(text, facts):
            return at + 1
    return max(greeting - _ADDRESS, 0)


def _named(line: str) -> list[str]:
    """Names without the words of the greeting: `Tidewell` of `Dear Tidewell team`."""
    found = (name.text for name in find_names(line) if not greets(name.text))
    return [name for name in found if not _NEUTRAL.issuperset(words(name))]
