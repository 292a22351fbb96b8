"""The story bank: kept from the CV or an answer, written on, told, and what it covers."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bonafide.model.claim import Support
from bonafide.model.faults import InputFault, MissingFault
from bonafide.model.story import StarPart
from bonafide.services import cvs, loops, rehearsing, storybook, storymap
from bonafide.services.preparing import File
from bonafide.services.rehearsing import Said
from bonafide.store.models import Application, Cv, KeptStory, Person
from rehearsed import GOOD, QUESTION


def first(owner: Person, now: datetime) -> KeptStory:
    """The strongest draft, kept."""
    return storybook.keep(owner, storybook.drafts(owner, [])[0].story.source, now)


def test_a_kept_draft_is_not_offered_again(owner: Person, application: Application, now: datetime) -> None:
    before = storybook.drafts(owner, [])
    row = first(owner, now)
    after = storybook.drafts(owner, storybook.kept(owner))
    assert len(after) == len(before) - 1
    assert before[0].story.title not in [draft.story.title for draft in after]
    assert storybook.named(owner, str(row.pk)[:8]).row == row
    with pytest.raises(MissingFault):
        storybook.keep(owner, "/work/99/highlights/0", now)
    for beginning in ("", "zz"):
        with pytest.raises(MissingFault):
            storybook.named(owner, beginning)


def test_an_answer_becomes_a_story_whose_sentences_are_looked_up(
    owner: Person, application: Application, now: datetime
) -> None:
    attempt = rehearsing.begin(owner, Said(guide="cto", question=QUESTION, answer=GOOD), now)
    kept = storybook.one(owner, storybook.keep_answer(owner, attempt.pk, now).pk)
    result = kept.story.part(StarPart.RESULT)
    assert any("0.4 percent" in line.text and line.support is Support.UNSUPPORTED for line in result)
    assert kept.story.part(StarPart.LESSON)


def test_what_is_written_is_kept_and_judged(owner: Person, application: Application, now: datetime) -> None:
    row = first(owner, now)
    line = storybook.one(owner, row.pk).story.part(StarPart.RESULT)[0].text
    later = now + timedelta(hours=1)
    written = {"task": "  We had three\tmonths. \n\n", "result": f"{line}\nI won the Nobel prize in 2019."}
    storybook.write(owner, row.pk, " Better  title ", written, later)
    kept = storybook.one(owner, row.pk)
    assert (kept.story.title, kept.row.changed) == ("Better title", later)
    assert [one.text for one in kept.story.part(StarPart.TASK)] == ["We had three months."]
    assert kept.story.part(StarPart.ACTION) == ()
    backed, invented = kept.story.part(StarPart.RESULT)
    assert (backed.support, invented.support) == (Support.SUPPORTED, Support.UNSUPPORTED)
    with pytest.raises(InputFault, match="longer than anybody"):
        storybook.write(owner, row.pk, "", {"action": "word " * 3000}, later)


def test_where_it_was_told(owner: Person, now: datetime) -> None:
    row = storybook.new(owner, " The  ferry ", now)
    assert storybook.one(owner, row.pk).last is None
    for day in (date(2026, 11, 2), date(2026, 10, 1), date(2026, 11, 2)):
        storybook.tell(owner, row.pk, day, "Quillmere, round 2", now)
    kept = storybook.one(owner, row.pk)
    assert (kept.last, len(kept.row.told)) == (date(2026, 11, 2), 2)
    with pytest.raises(InputFault):
        storybook.tell(owner, row.pk, date(2027, 1, 1), "", now)
    with pytest.raises(InputFault, match="title"):
        storybook.new(owner, "  ", now)
    storybook.forget(owner, row.pk)
    assert storybook.kept(owner) == []


def test_the_bank_beside_a_guide_and_a_loop(owner: Person, application: Application, now: datetime) -> None:
    empty = storymap.bank(owner, "cto")
    assert (empty.uncovered, empty.fewest, empty.rounds) == (10, (), ())
    for draft in empty.drafts:
        storybook.keep(owner, draft.story.source, now)
    bank = storymap.bank(owner, "cto")
    assert bank.drafts == ()
    assert 0 < bank.uncovered < 10
    assert not bank.map[0].stories, "what no story answers comes first"
    assert 0 < len(bank.fewest) < len(bank.kept)
    loop = loops.begin(owner, application.pk, "full", now)
    bank = storymap.bank(owner, "cto")
    assert bank.loop == loop
    plan = loops.page(owner, loop.pk).plan
    assert len(plan.rounds) == 4, "as many as the posting speaks of"
    for round, planned in zip(bank.rounds, plan.rounds, strict=True):
        assert len({one.row.pk for one in round.stories}) == len(round.stories)
        assert len(round.stories) + round.missing == len(planned.questions)


def test_a_story_that_the_company_heard_comes_last(
    owner: Person, application: Application, now: datetime
) -> None:
    for draft in storybook.drafts(owner, []):
        storybook.keep(owner, draft.story.source, now)
    loops.begin(owner, application.pk, "full", now)
    heard = storymap.bank(owner, "cto").rounds[0].stories[0].row
    storybook.tell(owner, heard.pk, now.date(), f"{application.company}, first call", now)
    told = [one.row.pk for round in storymap.bank(owner, "cto").rounds for one in round.stories]
    assert told.count(heard.pk) <= 1


def test_nobody_else_sees_a_story(owner: Person, stranger: Person, now: datetime) -> None:
    row = storybook.new(owner, "The ferry", now)
    for look in (storybook.one, storybook.forget):
        with pytest.raises(KeptStory.DoesNotExist):
            look(stranger, row.pk)
    assert storybook.kept(stranger) == []
    with pytest.raises(MissingFault):
        storybook.named(stranger, str(row.pk))


OLDER = b"""# Una Reef
una@reef.example

## Experience
### Keeper, Skerry Lights
2011 - 2014
- Fitted spare lamps at 14 stations; outages fell from 31 a year to 4.
"""


def older(owner: Person, now: datetime) -> Cv:
    """Another CV, added before the newest."""
    return cvs.add(owner, File(name="keeper.md", content=OLDER), now - timedelta(days=30))


def test_a_cv_is_chosen_to_draft_from_and_the_newest_is_usual(
    owner: Person, application: Application, now: datetime
) -> None:
    usual = [draft.story.title for draft in storybook.drafts(owner, [])]
    cv = older(owner, now)
    bank = storymap.bank(owner, "cto")
    assert [draft.story.title for draft in bank.drafts] == usual
    assert [row.pk for row in bank.cvs] == [bank.cv and bank.cv.pk, cv.pk]
    chosen = storymap.bank(owner, "cto", str(cv.pk))
    assert chosen.cv == cv
    assert [draft.story.title.split()[:3] for draft in chosen.drafts] == [["Fitted", "spare", "lamps"]]
    for unknown in ("nonsense", str(owner.pk), "0" * 32):
        assert storymap.bank(owner, "cto", unknown).cv == bank.cv


def test_a_story_is_judged_by_the_cv_it_came_from(
    owner: Person, application: Application, now: datetime
) -> None:
    cv = older(owner, now)
    source = storybook.drafts(owner, [], str(cv.pk))[0].story.source
    row = storybook.keep(owner, source, now, str(cv.pk))
    storybook.write(owner, row.pk, "", {"action": "Fitted spare lamps at 14 stations"}, now)
    kept = storybook.one(owner, row.pk).story
    assert kept.cv == str(cv.pk)
    assert kept.part(StarPart.ACTION)[0].support is Support.SUPPORTED


def test_a_draft_of_a_cv_that_is_gone_or_another_s_is_not_kept(
    owner: Person, stranger: Person, application: Application, now: datetime
) -> None:
    source = storybook.drafts(owner, [])[0].story.source
    for cv in (str(older(stranger, now).pk), "nonsense"):
        with pytest.raises(MissingFault):
            storybook.keep(owner, source, now, cv)
