"""What a fact limits and a sentence does not: a part of a thing told as the whole, what ended told as going on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Index, Known
from bonafide.grounding.lexicon import cues, phrase_pattern
from bonafide.grounding.verdicts import refused
from bonafide.language.doing import pattern_of
from bonafide.model.claim import Claim, ClaimKind

_LIMITS = cues("limits")
_WHOLE = phrase_pattern(_LIMITS["whole"])
_STILL = phrase_pattern(_LIMITS["still"])
_PART = pattern_of(_LIMITS["part"])
_ENDED = pattern_of(_LIMITS["ended"])
# `two are all I have led` claims no more than two.
_ONLY = re.compile(r"\ball (?:that )?(?:I|we|my|our)\b", re.IGNORECASE)
# A fact tells of what the sentence tells where it shares so much weight with it.
_SAME = 1.5


def check_limits(part: str, focus: Focus, index: Index) -> Iterator[Claim]:
    """`all of it is live` beside `17 of which are live`; `to this day` beside `until 2023`."""
    whole, still = _WHOLE.search(_ONLY.sub("", part)), _STILL.search(part)
    for known in _near(focus, index) if whole or still else ():
        partial, ended = _PART.search(known.folded), _ENDED.search(known.folded)
        if whole and partial and partial.group() not in part.casefold() and not _PART.search(part.casefold()):
            why = f"the fact says {partial.group().strip()}"
            yield refused(whole.group(), ClaimKind.SCOPE, known, why)
            return
        if still and ended and not _WHOLE.search(ended.group()):
            yield refused(still.group(), ClaimKind.DATE, known, f"the fact says {ended.group().strip()}")
            return


def _near(focus: Focus, index: Index) -> list[Known]:
    """The fact that comes nearest, where it comes near."""
    told = [known for known, score in focus.ranked[:1] if score >= _SAME and focus.allows(known)]
    return [known for known in told if known in index.known]
