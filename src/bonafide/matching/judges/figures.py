"""A figure inside a subject (`a cloud bill of EUR 5 million`): the subject may be there, and the size not."""

from __future__ import annotations

import re
from dataclasses import replace

from bonafide.language import quantities
from bonafide.language.quantities import Quantity
from bonafide.matching.findings import Finding
from bonafide.matching.leading import exchanged, money_in
from bonafide.matching.reasons import money
from bonafide.model.match import Verdict

FAR_BELOW = 0.08
"""A smaller share than this of the amount asked is not the same kind of task."""
_FEWEST = 2
_TIME = frozenset({"year", "month", "week", "day", "hour", "minute", "s", "ms", "%", "pp", "x", "quarter"})
_A_MONTH = re.compile(r"\s*(?:a|per|each|every|/|in the)\s*month\b|\s*monthly\b", re.I)
_MONTHS, _REACH = 12, 40
"""Characters after `from 40k` within which `to 25k a month` says that both are monthly."""


def held_against(finding: Finding, text: str) -> Finding:
    """The finding, lowered where the cited facts state a smaller figure than is asked, or no amount of money."""
    if finding.verdict is Verdict.UNMET:
        return finding
    cited = [fact.quote for fact in finding.facts]
    asked = max((yearly(text, amount) for amount in money_in(text)), default=None)
    return _by_amount(finding, asked, cited) if asked else _by_count(finding, text, cited)


def yearly(text: str, amount: Quantity) -> tuple[float, str]:
    """An amount with its currency; what is paid by the month, twelve times."""
    following = text[amount.end : amount.end + _REACH]
    by_month = _A_MONTH.search(following) if amount.role == "from" else _A_MONTH.match(following)
    times = _MONTHS if by_month else 1
    return (amount.high or amount.value) * times, amount.unit or ""


def _by_amount(finding: Finding, asked: tuple[float, str], cited: list[str]) -> Finding:
    size, currency = asked
    own = [yearly(text, amount) for text in cited for amount in money_in(text)]
    said = money(size, currency)
    if not own:
        return _lowered(finding, Verdict.PARTIAL, f"no amount stands there, {said} is asked")
    best = max(own, key=lambda found: exchanged(found[0], found[1], currency))
    reached = exchanged(best[0], best[1], currency) / size if size else 1.0
    if reached >= 1:
        return finding
    verdict = Verdict.PARTIAL if reached >= FAR_BELOW else Verdict.UNMET
    return _lowered(finding, verdict, f"the amount there is {money(*best)}, {said} is asked")


def _by_count(finding: Finding, text: str, cited: list[str]) -> Finding:
    """A smaller count of the same noun; where none is stated, nothing is held against it."""
    for asked in quantities.find(text):
        if asked.unit is None or asked.unit in _TIME or asked.value < _FEWEST or asked.role:
            continue
        own = [q for fact in cited for q in quantities.find(fact) if q.unit == asked.unit]
        most = max(own, key=lambda quantity: quantity.high or quantity.value, default=None)
        if most and (most.high or most.value) < asked.value:
            return _lowered(finding, Verdict.PARTIAL, f"the CV counts {most.text}, {asked.text} are asked")
    return finding


def _lowered(finding: Finding, verdict: Verdict, why: str) -> Finding:
    met = finding.verdict is Verdict.MET or verdict is Verdict.UNMET
    return replace(
        finding,
        verdict=verdict if met else finding.verdict,
        why=f"{finding.why}; {why}",
        facts=() if verdict is Verdict.UNMET else finding.facts,
        advice=finding.advice
        or "Expect to be asked what would change for you at the larger scale; add the figure if the CV lacks it.",
    )
