"""Whose employee a sentence makes the person: one of the CV's employers, and not a client or a partner that a line names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bonafide.grounding.index import Index
from bonafide.grounding.lexicon import cues
from bonafide.grounding.naming import Name, find_names
from bonafide.grounding.verdicts import refused
from bonafide.model.claim import Claim, ClaimKind

_WORDS = cues("employers")
# What stands right before the employer's name, and what may stand behind it where German parts its verb.
_BEFORE = re.compile(rf"\b(?:{'|'.join(_WORDS['before'])})\s+(?:(?:the|der|die|la|le)\s+)?$", re.IGNORECASE)
_PARTED = re.compile(rf"\b(?:{'|'.join(_WORDS['parted'])})\s+(?:der\s+|die\s+)?$", re.IGNORECASE)
_BEHIND = re.compile(rf"\b(?:{'|'.join(_WORDS['behind'])})\b", re.IGNORECASE)


def check_employer(sentence: str, index: Index) -> Iterator[Claim]:
    """`I was employed by Witkrans`: refused where lines name it, but no position is with it."""
    for name in find_names(sentence):
        known = next((one for one in index.known if name.text.casefold() in one.folded), None)
        if known and _employs(sentence, name) and not _is_employer(name, index):
            yield refused(
                name.text, ClaimKind.EMPLOYER, known, "the fact does not say that it was an employer"
            )


def _employs(sentence: str, name: Name) -> bool:
    before, after = sentence[: name.start], sentence[name.end :]
    return bool(_BEFORE.search(before) or (_PARTED.search(before) and _BEHIND.search(after)))


def _is_employer(name: Name, index: Index) -> bool:
    said = name.text.casefold()
    return any(said in own or own in said for entry in index.entries for own in entry.names)
