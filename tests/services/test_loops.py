"""A loop goes round by round, waits where it was left, and never asks twice."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest

from bonafide.model.faults import InputFault
from bonafide.services import applications, loops, rehearsing
from bonafide.services.rehearsing import Said
from bonafide.store.models import Application, Attempt, Person, Rehearsal
from rehearsed import GOOD


def answered(owner: Person, loop: UUID, question: str, now: datetime) -> Attempt:
    said = Said(guide=loops.page(owner, loop).plan.guide, question=question, answer=GOOD, rehearsal=loop)
    attempt = rehearsing.begin(owner, said, now)
    while attempt.probe:
        assert loops.page(owner, loop).waiting == attempt
        attempt = rehearsing.reply(owner, attempt.pk, "", now)
    return attempt


def test_a_loop_from_the_first_round_to_the_last(
    owner: Person, application: Application, now: datetime
) -> None:
    loop = loops.begin(owner, application.pk, "short", now).pk
    plan = applications.plan_at(applications.opened(owner, application.pk))
    page = loops.page(owner, loop)
    assert plan
    assert page.plan.questions[0] in [one.question.id for one in plan.questions]
    assert [seen.state for seen in page.rounds] == ["next", "later", "later", "later"]
    assert page.rounds[0].turns == (), "what is asked is not told before"
    for number in range(1, 5):
        loops.go_into(owner, loop, number)
        question = loops.page(owner, loop).at.question
        assert question
        if number == 2:
            loops.skip(owner, loop, question, now)
        else:
            attempt = answered(owner, loop, question, now)
            assert attempt.application_id == application.pk
    page = loops.page(owner, loop)
    assert page.at.round is None
    assert page.row.ended == now
    assert len(page.levels) == 3
    assert all(1 < count <= 3 for count in page.absent.values())
    assert [row.pk for row in loops.of_application(owner, application.pk)] == [loop]


def test_rounds_begin_one_after_the_other(owner: Person, application: Application, now: datetime) -> None:
    loop = loops.begin(owner, application.pk, "full", now).pk
    for number in (2, 1, 1, 2):
        loops.go_into(owner, loop, number)
    page = loops.page(owner, loop)
    assert page.row.begun == 1, "the second waits until the first is through"
    assert page.rounds[0].state == "now"


def test_a_question_is_answered_once_and_in_its_turn(
    owner: Person, application: Application, now: datetime
) -> None:
    loop = loops.begin(owner, application.pk, "full", now).pk
    first, second = loops.page(owner, loop).plan.rounds[0].questions
    with pytest.raises(InputFault, match="gone on"):
        answered(owner, loop, first, now)
    loops.go_into(owner, loop, 1)
    with pytest.raises(InputFault, match="gone on"):
        answered(owner, loop, second, now)
    answered(owner, loop, first, now)
    with pytest.raises(InputFault, match="gone on"):
        answered(owner, loop, first, now)
    loops.skip(owner, loop, first, now)
    assert loops.page(owner, loop).at.question == second
    assert Attempt.of(owner).count() == 1


def test_a_deleted_loop_leaves_its_attempts(owner: Person, application: Application, now: datetime) -> None:
    loop = loops.begin(owner, application.pk, "short", now).pk
    loops.go_into(owner, loop, 1)
    question = loops.page(owner, loop).at.question
    assert question
    answered(owner, loop, question, now)
    assert loops.delete(owner, loop) == application.pk
    assert Attempt.of(owner).get().rehearsal_id is None


def test_what_a_loop_needs(owner: Person, stranger: Person, application: Application, now: datetime) -> None:
    with pytest.raises(InputFault, match="form"):
        loops.begin(owner, application.pk, "endless", now)
    with pytest.raises(Application.DoesNotExist):
        loops.begin(stranger, application.pk, "full", now)
    loop = loops.begin(owner, application.pk, "full", now)
    with pytest.raises(Rehearsal.DoesNotExist):
        loops.page(stranger, loop.pk)
    application.versions.all().delete()
    with pytest.raises(InputFault, match="no interview plan"):
        loops.begin(owner, application.pk, "full", now)
