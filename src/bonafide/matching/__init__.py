"""Requirements against facts: verdicts with reasons, a fit by a published rule, and what to do about each gap."""

from __future__ import annotations

from datetime import date

from bonafide.matching.asks import ask_of
from bonafide.matching.findings import Finding, combined
from bonafide.matching.fit import fit_of
from bonafide.matching.judges import topic
from bonafide.matching.resume import Resume, resume_of
from bonafide.model.fact import Facts
from bonafide.model.match import Match, RequirementMatch, Verdict
from bonafide.model.posting import Posting, Requirement


def match(posting: Posting, facts: Facts, today: date) -> Match:
    """Every requirement of the posting judged against the facts; `today` ends what is ongoing."""
    resume = resume_of(facts, today)
    judged = tuple(judge(requirement, resume) for requirement in posting.asks())
    fit, why = fit_of(judged)
    return Match(requirements=judged, fit=fit, fit_why=why)


def judge(requirement: Requirement, resume: Resume) -> RequirementMatch:
    """One requirement, part by part."""
    found = topic.judge(ask_of(requirement.text), resume)
    parts: tuple[Finding, ...] = (found,) if found else ()
    return RequirementMatch(
        requirement=requirement,
        verdict=combined(parts) if parts else Verdict.UNMET,
        why="; ".join(part.why for part in parts),
        facts=tuple(fact for part in parts for fact in part.facts),
    )
