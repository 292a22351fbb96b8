"""Requirements against facts: verdicts with reasons, a fit by a published rule, and what to do about each gap."""

from __future__ import annotations

from datetime import date

from bonafide.matching.fit import fit_of
from bonafide.matching.posting_terms import found_and_missing
from bonafide.matching.resume import resume_of
from bonafide.matching.verdicts import judge
from bonafide.model.fact import Facts
from bonafide.model.match import Match
from bonafide.model.posting import Posting


def match(posting: Posting, facts: Facts, today: date) -> Match:
    """Every requirement of the posting judged against the facts; `today` ends what is ongoing."""
    resume = resume_of(facts, today, posting.language)
    judged = tuple(judge(requirement, resume, posting.locations) for requirement in posting.asks())
    fit, why = fit_of(judged)
    found, missing = found_and_missing(posting, resume)
    return Match(requirements=judged, fit=fit, fit_why=why, terms_found=found, terms_missing=missing)
