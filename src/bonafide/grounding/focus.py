"""Which entry of the CV a sentence speaks of, and which facts come nearest to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bonafide.grounding.index import Entry, Index, Known
from bonafide.grounding.lexicon import Concept, shared
from bonafide.language.sentences import stem, words

_BACK = re.compile(
    r"\b(?:there|that (?:company|employer|role|job|post|team|position)|this (?:company|role|job|team|position)|in the same|the same)\b",
    re.I,
)
_WORKED = frozenset({"work", "volunteer", "projects"})
_UNBOUND = frozenset({"basics", "skills", "languages", "interests", "references", "you", "certificates"})


@dataclass(frozen=True, slots=True)
class Focus:
    """What a sentence speaks of.

    `named`: the entries whose organisation it names, or the sentence it points back to; `bound`: the same
    where all are places of work, as then only their facts may back it; `ranked`: the facts that share words
    with it, best first, each with its score; `strict`: not even the person's summary may back it.
    """

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
        """The nearest fact."""
        return self.ranked[0][0] if self.ranked else None

    def bound_only(self) -> Focus:
        """The same, strictly."""
        return replace(self, strict=True)


def of_title(entries: list[Entry], sentence: str) -> list[Entry]:
    """Of several positions at an employer, those whose title the sentence gives, if it gives one."""
    said = {stem(word) for word in words(sentence)}
    titles = [{stem(w) for title in entry.titles for w in words(title.split(",")[0])} for entry in entries]
    given = [entry for entry, title in zip(entries, titles, strict=True) if title and title <= said]
    return given or entries


def focus_of(sentence: str, said: Iterable[Concept], index: Index, before: tuple[Entry, ...]) -> Focus:
    """The focus of a sentence; `before` is what the sentence before it named."""
    named = named_in(sentence, index, before)
    said = tuple(said)
    scored = ((known, shared(said, known.keys)) for known in index.known)
    ranked = sorted(((k, s) for k, s in scored if s > 0), key=lambda pair: -pair[1])
    worked = all(entry.section in _WORKED for entry in named)
    return Focus(named, frozenset(entry.pointer for entry in named) if worked else frozenset(), tuple(ranked))


def named_in(sentence: str, index: Index, before: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries whose organisation stands in the sentence, or those before it where it says `there`."""
    folded = sentence.lower().replace("’", "'")
    named = tuple(
        entry for entry in index.entries if any(_stands(name, folded, sentence) for name in entry.names)
    )
    return before if before and not named and _BACK.search(sentence) else named


def _stands(name: str, folded: str, sentence: str) -> bool:
    at = folded.find(name)
    while at >= 0:
        bordered = (
            not (at and folded[at - 1].isalnum())
            and not folded[at + len(name) : at + len(name) + 1].isalnum()
        )
        if (bordered and len(folded) == len(sentence) and sentence[at].isupper()) or (
            bordered and not name[0].isalpha()
        ):
            return True
        at = folded.find(name, at + 1)
    return False
