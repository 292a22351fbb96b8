"""Claims that one thing brought about another: both must stand in one fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from bonafide.grounding.courses import tells_of_change
from bonafide.grounding.figures import Figures
from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Index, Known
from bonafide.grounding.lexicon import Concept, concepts, cues, phrase_pattern, shared
from bonafide.grounding.verdicts import backed, refused
from bonafide.language.sentences import SMALL_WORDS, stem, words
from bonafide.model.claim import Claim, ClaimKind

_CAUSES = cues("causes")
_CAUSE = phrase_pattern(_CAUSES["phrases"])
_MOTIVE = phrase_pattern(cues("speech")["opinions"])
# What convinces the speaker, or makes them write, is no outcome.
_CERTAIN = re.compile(
    r"convinced\s+(?:that|of)|am\s+convinced|is\s+why\s+(?:I|we)\s+(?:apply|write|am|would|want|like|think)",
    re.IGNORECASE,
)
# `It was the rota that cut overtime`.
_CLEFT = re.compile(
    rf"\bit (?:is|was) [^,;]{{3,60}}? (?:that|which|who) (?:{'|'.join((*_CAUSES['effects'], *_CAUSES['phrases'], 'gave', 'led'))})\b",
    re.IGNORECASE,
)
_PROPER = r"[A-Z][\w.+#/-]+(?: [A-Z][\w.+#/-]*)*"
_EFFECT = re.compile(
    rf"\s*(?P<what>(?:The|Our|My|This|That|A|An|Its|[A-Z]\w+ing)\b[^,;:]{{3,60}}?|(?-i:{_PROPER}))\s"
    rf"(?:also |then |thus |alone )?(?P<verb>{'|'.join(_CAUSES['effects'])})\s",
    re.IGNORECASE,
)
_MOST_MEANS = 4
_EFFECTS = frozenset(stem(verb) for verb in _CAUSES["effects"])
# After `is what` only something that acts is said to be a cause.
_ACTS = re.compile(
    rf"\s+(?:has\s+|had\s+|finally\s+)?(?:{'|'.join((*_CAUSES['effects'], *_CAUSES['phrases']))}|\w+ed)\b",
    re.IGNORECASE,
)
_OWN_ACT = re.compile(
    r"\b(?:I|we|which|that|who|where|when|was|were|is|are|has|have|had|to|team|department|group|squad)\b",
    re.IGNORECASE,
)
_NEXT_PHRASE = re.compile(r"(?<=\w)(?:,|\s+(?:our|my|the|we|i|its|their|a|an|this|that)\b)", re.IGNORECASE)
_EMPTY = frozenset(("move", "made", "step", "work", "happen", "change", "effort", "decision"))
_MEANS = re.compile(rf"\b(?:{'|'.join(_CAUSES['means'])})(?!\w)", re.IGNORECASE)
# Shared words by which a fact holds one side, and by which a side is surely told somewhere.
_HELD = 0.7
_TOLD = 1.0
# The part of what the best fact tells of a side that the linking fact must tell of it too.
_MOST_OF = 0.5


def check_cause(sentence: str, before: str, figures: Figures, focus: Focus, index: Index) -> Iterator[Claim]:
    """`is what lifted`, `convinced`: both sides, and the figures, must stand in one fact.

    A side that only points (`this`, `that move`) stands for the sentence `before`.
    """
    match = _CLEFT.search(sentence) or _CAUSE.search(sentence)
    if match and match.group().casefold() in _CAUSES["bare"] and not _ACTS.match(sentence, match.end()):
        return
    if not match or _CERTAIN.search(sentence):
        return
    left, right = sentence[: match.start()] or match.group(), sentence[match.end() :]
    if not words(left):
        left, right = _first_phrase(right)
    sides = tuple(_things(before if _points(side) else side) for side in (left, right))
    weak = match.group().casefold() in _CAUSES["weak"]
    if weak and (_MOTIVE.search(left) or not _told(sides[1], focus, index)):
        return
    allowed = [known for known in index.known if focus.allows(known)]
    needed = tuple(max(_HELD, _MOST_OF * _best(side, allowed)) for side in sides)
    whole = (known for known in allowed if _holds_figures(known, figures))
    both = next((known for known in whole if _holds_both(known, sides, needed)), None)
    if both:
        yield backed(match.group(), ClaimKind.CAUSE, both)
    else:
        yield refused(match.group(), ClaimKind.CAUSE, focus.best, "no fact links the two")


def check_effect(sentence: str, focus: Focus, index: Index) -> Iterator[Claim]:
    """`The new rota cut overtime`, `cut by moving`: refused where both are told, but not together."""
    for words_of_effect, sides in _effects(sentence):
        allowed = [known for known in index.known if focus.allows(known)]
        told = all(any(shared(side, known.keys) >= _HELD for known in allowed) for side in sides)
        if told and not any(_holds_both(known, sides) for known in allowed):
            yield refused(words_of_effect, ClaimKind.CAUSE, focus.best, "no fact links the two")


def _effects(sentence: str) -> Iterator[tuple[str, tuple[tuple[Concept, ...], tuple[Concept, ...]]]]:
    """Each verb of effect, or word before a means, with what it is said to link."""
    match = _EFFECT.match(sentence)
    if match and not _OWN_ACT.search(match.group("what")):
        yield match.group("verb"), (_things(match.group("what")), _things(sentence[match.end() :]))
    for means in islice(_MEANS.finditer(sentence), _MOST_MEANS):
        opening = means.start() + len(means.group().split()[0])
        opened = re.split(r"[,;]", sentence[opening:])[0]
        rest = sentence[: means.start()] + sentence[opening + len(opened) :]
        if tells_of_change(rest):
            yield means.group(), (_things(opened), _things(rest))


def _first_phrase(text: str) -> tuple[str, str]:
    """`Thanks to | that course | our overtime fell`: cut before the second article, pronoun or comma."""
    cut = _NEXT_PHRASE.search(text, 1)
    at = cut.start() if cut else len(text)
    return text[:at], text[at:]


def _things(side: str) -> tuple[Concept, ...]:
    """The words of a side without those for having an effect."""
    return tuple(item for item in concepts(side) if stem(item.word) not in _EFFECTS)


def _told(side: tuple[Concept, ...], focus: Focus, index: Index) -> bool:
    return any(shared(side, known.keys) >= _TOLD for known in index.known if focus.allows(known))


def _best(side: tuple[Concept, ...], allowed: list[Known]) -> float:
    """How well the fact that tells a side best tells it."""
    return max((shared(side, known.keys) for known in allowed), default=0.0)


def _holds_both(
    known: Known, sides: tuple[tuple[Concept, ...], ...], needed: tuple[float, ...] = (_HELD, _HELD)
) -> bool:
    """Whether a fact tells both sides: one word of a side does not, where another fact tells all of it."""
    return all(shared(side, known.keys) >= least for side, least in zip(sides, needed, strict=True))


def _holds_figures(known: Known, figures: Figures) -> bool:
    return all(known.fact.pointer in held for held in figures.held)


def _points(side: str) -> bool:
    """Whether a side says only `this` or `that move`."""
    return all(word in SMALL_WORDS or word in _EMPTY for word in words(side))
