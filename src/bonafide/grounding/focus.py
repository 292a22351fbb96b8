"""Which entries of the CV a sentence speaks of, and which facts come nearest to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bonafide.grounding.index import Entry, Index, Known
from bonafide.grounding.lexicon import Concept, shared
from bonafide.grounding.titling import in_post

_BACK = re.compile(
    r"\b(?:there|that (?:company|employer|role|job|post|team|position)|this (?:company|role|job|team|position)|in the same|the same)\b",
    re.I,
)
_WORKED = frozenset({"work", "volunteer", "projects"})
_PLACES = _WORKED | {"education"}
_UNBOUND = frozenset({"basics", "skills", "languages", "interests", "references", "you", "certificates"})
# Where one thing of a list ends and the next begins; not inside brackets.
_ITEM = re.compile(r"[,;|•](?![^()]*\))\s+|\s[–—]\s(?![^()]*\))|,?\s+(?:and|und|et)\s+(?![^()]*\))")
_IN_PLACE = r"(?:^In|\b[Ii]n)\s+{city}(?:,\s+|\s+)(?:I|we|my|our)\b"


@dataclass(frozen=True, slots=True)
class Mention:
    """An entry and where a sentence names it."""

    entry: Entry
    start: int


@dataclass(frozen=True, slots=True)
class Focus:
    """What a sentence speaks of.

    `mentions`: where it names entries; `named`: those entries, or those of the sentence it points back to, or of the
    post or place it gives; `bound`: pointers of the same where one of them is a place of work, as then only their
    facts may back it; `ranked`: the facts that share words with it, best first, each with its score; `strict`: not
    even the person's summary may back it.
    """

    sentence: str
    mentions: tuple[Mention, ...]
    named: tuple[Entry, ...]
    bound: frozenset[str]
    ranked: tuple[tuple[Known, float], ...]
    strict: bool = False

    def allows(self, known: Known) -> bool:
        """Whether a fact may back the sentence: one of the bound entries', or of no entry in particular."""
        if not self.bound or known.fact.entry in self.bound:
            return True
        return known.fact.section in _UNBOUND and not self.strict

    @property
    def best(self) -> Known | None:
        """The nearest fact that may back the sentence, else the nearest of all."""
        allowed = (known for known, _ in self.ranked if self.allows(known))
        return next(allowed, self.ranked[0][0] if self.ranked else None)

    def bound_only(self) -> Focus:
        """The same, strictly."""
        return replace(self, strict=True)

    def item(self, place: int) -> str:
        """The item of the sentence's list in which a place lies."""
        start, end = _item(self.sentence, place)
        return self.sentence[start:end]

    def names_at(self, place: int) -> bool:
        """Whether an entry is named in the item of the list in which a place lies."""
        start, end = _item(self.sentence, place)
        return any(start <= mention.start < end for mention in self.mentions)

    def at(self, place: int) -> Focus:
        """The same for one place in the sentence: of several entries those that are named in its item of the list."""
        if len(self.named) < 2:
            return self
        start, end = _item(self.sentence, place)
        here = _distinct(mention.entry for mention in self.mentions if start <= mention.start < end)
        here = tuple(
            entry for entry in here if entry in self.named and (entry.section in _PLACES or not self.bound)
        )
        return replace(self, named=here, bound=_bound(here)) if here else self


def focus_of(sentence: str, said: Iterable[Concept], index: Index, before: tuple[Entry, ...]) -> Focus:
    """The focus of a sentence; `before` is what the sentence before it named."""
    mentions = _mentions(sentence, index)
    named = _in_post(sentence, named_in(sentence, index, before), index) or _in_place(sentence, index)
    said = tuple(said)
    scored = ((known, shared(said, known.keys)) for known in index.known)
    ranked = sorted(((k, s) for k, s in scored if s > 0), key=lambda pair: -pair[1])
    return Focus(sentence, mentions, named, _bound(named), tuple(ranked))


def named_in(sentence: str, index: Index, before: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries whose organisation stands in the sentence, or those before it where it says `there`."""
    named = _distinct(mention.entry for mention in _mentions(sentence, index))
    return before if before and not named and _BACK.search(sentence) else named


def _bound(named: tuple[Entry, ...]) -> frozenset[str]:
    worked = any(entry.section in _WORKED for entry in named)
    return frozenset(entry.pointer for entry in named) if worked else frozenset()


def _in_post(sentence: str, named: tuple[Entry, ...], index: Index) -> tuple[Entry, ...]:
    """The entries named, or of all, those of the post in which the sentence says it was done."""
    pool = named or index.entries
    given = in_post(sentence, pool)
    return given if given and len(given) < len(pool) else named


def _in_place(sentence: str, index: Index) -> tuple[Entry, ...]:
    """The jobs in the city where the sentence says something was done, where other jobs were elsewhere."""
    jobs = [entry for entry in index.entries if entry.section == "work" and entry.city]
    here = tuple(e for e in jobs if re.search(_IN_PLACE.format(city=re.escape(e.city)), sentence))
    return here if len(here) < len(jobs) else ()


def _mentions(sentence: str, index: Index) -> tuple[Mention, ...]:
    folded = sentence.lower().replace("’", "'")
    found = (
        (entry, at)
        for entry in index.entries
        for name in entry.names
        if (at := _place(name, folded, sentence)) >= 0
    )
    first: dict[str, Mention] = {}
    for entry, at in found:
        first.setdefault(entry.pointer, Mention(entry, at))
    return tuple(first.values())


def _place(name: str, folded: str, sentence: str) -> int:
    """Where a name stands as a word of its own and with a capital; -1 where it does not."""
    at = folded.find(name)
    while at >= 0:
        end = at + len(name)
        bordered = not (at and folded[at - 1].isalnum()) and not folded[end : end + 1].isalnum()
        capital = not name[0].isalpha() or (len(folded) == len(sentence) and sentence[at].isupper())
        if bordered and capital:
            return at
        at = folded.find(name, at + 1)
    return -1


def _item(sentence: str, place: int) -> tuple[int, int]:
    cuts = [0, *(match.end() for match in _ITEM.finditer(sentence)), len(sentence) + 1]
    return max(cut for cut in cuts if cut <= place), min(cut for cut in cuts if cut > place)


def _distinct(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple({entry.pointer: entry for entry in entries}.values())
