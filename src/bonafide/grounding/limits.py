"""What a fact limits and a sentence does not: a part of a thing told as the whole, what ended told as going on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Index, Known
from bonafide.grounding.lexicon import concepts, cues, phrase_pattern, shared
from bonafide.grounding.speech import FLAWLESS
from bonafide.grounding.verdicts import backed, refused
from bonafide.language.doing import pattern_of
from bonafide.language.quantities import find
from bonafide.model.claim import Claim, ClaimKind

_LIMITS = cues("limits")
_WHOLE = phrase_pattern(_LIMITS["whole"])
_STILL = phrase_pattern(_LIMITS["still"])
_PART = pattern_of(_LIMITS["part"])
_ENDED = pattern_of(_LIMITS["ended"])
# `two are all I have led` claims no more than two.
_ONLY = re.compile(r"\ball (?:that )?(?:I|we|my|our)\b", re.IGNORECASE)
_SMALLEST = re.compile(
    r"(?:of )?(?:the |our |my )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
_CLEAN = re.compile(
    r"\b(?:never|no|none|zero|without|every|all|nie|kein\w*|ohne|null|jamais|aucune?|sans|100)\b"
)
# A fact tells of what the sentence tells where it shares so much weight with it.
_SAME = 1.5


def check_limits(part: str, focus: Focus) -> Iterator[Claim]:
    """`all of it is live` beside `17 of which are live`; `to this day` beside `until 2023`."""
    whole, still = _WHOLE.search(_ONLY.sub("", part)), _STILL.search(part)
    known = _nearest(focus) if whole or still else None
    if known is None:
        return
    partial, ended = _PART.search(known.folded), _ENDED.search(known.folded)
    if whole and partial and not _PART.search(part.casefold()) and _of_the_same(part, whole.end(), known):
        yield refused(whole.group(), ClaimKind.SCOPE, known, f"the fact says {partial.group().strip()}")
    elif still and ended and not _STILL.search(known.folded):
        yield refused(still.group(), ClaimKind.DATE, known, f"the fact says {ended.group().strip()}")


def _of_the_same(part: str, end: int, known: Known) -> bool:
    """Whether what `all` goes with is what the fact tells a part of; `all twelve`, where the fact says twelve, is no more."""
    following = " ".join(part[end:].split()[:3])
    counted = {figure.printed for figure in known.figures}
    if any(one.value in counted for one in find(following)) and _SMALLEST.match(following):
        return False
    return not following or shared(concepts(following), known.keys) > 0


def check_flawless(part: str, focus: Focus, index: Index) -> Iterator[Claim]:
    """`I never missed a date`: a fact must say of the same that nothing was missed."""
    said = FLAWLESS.search(part)
    if said is None:
        return
    things = concepts(part)
    clean = (known for known in index.known if focus.allows(known) and _CLEAN.search(known.folded))
    known = next((one for one in clean if shared(things, one.keys) >= 1.0), None)
    if known:
        yield backed(said.group(), ClaimKind.SCOPE, known)
    else:
        yield refused(said.group(), ClaimKind.SCOPE, focus.best, "no fact says that it never happened")


def _nearest(focus: Focus) -> Known | None:
    """The fact that comes nearest, where it comes near."""
    known, score = focus.ranked[0] if focus.ranked else (None, 0.0)
    return known if known and score >= _SAME and focus.allows(known) else None
