"""How much each of a person's facts says to one posting: the order in which they are worth a reader's time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bonafide.language import quantities, terms
from bonafide.model.fact import Fact, Facts
from bonafide.model.match import Match, RequirementMatch, Verdict
from bonafide.model.posting import Posting, RequirementKind

# A must counts twice a nice-to-have; partly meeting one counts half: the proportions of the fit rule.
KIND_WEIGHT = {RequirementKind.MUST: 2.0, RequirementKind.NICE: 1.0, RequirementKind.RESPONSIBILITY: 0.5}
VERDICT_WEIGHT = {Verdict.MET: 1.0, Verdict.PARTIAL: 0.5, Verdict.UNMET: 0.2}
SHARED_TERM = 0.4
FIGURE = 0.5
OLDER_JOB = 0.25
"""What each position further back costs: a panel reads the newest first."""

DEEDS = ("highlights", "summary", "description")
"""The fields that tell what somebody did."""


@dataclass(frozen=True, slots=True)
class Relevance:
    """A fact's worth for the posting (0 and up), and the requirements that cite it, weightiest first.

    `specific` is the part of the worth that is this posting's alone: without what makes a line strong anywhere.
    """

    value: float
    specific: float = 0.0
    answers: tuple[RequirementMatch, ...] = ()

    @property
    def reason(self) -> str:
        """A few words why the line counts here."""
        if self.answers:
            return f"answers “{shortened(self.answers[0].requirement.text)}”"
        if self.specific:
            return "names what the posting names"
        return "shows a result in figures" if self.value else "says little to this posting"


def relevance_of(posting: Posting, match: Match, facts: Facts) -> Mapping[str, Relevance]:
    """The relevance of every fact, by pointer."""
    cited = _citations(match)
    wanted = {hit.term for hit in terms.find_terms(f"{posting.title or ''}\n{posting.description}")}
    return {fact.pointer: _relevance(fact, cited.get(fact.pointer, ()), wanted) for fact in facts}


def shortened(text: str, words: int = 12) -> str:
    """The first words of a text, with an ellipsis where something was cut."""
    parts = text.split()
    return text if len(parts) <= words else " ".join(parts[:words]).rstrip(",;:") + " …"


def _citations(match: Match) -> dict[str, tuple[RequirementMatch, ...]]:
    cited: dict[str, list[RequirementMatch]] = {}
    for judged in match.requirements:
        for pointer in dict.fromkeys(evidence.pointer for evidence in judged.facts):
            cited.setdefault(pointer, []).append(judged)
    return {pointer: tuple(sorted(found, key=_weight, reverse=True)) for pointer, found in cited.items()}


def _weight(judged: RequirementMatch) -> float:
    return KIND_WEIGHT[judged.requirement.kind] * VERDICT_WEIGHT[judged.verdict]


def _relevance(fact: Fact, answers: tuple[RequirementMatch, ...], wanted: set[str]) -> Relevance:
    value = sum(_weight(judged) for judged in answers)
    value += SHARED_TERM * len({hit.term for hit in terms.find_terms(fact.text)} & wanted)
    specific = value
    if fact.name in DEEDS:
        value += FIGURE if quantities.find(fact.text) else 0.0
        value -= OLDER_JOB * _age(fact) if value else 0.0
    return Relevance(max(0.0, value), specific, answers)


def _age(fact: Fact) -> int:
    """How many positions back the fact lies; JSON Resume lists the newest first."""
    return int(fact.entry.rsplit("/", 1)[1]) if fact.section == "work" and fact.entry else 0
