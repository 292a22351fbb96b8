"""Claims of reach: the whole of something, everywhere, every one; a fact must reach as far."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Index, Known
from bonafide.grounding.lexicon import concepts, cues, keys_of, phrase_pattern, shared
from bonafide.grounding.verdicts import backed, refused
from bonafide.language.quantities import find
from bonafide.language.sentences import STOPWORDS, stem, words
from bonafide.model.claim import Claim, ClaimKind

_SCOPE = cues("scope")
_PLACES = "|".join(_SCOPE["places"])
_FAR = frozenset(_SCOPE["places"])
_REACHING = rf"\b(?:{'|'.join(_SCOPE['reaching'])})\s+"
_UNIVERSAL = re.compile(
    rf"{_REACHING}(?:the\s+|all\s+of\s+)?(?:[a-z-]+\s+)?(?P<place>{_PLACES})\b"
    rf"|{_REACHING}(?:the|our|all|all the|all our)\s+(?:[\w'’-]+\s+)?(?:{'|'.join(map(re.escape, _SCOPE['wholes']))})\b"
    rf"|{phrase_pattern(_SCOPE['universal']).pattern}",
    re.IGNORECASE,
)
_ORGANISATION = frozenset(stem(word) for word in _SCOPE["organisation"])
_HARMLESS = frozenset(_SCOPE["harmless"])
_WHOLES = frozenset(stem(word) for word in _SCOPE["wholes"])
_LITERAL = re.compile(
    r"wide$|^in (?:all|its|full)\b|^from |^(?:across|throughout|all over|all across)|^global|^nation|^world|weit$",
    re.IGNORECASE,
)
_EACH = ("all", "every", "each", "whole", "entire")
_SOME_OF = re.compile(
    r"(?:\b(?:one|two|three|four|five|six|half|a third|a quarter|some|most|several|\d+)|\d ?%) of "
    r"(?:the |our |its )?(?P<whole>\S+(?: \S+)?)"
)
# A noun phrase is looked for this many words ahead, across these small words.
_AHEAD = 4
_WITHIN = frozenset(("of", "the", "our", "its", "their", "this", "in", "single", "one", "my"))
_SAME_SUBJECT = 0.7
# A fact that reaches far lends its reach only to what it tells nearly as much of as the fact that tells most.
_AS_MUCH = 0.6
# Who is at the top has the whole of it by the title.
_TOP = re.compile(
    r"^(?:co-?founder\b.*|founder\b.*|chief \w+(?: \w+)? officer|c[a-z]o|ceo\b.*|owner|managing director)$",
    re.IGNORECASE,
)
# So is what one owns or answers for, as far as the fact names it.
_OWNS = re.compile(rf"(?:{'|'.join(_SCOPE['owning'])})\b", re.IGNORECASE)
_PARTLY = phrase_pattern(_SCOPE["partly"])
_TOPS = frozenset(
    stem(word) for word in ("company", "engineering", "technology", "department", "function", "organisation")
)


def check_scope(part: str, focus: Focus, index: Index) -> Iterator[Claim]:
    """`the whole department`, `every plant`, `all five`, `company-wide`."""
    allowed = [known for known in index.known if focus.allows(known)]
    for match in _UNIVERSAL.finditer(part):
        # "Across the whole bank" is what is claimed, and tells nothing of what was done.
        said = concepts(part[: match.start()]) or concepts(part)
        most = max((shared(said, known.keys) for known in allowed), default=0.0)
        following = _noun_phrase(part[match.end() : match.end() + 60])
        text = part[match.start() :].split(",")[0][: len(match.group()) + 40]
        partial = _partly(match.group(), following, allowed)
        if partial:
            yield refused(text, ClaimKind.SCOPE, partial, "the fact speaks of some of them")
            continue
        wholes = [word for word in following if stem(word) in _WHOLES]
        if match.group("place"):
            wholes = [match.group("place").casefold()]
        if not _LITERAL.search(match.group()) and (not wholes or following[0] in _HARMLESS - {"of"}):
            continue
        near = (
            known for known in allowed if _is_titled(known) or shared(said, known.keys) >= _AS_MUCH * most
        )
        backing = next((known for known in near if _reaches(known, wholes, part, focus)), None)
        if backing:
            yield backed(text, ClaimKind.SCOPE, backing)
        else:
            yield refused(text, ClaimKind.SCOPE, focus.best, "no fact reaches so far")


def _partly(universal: str, following: list[str], allowed: list[Known]) -> Known | None:
    """The fact that says `one of five quays` or `40 % of spending`, where the sentence says all of it."""
    if universal.casefold() not in _EACH or not following:
        return None
    numbers, nouns = find(" ".join(following[:2])), keys_of(" ".join(following[:2]))
    for known in allowed:
        for some in _SOME_OF.finditer(known.folded):
            whole = some.group("whole")
            same_number = any(a.value == b.value for a in numbers for b in find(whole))
            if same_number or (not numbers and shared(concepts(whole), nouns) >= 1.0):
                return known
    return None


def _noun_phrase(text: str) -> list[str]:
    """The next few words, up to one that cannot belong to what `every` or `all` goes with."""
    phrase: list[str] = []
    for word in words(text)[:_AHEAD]:
        if (word in STOPWORDS and word not in _WITHIN) or word.endswith("ed"):
            break
        phrase.append(word)
    return phrase


def _stems(known: Known) -> set[str]:
    return {stem(word) for word in known.words}


def _reaches(known: Known, wholes: list[str], part: str, focus: Focus) -> bool:
    """Whether a fact claims the whole of the same, says 100 %, or is the title of who heads it."""
    if _is_titled(known):
        if focus.best and focus.best.fact.entry not in ("", known.fact.entry):
            return False
        return {stem(word) for word in wholes} <= _TOPS
    if any(place in known.words for place in wholes if place in _FAR):
        return True
    if shared(concepts(part), known.keys) < _SAME_SUBJECT:
        return False
    nouns = keys_of(" ".join(wholes))
    if (
        _OWNS.match(known.folded)
        and not _PARTLY.search(known.folded)
        and {stem(w) for w in wholes} & _stems(known)
    ):
        return True
    if "100" in known.words:
        return True
    told = [
        (m.group(), _noun_phrase(known.folded[m.end() : m.end() + 60]))
        for m in _UNIVERSAL.finditer(known.folded)
    ]
    if not wholes or _ORGANISATION.issuperset(map(stem, wholes)):
        return any(_organisation(universal, following) for universal, following in told)
    return any(not nouns.isdisjoint(keys_of(" ".join(following))) for _, following in told)


def _is_titled(known: Known) -> bool:
    """Whether it is the title of who stands at the top."""
    return known.fact.name == "position" and bool(_TOP.search(known.fact.text))


def _organisation(universal: str, following: list[str]) -> bool:
    """Whether a fact speaks of the whole organisation: `company-wide`, `the entire firm`."""
    return any(stem(word) in _ORGANISATION for word in (*words(universal), *following)) or bool(
        _LITERAL.search(universal)
    )
