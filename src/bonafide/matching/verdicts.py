"""One requirement through all judges: each takes the part it knows, and the topic judge what is left."""

from __future__ import annotations

import re

from bonafide.language.terms import find_terms, kind_of
from bonafide.matching.asks import ask_of, without_asides
from bonafide.matching.findings import Finding, combined
from bonafide.matching.judges import (
    budget,
    degree,
    figures,
    licence,
    place,
    scope,
    soft,
    speech,
    topic,
    years,
)
from bonafide.matching.resume import Resume
from bonafide.model.match import Evidence, RequirementMatch, Verdict
from bonafide.model.posting import JobLocation, Requirement

_AND = re.compile(r"\s*(?:,|;|\band\b|\bund\b|\bet\b|\bwith\b|\bmit\b|\bavec\b)\s*")
_LONGEST = 2000
"""Characters of a requirement that are judged; what is longer is a whole posting in one line."""


def judge(requirement: Requirement, resume: Resume, places: tuple[JobLocation, ...] = ()) -> RequirementMatch:
    """The requirement's verdict with its reasons, facts and, where something is missing, advice."""
    parts = findings(requirement, resume, places)
    return RequirementMatch(
        requirement=requirement,
        verdict=combined(parts) if parts else Verdict.PARTIAL,
        why=_sentence(parts),
        facts=_facts(parts),
        advice=next((part.advice for part in parts if part.advice), ""),
    )


def findings(requirement: Requirement, resume: Resume, places: tuple[JobLocation, ...]) -> list[Finding]:
    """What each judge says of its part of the requirement."""
    asked = requirement.text[:_LONGEST]
    text = without_asides(asked)
    licensed, rest = licence.judge(text, resume), licence.without(text)
    found = licensed + (place.judge(rest, resume, places) or speech.judge(rest, resume))
    found = found or degree.judge(text, resume) + _credentials_beside(text, resume)
    if found:
        return found
    found = _measured(text, resume)
    if found:
        return found
    ask = ask_of(asked)
    trait, subject = soft.judge(ask, text, resume), topic.judge(ask, resume)
    if trait and subject and trait.verdict is Verdict.UNMET and subject.verdict is not Verdict.UNMET:
        return [subject]
    found_one = trait or subject
    return [figures.held_against(found_one, text)] if found_one else []


def _credentials_beside(text: str, resume: Resume) -> list[Finding]:
    """`Qualified Teacher Status and a degree`: the credential in its own part of the clause, where a degree is asked too."""
    if not degree.is_asked(text):
        return []
    parts = [part for part in _AND.split(text) if not degree.is_asked(part)]
    asked = [part for part in parts if any(kind_of(hit.term) == "credential" for hit in find_terms(part))]
    found = (topic.judge(ask_of(part), resume) for part in asked)
    return [finding for finding in found if finding]


def _measured(text: str, resume: Resume) -> list[Finding]:
    """Years, money and people. Years of leading say already that somebody led: the mere fact counts once."""
    by_years = years.judge(text, resume)
    leads = any(years.asks_to_lead(span.of) for span in years.spans_in(text))
    return [*by_years, *budget.judge(text, resume), *scope.judge(text, resume, only_sizes=leads)]


def _sentence(parts: list[Finding]) -> str:
    text = "; ".join(dict.fromkeys(part.why for part in parts))
    return f"{text[:1].upper()}{text[1:]}." if text else "The requirement names nothing that a CV could show."


def _facts(parts: list[Finding]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(fact for part in parts for fact in part.facts))
