"""`bonafide evidence add|list|show|offer|remove`: what systems show, measured at the terminal."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import click

from bonafide.cli import django_house
from bonafide.cli.options import IsoDate, lines, put
from bonafide.cli.progress import reading
from bonafide.connectors.systems.reading import Kind, Option
from bonafide.connectors.systems.registry import KINDS

if TYPE_CHECKING:
    from bonafide.model.measure import Figure, Shift
    from bonafide.services.evidence import Kept

SHORT = 8
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
AUTHORISED = "Are you allowed to read this system for this purpose today?"


@click.group("evidence")
def command() -> None:
    """Measure what your systems show; ID is the beginning of a reading's id, as `list` shows it.

    Everything is computed on this machine. The records are dropped when the figures are made.
    """


@command.group("add")
def add() -> None:
    """Measure a system and keep its figures."""


def _option(option: Option) -> click.Option:
    kind = click.Choice(option.choices) if option.choices else None
    return click.Option(
        [f"--{option.name}"],
        help=option.help,
        metavar=None if option.flag or option.choices else option.metavar,
        multiple=option.many,
        is_flag=option.flag,
        type=kind,
    )


def _shared() -> list[click.Parameter]:
    return [
        click.Option(
            ["--name"], default="a service", help="What figures call it, such as “a payments service”."
        ),
        click.Option(
            ["--from", "start"],
            type=IsoDate(),
            help="The first day that is measured; a year before the last.",
        ),
        click.Option(
            ["--to", "end"], type=IsoDate(), help="The day before which measuring ends; the records' end."
        ),
        click.Option(
            ["--changed"],
            type=IsoDate(),
            help="A day from which something was different: before and after are compared.",
        ),
        click.Option(
            ["--yes"], is_flag=True, help="Say that you are allowed to read it, without being asked."
        ),
        click.Option(["--json", "as_json"], is_flag=True, help="Print JSON."),
    ]


def _adding(kind: Kind) -> click.Command:
    """The command that reads one kind of system, made from what the kind says of itself."""

    def add_one(
        name: str,
        start: date | None,
        end: date | None,
        changed: date | None,
        yes: bool,
        as_json: bool,
        paths: tuple[str, ...] = (),
        **given: Any,
    ) -> None:
        if not yes:
            click.confirm(AUTHORISED, abort=True, err=True)
        owner = django_house.opened()
        from bonafide.services import evidence

        wishes = {option.name: wished(given[option.name.replace("-", "_")]) for option in kind.options}
        asked = evidence.Asked(start, end, changed)
        now = datetime.now(UTC)
        with reading(quiet=as_json) as progress:
            kept = evidence.add(owner, kind.name, paths, name, asked, now, wishes, progress)
        _shown(kept, as_json)

    paths = [click.Argument(["paths"], nargs=-1, metavar=f"{kind.paths}…")] if kind.paths else []
    options = [_option(option) for option in kind.options]
    return click.Command(
        kind.name, callback=add_one, help=kind.summary, params=[*paths, *options, *_shared()]
    )


def wished(value: Any) -> tuple[str, ...]:
    """An option's value as the kinds take it: none, one or several texts; a flag that is set is `yes`."""
    if isinstance(value, tuple):
        return tuple(map(str, value))
    return ("yes" if value is True else str(value),) if value else ("",)


for _kind in KINDS.values():
    add.add_command(_adding(_kind))


@command.command("list")
@json_option
def list_(as_json: bool) -> None:
    """List what was measured."""
    owner = django_house.opened()
    from bonafide.services import evidence

    found = evidence.kept(owner)
    if as_json:
        put([_plain(one) for one in found])
    else:
        lines(
            [_row(one) for one in found]
            or ["Nothing was measured yet. `bonafide evidence add git FOLDER` begins."]
        )


@command.command("show")
@click.argument("evidence_id", metavar="ID")
@json_option
def show(evidence_id: str, as_json: bool) -> None:
    """Show the figures of a reading with their rules and intervals, and the sentences that it offers."""
    owner = django_house.opened()
    from bonafide.services import evidence

    _shown(evidence.named(owner, evidence_id), as_json)


@command.command("offer")
@click.argument("evidence_id", metavar="ID")
@click.argument("number", type=int)
@click.option(
    "--cv", required=True, type=click.UUID, help="The kept CV's id, as the address of its page has it."
)
@click.option(
    "--position", default="/work/0", metavar="POINTER", help="The position that it belongs to; /work/0."
)
@click.option(
    "--public", default="", metavar="WHERE", help="Tell the absolute figures, which are public there."
)
def offer(evidence_id: str, number: int, cv: UUID, position: str, public: str) -> None:
    """Add sentence NUMBER to a position of a kept CV: from then on it is a fact like every other for what the web application makes of that CV."""
    owner = django_house.opened()
    from bonafide.services import evidence

    found = evidence.named(owner, evidence_id)
    click.echo(evidence.offer(owner, found.row.pk, number, cv, position, public))


@command.command("remove")
@click.argument("evidence_id", metavar="ID")
def remove(evidence_id: str) -> None:
    """Delete a reading. What a CV was given stays there."""
    owner = django_house.opened()
    from bonafide.services import evidence

    evidence.remove(owner, evidence.named(owner, evidence_id).row.pk)
    click.echo("Deleted.", err=True)


def _shown(one: Kept, as_json: bool) -> None:
    if as_json:
        put(_plain(one))
        return
    lines([_row(one), *one.measured.notes, ""])
    lines(_figure(figure) for figure in one.measured.figures)
    if one.measured.shifts:
        before, after = one.measured.shifts[0].before.window, one.measured.shifts[0].after.window
        lines(["", f"{before.start} to {before.end}, and {after.start} to {after.end}:"])
        lines(_shift(shift) for shift in one.measured.shifts)
    lines(
        ["", *(f"{number}. {text}" for number, (_, text) in enumerate(one.offers, 1))] if one.offers else []
    )


def _row(one: Kept) -> str:
    window = one.measured.figures[0].window
    return (
        f"{str(one.row.pk)[:SHORT]}  {one.row.name}  ({one.measured.source}, {window.start} to {window.end})"
    )


def _figure(figure: Figure) -> str:
    from bonafide.evidence.definitions import measures
    from bonafide.evidence.telling import amount, between

    name = _name(figure, measures()[figure.measure].name)
    if figure.value is None:
        return f"  {name}: not available. {figure.why}"
    return f"  {name}: {amount(figure)}{between(figure)}, n = {figure.n}"


def _shift(shift: Shift) -> str:
    from bonafide.evidence.definitions import measures
    from bonafide.evidence.telling import course

    return f"  {_name(shift.before, measures()[shift.before.measure].name)}: {course(shift)}"


def _name(figure: Figure, measure: str) -> str:
    return ", ".join(filter(None, (measure, figure.part, figure.rule)))


def _plain(one: Kept) -> dict[str, Any]:
    offers = [text for _, text in one.offers]
    return {
        "id": str(one.row.pk),
        "name": one.row.name,
        **one.row.measured,
        **({"offers": offers} if offers else {}),
    }
