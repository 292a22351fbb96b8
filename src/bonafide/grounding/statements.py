"""What is left of a sentence when its figures and names are checked: is its subject among the facts at all?"""

from __future__ import annotations

from collections.abc import Iterator

from bonafide.grounding.deeds import is_deed, tells_a_deed
from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Index, Known
from bonafide.grounding.lexicon import Concept, concepts, cues, keys_of, phrase_pattern, shared, told_again
from bonafide.grounding.verdicts import backed, refused
from bonafide.model.claim import Claim, ClaimKind

_CREDENTIALS = tuple(
    (phrase_pattern(kind["said"]), phrase_pattern([*kind["said"], *kind["owned"]]))
    for kind in cues("credentials")["claimed"]
)
# How much of a statement's weight one fact must share.
_LINE = 0.3
_FREE = 0.25
_KNOWING = phrase_pattern(cues("speech")["knowing"])
_LITTLE = 0.7
# Words shared with the posting (`posted`) from which on a sentence claims what is asked for.
_POSTED = 1.5
# With less than this nothing is told that could be looked for.
_SLIGHT = 1.4
# A line without a deed gathers a life: nearly all its words must be somewhere in it.
_SPREAD = 0.75
_MUCH = 3.0
# So much is shared with the line that tells the same deed of the same thing.
_SAME_DEED = 1.8
# What another entry's fact tells so much of, and the named one's so little, is the other's.
_ELSEWHERE = ((2.5, 0.4), (2.0, 0.2))


def check_credentials(part: str, index: Index) -> Iterator[Claim]:
    """`award`, `patent`, `PhD`: claimed nouns that the facts must hold too."""
    for said, owned in _CREDENTIALS:
        match = said.search(part)
        if match:
            known = next((item for item in index.known if owned.search(item.folded)), None)
            if known:
                yield backed(match.group(), ClaimKind.CREDENTIAL, known)
            else:
                yield refused(match.group(), ClaimKind.CREDENTIAL, None, "no fact names such a credential")


def check_elsewhere(part: str, focus: Focus, index: Index) -> Claim | None:
    """A deed told of the entry that is named, though another entry's fact tells it and none of this one's does."""
    if not focus.bound:
        return None
    said = _beside_names(part, focus)
    scores = [(known, told_again(said, known.keys), focus.allows(known)) for known in index.known]
    inside = max((score for _, score, allowed in scores if allowed), default=0.0)
    best, outside, _ = max(scores, key=lambda item: item[1], default=(None, 0.0, True))
    far = any(outside >= much and inside <= hardly * outside for much, hardly in _ELSEWHERE)
    if far or (outside >= _SAME_DEED and best and _of_another(said, best, focus, index)):
        return refused(part, ClaimKind.STATEMENT, best, "this belongs to another entry")
    return None


def _of_another(said: tuple[Concept, ...], best: Known, focus: Focus, index: Index) -> bool:
    """Whether what a deed was done to is in another entry's line, and nowhere in the entries that are named."""
    things = [item for item in said if item.weight >= 1.0 and not is_deed(item.word)]
    here = any(shared(things, known.keys) for known in index.known if focus.allows(known))
    return best.fact.name == "highlights" and shared(things, best.keys) >= 1.0 and not here


def _beside_names(part: str, focus: Focus) -> tuple[Concept, ...]:
    """What is said but the names and titles of the entries that it is said of: these alone back nothing."""
    names = keys_of(" ".join(name for entry in focus.named for name in (*entry.names[:1], *entry.titles)))
    return tuple(item for item in concepts(part) if item.keys.isdisjoint(names))


def check_statement(
    part: str, freely: bool, cited: frozenset[str], posted: frozenset[str], focus: Focus, index: Index
) -> Claim | None:
    """The subject by its words: some fact of the job that is named must share enough of them.

    A sentence in the person's own voice, or whose figures and names are backed, may paraphrase `freely`;
    a list of several things may share its words with all the facts (`cited`, pointers) that back them.
    """
    said = _beside_names(part, focus)
    whole = sum(item.weight for item in said)
    if not said or whole < max(_SLIGHT, sum(item.weight for item in concepts(part)) / 2):
        return None  # Nothing that could be looked for, or little but names.
    scores = [(known, told_again(said, known.keys), focus.allows(known)) for known in index.known]
    inside = max((score for _, score, allowed in scores if allowed), default=0.0)
    listed = (known.context for known in index.known if known.fact.pointer in cited)
    inside = max(inside, told_again(said, frozenset[str]().union(*listed)))
    best = max(scores, key=lambda item: item[1], default=(None, 0.0, False))[0]
    line = part.lstrip()[:1].isupper() and not part.rstrip().endswith((".", "!"))
    claims = line or tells_a_deed(part) or _KNOWING.search(part)
    if not (claims or shared(said, posted) >= max(_POSTED, whole / 2)):
        return None
    everywhere = told_again(said, frozenset[str]().union(*(known.keys for known in index.known)))
    if line and not tells_a_deed(part) and everywhere >= _SPREAD * whole:
        return backed(part, ClaimKind.STATEMENT, best)
    if inside < _LITTLE or inside < min(_MUCH, whole * (_FREE if freely else _LINE)):
        return refused(part, ClaimKind.STATEMENT, best, "no fact speaks of this")
    return backed(part, ClaimKind.STATEMENT, best)
