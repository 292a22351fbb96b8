"""Sentences split into checkable claims, each with its verdict and the fact or the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bonafide.model.match import Evidence


class Support(StrEnum):
    """Whether something said of the person is backed, is not, or says nothing to back."""

    SUPPORTED = "supported"
    UNSUPPORTED = "unsupported"
    NO_CLAIM = "no-claim"


class ClaimKind(StrEnum):
    """What a claim is about; each kind has its own check."""

    FIGURE = "figure"
    EMPLOYER = "employer"
    TITLE = "title"
    DATE = "date"
    DURATION = "duration"
    TOOL = "tool"
    CREDENTIAL = "credential"
    SCOPE = "scope"
    AUTHORSHIP = "authorship"
    CAUSE = "cause"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A piece of a sentence that can be true or false of the person.

    `fact` is what backs it, or the nearest fact where nothing does; `why` says what differs.
    """

    text: str
    kind: ClaimKind
    verdict: Support
    fact: Evidence | None = None
    why: str = ""

    def to_json(self) -> dict[str, Any]:
        """`{text, kind, verdict, fact?, why}`."""
        plain: dict[str, Any] = {"text": self.text, "kind": str(self.kind), "verdict": str(self.verdict)}
        if self.fact:
            plain["fact"] = self.fact.to_json()
        return {**plain, "why": self.why}


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """A sentence, the verdict on it as a whole, and its claims."""

    text: str
    verdict: Support
    claims: tuple[Claim, ...] = ()

    @property
    def cited(self) -> Evidence | None:
        """Of the facts that back it the one that shares most of its words, and of these the one that tells most."""
        facts = (claim.fact for claim in self.claims if claim.fact and claim.verdict is Support.SUPPORTED)
        said = _words(self.text)
        return max(facts, key=lambda fact: (len(said & _words(fact.quote)), len(fact.quote)), default=None)

    def to_json(self) -> dict[str, Any]:
        """`{text, verdict, claims}`."""
        return {
            "text": self.text,
            "verdict": str(self.verdict),
            "claims": [claim.to_json() for claim in self.claims],
        }


@dataclass(frozen=True, slots=True)
class Check:
    """A whole document checked, sentence by sentence, in order."""

    sentences: tuple[CheckedSentence, ...]

    @property
    def refused(self) -> tuple[CheckedSentence, ...]:
        """The sentences that nothing backs."""
        return tuple(s for s in self.sentences if s.verdict is Support.UNSUPPORTED)

    def to_json(self) -> dict[str, Any]:
        """The contract of `check`, without the id."""
        return {
            "verdicts": [str(sentence.verdict) for sentence in self.sentences],
            "sentences": [sentence.to_json() for sentence in self.sentences],
        }
