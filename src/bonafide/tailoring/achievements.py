"""Which of a person's deeds a letter tells: lines of the CV, by what they say to the posting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bonafide.language.doing import Doing, undone
from bonafide.model.fact import Fact, Facts
from bonafide.model.match import RequirementMatch, Verdict
from bonafide.tailoring.acts import is_employer
from bonafide.tailoring.career import Post, post_of
from bonafide.tailoring.phrases import Choice
from bonafide.tailoring.relevance import DEEDS, Relevance
from bonafide.tailoring.tellings import Shape, Telling
from bonafide.tailoring.tongues.grammar import is_told
from bonafide.tailoring.voices import told_in

_FROM_TO = re.compile(
    r"from (?P<sign>\D{0,4})(?P<old>\d[\d,]*(?:\.\d+)?)(?P<had>[^\d,;]*?) to (?P<mark>\D{0,4})(?P<new>\d[\d,]*(?:\.\d+)?)(?P<has>\s?%|\s?[^\W\d_]*)"
)
_SPAN = re.compile(r"^(?P<what>[^;,:]{3,60}?)\swent\s(?P<span>(?:down |up )?(?:from|to|by|\S?\d)[^;,:]*)$")
FIGURE, RESULT = 0.6, 0.4
"""What it adds to say how much, and what came of it."""
SUBSTANCE, MOST_SUBSTANCE = 0.05, 20
"""What each word of a telling adds, so many at most: "mentored interns" says less than what was built with them."""
BARE = 0.6
"""What it costs to be named only and not told."""
AGE = 0.2
"""What each post further back costs a line that answers nothing."""
SAME_NEED_COST = 1.0
SAME_JOB_COST = 0.5
TIE = 0.9
"""How far the posting's own seed may move a line among its near equals: letters to two employers differ."""


@dataclass(frozen=True, slots=True)
class Achievement:
    """One line of a CV as a letter may tell it: its fact, its post, its telling, its worth, and what it answers."""

    fact: Fact
    post: Post
    telling: Telling
    value: float
    answers: tuple[RequirementMatch, ...]

    @property
    def scope(self) -> bool:
        """Whether it says no more than how large the post is."""
        return self.telling.shape is Shape.SCOPE


def candidates(
    facts: Facts, relevance: Mapping[str, Relevance], choice: Choice, cv_language: str
) -> Iterator[Achievement]:
    """Every sentence about work that can be told, with its worth for this posting."""
    context = ". ".join(fact.text for fact in facts if fact.name in DEEDS)
    for fact in facts:
        if fact.section != "work" or fact.name not in DEEDS or not is_deed(fact.text):
            continue
        index = int(fact.entry.rsplit("/", 1)[1])
        job = facts.profile.work[index]
        if not job.name or not is_employer(job.name):
            continue
        if fact.name != "highlights" and job.highlights and not _is_doing(fact.text, choice, cv_language):
            continue
        found, post = relevance[fact.pointer], post_of(job, index, choice.language, cv_language)
        answers = tuple(judged for judged in found.answers if judged.verdict is not Verdict.UNMET)
        listed = fact.name == "highlights"
        told = told_in(
            choice.language, cv_language, fact.text, current=not job.end_date, context=context, listed=listed
        )
        for telling in told:
            value = _worth(telling, found, post, choice)
            yield Achievement(fact, post, _varied(telling, fact.text, choice), value, answers)


def _is_doing(text: str, choice: Choice, cv_language: str) -> bool:
    """Whether a German or French summary of a post opens with what is done there, and is no word on the employer."""
    alike = choice.language == cv_language != "en"
    return alike and bool(text.strip()) and is_told(text.split()[0].rstrip(","), cv_language)


def is_deed(text: str) -> bool:
    """Whether a line tells of something done: not denied from its start, failed, only meant, or done by somebody else."""
    return all(
        span.kind is Doing.TRIED or (span.kind is Doing.NEGATED and span.start) for span in undone(text)
    )


def _varied(telling: Telling, line: str, choice: Choice) -> Telling:
    """A change of which the CV states no verb, with the verb that this posting's letter gives it."""
    varies = telling.shape is Shape.OUTCOME and choice.language == "en"
    found = _SPAN.match(telling.clause) if varies else None
    if not found or re.search(r"\bwent\b", line):
        return telling
    verb = choice.order(f"words.{direction(found['span'])}")[0]
    return replace(telling, clause=f"{found['what']} {verb} {found['span']}")


def direction(span: str) -> str:
    """`rose` or `fell` for two figures of one unit, else `moved`: 52 hours are less than 5 days."""
    found = _FROM_TO.match(span)
    if not found or found["sign"] != found["mark"] or found["had"].strip() not in ("", found["has"].strip()):
        return "moved"
    old, new = (float(found[end].replace(",", "")) for end in ("old", "new"))
    return "rose" if new > old else "fell" if new < old else "moved"


def _worth(telling: Telling, found: Relevance, post: Post, choice: Choice) -> float:
    value = found.value + FIGURE * telling.figure + RESULT * bool(telling.result)
    value += SUBSTANCE * min(telling.words, MOST_SUBSTANCE)
    value -= BARE * (telling.shape is Shape.THING) + AGE * post.age * (not found.answers)
    return value + TIE * (choice.rank(telling.clause) % 1000) / 1000


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
    """The deeds by post, the newest post first; those of a post in the order given."""
    posts: dict[str, list[Achievement]] = {}
    for achievement in deeds:
        posts.setdefault(achievement.post.pointer, []).append(achievement)
    return sorted(posts.values(), key=lambda group: group[0].post.age)
