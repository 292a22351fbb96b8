"""How a claim is written down: supported by a fact, or refused with the nearest fact and what differs."""

from __future__ import annotations

from dataclasses import replace

from bonafide.grounding.index import Known
from bonafide.language.doing import Doing, undone
from bonafide.model.claim import Claim, ClaimKind, Support
from bonafide.model.fact import Facts
from bonafide.model.match import Evidence


def backed(text: str, kind: ClaimKind, known: Known | None, why: str = "") -> Claim:
    """A claim that a fact supports."""
    return Claim(text=text.strip(), kind=kind, verdict=Support.SUPPORTED, fact=evidence(known), why=why)


def refused(text: str, kind: ClaimKind, known: Known | None, why: str) -> Claim:
    """A claim that nothing supports; `known` is the nearest fact."""
    return Claim(text=text.strip(), kind=kind, verdict=Support.UNSUPPORTED, fact=evidence(known), why=why)


def evidence(known: Known | None) -> Evidence | None:
    """The citation of a fact."""
    return Evidence(known.fact.pointer, known.fact.text) if known else None


_UNDONE = {
    Doing.NEGATED: "the fact says that it was not so",
    Doing.UNDONE: "the fact says that it did not come about",
    Doing.MEANT: "the fact says that it was meant, not done",
    Doing.BESIDE: "the fact tells of what somebody else did",
    Doing.TRIED: "the fact says that it was looked at, not used",
}


def with_what_was_not_done(claim: Claim, facts: Facts) -> Claim:
    """A refused claim whose words a fact holds where it tells of something not done: that fact, and how it says so."""
    if claim.verdict is not Support.UNSUPPORTED:
        return claim
    said = claim.text.casefold()
    for fact in facts:
        at = fact.text.casefold().find(said)
        spans = sorted(undone(fact.text), key=lambda one: one.kind is Doing.TRIED)
        span = next((one for one in spans if one.start <= at < one.end), None)
        if at >= 0 and span:
            return replace(claim, fact=Evidence(fact.pointer, fact.text), why=_UNDONE[span.kind])
    return claim
