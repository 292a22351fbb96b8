"""`bonafide story list|drafts|keep|show|map|rounds|told|forget`: the story bank at the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import click

from bonafide.cli import django_house
from bonafide.cli.options import IsoDate, lines, put

if TYPE_CHECKING:
    from bonafide.model.story import Story
    from bonafide.services.storybook import Kept
    from bonafide.services.storymap import Bank

SHORT = 8
WIDTH = 96
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
guide_option = click.option("--guide", default="", help="The guide whose questions are meant.")


@click.group("story")
def command() -> None:
    """Keep stories for interviews; ID is the beginning of a story's id, as `list` shows it."""


@command.command("list")
@json_option
def list_(as_json: bool) -> None:
    """List the kept stories with their strength and what is missing."""
    owner = django_house.opened()
    from bonafide.services import storybook

    found = storybook.kept(owner)
    if as_json:
        put([_plain(one) for one in found])
    else:
        lines(
            [_row(one) for one in found]
            or ["There are no stories yet. `bonafide story drafts` shows what your CV gives."]
        )


@command.command("drafts")
@json_option
def drafts(as_json: bool) -> None:
    """Show the stories that the newest CV gives; keep one by its pointer."""
    owner = django_house.opened()
    from bonafide.services import storybook

    found = storybook.drafts(owner, storybook.kept(owner))
    if as_json:
        put([{"source": one.story.source, "strength": one.strength, **_told(one.story)} for one in found])
        return
    for one in found:
        lines([f"{one.story.source}  {one.strength}/7  {one.story.title}", *_parts(one.story), ""])


@command.command("keep")
@click.argument("source", metavar="POINTER")
def keep(source: str) -> None:
    """Keep the draft of the CV's line at a pointer, such as /work/0/highlights/1."""
    owner = django_house.opened()
    from bonafide.services import storybook

    row = storybook.keep(owner, source, _now())
    lines([_row(storybook.one(owner, row.pk))])


@command.command("show")
@click.argument("story", metavar="ID")
@json_option
def show(story: str, as_json: bool) -> None:
    """Show a story by its parts, what is missing, and where it was told."""
    owner = django_house.opened()
    from bonafide.services import storybook

    one = storybook.named(owner, story)
    if as_json:
        put(_plain(one))
        return
    lines([_row(one), *_parts(one.story)])
    lines(f"  ? {hole.part}: {hole.ask}" for hole in one.holes)
    lines(f"  told {telling['on']} {telling['to']}".rstrip() for telling in one.row.told)


@command.command("map")
@guide_option
@json_option
def map_(guide: str, as_json: bool) -> None:
    """Show which story answers which question, those without one first, and the fewest that cover the rest."""
    owner = django_house.opened()
    from bonafide.services import storymap

    bank = storymap.bank(owner, guide)
    if as_json:
        put(_mapped(bank))
    else:
        lines(_map_lines(bank))


@command.command("rounds")
def rounds() -> None:
    """Say which story to tell in which round of the newest loop, so that no panel hears one twice."""
    owner = django_house.opened()
    from bonafide.services import storymap

    bank = storymap.bank(owner)
    if not bank.rounds:
        click.echo("No loop is under way. `bonafide practise --loop APPLICATION` begins one.", err=True)
    for one in bank.rounds:
        lines([one.name, *(f"  {_row(story)}" for story in one.stories)])
        if one.missing:
            click.echo(f"  {one.missing} of its questions have no story of yours.")


@command.command("told")
@click.argument("story", metavar="ID")
@click.option("--on", type=IsoDate(), help="The day; today where none is given.")
@click.option("--to", default="", help="Company and round.")
def told(story: str, on: date | None, to: str) -> None:
    """Note that a story was told."""
    owner = django_house.opened()
    from bonafide.services import storybook

    storybook.tell(owner, storybook.named(owner, story).row.pk, on or _now().date(), to, _now())
    click.echo("Noted.", err=True)


@command.command("forget")
@click.argument("story", metavar="ID")
def forget(story: str) -> None:
    """Delete a story."""
    owner = django_house.opened()
    from bonafide.services import storybook

    storybook.forget(owner, storybook.named(owner, story).row.pk)
    click.echo("Deleted.", err=True)


def _now() -> datetime:
    return datetime.now(UTC)


def _row(one: Kept) -> str:
    missing = ", ".join(dict.fromkeys(str(hole.part) for hole in one.holes))
    return f"{str(one.row.pk)[:SHORT]}  {one.strength}/7  {one.story.title}{f'  (missing: {missing})' if missing else ''}"


def _parts(story: Story) -> Iterator[str]:
    for part, told in story.parts.items():
        text = " ".join(line.text for line in told)
        yield from textwrap.wrap(f"{part}: {text}", WIDTH, initial_indent="  ", subsequent_indent="    ")


def _told(story: Story) -> dict[str, Any]:
    lines_of = {
        str(part): [{"text": line.text, "facts": list(line.facts)} for line in told]
        for part, told in story.parts.items()
    }
    return {"title": story.title, "parts": lines_of}


def _plain(one: Kept) -> dict[str, Any]:
    missing = [{"part": str(hole.part), "ask": hole.ask} for hole in one.holes]
    told = {"told": one.row.told} if one.row.told else {}
    figures = {"figures": list(one.figures)} if one.figures else {}
    return {
        "id": str(one.row.pk),
        "strength": one.strength,
        **_told(one.story),
        **figures,
        "missing": missing,
        **told,
    }


def _mapped(bank: Bank) -> dict[str, Any]:
    return {
        "guide": bank.guide.name,
        "questions": [
            {"question": one.question.id, "stories": [str(story.row.pk) for story in one.stories]}
            for one in bank.map
        ],
        "fewest": [str(one.row.pk) for one in bank.fewest],
        "leanedOn": dict(bank.leaned_on),
    }


def _map_lines(bank: Bank) -> Iterator[str]:
    yield f"{bank.guide.role} ({bank.guide.name}): {bank.uncovered} of {len(bank.map)} questions have no story"
    for one in bank.map:
        yield f"  {one.question.id:22} {'; '.join(story.story.title for story in one.stories) or 'no story'}"
    if bank.fewest:
        yield f"Enough for all that is answered: {'; '.join(one.story.title for one in bank.fewest)}"
    for title, count in bank.leaned_on.items():
        yield f"“{title}” is the best answer to {count} questions: have others ready."
