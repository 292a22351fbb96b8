"""Which of a person's achievements a letter tells, and the sentences that tie them to their employers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bonafide.language import periods
from bonafide.model.draft import Line
from bonafide.model.fact import Fact, Facts
from bonafide.model.match import RequirementMatch
from bonafide.model.profile import Work
from bonafide.tailoring.acts import Act, act, is_employer, trimmed
from bonafide.tailoring.phrases import Choice, listed
from bonafide.tailoring.relevance import DEEDS, Relevance

SHORTEST = 6
"""Words below which a line says too little to be told in a letter."""
BRIEF, TOGETHER = 10, 3
"""Words of a deed that may share a sentence, and how many may."""
QUOTED_COST = 3.0
MOST = 9
"""Achievements that are considered; a letter tells as many as its length needs."""
SAME_NEED_COST = 1.5
SAME_JOB_COST = 1.5
DATED = (("startDate", "{since}"), ("endDate", "{until}"))
TIE = 1.0
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
        if not job.name or not is_employer(job.name):
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
        value=found.value + jitter - (0.0 if clause else QUOTED_COST),
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


def together(deeds: Sequence[Achievement]) -> list[list[Achievement]]:
    """Deeds that one sentence can tell: short ones of one post and tense, three at most; the newest post first."""
    groups: list[list[Achievement]] = []
    for deed in sorted(deeds, key=lambda deed: (deed.age, deed.act is None, _tense(deed), -deed.value)):
        last = groups[-1] if groups else []
        alike = last and (last[0].job, _tense(last[0])) == (deed.job, _tense(deed))
        if alike and len(last) < TOGETHER and all(_brief(other) for other in (*last, deed)):
            last.append(deed)
        else:
            groups.append([deed])
    return groups


def _tense(deed: Achievement) -> bool:
    return deed.act is not None and not deed.act.past


def _brief(deed: Achievement) -> bool:
    """Whether a deed is so short and plain that another can stand beside it."""
    return deed.act is not None and len(deed.act.clause.split()) <= BRIEF and ";" not in deed.act.clause


@dataclass
class Said:
    """What a letter has said so far: the patterns that are spent, and the post told last."""

    patterns: set[str]
    last: Achievement | None = None


def told(deeds: Sequence[Achievement], said: Said, choice: Choice, avoid: frozenset[str]) -> Line | None:
    """One sentence for deeds of one post and tense, noted in `said`; None where every wording is to be avoided.

    Several deeds that were refused together in one wording are not tried in another.
    """
    first = deeds[0]
    values = _values(deeds, choice)
    for name in _forms(first, said.last):
        for pattern, text in choice.filled(name, values, said.patterns):
            if text not in avoid:
                said.patterns.add(pattern)
                said.last = first
                return Line(text, _cited(deeds, text, pattern))
            if len(deeds) > 1:
                return None
    return None


def _forms(achievement: Achievement, last: Achievement | None) -> tuple[str, ...]:
    """The lists of patterns to try, by tense and by how the post stands to the one told last."""
    same = last is not None and last.job == achievement.job
    if achievement.act is None:
        return ("letter.achievement_quoted",)
    if not achievement.act.past:
        return ("letter.achievement_present_same",) if same else ("letter.achievement_present",)
    if same:
        return ("letter.achievement_same",)
    if last is None:
        return ("letter.achievement_former" if achievement.until else "letter.achievement_post",)
    near = achievement.age == last.age + 1
    return (
        ("letter.achievement_before",)
        if near
        else ("letter.achievement_earlier", "letter.achievement_before")
    )


def _values(deeds: Sequence[Achievement], choice: Choice) -> dict[str, str]:
    first = deeds[0]
    return {
        "employer": first.employer,
        "position": first.position,
        "since": _printed(first.since, choice),
        "until": _printed(first.until, choice),
        "act": listed([deed.act.clause for deed in deeds if deed.act], choice),
        "line": trimmed(first.fact.text),
    }


def _printed(iso: str, choice: Choice) -> str:
    return periods.print_date(iso, choice.language, full=True) if iso else ""


def _cited(deeds: Sequence[Achievement], text: str, pattern: str) -> tuple[str, ...]:
    job = deeds[0].job
    cited = [deed.fact.pointer for deed in deeds]
    cited.append(f"{job}/name")
    if deeds[0].position and deeds[0].position in text:
        cited.append(f"{job}/position")
    cited += [f"{job}/{name}" for name, slot in DATED if slot in pattern]
    return tuple(cited)
