"""Titles that a sentence gives the person, against the titles they held: the same, shortened or lesser, never higher."""

from __future__ import annotations

import re

from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Entry, Index, Known
from bonafide.grounding.lexicon import cues, phrase_pattern
from bonafide.grounding.titling import Title, is_less, spelled
from bonafide.grounding.verdicts import backed, refused
from bonafide.language.sentences import stem, words
from bonafide.model.claim import Claim, ClaimKind

_TITLES = cues("titles")
_PLAIN = frozenset(stem(word) for word in _TITLES["plain"])
_FREE = frozenset(stem(word) for word in _TITLES["free"])
# In small letters these tell what a person does and not what they are called.
_GENERIC = frozenset(("manager", "people manager", "line manager", "team leader"))
# Who is one of these may be called an executive.
_TOP = re.compile(r"\b(?:chief|c[a-z]o|ciso|director|president|vp|svp|evp|head|founder)\b", re.IGNORECASE)
_EXECUTIVE = frozenset((stem("executive"),))
_GIVING = ("position", "roles", "label")
_LEADING = phrase_pattern(_TITLES["leading"])


def check_title(title: Title, focus: Focus, index: Index) -> Claim | None:
    """A title must be held: every word of it among the words of one title of the named job, else of any."""
    wanted = spelled(title.text)
    if not wanted or wanted <= _PLAIN or (title.text in _GENERIC and any(_heads(k) for k in index.known)):
        return None
    if title.text.casefold().endswith("executive") and any(
        _TOP.search(text) for text, _ in _held(index.entries, index)
    ):
        wanted -= _EXECUTIVE
    entries = tuple(entry for entry in focus.named if entry.titles) or index.entries
    for text, known in _held(entries, index):
        if wanted <= spelled(text) | _FREE | _said_around(known, index) and not is_less(text, wanted):
            return backed(title.text, ClaimKind.TITLE, known)
    studied = next((e for e in index.entries if e.section == "education" and wanted <= _trained(e)), None)
    if studied and title.text.islower():
        return backed(title.text, ClaimKind.TITLE, studied.known[0])
    told = next(
        (k for k in index.known if _tells(k, focus, wanted) and title.text.casefold() in k.folded), None
    )
    if told:
        return backed(title.text, ClaimKind.TITLE, told)
    nearest = next(iter(_held(entries, index)), None)
    why = f"the title held was {nearest[0]}" if nearest else "no title is known"
    return refused(title.text, ClaimKind.TITLE, nearest[1] if nearest else None, why)


def _trained(entry: Entry) -> frozenset[str]:
    """The stems of a degree's words: who studied civil engineering is a civil engineer."""
    return frozenset(stem(word) for known in entry.known for word in words(known.fact.text))


def _tells(known: Known, focus: Focus, wanted: frozenset[str]) -> bool:
    """Whether a fact may give a title in passing: of the job that is named, not what the person calls themself."""
    if known.fact.name in _GIVING and is_less(known.fact.text, wanted):
        return False
    return focus.allows(known) and (bool(known.fact.entry) or not focus.bound)


def _heads(known: Known) -> bool:
    """Whether a fact tells of being in charge of people."""
    return known.fact.name in ("position", "highlights") and bool(_LEADING.search(known.folded))


def _held(entries: tuple[Entry, ...], index: Index) -> list[tuple[str, Known]]:
    held = [
        (known.fact.text, known)
        for entry in entries
        for known in entry.known
        if known.fact.name in ("position", "roles")
    ]
    if len(entries) < len(index.entries):
        return held
    return held + [(known.fact.text, known) for known in index.known if known.fact.name == "label"]


def _said_around(known: Known, index: Index) -> frozenset[str]:
    """Words of the employer and the subject that a title may carry: `engineer at the bank`, `nurse in Lund`."""
    entry = index.entry_of(known.fact)
    around = entry.known if entry else ()
    texts = [
        item.fact.text for item in around if item.fact.name in ("name", "location", "organization", "summary")
    ]
    return frozenset(stem(word) for text in texts for word in words(text))
