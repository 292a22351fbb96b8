"""The story bank: drafts to choose from, stories as they are kept, what each answers, and where it was told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from bonafide import stories
from bonafide.language.sentences import words
from bonafide.model.fact import Facts, facts_of
from bonafide.model.faults import InputFault, MissingFault
from bonafide.model.profile import Profile
from bonafide.model.story import StarHole, StarPart, Story, StoryLine
from bonafide.practice.outline import outline
from bonafide.services import attempts, preparing, rehearsing
from bonafide.store.models import Cv, KeptStory, Person
from bonafide.store.nouns import decode, encode
from bonafide.tracking.days import past_day
from bonafide.workflows.storytelling import grounded

MOST_STORIES = 200
MOST_LINES = 40
LONGEST_PART = 8_000
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept story with its figures and what it lacks."""

    row: KeptStory
    story: Story
    strength: int
    holes: tuple[StarHole, ...]
    figures: tuple[str, ...]

    @property
    def last(self) -> date | None:
        """The day on which it was told last; None where it never was."""
        days = [date.fromisoformat(telling["on"]) for telling in self.row.told]
        return max(days, default=None)


@dataclass(frozen=True, slots=True)
class Draft:
    """A story that could be kept; `source` names it."""

    story: Story
    strength: int


@dataclass(frozen=True, slots=True)
class LineSeen:
    """A line and the texts of the facts that it rests on, as far as they say it in other words."""

    line: StoryLine
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartSeen:
    """A part of a story as its page shows it: the text of its field, its lines, and what is missing."""

    part: StarPart
    text: str
    lines: tuple[LineSeen, ...]
    holes: tuple[StarHole, ...]


def parts(owner: Person, kept: Kept, typed: Mapping[str, str] | None = None) -> list[PartSeen]:
    """The parts in the order of telling; `typed` is what stands in the fields where it was refused."""
    owned = facts(owner, kept.story.cv)
    found = []
    for part in StarPart:
        lines = kept.story.part(part)
        text = "\n".join(line.text for line in lines) if typed is None else typed.get(part, "")
        holes = tuple(hole for hole in kept.holes if hole.part is part)
        found.append(PartSeen(part, text, tuple(_seen(line, owned) for line in lines), holes))
    return found


def kept(owner: Person) -> list[Kept]:
    """The kept stories, newest first."""
    return [_kept(row) for row in KeptStory.of(owner)]


def one(owner: Person, story_id: UUID) -> Kept:
    """One story. Raises KeptStory.DoesNotExist."""
    return _kept(KeptStory.of(owner).get(pk=story_id))


def named(owner: Person, beginning: str) -> Kept:
    """The story whose id begins so. Raises MissingFault where there is none, or more than one."""
    found = KeptStory.beginning(owner, beginning)
    if len(found) == 1:
        return _kept(found[0])
    what = _("More than one story begins so.") if found else _("There is no such story.")
    raise MissingFault(what, where=beginning, mend=_("“bonafide story list” shows every story's id."))


def drafts(owner: Person, have: Sequence[Kept], cv: str = "") -> tuple[Draft, ...]:
    """What a CV would give (the newest unless its id is given), the strongest first, without what is kept already."""
    known = {_key(line.text) for one in have for part in StarPart for line in one.story.part(part)}
    told = (StarPart.ACTION, StarPart.RESULT)
    fresh = (
        story
        for story in stories.drafts(facts(owner, cv))
        if not all(_key(line.text) in known for part in told for line in story.part(part))
    )
    return tuple(Draft(story, stories.strength(story)) for story in fresh)


def keep(owner: Person, source: str, now: datetime, cv: str = "") -> KeptStory:
    """Keep the draft of a CV's line at this pointer. Raises MissingFault where there is none, or no such CV."""
    row = chosen_cv(owner, cv)
    found = stories.drafts(_facts_of(row)) if row and cv in ("", str(row.pk)) else ()
    draft = next((one for one in found if one.source == source), None)
    if row is None or draft is None:
        raise MissingFault(_("Your CV has no such line any more."), mend=_("Load the page again."))
    return _added(owner, replace(draft, cv=str(row.pk)), now)


def keep_answer(owner: Person, attempt_id: UUID, now: datetime) -> KeptStory:
    """Keep an answer's own sentences as a story, each judged against the CV's facts."""
    attempt = attempts.row(owner, attempt_id)
    told = outline(rehearsing.told_in(attempt).whole, rehearsing.rated(attempt))
    made = stories.from_outline(told, attempt.question)
    return _added(owner, grounded(made, facts(owner), now.date()), now)


def write(owner: Person, story_id: UUID, title: str, parts: Mapping[str, str], now: datetime) -> KeptStory:
    """Keep what the person wrote, a line for each sentence, judged against the facts. Raises InputFault for too much."""
    new = {part: _lines(part, parts.get(part, "")) for part in StarPart}
    title = " ".join(title.split())[:LONGEST_TITLE]
    with transaction.atomic():
        row = KeptStory.lock(owner).get(pk=story_id)
        before = decode(Story, row.story)
        told = {part: lines for part, lines in new.items() if lines}
        after = replace(before, title=title or before.title, parts=told)
        row.title = after.title
        row.story = encode(grounded(after, facts(owner, after.cv), now.date()))
        row.changed = now
        row.save()
    return row


def new(owner: Person, title: str, now: datetime) -> KeptStory:
    """An empty story with a title."""
    title = " ".join(title.split())[:LONGEST_TITLE]
    if not title:
        raise InputFault(
            _("A story needs a title."), where=_("Title"), mend=_("A few words that you know it by.")
        )
    return _added(owner, Story(title=title), now)


def tell(owner: Person, story_id: UUID, on: date, to: str, now: datetime) -> None:
    """Note that a story was told, when and to whom."""
    past_day(on, now)
    with transaction.atomic():
        row = KeptStory.lock(owner).get(pk=story_id)
        telling = {"on": on.isoformat(), "to": " ".join(to.split())[:LONGEST_TITLE]}
        if telling not in row.told:
            row.told = sorted([*row.told, telling], key=lambda told: (told["on"], told["to"]))
            row.save(update_fields=["told"])


def forget(owner: Person, story_id: UUID) -> None:
    """Delete a story."""
    KeptStory.of(owner).get(pk=story_id).delete()


def facts(owner: Person, cv: str = "") -> Facts:
    """The facts of the CV with this id, else of the one that was added last; none where there is no CV."""
    return _facts_of(chosen_cv(owner, cv))


def chosen_cv(owner: Person, cv: str = "") -> Cv | None:
    """The read CV with this id, else the one that was added last; None where there is none."""
    rows = Cv.of(owner).filter(reading__isnull=False)
    return (rows.filter(pk=cv).first() if _is_id(cv) else None) or rows.first()


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _facts_of(cv: Cv | None) -> Facts:
    if cv is None:
        return Facts(Profile(), ())
    reading = preparing.reading_of(cv)
    return facts_of(reading.profile, None, reading.sources)


def _kept(row: KeptStory) -> Kept:
    story = decode(Story, row.story)
    return Kept(row, story, stories.strength(story), tuple(stories.holes(story)), stories.figures(story))


def _seen(line: StoryLine, owned: Facts) -> LineSeen:
    cited = (fact.text for pointer in line.facts if (fact := owned.at(pointer)))
    return LineSeen(
        line, tuple(text for text in cited if text not in line.text and line.text.rstrip(".") not in text)
    )


def _added(owner: Person, story: Story, now: datetime) -> KeptStory:
    if KeptStory.of(owner).count() >= MOST_STORIES:
        raise InputFault(
            _("The bank holds no more stories."), mend=_("Delete some that you will not tell again.")
        )
    row = KeptStory(owner=owner, title=story.title, story=encode(story), made=now, changed=now)
    row.save(force_insert=True)
    return row


def _lines(part: StarPart, text: str) -> tuple[StoryLine, ...]:
    found = tuple(StoryLine(" ".join(line.split())) for line in text.splitlines() if line.strip())
    if len(text) > LONGEST_PART or len(found) > MOST_LINES:
        raise InputFault(_("This part is longer than anybody listens."), where=part, mend=_("Shorten it."))
    return found


def _key(text: str) -> tuple[str, ...]:
    return words(text)
