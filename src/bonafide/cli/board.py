"""`bonafide board list|add|move|show|note|archive|restore|undo`: the board at the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import click

from bonafide.cli import django_house
from bonafide.cli.options import IsoDate, lines, put

if TYPE_CHECKING:
    from bonafide.services.board import Card, Column
    from bonafide.services.history import Line
    from bonafide.store.models import Application, Event

SHORT = 8
"""Characters of an id that are shown; any beginning that fits one card alone will do."""


@click.group("board")
def command() -> None:
    """Follow applications on the board; ID is the beginning of a card's id, as `list` shows it."""


on_option = click.option("--on", type=IsoDate(), help="The day on which it happened.")


@command.command("list")
@click.option("--lane", help="Only this lane.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_(lane: str | None, as_json: bool) -> None:
    """List the cards, lane by lane."""
    owner = django_house.opened()
    from bonafide.services import acts, board

    wanted = [acts.known_lane(lane)] if lane else list(board.Lane)
    whole = board.board(owner, _now(), whole=wanted)
    columns = [column for column in (*whole.open, *whole.closed) if column.lane in wanted]
    if as_json:
        put([_plain(card) for column in columns for card in column.cards])
    else:
        lines(_listed(columns))


@command.command("add")
@click.argument("link", default="")
@click.option("--company", default="")
@click.option("--title", default="")
@click.option("--lane", default="saved", show_default=True)
@on_option
def add(link: str, company: str, title: str, lane: str, on: date | None) -> None:
    """Add a card by hand; a link alone will do."""
    owner = django_house.opened()
    from bonafide.services import acts

    card = acts.add(owner, _now(), link=link, company=company, title=title, lane=lane, on=on)
    click.echo(_named(card))


@command.command("move")
@click.argument("card", metavar="ID")
@click.argument("lane")
@on_option
def move(card: str, lane: str, on: date | None) -> None:
    """Move a card to the head of another lane."""
    owner = django_house.opened()
    from bonafide.services import acts, board

    _tell(acts.move(owner, board.named(owner, card).pk, lane, _now(), on=on))


@command.command("show")
@click.argument("card", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def show(card: str, as_json: bool) -> None:
    """Show a card, its notes and its history."""
    owner = django_house.opened()
    from bonafide.services import board, history

    row = board.named(owner, card)
    happened = history.lines(owner, row.pk)
    if as_json:
        put({**_whole(row), "history": [_line(line) for line in happened]})
    else:
        lines(_shown(row, happened))


@command.command("note")
@click.argument("card", metavar="ID")
@click.argument("text")
def note(card: str, text: str) -> None:
    """Add a line to a card's notes."""
    owner = django_house.opened()
    from bonafide.services import acts, board

    _tell(acts.jot(owner, board.named(owner, card).pk, text, _now()))


@command.command("archive")
@click.argument("card", metavar="ID")
def archive(card: str) -> None:
    """Put a card in the archive."""
    owner = django_house.opened()
    from bonafide.services import acts, board

    _tell(acts.archive(owner, board.named(owner, card).pk, _now()))


@command.command("restore")
@click.argument("card", metavar="ID")
def restore(card: str) -> None:
    """Take a card from the archive."""
    owner = django_house.opened()
    from bonafide.services import acts, board

    _tell(acts.restore(owner, board.named(owner, card).pk, _now()))


@command.command("undo")
def undo() -> None:
    """Take back the last act."""
    owner = django_house.opened()
    from bonafide.services import history

    _tell(history.undo(owner, _now()))


def _now() -> datetime:
    return datetime.now(UTC)


def _tell(event: Event | None) -> None:
    from bonafide.services.telling import told_act

    click.echo(told_act(event) if event else "It is so already.")


def _named(card: Application) -> str:
    name = card.title or card.company or card.link
    return f"{str(card.pk)[:SHORT]}  {name}: {card.get_lane_display()}"


def _listed(columns: list[Column]) -> Iterator[str]:
    for column in columns:
        if column.count:
            yield f"{column.lane.label} ({column.count})"
            yield from (_row(card) for card in column.cards)
    if not any(column.count for column in columns):
        yield "There are no cards here yet. `bonafide prepare` makes one, and so does `bonafide board add`."


def _row(card: Card) -> str:
    fit = f"{card.fit}/5" if card.fit else "   "
    by = f", {card.by}" if card.by else ""
    return f"  {str(card.id)[:SHORT]}  {fit}  {card.days:3} d  {card.name}{by}"


def _shown(card: Application, happened: tuple[Line, ...]) -> Iterator[str]:
    from bonafide.services.telling import told

    yield _named(card) + (" (in the archive)" if card.archived else "")
    details = (("Company", card.company), ("Link", card.link), ("Fit", card.fit and f"{card.fit} of 5"))
    yield from (f"{label}: {value}" for label, value in details if value)
    if card.applied_on:
        yield f"Applied on: {card.applied_on.isoformat()}"
    if card.notes:
        yield from ("", card.notes)
    yield ""
    for line in happened:
        yield f"{line.on.isoformat()}  {told(line.happening, line.about)}{' (undone)' if line.undone else ''}"


def _plain(card: Card) -> dict[str, Any]:
    return _known(
        id=str(card.id),
        title=card.title,
        company=card.company,
        link=card.link,
        lane=card.lane.value,
        fit=card.fit,
        days=card.days,
        appliedOn=card.applied_on and card.applied_on.isoformat(),
        version=card.version,
    )


def _whole(card: Application) -> dict[str, Any]:
    return _known(
        id=str(card.pk),
        title=card.title,
        company=card.company,
        link=card.link,
        lane=card.lane,
        fit=card.fit,
        appliedOn=card.applied_on and card.applied_on.isoformat(),
        notes=card.notes,
        archived=card.archived,
    )


def _line(line: Line) -> dict[str, Any]:
    from bonafide.services.telling import told

    return {
        "id": str(line.happening.id),
        "kind": line.happening.kind,
        "told": told(line.happening, line.about),
        "on": line.on.isoformat(),
        "recorded": line.happening.at.isoformat(),
        "undone": line.undone,
    }


def _known(**values: Any) -> dict[str, Any]:
    """Without what is not known."""
    return {name: value for name, value in values.items() if value not in ("", None)}
