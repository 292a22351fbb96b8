"""Answering a question, its probes, what comes back, and who may see it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bonafide.model.faults import Faults, InputFault
from bonafide.model.rating import FACETS
from bonafide.practice.due import Standing
from bonafide.services import attempts, opinions, rehearsing
from bonafide.services.rehearsing import Said
from bonafide.store.models import Application, Attempt, Person
from rehearsed import GOOD, QUESTION, REPLY, THIN


def said(answer: str = THIN, question: str = QUESTION) -> Said:
    return Said(guide="cto", question=question, answer=answer, seconds=90, notes=" ferry ")


def through(owner: Person, now: datetime, answer: str = THIN) -> Attempt:
    """An attempt whose probes were all passed over."""
    attempt = rehearsing.begin(owner, said(answer), now)
    while attempt.probe:
        attempt = rehearsing.reply(owner, attempt.pk, "", now)
    return attempt


def test_an_answer_is_kept_with_its_rating_and_a_probe(owner: Person, now: datetime) -> None:
    attempt = rehearsing.begin(owner, said(), now)
    assert (attempt.level, attempt.notes, attempt.seconds, attempt.finished) == (3, "ferry", 90, None)
    assert attempts.page(owner, attempt.pk).probe


def test_a_reply_is_rated_with_the_answer_and_two_probes_are_enough(owner: Person, now: datetime) -> None:
    attempt = rehearsing.begin(owner, said(), now)
    attempt = rehearsing.reply(owner, attempt.pk, REPLY, now, seconds=20)
    assert rehearsing.rated(attempt).facets["metric"] == 2
    attempt = rehearsing.reply(owner, attempt.pk, "", now)
    assert (attempt.probe, attempt.finished, attempt.seconds) == (None, now, 110)
    page = attempts.page(owner, attempt.pk)
    assert ["".join(stretch.text for stretch in passage.stretches) for passage in page.passages] == [
        THIN,
        REPLY,
        "",
    ]
    with pytest.raises(InputFault, match="No follow-up"):
        rehearsing.reply(owner, attempt.pk, "more", now)


@pytest.mark.parametrize(
    "answer", ["", "Yes.", "Wir haben den Fehler gesucht und mit dem Hafen gesprochen, bis es ging."]
)
def test_what_cannot_be_rated_is_refused_and_not_kept(owner: Person, now: datetime, answer: str) -> None:
    with pytest.raises(InputFault):
        rehearsing.begin(owner, said(answer), now)
    assert not Attempt.of(owner).exists()


def test_the_question_and_the_guide_said_back_are_refused(owner: Person, now: datetime) -> None:
    asked = rehearsing.question("cto", QUESTION)[1]
    for copied in (
        asked.wording,
        f"{asked.wording} {asked.wording}",
        " ".join(asked.outline),
        " ".join(asked.strong),
    ):
        with pytest.raises(InputFault):
            rehearsing.begin(owner, said(copied), now)
    assert not Attempt.of(owner).exists()


def test_unknown_guides_and_questions_are_said(owner: Person, now: datetime) -> None:
    for wrong in (Said(guide="no", question="x", answer=GOOD), said(question="no")):
        with pytest.raises(InputFault):
            rehearsing.begin(owner, wrong, now)


def test_the_desk_brings_a_weak_answer_back_first(owner: Person, now: datetime) -> None:
    assert {one.due.standing for one in rehearsing.desk(owner, now).asked} == {Standing.NEW}
    through(owner, now)
    later = rehearsing.desk(owner, now + timedelta(days=2))
    assert (later.asked[0].question.id, later.asked[0].due.standing) == (QUESTION, Standing.DUE)
    assert "baseline" in later.asked[0].due.weak
    assert later.first == later.asked[0]


def test_the_desk_opens_with_the_guide_of_the_last_attempt(owner: Person, now: datetime) -> None:
    asked = Said(
        guide="vp-engineering", question=rehearsing.library.one("vp-engineering").questions[0].id, answer=GOOD
    )
    rehearsing.begin(owner, asked, now)
    assert rehearsing.desk(owner, now).guide.name == "vp-engineering"
    assert rehearsing.desk(owner, now, "cto").guide.name == "cto"


def test_a_faulty_guide_of_ones_own_costs_itself_only(
    owner: Person, application: Application, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.toml").write_text('name = "mine"\n')
    monkeypatch.setattr(rehearsing.library, "own_folder", lambda: tmp_path)
    assert rehearsing.desk(owner, now).guide.name == "cto"


def test_attempts_stand_beside_each_other(owner: Person, now: datetime) -> None:
    first = through(owner, now)
    second = through(owner, now + timedelta(days=1), GOOD)
    (earlier,) = attempts.page(owner, second.pk).earlier
    assert earlier.attempt.pk == first.pk
    assert earlier.comparison.after > earlier.comparison.before
    assert attempts.page(owner, first.pk).earlier == ()


def test_the_rule_that_applied_is_the_one_of_the_level(owner: Person, now: datetime) -> None:
    for answer in (GOOD, THIN):
        page = attempts.page(owner, through(owner, now, answer).pk)
        assert page.rule[page.applied].endswith(f"level {page.rating.overall}.")


def test_nobody_else_sees_an_attempt(owner: Person, stranger: Person, now: datetime) -> None:
    attempt = through(owner, now)
    for look in (attempts.page, rehearsing.forget):
        with pytest.raises(Attempt.DoesNotExist):
            look(stranger, attempt.pk)
    with pytest.raises(Attempt.DoesNotExist):
        rehearsing.reply(stranger, attempt.pk, "x", now)
    assert rehearsing.desk(stranger, now).latest == []


def judged(attempt: Attempt, value: str = "1", level: str = "3") -> str:
    points = (f"point {id}: 1" for id in rehearsing.rated(attempt).points)
    return "\n".join(
        [
            f"attempt: {attempt.pk}",
            "name: Ida Moen",
            f"level: {level}",
            *(f"{name}: {value}" for name in FACETS),
            *points,
        ]
    )


def test_a_colleague_and_the_person_stand_beside_the_program(owner: Person, now: datetime) -> None:
    attempt = through(owner, now)
    opinions.take_in(owner, attempt.pk, judged(attempt), now)
    opinions.take_in(owner, attempt.pk, judged(attempt), now)
    given = dict(line.split(": ") for line in judged(attempt, "2", "5").split("\n")[2:])
    opinions.rate_oneself(owner, attempt.pk, given, now)
    opinions.rate_oneself(owner, attempt.pk, given, now)
    panel = opinions.panel(owner, attempts.row(owner, attempt.pk))
    assert [rater.kind for rater in panel.raters] == ["program", "own", "colleague"]
    assert panel.facets["context"][1:] == (2, 1)
    own_and_colleague = panel.pairs[-1]
    assert (own_and_colleague.here.equal, own_and_colleague.here.leniency) == (0, 1)
    assert own_and_colleague.everywhere.count == 10
    attempt_id = opinions.drop(owner, panel.raters[2].id) if panel.raters[2].id else None
    assert attempt_id == attempt.pk
    assert len(opinions.panel(owner, attempts.row(owner, attempt.pk)).raters) == 2


def test_lines_that_lack_something_are_refused(owner: Person, now: datetime) -> None:
    attempt = through(owner, now)
    with pytest.raises(Faults):
        opinions.take_in(owner, attempt.pk, judged(attempt, "7"), now)
    with pytest.raises(Faults):
        opinions.rate_oneself(owner, attempt.pk, {"level": "3"}, now)


def test_an_attempt_can_be_read_when_its_guide_has_gone(owner: Person, now: datetime) -> None:
    attempt = through(owner, now)
    Attempt.of(owner).update(guide="gone")
    page = attempts.page(owner, attempt.pk)
    assert page.question is None
    assert page.facets
    with pytest.raises(InputFault, match="no longer there"):
        opinions.take_in(owner, attempt.pk, judged(attempt), now)
