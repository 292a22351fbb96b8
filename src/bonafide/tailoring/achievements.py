"""Which of a person's achievements a letter tells, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bonafide.model.fact import Fact, Facts
from bonafide.model.match import RequirementMatch
from bonafide.tailoring.acts import is_employer
from bonafide.tailoring.career import Post, post_of
from bonafide.tailoring.deeds import Deed, Shape, deeds_of, longest_part
from bonafide.tailoring.phrases import Choice
from bonafide.tailoring.relevance import DEEDS, Relevance
from bonafide.tailoring.rewording import reworded

RUN = 8
BRIEF = 6
"""Words of a deed that is only named."""
SHORTEST = 5
"""Words below which a line says too little to be told in a letter."""
MOST = 9
"""Achievements that are considered; a letter tells as many as its length needs."""
SHAPE_COST = {Shape.ACT: 0.0, Shape.NOW: 0.0, Shape.OUTCOME: 0.2, Shape.ROLE: 0.5, Shape.THING: 1.5}
"""How much worse a line tells that has no verb of its own."""
RESULT = 0.6
"""What it adds to say what came of it."""
SAME_NEED_COST = 1.5
SAME_JOB_COST = 0.6
UNWIELDY = 2.0
"""What a line costs that answers nothing and has no joint where one telling can differ from another."""
FAR_BETTER = 2.5
"""By how much an older post must answer better to be told before the present one."""
TIE = 1.0
"""How far the posting's own seed may move a line among its near equals: letters to two employers differ."""


@dataclass(frozen=True, slots=True)
class Achievement:
    """One line of the CV that a letter may tell: its fact, its post, it whole and shorter, its worth, what it answers."""

    fact: Fact
    post: Post
    told: tuple[Deed, ...]
    value: float
    answers: tuple[RequirementMatch, ...]

    @property
    def brief(self) -> Deed | None:
        """The deed in a few words, where it can be put so."""
        acts = (way for way in self.told if way.shape in (Shape.ACT, Shape.NOW))
        return next(
            (way for way in acts if len(way.told.split()) <= BRIEF and not set(way.told) & set(";:,–")), None
        )

    @property
    def past(self) -> bool:
        """Whether its short form tells of the past."""
        return self.brief is not None and self.brief.shape is Shape.ACT


def candidates(facts: Facts, relevance: Mapping[str, Relevance], choice: Choice) -> Iterator[Achievement]:
    """Every line of work that could be told, with its worth for this posting."""
    context = " ".join(fact.text for fact in facts if fact.name in DEEDS)
    for fact in facts:
        if fact.section != "work" or fact.name not in DEEDS or len(fact.text.split()) < SHORTEST:
            continue
        index = int(fact.entry.rsplit("/", 1)[1])
        job = facts.profile.work[index]
        if not job.name or not is_employer(job.name) or (fact.name != "highlights" and job.highlights):
            continue
        texts = dict.fromkeys((reworded(fact.text, choice), fact.text))
        parts = tuple(
            told for text in texts for told in deeds_of(text, current=job.end_date is None, context=context)
        )
        found = relevance[fact.pointer]
        yield Achievement(fact, post_of(job, index), parts, _worth(fact, parts, found, choice), found.answers)


def _worth(fact: Fact, parts: tuple[Deed, ...], found: Relevance, choice: Choice) -> float:
    spread = TIE if found.answers else 2 * TIE
    jitter = spread * (choice.rank(fact.text) % 1000) / 1000
    result = RESULT if parts[0].result or parts[0].shape is Shape.OUTCOME else 0.0
    unwieldy = UNWIELDY if not found.answers and min(map(longest_part, parts)) > BRIEF else 0.0
    return found.value + jitter + result - SHAPE_COST[parts[0].shape] - unwieldy


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
    same_job = sum(other.post == achievement.post for other in picked)
    return achievement.value - SAME_NEED_COST * same_need - SAME_JOB_COST * max(0, same_job - 1)


def by_post(deeds: Sequence[Achievement]) -> list[list[Achievement]]:
    """The deeds in the order of a letter: by post, the newest first unless an older one answers much better."""
    posts: dict[str, list[Achievement]] = {}
    for achievement in deeds:
        posts.setdefault(achievement.post.pointer, []).append(achievement)
    groups = sorted(posts.values(), key=lambda group: group[0].post.age)
    best = max(groups, key=lambda group: group[0].value, default=[])
    if best and best[0].value > groups[0][0].value + FAR_BETTER:
        groups.sort(key=lambda group: group is not best)
    return groups
