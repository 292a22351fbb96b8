"""Whose employee a sentence makes the person: one of the CV's employers, and not a client or a partner that a line names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bonafide.grounding.index import Index
from bonafide.grounding.lexicon import cues
from bonafide.grounding.naming import Name, find_names
from bonafide.grounding.verdicts import refused
from bonafide.language.sentences import words
from bonafide.model.claim import Claim, ClaimKind

_WORDS = cues("employers")
# What stands right before the employer's name, and what may stand behind it where German parts its verb.
_BEFORE = re.compile(rf"\b(?:{'|'.join(_WORDS['before'])})\s+(?:(?:the|der|die|la|le)\s+)?$", re.IGNORECASE)
_NAME = r"(?P<name>[A-ZÄÖÜ][\w.&-]+(?: [A-ZÄÖÜ][\w.&-]+){0,3})"
_WHO = re.compile(rf"\b{_NAME}(?=\s+(?i:{'|'.join(_WORDS['after'])})\b)")
_WHOSE = re.compile(
    rf"\b(?i:{'|'.join((*_WORDS['before'], *_WORDS['parted']))})\s+(?:(?:the|der|die|la|le)\s+)?{_NAME}"
)
_PARTED = re.compile(rf"\b(?:{'|'.join(_WORDS['parted'])})\s+(?:der\s+|die\s+)?$", re.IGNORECASE)
_AFTER = re.compile(rf"\s+(?:{'|'.join(_WORDS['after'])})\b", re.IGNORECASE)
_BACKING = re.compile(rf"\b(?:{'|'.join(_WORDS['backing'])})\s+(?:the |der |die |la |le )?$", re.IGNORECASE)
_BEHIND = re.compile(rf"\b(?:{'|'.join(_WORDS['behind'])})\b", re.IGNORECASE)


def check_employer(sentence: str, index: Index) -> Iterator[Claim]:
    """`I was employed by Witkrans`: refused where lines name it, but no position is with it."""
    said = {name.start: name for name in (*_capitals(sentence), *find_names(sentence))}
    for name in said.values():
        if not _employs(sentence, name) or _is_employer(name, index):
            continue
        telling = [fact.text for fact in index.facts if _names(fact.text, name)]
        if telling and not any(_was_there(text, name) for text in telling):
            known = next((one for one in index.known if one.fact.text in telling), None)
            why = "the fact does not say that it was an employer"
            yield refused(name.text, ClaimKind.EMPLOYER, known, why)


def _capitals(sentence: str) -> Iterator[Name]:
    """Two words or more with a capital where an employer stands: in German, where every noun has one, they look like no name.

    One noun alone is a thing as often ("bei Nachträgen gearbeitet"), but for who employed: that is somebody.
    """
    for said in (*_WHOSE.finditer(sentence), *_WHO.finditer(sentence)):
        if " " not in said.group("name") and said.re is not _WHO:
            continue
        yield Name(said.group("name"), said.start("name"), said.end("name"), False)


def _employs(sentence: str, name: Name) -> bool:
    before, after = sentence[: name.start], sentence[name.end :]
    parted = _PARTED.search(before) and _BEHIND.search(after)
    return bool(_BEFORE.search(before) or _AFTER.match(after) or parted)


def _was_there(text: str, name: Name) -> bool:
    """Whether a fact that has the name says that the person worked there: it stands behind "at" or "bei"."""
    first = name.text.split()[0].rstrip("ns")
    return any(_BACKING.search(text, 0, match.start()) for match in re.finditer(re.escape(first), text))


def _names(text: str, name: Name) -> bool:
    """Whether a fact has a name, whatever its case: `der Deutschen Bahn` is `Deutsche Bahn`."""
    told = set(words(text))
    return all(
        not told.isdisjoint((word, word + "n", word + "s", word.removesuffix("n"), word.removesuffix("s")))
        for word in words(name.text)
    )


def _is_employer(name: Name, index: Index) -> bool:
    said = name.text.casefold()
    return any(said in own or own in said for entry in index.entries for own in entry.names)
