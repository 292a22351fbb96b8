"""How a claim is written down: supported by a fact, or refused with the nearest fact and what differs."""

from __future__ import annotations

from bonafide.grounding.index import Known
from bonafide.model.claim import Claim, ClaimKind, Support
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
