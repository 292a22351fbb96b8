"""Titles that a sentence gives the person, against the titles they held: the same, shortened or lesser, never higher."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Entry, Index, Known
from bonafide.grounding.lexicon import cues, keys_of
from bonafide.grounding.verdicts import backed, refused
from bonafide.language.sentences import STOPWORDS, stem, words
from bonafide.model.claim import Claim, ClaimKind

_TITLES = cues("titles")
_SHORT: dict[str, str] = _TITLES["short"]
# No title has such a word in it: `was renewed under my lead` gives none.
_INSIDE = STOPWORDS - {"of", "for", "and", "the", "over", "in", "on", "at", "to", "well"}
_PLAIN = frozenset(stem(word) for word in _TITLES["plain"])
_FREE = frozenset(stem(word) for word in _TITLES["free"])
_HEAD = "|".join(sorted((re.escape(head) for head in _TITLES["heads"]), key=lambda head: (-len(head), head)))
_WORD = r"[^\W\d_][\w'’-]*"
_MIDDLE = rf"(?:(?!(?:to|by|in|my|our|your|their|under|the|an?)[ ]){_WORD}[ ]){{0,4}}"
_CAPITAL = r"(?!I\b)[A-Z][\w&'’-]*"
_TAIL = (
    rf"(?:[ ](?:of|for)[ ](?:the[ ])?{_CAPITAL}(?:(?:[ ]|,[ ]|[ ](?:and|&)[ ]){_CAPITAL})*"
    rf"|,[ ]{_CAPITAL}(?:[ ](?:(?:and|&)[ ])?{_CAPITAL})*)?"
)
_GIVEN = re.compile(
    rf"\b(?i:{'|'.join(re.escape(word) for word in _TITLES['before'])})[ ](?:(?:an?|the|their|its|de|la|le)[ ])?(?P<title>{_MIDDLE}(?i:{_HEAD}){_TAIL})(?![\w-])"
)
_HEADED = re.compile(
    rf"(?:^|,[ ]|[–—-][ ]|[|•][ ])(?P<title>(?:[A-Z][\w&/-]*[ ](?:(?:and|&)[ ])?){{0,5}}(?i:{_HEAD})(?:[ ](?:of|for)[ ][A-Z][\w&-]*(?:[ ](?:(?:and|&)[ ])?[A-Z][\w&-]*)*)?)(?=[,–—(|]|[ ][–—-]|[ ]\d|$|[ ](?:at|since|from|bei|until)\b)"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title that a sentence gives the person."""

    text: str
    start: int
    end: int


def find_titles(sentence: str, headed: bool) -> tuple[Title, ...]:
    """Titles after words such as `as` or `I was`; in a CV's heading line (`headed`) also those that stand alone."""
    patterns = (_GIVEN, _HEADED) if headed else (_GIVEN,)
    spans = {match.span("title") for pattern in patterns for match in pattern.finditer(sentence)}
    found = (Title(sentence[start:end], start, end) for start, end in sorted(spans))
    return tuple(title for title in found if _INSIDE.isdisjoint(words(title.text)))


def check_title(title: Title, focus: Focus, index: Index) -> Claim | None:
    """A title must be held: every word of it among the words of one title of the named job, else of any."""
    wanted = spelled(title.text)
    if not wanted or wanted <= _PLAIN:
        return None
    entries = focus.named or index.entries
    for text, known in _held(entries, index):
        if wanted <= spelled(text) | _FREE | _said_around(known, index):
            return backed(title.text, ClaimKind.TITLE, known)
    told = next((k for k in index.known if _tells(k, focus) and title.text.casefold() in k.folded), None)
    if told:
        return backed(title.text, ClaimKind.TITLE, told)
    nearest = next(iter(_held(entries, index)), None)
    why = f"the title held was {nearest[0]}" if nearest else "no title is known"
    return refused(title.text, ClaimKind.TITLE, nearest[1] if nearest else None, why)


def _tells(known: Known, focus: Focus) -> bool:
    """Whether a fact may give a title in passing: of the job that is named, not what the person calls themself."""
    return focus.allows(known) and (bool(known.fact.entry) or not focus.bound)


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


def spelled(title: str) -> frozenset[str]:
    """The stems of a title's words, short forms written out; a developer, a programmer and an engineer are alike."""
    found: set[str] = set()
    for word in words(title.replace("/", " ").replace("-", " ")):
        for part in _SHORT.get(word, word).split():
            if part not in STOPWORDS:
                found.add("engineer" if part in ("developer", "programmer") else stem(part))
    return frozenset(found)


def is_heading(sentence: str, index: Index) -> bool:
    """Whether a line looks like a position's heading: it names an employer or a period and has no verb of its own."""
    named = any(name in sentence.lower() for entry in index.entries for name in entry.names[:2])
    dated = bool(re.search(r"(?:19|20)\d{2}", sentence))
    return (
        (named or dated)
        and bool(keys_of(sentence))
        and not re.search(r"\b(?:I|we|my|our|was|is|are|were|have|had)\b", sentence)
    )
