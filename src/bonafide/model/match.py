"""How a person's facts meet a posting's requirements."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bonafide.model.posting import Requirement


class Verdict(StrEnum):
    """Whether a requirement is met, partly met, or not."""

    MET = "met"
    PARTIAL = "partial"
    UNMET = "unmet"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact that is cited: its pointer, and the words of it that count."""

    pointer: str
    quote: str

    def to_json(self) -> dict[str, str]:
        """`{pointer, quote}`."""
        return {"pointer": self.pointer, "quote": self.quote}


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementMatch:
    """One requirement judged: the verdict, a sentence why, the facts, and what to do about a gap."""

    requirement: Requirement
    verdict: Verdict
    why: str
    facts: tuple[Evidence, ...] = ()
    advice: str = ""

    def to_json(self) -> dict[str, Any]:
        """`{text, kind, verdict, why, facts, advice?}`."""
        plain: dict[str, Any] = {
            "text": self.requirement.text,
            "kind": str(self.requirement.kind),
            "verdict": str(self.verdict),
            "why": self.why,
            "facts": [fact.to_json() for fact in self.facts],
        }
        return {**plain, "advice": self.advice} if self.advice else plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """All requirements judged, the fit from 1 to 5 with its reason, and the posting's terms."""

    requirements: tuple[RequirementMatch, ...]
    fit: int
    fit_why: str
    terms_found: tuple[str, ...] = ()
    terms_missing: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The contract of `match`, without the id."""
        return {
            "requirements": [requirement.to_json() for requirement in self.requirements],
            "fit": self.fit,
            "fit_why": self.fit_why,
            "terms": {"found": list(self.terms_found), "missing": list(self.terms_missing)},
        }
