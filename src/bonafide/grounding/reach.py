"""Claims of reach, authorship and cause: the whole of something, alone or in charge, one thing because of another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bonafide.grounding.figures import Figures
from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Index, Known
from bonafide.grounding.lexicon import CUES, concepts, keys_of, phrase_pattern, shared
from bonafide.grounding.verdicts import backed, refused
from bonafide.language.quantities import find
from bonafide.language.sentences import STOPWORDS, stem, words
from bonafide.model.claim import Claim, ClaimKind

_SCOPE = CUES["scope"]
_UNIVERSAL = phrase_pattern(_SCOPE["universal"])
_HARMLESS = frozenset(_SCOPE["harmless"])
_WHOLES = frozenset(stem(word) for word in _SCOPE["wholes"])
_LITERAL = re.compile(r"wide$|^(?:across|throughout)|^global|^nation|^world|weit$", re.IGNORECASE)
_AUTHORSHIP = CUES["authorship"]
_ALONE = phrase_pattern(_AUTHORSHIP["alone"])
_THAT_ALONE = re.compile(
    r"\b(?:\d+|year|month|quarter|week|day|season|let|that|this|\w+%)\s+alone\b", re.IGNORECASE
)
_ALONE_BACKED = phrase_pattern(_AUTHORSHIP["backing"])
_LED = phrase_pattern(_AUTHORSHIP["led"])
_HELPED = phrase_pattern(_AUTHORSHIP["helped"])
_OWN_LEAD = phrase_pattern(_AUTHORSHIP["own_lead"])
_CAUSE = phrase_pattern(CUES["causes"]["phrases"])
_EFFECT = re.compile(
    rf"\s*(?P<what>(?:The|Our|My|This|That|A|An|Its|[A-Z]\w+ing)\b[^,;:]{{3,60}}?)\s(?P<verb>{'|'.join(CUES['causes']['effects'])})\s",
    re.I,
)
_OWN_ACT = re.compile(
    r"\b(?:I|we|which|that|who|where|when|was|were|is|are|has|have|had|to|team|department|group|squad)\b",
    re.I,
)
_CERTAIN = re.compile(r"convinced\s+(?:that|of)|am\s+convinced", re.IGNORECASE)
_AHEAD = 4
_SOME_OF = re.compile(
    r"\b(?:one|two|three|four|five|six|some|most|several|\d+) of (?:the |our |its )?(?P<whole>\S+ \S+)"
)
_WITHIN = frozenset(("of", "the", "our", "its", "their", "this", "in", "single", "one", "my"))
# Who is at the top has the whole of it by the title.
_TOP = re.compile(
    r"^(?:co-?founder\b.*|founder\b.*|chief \w+(?: \w+)? officer|c[a-z]o|ceo\b.*|owner|managing director)$",
    re.I,
)
_TOPS = frozenset(
    stem(word) for word in ("company", "engineering", "technology", "department", "function", "organisation")
)


def check_scope(part: str, focus: Focus, index: Index) -> Iterator[Claim]:
    """`the whole department`, `every plant`, `company-wide`: a fact must claim as much."""
    for match in _UNIVERSAL.finditer(part):
        following = _noun_phrase(part[match.end() : match.end() + 60])
        partial = _one_of(match.group(), following, focus, index)
        if partial:
            yield refused(
                part[match.start() :][:40], ClaimKind.SCOPE, partial, "the fact speaks of some of them"
            )
            continue
        wholes = [word for word in following if stem(word) in _WHOLES]
        literal = bool(_LITERAL.search(match.group()))
        if not literal and (not wholes or following[0] in _HARMLESS - {"of"}):
            continue
        text = part[match.start() :].split(",")[0][: len(match.group()) + 40]
        backing = next((k for k in _allowed(focus, index) if _reaches(k, wholes, part)), None)
        if backing:
            yield backed(text, ClaimKind.SCOPE, backing)
        else:
            yield refused(text, ClaimKind.SCOPE, focus.best, "no fact reaches so far")


def _one_of(universal: str, following: list[str], focus: Focus, index: Index) -> Known | None:
    """The fact that says `one of five`, where the sentence says `all five`."""
    numbers = find(" ".join(following[:2])) if universal.casefold() in ("all", "every", "each") else ()
    for known in _allowed(focus, index) if numbers else ():
        some = _SOME_OF.search(known.folded)
        if some and any(q.value == numbers[0].value for q in find(some.group("whole"))):
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


def _reaches(known: Known, wholes: list[str], part: str) -> bool:
    nouns = keys_of(" ".join(wholes))
    if known.fact.name == "position" and _TOP.search(known.fact.text):
        return {stem(word) for word in wholes} <= _TOPS
    if shared(concepts(part), known.keys) < 0.7:
        return False
    claimed = (
        words(known.folded[m.end() : m.end() + 60])[:_AHEAD] for m in _UNIVERSAL.finditer(known.folded)
    )
    return "100" in known.folded or any(
        not nouns or not nouns.isdisjoint(keys_of(" ".join(said))) for said in claimed
    )


def _allowed(focus: Focus, index: Index) -> list[Known]:
    return [known for known in index.known if focus.allows(known)]


def check_authorship(part: str, focus: Focus, index: Index) -> Iterator[Claim]:
    """`single-handedly`, `from scratch`, `I led`: the nearest fact must say alone, or must not say helped."""
    near = [
        (known, score)
        for known, score in focus.ranked
        if focus.allows(known) and known.fact.name != "keywords"
    ]
    top = near[0][1] if near else 0.0
    close = [known for known, score in near if score >= 0.6 * top][:4]
    alone = _ALONE.search(_THAT_ALONE.sub(" ", part))
    if alone:
        backing = next((known for known in close if _ALONE_BACKED.search(known.folded)), None)
        if backing:
            yield backed(alone.group(), ClaimKind.AUTHORSHIP, backing)
        else:
            yield refused(alone.group(), ClaimKind.AUTHORSHIP, close[0] if close else None, "no fact says so")
    led = _LED.search(part)
    if led and close and top >= 1.3 and not _HELPED.search(part):
        first = close[0]
        if _HELPED.search(first.folded) and not _OWN_LEAD.search(first.folded):
            yield refused(
                led.group(), ClaimKind.AUTHORSHIP, first, "the fact speaks of a part in it, not of leading it"
            )


def check_cause(sentence: str, before: str, figures: Figures, focus: Focus, index: Index) -> Iterator[Claim]:
    """`is what lifted`, `convinced`: both sides, and the figures, must stand in one fact."""
    match = _CAUSE.search(sentence)
    if not match or _CERTAIN.search(sentence):
        return
    left, right = sentence[: match.start()], sentence[match.end() :]
    if not words(left):
        left, right = _first_phrase(right)
    if _pointing(left):
        left = before
    if _pointing(right):
        right = before
    sides = [concepts(side) for side in (left, right)]
    both = next(
        (
            k
            for k in _allowed(focus, index)
            if _holds(k, figures) and all(shared(side, k.keys) >= 0.7 for side in sides)
        ),
        None,
    )
    if both:
        yield backed(match.group(), ClaimKind.CAUSE, both)
    else:
        yield refused(match.group(), ClaimKind.CAUSE, focus.best, "no fact links the two")


def _first_phrase(text: str) -> tuple[str, str]:
    """`Thanks to | that course | our overtime fell`: cut before the second article, pronoun or comma."""
    cut = re.search(
        r"(?<=\w)(?:,|\s+(?:our|my|the|we|i|its|their|a|an|this|that)\b)", text[1:], re.IGNORECASE
    )
    at = cut.start() + 1 if cut else len(text)
    return text[:at], text[at:]


def _holds(known: Known, figures: Figures) -> bool:
    return all(known.fact.pointer in held for held in figures.held)


def check_effect(sentence: str, focus: Focus, index: Index) -> Iterator[Claim]:
    """`The new rota cut overtime`: what was done and what came of it must stand in one fact."""
    match = _EFFECT.match(sentence)
    if not match or _OWN_ACT.search(match.group("what")):
        return
    sides = [concepts(match.group("what")), concepts(sentence[match.end() :])]
    known = _allowed(focus, index)
    reached = [max((shared(side, k.keys) for k in known), default=0.0) for side in sides]
    together = any(all(shared(side, k.keys) >= 0.7 for side in sides) for k in known)
    if min(reached) >= 1.0 and not together:
        yield refused(match.group("verb"), ClaimKind.CAUSE, focus.best, "no fact links the two")


def _pointing(side: str) -> bool:
    """Whether a side says only `this` or `that`."""
    telling = [
        word
        for word in words(side)
        if word not in STOPWORDS
        and word not in ("move", "made", "step", "work", "happen", "change", "effort", "decision")
    ]
    return not telling
