"""Which of a person's achievements a letter tells, and the sentence that ties each to its employer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bonafide.language import terms
from bonafide.model.draft import Line
from bonafide.model.fact import Fact, Facts
from bonafide.model.match import RequirementMatch
from bonafide.tailoring.acts import Act, act, trimmed
from bonafide.tailoring.phrases import Choice
from bonafide.tailoring.relevance import DEEDS, Relevance

SHORTEST = 6
"""Words below which a line says too little to be told in a letter."""
QUOTED_COST = 0.8
SAME_NEED_COST = 1.5
SAME_JOB_COST = 1.0
TIE = 0.8
"""How far the posting's own seed may move a line among its near equals: letters to two employers differ."""


@dataclass(frozen=True, slots=True)
class Achievement:
    """One line of the CV that a letter may tell: its fact, its job, its clause, what it answers."""

    fact: Fact
    employer: str
    position: str
    act: Act | None
    value: float
    answers: tuple[RequirementMatch, ...]

    @property
    def job(self) -> str:
        """The pointer of the position it belongs to."""
        return self.fact.entry


def candidates(facts: Facts, relevance: Mapping[str, Relevance], choice: Choice) -> Iterator[Achievement]:
    """Every line of work that could be told, with its worth for this posting."""
    for fact in facts:
        if fact.section != "work" or fact.name not in DEEDS or len(fact.text.split()) < SHORTEST:
            continue
        job = facts.profile.work[int(fact.entry.rsplit("/", 1)[1])]
        if not job.name:
            continue
        clause = act(fact.text, current=job.end_date is None)
        found = relevance[fact.pointer]
        value = found.value + TIE * (choice.rank(fact.text) % 1000) / 1000 - (0 if clause else QUOTED_COST)
        yield Achievement(fact, job.name, job.position or "", clause, value, found.answers)


def chosen(all_of: Sequence[Achievement], count: int, avoid: frozenset[str]) -> tuple[Achievement, ...]:
    """The best `count`, each answering another need where it can, none of them from the same job twice in vain."""
    left = [achievement for achievement in all_of if achievement.fact.pointer not in avoid]
    picked: list[Achievement] = []
    while left and len(picked) < count:
        best = max(left, key=lambda achievement: _worth_beside(achievement, picked))
        picked.append(best)
        left.remove(best)
    return tuple(picked)


def _worth_beside(achievement: Achievement, picked: Sequence[Achievement]) -> float:
    needs = {need.requirement.text for other in picked for need in other.answers[:1]}
    same_need = bool(achievement.answers) and achievement.answers[0].requirement.text in needs
    same_job = sum(other.job == achievement.job for other in picked)
    return achievement.value - SAME_NEED_COST * same_need - SAME_JOB_COST * same_job


@dataclass
class Said:
    """What a letter has said so far: patterns and terms that are spent, and the achievement told last."""

    patterns: set[str]
    terms: set[str]
    last: Achievement | None = None


def told(achievement: Achievement, said: Said, choice: Choice, avoid: frozenset[str]) -> Line | None:
    """The sentence that tells it, noted in `said`; None where every wording is to be avoided."""
    values = _values(achievement, said.terms)
    for name in _forms(achievement, said.last):
        for pattern, text in choice.filled(name, values, said.patterns):
            if text not in avoid:
                said.patterns.add(pattern)
                said.terms.add(values["term"].casefold())
                said.last = achievement
                return Line(text, _cited(achievement, text))
    return None


def _forms(achievement: Achievement, before: Achievement | None) -> tuple[str, ...]:
    if achievement.act is None:
        return ("letter.achievement_quoted",)
    if not achievement.act.past:
        return ("letter.achievement_present",)
    if before is None:
        return ("letter.achievement_term", "letter.achievement_first")
    if before.job == achievement.job and before.act:
        return ("letter.achievement_same", "letter.achievement_next")
    return ("letter.achievement_term", "letter.achievement_next")


def _values(achievement: Achievement, used: set[str]) -> dict[str, str]:
    return {
        "employer": achievement.employer,
        "position": achievement.position,
        "act": achievement.act.clause if achievement.act else "",
        "line": trimmed(achievement.fact.text),
        "term": next((term for term in shared_terms(achievement) if term.casefold() not in used), ""),
    }


def shared_terms(achievement: Achievement) -> Iterator[str]:
    """Terms of the needs it answers, as the posting writes them, that the line itself bears out."""
    have = {hit.term for hit in terms.find_terms(achievement.fact.text)}
    for need in achievement.answers:
        text = need.requirement.text
        for hit in terms.find_terms(text):
            if any(terms.relation(term, hit.term) in ("same", "narrower") for term in sorted(have)):
                yield text[hit.start : hit.end]


def _cited(achievement: Achievement, text: str) -> tuple[str, ...]:
    cited = [achievement.fact.pointer, f"{achievement.job}/name"]
    if achievement.position and achievement.position in text:
        cited.append(f"{achievement.job}/position")
    return tuple(cited)
