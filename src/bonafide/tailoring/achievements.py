"""Which of a person's achievements a letter tells, and the sentence that ties each to its employer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bonafide.language import periods, terms
from bonafide.model.draft import Line
from bonafide.model.fact import Fact, Facts
from bonafide.model.match import RequirementMatch
from bonafide.model.profile import Work
from bonafide.tailoring.acts import Act, act, trimmed, turned
from bonafide.tailoring.phrases import Choice
from bonafide.tailoring.relevance import DEEDS, Relevance

SHORTEST = 6
"""Words below which a line says too little to be told in a letter."""
QUOTED_COST = 2.0
MOST = 9
"""Achievements that are considered; a letter tells as many as its length needs."""
SAME_NEED_COST = 1.5
SAME_JOB_COST = 1.5
DATED = (("startDate", "{since}"), ("endDate", "{until}"))
TIE = 1.5
"""How far the posting's own seed may move a line among its near equals: letters to two employers differ."""


@dataclass(frozen=True, slots=True)
class Achievement:
    """One line of the CV that a letter may tell: its fact, its job and dates (ISO 8601 or ""), what it answers."""

    fact: Fact
    employer: str
    position: str
    since: str
    until: str
    act: Act | None
    value: float
    answers: tuple[RequirementMatch, ...]

    @property
    def age(self) -> int:
        """How many positions back its post lies; 0 is the newest."""
        return int(self.fact.entry.rsplit("/", 1)[1])

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
        yield _achievement(fact, job, job.name, relevance[fact.pointer], choice)


def _achievement(fact: Fact, job: Work, employer: str, found: Relevance, choice: Choice) -> Achievement:
    clause = act(fact.text, current=job.end_date is None)
    spread = TIE if found.answers else 2 * TIE
    jitter = spread * (choice.rank(fact.text) % 1000) / 1000
    return Achievement(
        fact=fact,
        employer=employer,
        position=job.position or "",
        since=job.start_date or "",
        until=job.end_date or "",
        act=clause,
        value=found.specific + jitter - (0 if clause else QUOTED_COST),
        answers=found.answers,
    )


def chosen(all_of: Sequence[Achievement], avoid: frozenset[str]) -> tuple[Achievement, ...]:
    """The best, each answering another need where it can, spread over the posts; best first."""
    left = [achievement for achievement in all_of if achievement.fact.pointer not in avoid]
    picked: list[Achievement] = []
    while left and len(picked) < MOST:
        best = max(left, key=lambda achievement: _worth_beside(achievement, picked))
        picked.append(best)
        left.remove(best)
    return tuple(picked)


def _worth_beside(achievement: Achievement, picked: Sequence[Achievement]) -> float:
    needs = {need.requirement.text for other in picked for need in other.answers[:1]}
    same_need = bool(achievement.answers) and achievement.answers[0].requirement.text in needs
    same_job = sum(other.job == achievement.job for other in picked)
    return achievement.value - SAME_NEED_COST * same_need - SAME_JOB_COST * max(0, same_job - 1)


@dataclass
class Said:
    """What a letter has said so far: patterns and terms that are spent, and the achievement told last."""

    patterns: set[str]
    terms: set[str]
    last: Achievement | None = None


def told(achievement: Achievement, said: Said, choice: Choice, avoid: frozenset[str]) -> Line | None:
    """The sentence that tells it, noted in `said`; None where every wording is to be avoided."""
    values = _values(achievement, said.terms, choice)
    for name in _forms(achievement, said.last):
        for pattern, plain in choice.filled(name, values, said.patterns):
            text = _fronted(plain, values)
            if text not in avoid:
                said.patterns.add(pattern)
                said.terms.add(values["term"].casefold())
                said.last = achievement
                return Line(text, _cited(achievement, text, pattern))
    return None


def _fronted(text: str, values: Mapping[str, str]) -> str:
    """The sentence with the act's circumstance before "I": "At X, across three sites, I ..."."""
    front, told = values["front"], f"I {values['act']}"
    if not front or told not in text:
        return text
    before, _, after = text.partition(told)
    if not before:
        return f"{front[0].upper()}{front[1:]}, {told}{after}"
    return f"{before.rstrip(', ')}{'' if before.rstrip().endswith(':') else ','} {front}, {told}{after}"


def _forms(achievement: Achievement, last: Achievement | None) -> tuple[str, ...]:
    """The lists of patterns to try, by tense and by how the post stands to the one told last."""
    same = last is not None and last.job == achievement.job and last.act is not None
    if achievement.act is None:
        return ("letter.achievement_quoted",)
    if not achievement.act.past:
        return ("letter.achievement_present_same",) if same else ("letter.achievement_present",)
    if same:
        return ("letter.achievement_same",)
    if last is None:
        return ("letter.achievement_former" if achievement.until else "letter.achievement_post",)
    if achievement.age == last.age + 1:
        return ("letter.achievement_before", "letter.achievement_term")
    return ("letter.achievement_term", "letter.achievement_earlier")


def _values(achievement: Achievement, used: set[str], choice: Choice) -> dict[str, str]:
    telling = turned(achievement.act.clause, choice.rank(achievement.fact.text)) if achievement.act else None
    return {
        "employer": achievement.employer,
        "position": achievement.position,
        "since": _printed(achievement.since, choice),
        "until": _printed(achievement.until, choice),
        "front": telling.front if telling else "",
        "act": telling.clause if telling else "",
        "line": trimmed(achievement.fact.text),
        "term": next((term for term in shared_terms(achievement) if term.casefold() not in used), ""),
    }


def _printed(iso: str, choice: Choice) -> str:
    return periods.print_date(iso, choice.language, full=True) if iso else ""


def shared_terms(achievement: Achievement) -> Iterator[str]:
    """Terms of the needs it answers, as the posting writes them, that the line itself bears out."""
    have = {hit.term for hit in terms.find_terms(achievement.fact.text)}
    for need in achievement.answers:
        text = need.requirement.text
        for hit in terms.find_terms(text):
            if any(terms.relation(term, hit.term) in ("same", "narrower") for term in sorted(have)):
                yield text[hit.start : hit.end]


def _cited(achievement: Achievement, text: str, pattern: str) -> tuple[str, ...]:
    cited = [achievement.fact.pointer, f"{achievement.job}/name"]
    if achievement.position and achievement.position in text:
        cited.append(f"{achievement.job}/position")
    cited += [f"{achievement.job}/{name}" for name, slot in DATED if slot in pattern]
    return tuple(cited)
