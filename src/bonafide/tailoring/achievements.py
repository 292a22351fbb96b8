"""Which of a person's deeds a letter tells: one core of a line each, by what it says to the posting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bonafide.language import terms
from bonafide.model.fact import Fact, Facts
from bonafide.model.match import RequirementMatch, Verdict
from bonafide.tailoring.acts import is_employer
from bonafide.tailoring.career import Post, post_of
from bonafide.tailoring.cores import LONGEST, Core, Shape, cores_of
from bonafide.tailoring.phrases import Choice
from bonafide.tailoring.relevance import DEEDS, Relevance

_FROM_TO = re.compile(
    r"from (?P<sign>\D{0,4})(?P<old>\d[\d,]*(?:\.\d+)?)(?P<had>[^\d,;]*?) to (?P<mark>\D{0,4})(?P<new>\d[\d,]*(?:\.\d+)?)(?P<has>\s?%|\s?[^\W\d_]*)"
)
FIGURE = 0.6
"""What it adds to say how much."""
LATER = 0.5
"""What it costs to be a later clause of a line."""
SAME_NEED_COST = 1.0
SAME_JOB_COST = 0.4
TIE, PLAIN_TIE = 1.0, 2.5
"""How far the posting's own seed may move a line among its near equals: letters to two employers differ."""


@dataclass(frozen=True, slots=True)
class Achievement:
    """One clause of a CV's line as a letter may tell it: its fact, its post, its core, its worth, what it answers,
    and whether it is a later clause of its line."""

    fact: Fact
    post: Post
    core: Core
    value: float
    answers: tuple[RequirementMatch, ...]
    later: bool = False

    @property
    def leans(self) -> bool:
        """Whether it is clear only beside its line's first clause: "compliance rose from 78 % to 96 %"."""
        what = self.core.parts[0] or self.core.clause.split(" ")[0]
        return self.later and not self.own and len(what.removeprefix("the ").split()) == 1

    @property
    def own(self) -> bool:
        """Whether it is told after "I"."""
        return self.core.shape is not Shape.OUTCOME

    @property
    def long(self) -> bool:
        """Whether it runs to eight words, with the "I" before an act: two letters had better not share that."""
        return self.core.words + self.own > LONGEST

    @property
    def tellable(self) -> bool:
        """Whether it is short, or says enough to be worth its words: a figure, or an answer to the posting."""
        return not self.long or self.core.figure or bool(self.answers)


def candidates(facts: Facts, relevance: Mapping[str, Relevance], choice: Choice) -> Iterator[Achievement]:
    """Every clause of work that has a core, with its worth for this posting."""
    context = " ".join(fact.text for fact in facts if fact.name in DEEDS)
    for fact in facts:
        if fact.section != "work" or fact.name not in DEEDS:
            continue
        index = int(fact.entry.rsplit("/", 1)[1])
        job = facts.profile.work[index]
        if not job.name or not is_employer(job.name) or (fact.name != "highlights" and job.highlights):
            continue
        found, post = relevance[fact.pointer], post_of(job, index)
        answers = tuple(judged for judged in found.answers if judged.verdict is not Verdict.UNMET)
        clauses = cores_of(fact.text, current=job.end_date is None, context=context)
        for place, cores in enumerate(clauses):
            core = max(cores, key=lambda core: _fitness(core, choice))
            value = _worth(core, found, choice) - LATER * place
            yield Achievement(fact, post, _varied(core, fact.text, choice), value, answers, place > 0)


def _fitness(core: Core, choice: Choice) -> tuple[bool, int, bool, int]:
    named = len(terms.find_terms(core.clause))
    return (
        core.figure,
        named,
        core.words + (core.shape is not Shape.OUTCOME) <= LONGEST,
        choice.rank(core.clause),
    )


def _varied(core: Core, line: str, choice: Choice) -> Core:
    """A change of which the CV states no verb, with the verb that this posting's letter gives it."""
    what, verb, span = core.parts
    if verb != "went" or re.search(r"\bwent\b", line):
        return core
    form = direction(span)
    return Core(core.shape, f"{what} {choice.order(f'words.{form}')[0]} {span}")


def direction(span: str) -> str:
    """`rose` or `fell` for two figures of one unit, else `moved`: 52 hours are less than 5 days."""
    found = _FROM_TO.match(span)
    if not found or found["sign"] != found["mark"] or found["had"].strip() not in ("", found["has"].strip()):
        return "moved"
    old, new = (float(found[end].replace(",", "")) for end in ("old", "new"))
    return "rose" if new > old else "fell" if new < old else "moved"


def _worth(core: Core, found: Relevance, choice: Choice) -> float:
    spread = TIE if found.answers else PLAIN_TIE
    return found.value + FIGURE * core.figure + spread * (choice.rank(core.clause) % 1000) / 1000


def chosen(all_of: Sequence[Achievement], avoid: frozenset[str], most: int) -> tuple[Achievement, ...]:
    """The best, each answering another need where it can, spread over the posts; best first."""
    left = [achievement for achievement in all_of if achievement.fact.pointer not in avoid]
    picked: list[Achievement] = []
    while left and len(picked) < most:
        best = max(left, key=lambda achievement: _worth_beside(achievement, picked))
        picked.append(best)
        left.remove(best)
    return tuple(picked)


def _worth_beside(achievement: Achievement, picked: Sequence[Achievement]) -> float:
    needs = {need.requirement.text for other in picked for need in other.answers[:1]}
    same_need = bool(achievement.answers) and achievement.answers[0].requirement.text in needs
    same_job = sum(other.post == achievement.post for other in picked)
    return achievement.value - SAME_NEED_COST * same_need - SAME_JOB_COST * max(0, same_job - 1)


def by_post(deeds: Sequence[Achievement]) -> list[list[Achievement]]:
    """The deeds by post, the newest post first."""
    posts: dict[str, list[Achievement]] = {}
    for achievement in deeds:
        posts.setdefault(achievement.post.pointer, []).append(achievement)
    return sorted(posts.values(), key=lambda group: group[0].post.age)
