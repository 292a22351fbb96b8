"""A loop: the rounds of a rehearsed interview process, filled with the questions that a posting calls for."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bonafide.model.guide import Guide, Question, QuestionKind
from bonafide.model.loop import Loop, LoopForm, Round

FEWEST_ROUNDS, MOST_ROUNDS = 4, 6
MOST_IN_A_ROUND = 3
SHORT_ROUNDS, SHORT_MINUTES = 4, 15
ASIDE = 15
"""Minutes of a full round that belong to no question: the opening, and what the person asks them."""

SHORT_ASIDE = 3
TECHNICAL, BEHAVIOURAL = QuestionKind.TECHNICAL, QuestionKind.BEHAVIOURAL


@dataclass(frozen=True, slots=True)
class _Kept:
    """A round as the data file names it."""

    id: str
    asks: QuestionKind
    rank: int
    name: str
    who: str


def loop(guide: Guide, likeliest: Sequence[str], form: LoopForm, stated: int | None = None) -> Loop:
    """Four to six rounds for the questions named, likeliest first; the guide's own order serves where there is no posting.

    A full loop has as many rounds as the posting speaks of, if it does and they are two to six.

    A guide with fewer questions than rounds gets a round for each. Every round asks one kind of question; each
    kind gets rounds by its share, and the likeliest questions open them.
    """
    asked = _asked(guide, likeliest)
    count = _count(guide, len(asked), form, stated)
    by_kind = {kind: [one for one in asked if one.kind is kind] for kind in QuestionKind}
    share = _share(count, len(by_kind[TECHNICAL]), len(by_kind[BEHAVIOURAL]))
    most = 1 if form is LoopForm.SHORT else MOST_IN_A_ROUND
    rounds: list[tuple[int, Round]] = []
    for kind, number in share.items():
        for place, kept in enumerate(_rounds(kind)[:number]):
            dealt = by_kind[kind][place :: number or 1][:most]
            rounds.append((_kept().index(kept), _round(kept, dealt, guide, form)))
    return Loop(guide=guide.name, form=form, rounds=tuple(one for _, one in sorted(rounds, key=_first)))


def _first(pair: tuple[int, Round]) -> int:
    return pair[0]


def _asked(guide: Guide, likeliest: Sequence[str]) -> list[Question]:
    """The guide's questions, those named first and in their order, none twice."""
    named = [guide.question(id) for id in dict.fromkeys(likeliest)]
    first = [one for one in named if one is not None]
    return first + [one for one in guide.questions if one not in first]


def _count(guide: Guide, questions: int, form: LoopForm, stated: int | None) -> int:
    """How many rounds: two questions in each where that is within the guide's range and within four to six."""
    if form is LoopForm.SHORT:
        return min(SHORT_ROUNDS, questions)
    if stated and stated > 1:
        return min(questions, stated, MOST_ROUNDS)
    least, most = (min(MOST_ROUNDS, max(FEWEST_ROUNDS, bound)) for bound in guide.rounds)
    return min(questions, max(least, min(most, -(-questions // 2))))


def _share(count: int, technical: int, behavioural: int) -> dict[QuestionKind, int]:
    """The rounds for each kind, by the share of its questions; a kind that has any gets one at least."""
    of_technical = round(count * technical / max(1, technical + behavioural))
    least = max(min(1, technical), count - behavioural)
    of_technical = min(technical, max(least, min(of_technical, count - min(1, behavioural))))
    return {TECHNICAL: of_technical, BEHAVIOURAL: count - of_technical}


def _round(kept: _Kept, questions: Sequence[Question], guide: Guide, form: LoopForm) -> Round:
    short = form is LoopForm.SHORT
    minutes = SHORT_MINUTES if short else guide.minutes[kept.asks is TECHNICAL]
    aside = SHORT_ASIDE if short else min(ASIDE, minutes // 4)
    return Round(
        id=kept.id,
        name=kept.name,
        who=kept.who,
        minutes=minutes,
        each=(minutes - aside) // max(1, len(questions)),
        questions=tuple(one.id for one in questions),
    )


def _rounds(kind: QuestionKind) -> list[_Kept]:
    return sorted((one for one in _kept() if one.asks is kind), key=lambda one: one.rank)


@cache
def _kept() -> tuple[_Kept, ...]:
    """All rounds in the order of a working week."""
    text = (Path(__file__).parent / "data" / "rounds.toml").read_text(encoding="utf-8")
    return tuple(
        _Kept(row["id"], QuestionKind(row["asks"]), row["rank"], row["name"], row["who"])
        for row in tomllib.loads(text)["rounds"]
    )


@dataclass(frozen=True, slots=True)
class Position:
    """Where a loop stands: in a round at a question, before a round (`question` None), or at its end (`round` None)."""

    round: int | None
    question: str | None = None


def position(made: Loop, begun: int, done: Collection[str]) -> Position:
    """Where a loop stands of which so many rounds were begun and these questions are through."""
    if begun:
        left = (one for one in made.rounds[begun - 1].questions if one not in done)
        if question := next(left, None):
            return Position(begun - 1, question)
    return Position(begun if begun < len(made.rounds) else None)
