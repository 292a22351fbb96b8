"""`bonafide practise`: rehearsal at the terminal, or through a pipe: an answer ends with a line that holds a dot alone."""

from __future__ import annotations

import sys
import textwrap
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from datetime import time as time_of_day
from typing import TYPE_CHECKING, Any
from uuid import UUID

import click

from bonafide.cli import django_house
from bonafide.cli.options import lines, put, today_option
from bonafide.model.faults import InputFault

if TYPE_CHECKING:
    from bonafide.services.people import Person
    from bonafide.services.rehearsing import Desk
    from bonafide.store.models import Attempt

WIDTH = 88
END = "."


@click.command("practise")
@click.option("--guide", default="", help="The guide that asks; the one rehearsed last where none is named.")
@click.option("--question", default="", help="The question's id; else the one that waits longest.")
@click.option("--due", is_flag=True, help="Every question that is due, one after the other.")
@click.option("--loop", "card", metavar="APPLICATION", help="A loop for this card: the beginning of its id.")
@click.option("--form", type=click.Choice(["full", "short"]), default="full", help="How long a new loop is.")
@click.option("--list", "listing", is_flag=True, help="Only say which questions are due, and why.")
@click.option("--json", "as_json", is_flag=True, help="Print each rating as a line of JSON; talk on stderr.")
@today_option
def command(
    guide: str,
    question: str,
    due: bool,
    card: str | None,
    form: str,
    listing: bool,
    as_json: bool,
    today: date | None,
) -> None:
    """Rehearse a question, those that are due, or a whole loop.

    Type the answer and end it with a line that holds a dot alone. A follow-up is passed over by the dot alone.
    """
    owner = django_house.opened()
    from bonafide.services import rehearsing

    talk = Talk(owner, as_json, today)
    if card is not None:
        _loop(talk, card, form)
        return
    desk = rehearsing.desk(owner, talk.now(), guide)
    if listing:
        put([_plain(one) for one in desk.asked]) if as_json else lines(_listed(desk))
        return
    for place, id in enumerate(_wanted(desk, question, due)):
        if not talk.rehearse(desk.guide.name, id) and not place:
            raise InputFault("No answer came.", where=id, mend="End it with a line that holds a dot alone.")
        if talk.over:
            break


def _wanted(desk: Desk, question: str, due: bool) -> list[str]:
    if question:
        return [question]
    if due:
        if not desk.due:
            click.echo("Nothing is due today.", err=True)
        return [one.question.id for one in desk.due]
    return [(desk.first or desk.asked[0]).question.id]


class Talk:
    """The conversation: asks, listens, answers with the rating. At a terminal a refused answer may be given again."""

    def __init__(self, owner: Person, as_json: bool, today: date | None) -> None:
        self.owner, self.as_json, self.today = owner, as_json, today
        self.over = False

    def now(self) -> datetime:
        """The moment, on the day that was given."""
        return datetime.combine(self.today, time_of_day(12), UTC) if self.today else datetime.now(UTC)

    def rehearse(self, guide: str, question: str, rehearsal: UUID | None = None) -> bool:
        """One question from its wording to its rating; False where the input ends before an answer."""
        from bonafide.services import rehearsing

        asked = rehearsing.question(guide, question)[1]
        self.say("", *textwrap.wrap(asked.wording, WIDTH), "")
        attempt = self._answer(guide, question, rehearsal)
        if attempt is None:
            return False
        while attempt.probe is not None:
            attempt = self.reply(attempt)
        put(_rated(attempt)) if self.as_json else self.say(*_rating(attempt))
        return True

    def say(self, *texts: str) -> None:
        """Words for people; beside the data, where data was asked for."""
        for text in texts:
            click.echo(text, err=self.as_json)

    def go_on(self, question: str) -> bool:
        """Whether the person wants to go on; through a pipe they do as long as there is something to hear."""
        if sys.stdin.isatty():
            return bool(click.confirm(question, default=True, err=self.as_json))
        return not self.over

    def _answer(self, guide: str, question: str, rehearsal: UUID | None) -> Attempt | None:
        from bonafide.services import rehearsing

        while True:
            text, seconds = self._heard()
            if text is None:
                return None
            said = rehearsing.Said(
                guide=guide, question=question, answer=text, seconds=seconds, rehearsal=rehearsal
            )
            try:
                return rehearsing.begin(self.owner, said, self.now())
            except InputFault as fault:
                self._again(fault)

    def reply(self, attempt: Attempt) -> Attempt:
        """The probe that waits, and what is said to it."""
        from bonafide.services import rehearsing

        probe: dict[str, str] = attempt.probe or {}
        self.say("", *textwrap.wrap(probe.get("text", ""), WIDTH), "")
        while True:
            text, seconds = self._heard()
            try:
                return rehearsing.reply(self.owner, attempt.pk, text or "", self.now(), seconds=seconds)
            except InputFault as fault:
                self._again(fault)

    def _again(self, fault: InputFault) -> None:
        if not sys.stdin.isatty():
            raise fault
        click.echo(str(fault), err=True)

    def _heard(self) -> tuple[str | None, int]:
        """What was said, None at the end of the input, and the seconds it took at a terminal."""
        began, said = time.monotonic(), list(self._lines())
        seconds = round(time.monotonic() - began) if sys.stdin.isatty() else 0
        return (None if self.over and not said else "\n".join(said)), seconds

    def _lines(self) -> Iterator[str]:
        for line in sys.stdin:
            if line.strip() == END:
                return
            yield line.rstrip("\n")
        self.over = True


def _loop(talk: Talk, card: str, form: str) -> None:
    """The newest loop of a card that is not over, or a new one, from where it stands to the end or a stop."""
    from bonafide.services import board, loops

    application = board.named(talk.owner, card)
    begun = (row for row in loops.of_application(talk.owner, application.pk) if row.ended is None)
    row = next(begun, None) or loops.begin(talk.owner, application.pk, form, talk.now())
    while (page := loops.page(talk.owner, row.pk)).at.round is not None and page.round:
        if page.waiting:
            attempt = page.waiting
            attempt.refresh_from_db()
            while attempt.probe is not None:
                attempt = talk.reply(attempt)
        elif page.at.question:
            if not talk.rehearse(page.plan.guide, page.at.question, row.pk):
                talk.say("The loop waits here for you.")
                return
        else:
            number = page.at.round + 1
            talk.say("", f"Round {number}: {page.round.name}, {page.round.minutes} minutes", page.round.who)
            if not talk.go_on("Begin it?"):
                talk.say("The loop waits here for you.")
                return
            loops.go_into(talk.owner, row.pk, number)
    talk.say("", "The loop is over.")


def _listed(desk: Desk) -> Iterator[str]:
    yield f"{desk.guide.role} ({desk.guide.name})"
    for one in desk.asked:
        due = one.due
        when = f"{due.standing} {due.on.isoformat()}" if due.on else due.standing
        weak = f", absent: {', '.join(due.weak)}" if due.weak else ""
        tries = f"level {due.level}, attempts {due.tries}{weak}" if due.tries else ""
        yield f"  {one.question.id:22} {when:18} {tries}".rstrip()


def _plain(one: Any) -> dict[str, Any]:
    due = one.due
    plain = {"question": due.question, "standing": str(due.standing), "attempts": due.tries}
    return plain | ({"on": due.on.isoformat(), "level": due.level, "weak": list(due.weak)} if due.on else {})


def _rated(attempt: Attempt) -> dict[str, Any]:
    from bonafide.services import rehearsing

    named = {"id": str(attempt.pk), "guide": attempt.guide, "question": attempt.question}
    return {**named, "text": rehearsing.told_in(attempt).whole, **rehearsing.rated(attempt).to_json()}


def _rating(attempt: Attempt) -> Iterator[str]:
    from bonafide.services import attempts, rehearsing

    rating, text = rehearsing.rated(attempt), rehearsing.told_in(attempt).whole
    yield f"Level {rating.overall} of 5 (between {rating.band[0]} and {rating.band[1]})"
    yield from textwrap.wrap(rating.next, WIDTH)
    yield ""
    for row in attempts.facet_rows(text, rating):
        words = ", ".join(f"“{word}”" for word in row.words) or ("" if row.value else row.said.present)
        yield from textwrap.wrap(
            f"{row.said.name:11} {row.name:8} {words}", WIDTH, subsequent_indent=" " * 21
        )
    missing = [id for id, value in rating.points.items() if not value]
    yield from textwrap.wrap(f"Not said: {', '.join(missing) or 'nothing'}.", WIDTH)
    yield ""
