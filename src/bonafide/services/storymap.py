"""The question x story map of a guide, the fewest stories that cover it, and which to tell in which round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bonafide.model.guide import Guide, Question
from bonafide.practice.loop import position
from bonafide.services import cvs, library, loops
from bonafide.services.rehearsing import usual_guide
from bonafide.services.storybook import Draft, Kept, drafts, kept
from bonafide.store.models import Cv, Person, Rehearsal
from bonafide.stories.covering import fewest, leaned_on, story_map
from bonafide.stories.telling import telling
from bonafide.workflows.storytelling import reach


@dataclass(frozen=True, slots=True)
class Covered:
    """A question with the stories that answer it, the best first."""

    question: Question
    stories: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class RoundStories:
    """A round of a loop with the stories to have ready, and how many of its questions have none."""

    name: str
    stories: tuple[Kept, ...]
    missing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """The story bank beside a guide; `cv` is the one drafted from, of `cvs`. `loop` is the newest one that is not over, `rounds` what to tell in it."""

    guide: Guide
    guides: Sequence[Guide]
    kept: Sequence[Kept]
    cv: Cv | None
    cvs: Sequence[Cv]
    drafts: tuple[Draft, ...]
    map: tuple[Covered, ...]
    fewest: tuple[Kept, ...]
    leaned_on: Mapping[str, int]
    loop: Rehearsal | None
    rounds: tuple[RoundStories, ...]

    @property
    def uncovered(self) -> int:
        """How many questions have no story."""
        return sum(not one.stories for one in self.map)


def bank(owner: Person, name: str = "", cv: str = "") -> Bank:
    """The stories, what they cover of a guide, where to tell them, and what a CV would give: the newest unless its id is given."""
    guide = library.one(name or usual_guide(owner))
    have = kept(owner)
    by_id = {str(one.row.pk): one for one in have}
    able = reach(guide, {id: one.story for id, one in by_id.items()})
    ids = [question.id for question in guide.questions]
    questions = {question.id: question for question in guide.questions}
    rows = cvs.kept(owner)
    drawn = next((row for row in rows if str(row.pk) == cv), rows[0] if rows else None)
    loop = Rehearsal.of(owner).filter(ended__isnull=True).select_related("application").first()
    return Bank(
        guide=guide,
        guides=library.usable(),
        kept=have,
        cv=drawn,
        cvs=rows,
        drafts=drafts(owner, have, str(drawn.pk)) if drawn else (),
        map=tuple(
            Covered(questions[one.question], tuple(by_id[id] for id in one.stories))
            for one in story_map(ids, able)
        ),
        fewest=tuple(by_id[id] for id in fewest(ids, able, {id: one.strength for id, one in by_id.items()})),
        leaned_on={by_id[id].story.title: count for id, count in leaned_on(ids, able).items()},
        loop=loop,
        rounds=_rounds(loop, by_id) if loop else (),
    )


def _rounds(row: Rehearsal, by_id: Mapping[str, Kept]) -> tuple[RoundStories, ...]:
    """The rounds that are still to come; what was told to this company before comes last."""
    made = loops.plan_in(row)
    able = reach(library.one(made.guide), {id: one.story for id, one in by_id.items()})
    company = row.application.company.casefold()
    heard = {
        id
        for id, one in by_id.items()
        if company and any(company in t["to"].casefold() for t in one.row.told)
    }
    told = telling({one.id: one.questions for one in made.rounds}, able, heard)
    first = position(made, row.begun, set(row.skipped)).round or 0
    return tuple(
        RoundStories(
            one.name,
            tuple(by_id[told[question]] for question in one.questions if question in told),
            sum(question not in told for question in one.questions),
        )
        for one in made.rounds[first:]
    )
