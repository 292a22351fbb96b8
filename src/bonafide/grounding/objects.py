"""What a deed was done to: a sentence that repeats a fact but for one thing in it has another object."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from bonafide.grounding.deeds import is_deed
from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Index
from bonafide.grounding.lexicon import concept, keys_of
from bonafide.grounding.verdicts import refused
from bonafide.language.sentences import words
from bonafide.model.claim import Claim, ClaimKind

# So many telling words (weights) must be the same for a fact to be the one that is repeated.
_REPEATED = 1.3
_LONGEST = 3
_KIN = 5
# So much of a sentence must stand in the fact word by word; who tells it in other words may mean the same by this one.
_VERBATIM = 0.6


def check_object(part: str, focus: Focus, index: Index) -> Iterator[Claim]:
    """`Started a chess club` beside `Started a coding club`: the one thing that differs, where all around is the same."""
    said = words(part)
    for known, score in focus.ranked[:3]:
        if (
            score < _REPEATED
            or not focus.allows(known)
            or known.fact.section not in ("work", "volunteer", "projects")
        ):
            continue
        entry = index.entry_of(known.fact)
        own = entry.keys if entry else known.keys
        for mine, theirs in _swapped(said, words(known.folded)):
            named = any(
                word.capitalize() in known.fact.text or word.upper() in known.fact.text for word in theirs
            )
            if (
                not named
                and not _akin(mine, theirs)
                and _telling(mine, own)
                and _telling(theirs, keys_of(part))
            ):
                why = f"the fact says {' '.join(theirs)}"
                yield refused(" ".join(mine), ClaimKind.STATEMENT, known, why)
                return


def _swapped(
    said: tuple[str, ...], told: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Pairs of a few words that stand between the same words in both; the start and the end are the same as well."""
    blocks = SequenceMatcher(None, said, told, autojunk=False).get_opcodes()
    same = sum(b - a for kind, a, b, _, _ in blocks if kind == "equal")
    if same < _VERBATIM * len(said):
        return
    for place, (kind, a, b, c, d) in enumerate(blocks):
        if kind != "replace" or max(b - a, d - c) > _LONGEST:
            continue
        before = blocks[place - 1] if place else None
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        if _held(said, before) or _held(said, after):
            yield said[a:b], told[c:d]


def _held(said: tuple[str, ...], block: tuple[str, int, int, int, int] | None) -> bool:
    """Whether a block is the same in both and tells something."""
    return (
        block is not None and block[0] == "equal" and any(concept(word) for word in said[block[1] : block[2]])
    )


def _akin(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """`déployé` and `déploiement`: words that begin alike are of one kin."""
    return any(len(one) >= _KIN and one[:_KIN] == other[:_KIN] for one in mine for other in theirs)


def _telling(phrase: tuple[str, ...], keys: frozenset[str]) -> bool:
    """Whether every word is one for a thing, and none is known on the other side."""
    found = [concept(word) for word in phrase]
    return all(
        item is not None and item.weight >= 1.0 and item.keys.isdisjoint(keys) and not is_deed(item.word)
        for item in found
    )
